/** The marking of every type, held to the table that Python's tests read as well. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Response } from "../lms/port.ts";
import type { QuestionType } from "../page/data.ts";
import { QUESTION_KINDS } from "./registry.ts";
import { sampleQuestion } from "./testing/sample_question.ts";

interface Row {
  readonly fact: string;
  readonly type: QuestionType;
  readonly shown: unknown;
  readonly answer: unknown;
  readonly response: Response;
  readonly share: number;
}

const table = JSON.parse(readFileSync(new URL("../../tests/golden/scoring.json", import.meta.url), "utf8")) as Row[];

for (const row of table) {
  const question = sampleQuestion({ type: row.type, shown: row.shown });
  const opened = { answer: row.answer, explanation: null, feedback: null };
  const kind = QUESTION_KINDS[row.type];

  test(`${row.type}, ${row.fact}: share ${row.share}`, () => {
    assert.equal(kind.mark(question, opened, row.response).share, row.share);
  });

  test(`${row.type}, ${row.fact}: the kept answer is marked the same`, () => {
    const packed = kind.pack(row.response);
    assert.match(packed, /^[A-Za-z0-9_-]{1,40}$/);
    const kept = kind.unpack(question, packed);
    if (kept?.whole) assert.equal(kind.mark(question, opened, kept.response).share, row.share);
    else assert.equal(row.type, "fill-in");
  });
}

test("No type scores a question that was not answered, or finds a part of it right", () => {
  for (const row of table) {
    const marked = QUESTION_KINDS[row.type].mark(
      sampleQuestion({ type: row.type, shown: row.shown }),
      { answer: row.answer, explanation: null, feedback: null },
      null,
    );
    assert.equal(marked.share, 0, row.fact);
    assert.ok(!marked.parts.includes("right") && !marked.parts.includes("wrong"), row.fact);
  }
});

test("The table has a right and a wrong answer of every type", () => {
  for (const type of Object.keys(QUESTION_KINDS)) {
    const shares = table.filter((row) => row.type === type).map((row) => row.share);
    assert.ok(shares.includes(1) && shares.includes(0), type);
  }
});
