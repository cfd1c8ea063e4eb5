/** What follows from a learner's progress: completion, success and score of the unit and of each lesson. */
import type { Completion, Objective, Opened, Success } from "../lms/port.ts";
import type { LessonEntry, UnitData } from "../page/data.ts";
import type { LessonState, Progress } from "./progress.ts";
import { higherScore, lessonState } from "./progress.ts";

export interface Outcome {
  readonly completion: Completion;
  readonly success: Success;
  readonly score: number | null;
}

export type Held = Pick<Opened, "completion" | "success" | "score">;

const SUCCESSES: readonly Success[] = ["unknown", "failed", "passed"];

/** The unit's outcome in the words of its `report` pair, never below what the LMS holds. */
export function outcomeOf(unit: UnitData, lessons: readonly LessonEntry[], progress: Progress, held: Held): Outcome {
  return raise(inPair(unit.report, reached(unit, lessons, progress)), held);
}

/** Lessons the learner has opened, in the course's order. */
export function objectivesOf(lessons: readonly LessonEntry[], progress: Progress): Objective[] {
  return lessons.flatMap((lesson) => {
    const state = lessonState(progress, lesson.id);
    if (state.status === "new") return [];
    return [{ id: lesson.id, iri: lesson.iri, title: lesson.title, ...lessonOutcome(lesson, state) }];
  });
}

function reached(unit: UnitData, lessons: readonly LessonEntry[], progress: Progress): Outcome {
  const [only] = lessons;
  if (unit.kind === "lesson" && only !== undefined) return lessonOutcome(only, lessonState(progress, only.id));
  return courseOutcome(unit, lessons, progress);
}

function lessonOutcome(lesson: LessonEntry, state: LessonState): Outcome {
  if (!isDone(lesson, state)) return { completion: "incomplete", success: "unknown", score: null };
  if (lesson.points <= 0 || state.best === null) return { completion: "completed", success: "unknown", score: null };
  const success = lesson.passMark === null ? "unknown" : judge(state.best, lesson.passMark);
  return { completion: "completed", success: state.status === "passed" ? "passed" : success, score: state.best };
}

/** The points-weighted mean of the quizzes, an unfinished one counting 0; judged when all lessons are done, not before. */
function courseOutcome(unit: UnitData, lessons: readonly LessonEntry[], progress: Progress): Outcome {
  let points = 0;
  let sum = 0;
  let done = 0;
  let finished = false;
  for (const lesson of lessons) {
    const state = lessonState(progress, lesson.id);
    if (isDone(lesson, state)) done += 1;
    if (lesson.points <= 0) continue;
    points += lesson.points;
    sum += lesson.points * (state.best ?? 0);
    finished ||= state.best !== null;
  }
  const score = finished ? Math.round((sum / points) * 100) / 100 : null;
  const complete = lessons.length > 0 && done === lessons.length;
  const judged = complete && score !== null && unit.passMark !== null;
  return {
    completion: complete ? "completed" : "incomplete",
    success: judged && score !== null && unit.passMark !== null ? judge(score, unit.passMark) : "unknown",
    score,
  };
}

/** A scored quiz is done when it was finished; any other lesson when it was read or its quiz finished. */
function isDone(lesson: LessonEntry, state: LessonState): boolean {
  return lesson.points > 0 ? state.best !== null : state.status !== "new" && state.status !== "opened";
}

function judge(score: number, passMark: number): Success {
  return score >= passMark ? "passed" : "failed";
}

function inPair(pair: UnitData["report"], outcome: Outcome): Outcome {
  if (pair === "completed") return { ...outcome, success: "unknown" };
  // Some LMSs end the attempt at "failed": design.md, "Which pair of words".
  if (pair === "passed-incomplete" && outcome.success === "failed") return { ...outcome, completion: "incomplete", success: "unknown" };
  return outcome;
}

function raise(outcome: Outcome, held: Held): Outcome {
  return {
    completion: held.completion === "completed" ? "completed" : outcome.completion,
    success: SUCCESSES[Math.max(SUCCESSES.indexOf(held.success), SUCCESSES.indexOf(outcome.success))] ?? "unknown",
    score: higherScore(outcome.score, held.score),
  };
}
