import assert from "node:assert/strict";
import { test } from "node:test";
import type { QuestionData, QuizData } from "../page/data.ts";
import { sampleQuestion } from "../questions/testing/sample_question.ts";
import type { KeptAnswer, LessonProgress } from "../session/events.ts";
import { answerQuestion, attemptsLeft, finishQuiz, missed, openQuiz, passedOf, remaining, scoreOf, type Quiz } from "./quiz.ts";

function quizData(questions: readonly QuestionData[], given: Partial<QuizData> = {}): QuizData {
  return {
    passMark: 70,
    attempts: null,
    feedback: "after-each",
    shuffleQuestions: false,
    shuffleOptions: false,
    draw: null,
    timeLimit: null,
    moreTime: true,
    pad: "",
    questions,
    ...given,
  };
}

const NOTHING: LessonProgress = { status: "opened", best: null, attempt: 0, underWay: false, answers: [], timeLeft: null, ticks: [], place: 0, read: 0 };
const ids = (count: number): string[] => Array.from({ length: count }, (_, at) => `q${at + 1}`);
const questions = (count: number): QuestionData[] =>
  ids(count).map((id, at) => sampleQuestion({ id, fingerprint: `f${"ABCDEFGHIJ".charAt(at)}` }));

function answered(quiz: Quiz, shares: readonly (number | null)[]): Quiz {
  return shares.reduce<Quiz>(
    (state, share, at) => answerQuestion(state, `q${at + 1}`, { response: { kind: "boolean", value: true }, share, whole: true }),
    quiz,
  );
}

test("The score is the share of the points, not of the questions", () => {
  const data = [sampleQuestion({ id: "q1", points: 3 }), sampleQuestion({ id: "q2", points: 1 })];
  assert.equal(scoreOf(answered(openQuiz(quizData(data), NOTHING, 1), [1, 0])), 75);
});

test("A question that was not answered counts as nothing", () => {
  const quiz = answered(openQuiz(quizData(questions(4)), NOTHING, 1), [1, 1]);
  assert.equal(scoreOf(quiz), 50);
  assert.equal(remaining(quiz), 2);
});

test("Three of five is 60 and passes a pass mark of 60, whatever a question's points", () => {
  // In binary, points of 0.7 add up to 59.99999999999999 percent.
  const data = questions(5).map((question) => ({ ...question, points: 0.7 }));
  const quiz = answered(openQuiz(quizData(data, { passMark: 60 }), NOTHING, 1), [1, 1, 1]);
  assert.equal(scoreOf(quiz), 60);
  assert.equal(passedOf(quiz), true);
});

test("Rounding never lifts a score over the pass mark", () => {
  const data = [sampleQuestion({ id: "q1", points: 1 }), sampleQuestion({ id: "q2", points: 2 })];
  const quiz = answered(openQuiz(quizData(data, { passMark: 67 }), NOTHING, 1), [0, 1]);
  assert.equal(scoreOf(quiz), 66);
  assert.equal(passedOf(quiz), false);
});

test("A question that is never scored leaves the score alone", () => {
  assert.equal(scoreOf(answered(openQuiz(quizData(questions(3)), NOTHING, 1), [1, null, 1])), 100);
});

test("A quiz without points has no score and is neither passed nor failed", () => {
  const quiz = openQuiz(quizData([sampleQuestion({ points: 0 })]), NOTHING, 1);
  assert.equal(scoreOf(quiz), null);
  assert.equal(passedOf(quiz), null);
});

test("A quiz without a pass mark has a score and is neither passed nor failed", () => {
  const quiz = answered(openQuiz(quizData(questions(2), { passMark: null }), NOTHING, 1), [1, 0]);
  assert.equal(scoreOf(quiz), 50);
  assert.equal(passedOf(quiz), null);
});

test("The answers of an attempt under way come back with their shares", () => {
  const kept: KeptAnswer[] = [{ fingerprint: "fB", packed: "t", share: 1 }, { fingerprint: "fA", packed: "f", share: 0 }];
  const quiz = openQuiz(quizData(questions(3)), { ...NOTHING, attempt: 2, underWay: true, answers: kept }, 1);
  assert.deepEqual(quiz.answers.get("q2"), { response: { kind: "boolean", value: true }, share: 1, whole: true });
  assert.equal(remaining(quiz), 1);
  assert.equal(quiz.attempt, 2);
  assert.equal(quiz.finished, false);
});

test("An answer to a question that is gone, or that does not fit it any more, is left out", () => {
  const kept: KeptAnswer[] = [{ fingerprint: "??", packed: "t", share: 1 }, { fingerprint: "fA", packed: "garbage", share: 1 }];
  assert.equal(openQuiz(quizData(questions(2)), { ...NOTHING, attempt: 1, underWay: true, answers: kept }, 1).answers.size, 0);
});

test("A finished quiz opens finished; one tried again and not yet answered opens with its questions", () => {
  assert.equal(openQuiz(quizData(questions(2)), { ...NOTHING, attempt: 1 }, 1).finished, true);
  assert.equal(openQuiz(quizData(questions(2)), { ...NOTHING, attempt: 2, underWay: true }, 1).finished, false);
});

test("Each attempt uses up one of a limited number, from its beginning", () => {
  const open = (attempt: number): Quiz =>
    openQuiz(quizData(questions(1), { attempts: 2 }), { ...NOTHING, attempt, underWay: attempt > 0 }, 1);
  assert.deepEqual([open(0), open(1), open(2), open(5)].map(attemptsLeft), [1, 1, 0, 0]);
  assert.equal(attemptsLeft(finishQuiz(openQuiz(quizData(questions(1)), NOTHING, 1))), null);
});

test("Questions and options are shuffled only where the author asks for it", () => {
  const order = (given: Partial<QuizData>): string => openQuiz(quizData(questions(10), given), NOTHING, 42).questions.map(({ data }) => data.id).join();
  assert.equal(order({ shuffleOptions: true }), ids(10).join());
  assert.notEqual(order({ shuffleQuestions: true }), ids(10).join());
  const seeds = (given: Partial<QuizData>): (number | null)[] => openQuiz(quizData(questions(2), given), NOTHING, 42).questions.map(({ seed }) => seed);
  assert.deepEqual(seeds({}), [null, null]);
  assert.ok(seeds({ shuffleOptions: true }).every((seed) => seed !== null));
});

test("Changing one state leaves the earlier one as it was", () => {
  const before = openQuiz(quizData(questions(2)), NOTHING, 1);
  answered(before, [1, 1]);
  assert.equal(before.answers.size, 0);
  assert.equal(finishQuiz(before).finished && !before.finished, true);
});

test("An attempt asks as many questions as are drawn, and its score is of those alone", () => {
  const data = quizData(questions(10), { draw: 4 });
  const quiz = openQuiz(data, NOTHING, 42);
  assert.equal(quiz.questions.length, 4);
  const done = quiz.questions.reduce((state, { data: question }) => answerQuestion(state, question.id, { response: { kind: "boolean", value: true }, share: 1, whole: true }), quiz);
  assert.equal(scoreOf(done), 100);
  assert.equal(remaining(done), 0);
});

test("A draw is the same when its questions are shuffled too, and another one at the next attempt", () => {
  const drawn = (given: Partial<QuizData>, seed: number): string => openQuiz(quizData(questions(10), { draw: 4, ...given }), NOTHING, seed).questions.map(({ data }) => data.id).sort().join();
  assert.equal(drawn({ shuffleQuestions: true }, 42), drawn({}, 42));
  assert.notEqual(drawn({}, 42), drawn({}, 43));
});

test("An answer that was kept of a question which is not drawn any more does no harm", () => {
  const kept: KeptAnswer[] = ids(3).map((_, at) => ({ fingerprint: `f${"ABC".charAt(at)}`, packed: "t", share: 0 }));
  const quiz = openQuiz(quizData(questions(10), { draw: 2 }), { ...NOTHING, attempt: 1, underWay: true, answers: kept }, 42);
  assert.equal(quiz.questions.length, 2);
  assert.equal(remaining(quiz), 0);
  assert.equal(scoreOf(quiz), 0);
});

test("A finished attempt comes back with those of its answers that were kept", () => {
  const kept: KeptAnswer[] = [{ fingerprint: "fA", packed: "t", share: 1 }];
  const quiz = openQuiz(quizData(questions(3)), { ...NOTHING, attempt: 1, answers: kept }, 1);
  assert.equal(quiz.finished, true);
  assert.deepEqual([...quiz.answers.keys()], ["q1"]);
});

test("What was answered wrong, in part or not at all was missed; what is not scored was not", () => {
  const data = [...questions(4), sampleQuestion({ id: "q5", points: 0 })];
  const quiz = answered(openQuiz(quizData(data), NOTHING, 1), [1, 0.5, 0]);
  assert.deepEqual(missed(quiz).map(({ data: question }) => question.id), ["q2", "q3", "q4"]);
});

test("The time left comes back; without a limit there is none", () => {
  const progress = { ...NOTHING, attempt: 1, underWay: true, timeLeft: 61 };
  assert.equal(openQuiz(quizData(questions(1), { timeLimit: 600 }), progress, 1).timeLeft, 61);
  assert.equal(openQuiz(quizData(questions(1)), progress, 1).timeLeft, null);
});
