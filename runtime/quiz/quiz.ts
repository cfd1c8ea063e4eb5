/** The state of a quiz: an immutable value. Knows nothing of pages and LMSs. */
import type { Response } from "../lms/port.ts";
import type { QuestionData, QuizData } from "../page/data.ts";
import { orderOf, seedFor } from "../questions/order.ts";
import { QUESTION_KINDS } from "../questions/registry.ts";
import type { KeptAnswer, LessonProgress } from "../session/events.ts";
import { wholeScore } from "../state/progress.ts";
import { drawIndices } from "./drawn.ts";

export interface Quiz {
  readonly data: QuizData;
  /** As shown. */
  readonly questions: readonly QuizQuestion[];
  /** By question id. */
  readonly answers: ReadonlyMap<string, QuizAnswer>;
  /** 1 for the first. */
  readonly attempt: number;
  readonly finished: boolean;
  /** Seconds left of the attempt; null before it was started, and where there is no limit. */
  readonly timeLeft: number | null;
}

export interface QuizQuestion {
  readonly data: QuestionData;
  /** Shuffles its options; null where they stay. */
  readonly seed: number | null;
  /** Mixes what never stays in the author's order. */
  readonly mix: number;
}

export interface QuizAnswer {
  readonly response: Response;
  readonly share: number | null;
  /** False where only a part of a long answer was kept: its share counts, it is not marked again. */
  readonly whole: boolean;
}

/** The attempt under way with the answers that were kept of it, a first one, or what is left of a finished one. */
export function openQuiz(data: QuizData, progress: LessonProgress, seed: number): Quiz {
  const answers = restoreAnswers(data.questions, progress.answers);
  return {
    data,
    questions: orderQuestions(data, seed, new Set(answers.keys())),
    answers,
    attempt: Math.max(1, progress.attempt),
    finished: progress.attempt > 0 && !progress.underWay,
    timeLeft: data.timeLimit === null ? null : progress.timeLeft,
  };
}

function orderQuestions(data: QuizData, seed: number, answered: ReadonlySet<string>): QuizQuestion[] {
  const drawn = new Set(drawIndices(data.questions, data.draw, seed, answered));
  const order = orderOf(data.questions.length, data.shuffleQuestions ? seed : null).filter((index) => drawn.has(index));
  return order.map((index) => ({
    data: data.questions[index] as QuestionData,
    seed: data.shuffleOptions ? seedFor(seed, index) : null,
    mix: seedFor(seed, index),
  }));
}

/** What still exists of the answers: the package may have been replaced since. */
function restoreAnswers(questions: readonly QuestionData[], kept: readonly KeptAnswer[]): Map<string, QuizAnswer> {
  const answers = new Map<string, QuizAnswer>();
  for (const { fingerprint, packed, share } of kept) {
    const question = questions.find((one) => one.fingerprint === fingerprint);
    const unpacked = question && QUESTION_KINDS[question.type].unpack(question, packed);
    if (question && unpacked) answers.set(question.id, { ...unpacked, share });
  }
  return answers;
}

export function answerQuestion(quiz: Quiz, id: string, answer: QuizAnswer): Quiz {
  return { ...quiz, answers: new Map(quiz.answers).set(id, answer) };
}

/** Takes an answer back. */
export function clearAnswer(quiz: Quiz, id: string): Quiz {
  const answers = new Map(quiz.answers);
  answers.delete(id);
  return { ...quiz, answers };
}

export function finishQuiz(quiz: Quiz): Quiz {
  return { ...quiz, finished: true };
}

export function remaining(quiz: Quiz): number {
  return quiz.questions.filter(({ data }) => !quiz.answers.has(data.id)).length;
}

/** What is worth practising: scored questions that were answered wrong, in part, or not at all. */
export function missed(quiz: Quiz): QuizQuestion[] {
  return quiz.questions.filter(({ data }) => {
    const answer = quiz.answers.get(data.id);
    return data.points > 0 && answer?.share !== null && (answer?.share ?? 0) < 1;
  });
}

/** Null where attempts are not counted. */
export function attemptsLeft(quiz: Quiz): number | null {
  return quiz.data.attempts === null ? null : Math.max(0, quiz.data.attempts - quiz.attempt);
}

/** Whole percent of the points; a question not answered counts nothing; null where nothing is scored. */
export function scoreOf(quiz: Quiz): number | null {
  let got = 0;
  let all = 0;
  for (const { data } of quiz.questions) {
    const answer = quiz.answers.get(data.id);
    if (answer?.share === null) continue;
    all += data.points;
    got += data.points * (answer?.share ?? 0);
  }
  // Cut where binary fractions go astray: 70 is 70, not 69.99999999999999.
  return all > 0 ? wholeScore(Number(((100 * got) / all).toFixed(6)), quiz.data.passMark) : null;
}

/** Null where there is no pass mark, or nothing to hold against it. */
export function passedOf(quiz: Quiz): boolean | null {
  const score = scoreOf(quiz);
  return score === null || quiz.data.passMark === null ? null : score >= quiz.data.passMark;
}
