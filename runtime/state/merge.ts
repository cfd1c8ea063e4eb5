/** Two accounts of one learner's progress made one: what the LMS holds, and what this browser could not send. */
import type { LessonState, Progress } from "./progress.ts";
import { needsBlock } from "./block.ts";
import { higherScore, higherStatus, LOG_LIMIT, settle, touch } from "./progress.ts";

/** Nothing in either is lowered or lost; `held` (the LMS's account) decides which question holds which index. */
export function merge(held: Progress, kept: Progress): Progress {
  const [older, newer] = kept.revision >= held.revision ? [held, kept] : [kept, held];
  let lessons: ReadonlyMap<string, LessonState> = older.lessons;
  for (const [key, state] of newer.lessons) {
    const other = older.lessons.get(key);
    lessons = touch(lessons, key, other === undefined ? state : mergeLesson(other, state));
  }
  return {
    revision: newer.revision,
    location: newer.location,
    lessons,
    log: [...new Set([...held.log, ...kept.log])].slice(0, LOG_LIMIT),
  };
}

function mergeLesson(older: LessonState, newer: LessonState): LessonState {
  const attempt = attemptUnderWay(older, newer);
  return settle({
    status: higherStatus(older.status, newer.status),
    best: higherScore(older.best, newer.best),
    finished: attempt.finished,
    underWay: attempt.underWay,
    answers: attempt.answers,
    timeLeft: attempt.timeLeft,
    // Without a block there was no room for it: that is not the same as unticked.
    ticks: needsBlock(newer) ? newer.ticks : older.ticks,
    place: newer.place || older.place,
    read: Math.max(older.read, newer.read),
  });
}

/** Time that has gone by in one account does not come back with the other. */
function lessTime(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}

/** The account that has come further tells the attempt; in one and the same attempt both have their answers. */
function attemptUnderWay(older: LessonState, newer: LessonState): LessonState {
  if (older.finished !== newer.finished) return older.finished > newer.finished ? older : newer;
  // Equally far, one may have begun the next attempt: the answers of the last one are no answers of this one.
  if (older.underWay !== newer.underWay) return older.underWay ? older : newer;
  const given = new Map([...older.answers, ...newer.answers].map((answer) => [answer.fingerprint, answer]));
  return { ...newer, timeLeft: lessTime(older.timeLeft, newer.timeLeft), answers: [...given.values()] };
}
