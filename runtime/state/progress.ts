/** How far a learner has come in a unit: an immutable value, and what each event makes of it. Nothing is ever lowered. */
import type { KeptAnswer, LearnerEvent, LessonStatus } from "../session/events.ts";
import type { LessonEntry } from "../page/data.ts";
import { keyOf } from "./hash.ts";

export interface LessonState {
  readonly status: LessonStatus;
  /** Best score, whole percent; null before a scored quiz was finished. */
  readonly best: number | null;
  /** Attempts at the quiz finished or given up for a new one. */
  readonly finished: number;
  /** An attempt was begun and not finished. */
  readonly underWay: boolean;
  /** Of the attempt under way, in the order given; of the last one, where none is. */
  readonly answers: readonly KeptAnswer[];
  /** Seconds left of the attempt under way; null before its time began, and without a time limit. */
  readonly timeLeft: number | null;
  /** Practice steps ticked, ascending. */
  readonly ticks: readonly number[];
  /** Where the learner stopped reading: the part of the page, from 1; 0 = not begun, or done. */
  readonly place: number;
  /** How many of the first sections were read; `READ_ALL` = all of them, however many. */
  readonly read: number;
}

export interface Progress {
  /** Counts saves: the higher one is the later. */
  readonly revision: number;
  /** Key of the open lesson; "" on the course page. */
  readonly location: string;
  /** By lesson key, the one touched last at the end. New lessons have no entry; lessons gone from the course keep theirs. */
  readonly lessons: ReadonlyMap<string, LessonState>;
  /** Interaction keys by index: a question keeps the index that its first answer got. */
  readonly log: readonly string[];
}

export const NEW_LESSON: LessonState = { status: "new", best: null, finished: 0, underWay: false, answers: [], timeLeft: null, ticks: [], place: 0, read: 0 };
export const NO_PROGRESS: Progress = { revision: 0, location: "", lessons: new Map(), log: [] };

/** Interactions a unit reports at most: an LMS that sends all of them again at each commit must stay usable. */
export const LOG_LIMIT = 250;
/** Practice steps whose ticks are kept: more than a lesson may have. */
export const TICK_LIMIT = 54;
/** Also the highest place: one digit. */
export const READ_ALL = 63;
export const PACKED_LIMIT = 40;

const RANKS: Readonly<Record<LessonStatus, number>> = { new: 0, opened: 1, failed: 2, done: 3, passed: 4 };

export function higherStatus(a: LessonStatus, b: LessonStatus): LessonStatus {
  return RANKS[a] >= RANKS[b] ? a : b;
}

export function higherScore(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.max(a, b);
}

export function lessonState(progress: Progress, id: string): LessonState {
  return progress.lessons.get(keyOf(id)) ?? NEW_LESSON;
}

/** Attempts begun so far. */
export function attemptOf(state: LessonState): number {
  return state.finished + (state.underWay ? 1 : 0);
}

/** `entry`: the lesson that the event is about, where the unit has it. */
export function apply(progress: Progress, event: LearnerEvent, entry: LessonEntry | null): Progress {
  if (event.kind === "home") return { ...progress, location: "" };
  const before = lessonState(progress, event.lesson);
  const after = next(before, event, entry);
  const opened = { ...after, status: higherStatus(after.status, "opened") };
  return {
    ...progress,
    location: keyOf(event.lesson),
    lessons: touch(progress.lessons, keyOf(event.lesson), settle(opened)),
    log: event.kind === "answered" ? extend(progress.log, keyOf(event.interaction.id)) : progress.log,
  };
}

function next(state: LessonState, event: Exclude<LearnerEvent, { kind: "home" }>, entry: LessonEntry | null): LessonState {
  switch (event.kind) {
    case "opened":
      return state;
    case "answered":
      return { ...begun(state), answers: withAnswer(begun(state).answers, event.answer) };
    case "timed":
      return { ...begun(state), timeLeft: Math.max(0, Math.round(event.left)) };
    case "finished":
      return {
        ...state,
        status: higherStatus(state.status, event.passed === null ? "done" : event.passed ? "passed" : "failed"),
        best: higherScore(state.best, event.score === null ? null : wholeScore(event.score, entry?.passMark ?? null)),
        finished: state.finished + 1,
        underWay: false,
        timeLeft: null,
      };
    case "retried":
      // An attempt in which nothing was answered is not used up.
      if (state.underWay && state.answers.length === 0) return state;
      return { ...state, finished: attemptOf(state), underWay: true, answers: [], timeLeft: null };
    case "read":
      // A lesson with a scored quiz is done by its quiz alone.
      return entry !== null && entry.points > 0 ? state : { ...state, status: higherStatus(state.status, "done") };
    case "ticked":
      return { ...state, ticks: withTick(state.ticks, event.step, event.done) };
    case "reading":
      return { ...state, place: Math.min(event.place, READ_ALL), read: Math.max(event.read, state.read) };
  }
}

/** Done or passed: all of it counts as read, and there is no place to go on from. */
export function settle(state: LessonState): LessonState {
  return isOver(state) ? { ...state, place: 0, read: READ_ALL } : state;
}

export function isOver({ status }: LessonState): boolean {
  return status === "done" || status === "passed";
}

/** With an attempt under way: the one that is, or a new one. */
function begun(state: LessonState): LessonState {
  return state.underWay ? state : { ...state, underWay: true, answers: [] };
}

/** Rounded, but never across the pass mark: 69.6 against 70 stays 69. */
export function wholeScore(score: number, passMark: number | null): number {
  const bounded = Math.min(100, Math.max(0, Number.isFinite(score) ? score : 0));
  const whole = Math.round(bounded);
  if (passMark === null || whole >= passMark === bounded >= passMark) return whole;
  return bounded < passMark ? Math.ceil(passMark) - 1 : Math.ceil(passMark);
}

function withAnswer(answers: readonly KeptAnswer[], answer: KeptAnswer): readonly KeptAnswer[] {
  const again = answers.some((kept) => kept.fingerprint === answer.fingerprint);
  return again ? answers.map((kept) => (kept.fingerprint === answer.fingerprint ? answer : kept)) : [...answers, answer];
}

function withTick(ticks: readonly number[], step: number, done: boolean): readonly number[] {
  const others = ticks.filter((tick) => tick !== step);
  if (!done || !Number.isInteger(step) || step < 0 || step >= TICK_LIMIT) return others;
  return [...others, step].sort((a, b) => a - b);
}

function extend(log: readonly string[], key: string): readonly string[] {
  return log.includes(key) || log.length >= LOG_LIMIT ? log : [...log, key];
}

/** Sets one lesson and makes it the latest. */
export function touch(lessons: ReadonlyMap<string, LessonState>, key: string, state: LessonState): ReadonlyMap<string, LessonState> {
  const changed = new Map(lessons);
  changed.delete(key);
  changed.set(key, state);
  return changed;
}
