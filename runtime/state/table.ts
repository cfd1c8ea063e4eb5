/**
 * The table of a state: status, best score and finished attempts of every lesson, two characters each.
 *
 * Sparse, each record is named by its lesson's key, so it survives any change of the course. Dense, records stand
 * in the course's order with a check for each group of lessons, by which a changed course finds them again.
 */
import type { LessonStatus } from "../session/events.ts";
import { fromDigits, toDigits } from "./digits.ts";
import { checkOf, KEY_LENGTH } from "./hash.ts";
import type { LessonState } from "./progress.ts";
import { NEW_LESSON, settle } from "./progress.ts";

const RECORD = 2;
const CHECK = 3;
export const GROUP_SIZES = [1, 2, 4, 8, 16, 32] as const;
/** Finished attempts are counted up to here: 13 counts × 308 outcomes fit two characters. */
export const ATTEMPT_LIMIT = 12;
const SCORES = 102; // none, 0 to 100
const JUDGED: readonly LessonStatus[] = ["failed", "done", "passed"];
const OUTCOMES = 2 + JUDGED.length * SCORES;

type Lessons = ReadonlyMap<string, LessonState>;

export function encodeSparse(lessons: Lessons): string {
  let text = "s";
  for (const [key, state] of lessons) {
    const record = encodeRecord(state);
    if (record !== NEW_RECORD) text += key + record;
  }
  return text;
}

/** `keys`: the course's lessons in order. Lessons that the course no longer has are left out. */
export function encodeDense(lessons: Lessons, keys: readonly string[], size: number): string {
  let text = `d${toDigits(size, 1)}`;
  for (let start = 0; start < keys.length; start += size) {
    const group = keys.slice(start, start + size);
    text += checkOf(group.join(""));
    for (const key of group) text += encodeRecord(lessons.get(key) ?? NEW_LESSON);
  }
  return text;
}

/** Whatever can be read; never throws. */
export function decodeTable(text: string, keys: readonly string[]): Map<string, LessonState> {
  if (text.startsWith("s")) return decodeSparse(text.slice(1));
  if (text.startsWith("d")) return decodeDense(text.slice(2), keys, fromDigits(text.charAt(1)) ?? 0);
  return new Map();
}

function decodeSparse(text: string): Map<string, LessonState> {
  const lessons = new Map<string, LessonState>();
  const width = KEY_LENGTH + RECORD;
  for (let at = 0; at + width <= text.length; at += width) {
    const key = text.slice(at, at + KEY_LENGTH);
    if (fromDigits(key) !== null) place(lessons, key, text.slice(at + KEY_LENGTH, at + width));
  }
  return lessons;
}

function decodeDense(text: string, keys: readonly string[], size: number): Map<string, LessonState> {
  const lessons = new Map<string, LessonState>();
  if (size < 1) return lessons;
  const width = CHECK + size * RECORD;
  let cursor = 0;
  for (let at = 0; at + CHECK + RECORD <= text.length; at += width) {
    const records = (text.slice(at + CHECK, at + width).match(/../g) ?? []) as string[];
    const group = findGroup(keys, text.slice(at, at + CHECK), records.length, cursor);
    if (group === null) continue;
    group.keys.forEach((key, i) => place(lessons, key, records[i] ?? NEW_RECORD));
    cursor = group.end;
  }
  return lessons;
}

function place(lessons: Map<string, LessonState>, key: string, record: string): void {
  const state = decodeRecord(record);
  if (state !== null && record !== NEW_RECORD && !lessons.has(key)) lessons.set(key, state);
}

/** The run of lessons with this check nearest to where it is expected, whole or with one lesson put in between. */
function findGroup(keys: readonly string[], check: string, count: number, expected: number): { keys: string[]; end: number } | null {
  for (let distance = 0; distance <= keys.length; distance += 1) {
    for (const start of distance === 0 ? [expected] : [expected + distance, expected - distance]) {
      if (start < 0 || start + count > keys.length) continue;
      const run = keys.slice(start, start + count);
      if (checkOf(run.join("")) === check) return { keys: run, end: start + count };
    }
  }
  for (let start = Math.max(0, expected - NEAR); start <= expected + NEAR && start + count < keys.length; start += 1) {
    for (let extra = 1; extra < count; extra += 1) {
      const run = keys.slice(start, start + count + 1).filter((_, i) => i !== extra);
      if (checkOf(run.join("")) === check) return { keys: run, end: start + count + 1 };
    }
  }
  return null;
}

/** How far from its place a group with a new lesson inside is looked for; more would find false ones. */
const NEAR = 4;

/** Two characters: finished attempts × outcomes + outcome; outcome 0 = new, 1 = opened, then status and best score. */
function encodeRecord(state: LessonState): string {
  const judged = JUDGED.indexOf(state.status);
  const outcome = judged < 0 ? (state.status === "new" ? 0 : 1) : 2 + judged * SCORES + (state.best === null ? 0 : state.best + 1);
  return toDigits(Math.min(state.finished, ATTEMPT_LIMIT) * OUTCOMES + outcome, RECORD);
}

const NEW_RECORD = encodeRecord(NEW_LESSON);

function decodeRecord(record: string): LessonState | null {
  const value = fromDigits(record);
  if (value === null || value >= (ATTEMPT_LIMIT + 1) * OUTCOMES) return null;
  const finished = Math.floor(value / OUTCOMES);
  const outcome = value % OUTCOMES;
  if (outcome < 2) return { ...NEW_LESSON, status: outcome === 0 ? "new" : "opened", finished };
  const score = (outcome - 2) % SCORES;
  return settle({ ...NEW_LESSON, status: JUDGED[Math.floor((outcome - 2) / SCORES)] ?? "opened", best: score === 0 ? null : score - 1, finished });
}
