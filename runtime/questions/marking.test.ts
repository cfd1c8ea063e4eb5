/**
 * The marking of every type, held to a table that tests/model/test_scoring.py reads as well: it sees to it that
 * `shown`, `answer` and `points` are what the author's `yaml` comes to. The policy in words: docs/scoring.md.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Response } from "../lms/port.ts";
import type { QuestionData, QuestionType } from "../page/data.ts";
import type { Unsealed } from "../seal.ts";
import { QUESTION_KINDS } from "./registry.ts";
import { sampleQuestion } from "./testing/sample_question.ts";

interface Row {
  readonly fact: string;
  readonly type: QuestionType;
  readonly points: number;
  readonly shown: unknown;
  readonly answer: unknown;
  readonly response: Response;
  readonly share: number | null;
}

const table = JSON.parse(readFileSync(new URL("../../tests/golden/scoring.json", import.meta.url), "utf8")) as Row[];

function prepare({ type, points, shown, answer }: Row): { question: QuestionData; opened: Unsealed } {
  return { question: sampleQuestion({ type, points, shown }), opened: { answer, explanation: null, feedback: null } };
}

for (const row of table) {
  const { question, opened } = prepare(row);
  const kind = QUESTION_KINDS[row.type];

  test(`${row.type}, ${row.fact}: share ${row.share}`, () => {
    assert.equal(kind.mark(question, opened, row.response).share, row.share);
  });

  test(`${row.type}, ${row.fact}: the kept answer is marked the same`, () => {
    const packed = kind.pack(row.response);
    assert.match(packed, /^[A-Za-z0-9_-]{1,40}$/);
    const kept = kind.unpack(question, packed);
    if (kept?.whole) assert.equal(kind.mark(question, opened, kept.response).share, row.share);
    else assert.ok(["fill-in", "long-fill-in"].includes(row.type));
  });
}

/** Types that are never scored have no share, answered or not. */
const scored = table.filter(({ share }) => share !== null);

test("No type scores a question that was not answered, or finds a part of it right", () => {
  for (const row of table) {
    const { question, opened } = prepare(row);
    const marked = QUESTION_KINDS[row.type].mark(question, opened, null);
    assert.equal(marked.share, row.share === null ? null : 0, row.fact);
    assert.ok(!marked.parts.includes("right") && !marked.parts.includes("wrong"), row.fact);
  }
});

test("The table has a right and a wrong answer of every type that is scored, and an answer of every other", () => {
  for (const type of Object.keys(QUESTION_KINDS)) {
    const shares = scored.filter((row) => row.type === type).map((row) => row.share);
    if (type === "likert") assert.ok(table.some((row) => row.type === type));
    else assert.ok(shares.includes(1) && shares.includes(0), type);
  }
});
