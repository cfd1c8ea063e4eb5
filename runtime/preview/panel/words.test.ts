import assert from "node:assert/strict";
import test from "node:test";
import { gradeText, plural, shortened, span, statusName, statusTone } from "./words.ts";

test("times, grades and numbers of things are written as people read them", () => {
  assert.deepEqual([span(0), span(59.6), span(200), span(3720)], ["0 s", "1 min 00 s", "3 min 20 s", "1 h 02 min"]);
  assert.deepEqual([gradeText(null), gradeText(0), gradeText(66.6667)], ["–", "0", "66.67"]);
  assert.deepEqual([plural(1, "file"), plural(2, "file"), plural(0, "try", "tries")], ["1 file", "2 files", "0 tries"]);
});

test("a long text keeps its beginning and its end", () => {
  const text = `${"a".repeat(300)}${"z".repeat(300)}`;
  assert.equal(shortened("short", 20), "short");
  assert.match(shortened(text, 100), /^a{70} … z{20}$/);
});

test("every status has a name and a look, an unknown one its own word", () => {
  assert.equal(statusName("incomplete"), "In progress");
  assert.equal(statusName("odd"), "odd");
  assert.deepEqual(["passed", "failed", "incomplete", "not attempted"].map(statusTone), ["right", "wrong", "busy", "none"]);
});
