import assert from "node:assert/strict";
import { test } from "node:test";
import type { QuizData } from "../page/data.ts";
import { sampleQuestion } from "../questions/testing/sample_question.ts";
import type { Quiz } from "./quiz.ts";
import { sayRules } from "./rules.ts";

// Without messages each text is its key's last words.
function rules(given: Partial<QuizData>): string {
  const data: QuizData = {
    passMark: 70,
    attempts: null,
    feedback: "none",
    shuffleQuestions: false,
    shuffleOptions: false,
    draw: null,
    timeLimit: null,
    moreTime: true,
    pad: "",
    questions: [sampleQuestion()],
    ...given,
  };
  const quiz: Quiz = { data, questions: [], answers: new Map(), attempt: 1, finished: false, timeLeft: null };
  return sayRules(quiz);
}

test("The pass mark is told beforehand, where something is scored against it", () => {
  assert.equal(rules({}), "pass mark");
  assert.equal(rules({ passMark: null }), "");
  assert.equal(rules({ questions: [sampleQuestion({ points: 0 })] }), "");
});

test("A limited number of attempts is told beforehand", () => {
  assert.equal(rules({ attempts: 2, passMark: null }), "attempt of");
});

test("When the answers are shown is told beforehand; where they never are, nothing is promised", () => {
  assert.deepEqual(
    (["after-each", "at-end", "none"] as const).map((feedback) => rules({ feedback, passMark: null })),
    ["after each", "at end", ""],
  );
});

test("That each attempt asks other questions is told, unless there is only one attempt", () => {
  assert.equal(rules({ draw: 1, passMark: null }), "drawn");
  assert.equal(rules({ draw: 1, passMark: null, attempts: 1 }), "attempt of");
});
