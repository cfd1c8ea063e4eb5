/** Progress as text for an LMS, and back (docs/state.md has the format). Reading never throws: it keeps what still exists. */
import { decodeBlock, encodeBlock, needsBlock } from "./block.ts";
import { fromDigits, toDigits } from "./digits.ts";
import { KEY_LENGTH, keyOf } from "./hash.ts";
import type { LessonState, Progress } from "./progress.ts";
import { LOG_LIMIT, NEW_LESSON, NO_PROGRESS, settle, TICK_LIMIT, touch } from "./progress.ts";
import { decodeTable, encodeDense, encodeSparse, GROUP_SIZES } from "./table.ts";

const VERSION = "1";
const REVISION_DIGITS = 3;
/** Stands in the log for a key that cannot be read. */
const NO_KEY = "-".repeat(KEY_LENGTH);
const REVISIONS = 64 ** REVISION_DIGITS;

/** `ids`: the unit's lessons in order. `limit`: characters the LMS holds; what must give way is dropped, the oldest first. */
export function encode(progress: Progress, ids: readonly string[], limit: number): string {
  const keys = ids.map(keyOf);
  const head = VERSION + toDigits(progress.revision % REVISIONS, REVISION_DIGITS);
  let kept: Kept = [...progress.lessons].filter(([, state]) => needsBlock(state)).reverse();
  let blocks = write(kept);
  const join = (table: string, log: readonly string[], texts: readonly string[]): string =>
    `${[head, progress.location, table, log.join(""), ...texts].join(".")}~`;

  let shortest = encodeSparse(progress.lessons);
  let whole = join(shortest, progress.log, blocks);
  if (whole.length <= limit) return whole;
  kept = slim(kept, whole.length - limit, withoutReview);
  blocks = write(kept);
  whole = join(shortest, progress.log, blocks);
  if (whole.length <= limit) return whole;
  for (const size of GROUP_SIZES) {
    if (keys.length === 0) break;
    const table = encodeDense(progress.lessons, keys, size);
    if (table.length < shortest.length) shortest = table;
    whole = join(table, progress.log, blocks);
    if (whole.length <= limit) return whole;
  }
  blocks = write([...kept.slice(0, 1), ...slim(kept.slice(1), whole.length - limit, withoutReading)]);
  return shorten(limit, progress.log, blocks, (log, kept) => join(shortest, log, kept));
}

/** Lessons with a block, the latest first. */
type Kept = readonly (readonly [key: string, state: LessonState])[];

function write(kept: Kept): string[] {
  return kept.map(([key, state]) => encodeBlock(key, state));
}

/** The answers of a finished attempt serve the review alone. */
function withoutReview(state: LessonState): LessonState {
  return state.underWay ? state : { ...state, answers: [] };
}

function withoutReading(state: LessonState): LessonState {
  return { ...state, place: 0, read: 0 };
}

/** Makes blocks leaner, the oldest first, until `surplus` characters are gone. */
function slim(kept: Kept, surplus: number, lean: (state: LessonState) => LessonState): Kept {
  const leaner = [...kept];
  let over = surplus;
  for (let at = kept.length - 1; at >= 0 && over > 0; at -= 1) {
    const [key, state] = kept[at] as Kept[number];
    const bare = lean(state);
    const rest = needsBlock(bare) ? encodeBlock(key, bare).length : -1;
    over -= encodeBlock(key, state).length - rest;
    leaner[at] = [key, bare];
  }
  return leaner.filter(([, state]) => needsBlock(state));
}

/** Gives up the attempts of other lessons, then the end of the log, then the open lesson's attempt; never the results. */
function shorten(limit: number, log: readonly string[], blocks: readonly string[], join: (log: readonly string[], kept: readonly string[]) => string): string {
  const over = (logged: readonly string[], kept: readonly string[]): number => join(logged, kept).length - limit;
  let kept = blocks;
  while (kept.length > 1 && over(log, kept) > 0) kept = kept.slice(0, -1);
  const surplus = Math.ceil(Math.max(0, over(log, kept)) / KEY_LENGTH);
  const logged = log.slice(0, Math.max(0, log.length - surplus));
  return join(logged, over(logged, kept) > 0 ? [] : kept);
}

export function decode(text: string, ids: readonly string[]): Progress {
  if (!text.startsWith(VERSION)) return NO_PROGRESS;
  const end = text.indexOf("~");
  const [head = "", location = "", table = "", log = "", ...blocks] = (end < 0 ? text : text.slice(0, end)).split(".");
  let lessons: ReadonlyMap<string, LessonState> = decodeTable(table, ids.map(keyOf));
  for (const block of blocks.reverse()) {
    const found = decodeBlock(block);
    if (found !== null) lessons = touch(lessons, found.key, withAttempt(lessons.get(found.key), found.state));
  }
  return {
    revision: fromDigits(head.slice(1, 1 + REVISION_DIGITS)) ?? 0,
    location: location.length === KEY_LENGTH && fromDigits(location) !== null ? location : "",
    lessons,
    log: readLog(log),
  };
}

function withAttempt(result: LessonState | undefined, attempt: LessonState): LessonState {
  const { underWay, answers, timeLeft, place, read } = attempt;
  const ticks = attempt.ticks.filter((tick) => tick < TICK_LIMIT);
  const base = result ?? { ...NEW_LESSON, status: "opened" };
  return settle({ ...base, ticks, underWay, answers, timeLeft: underWay ? timeLeft : null, place, read });
}

function readLog(text: string): string[] {
  const log: string[] = [];
  for (let at = 0; at + KEY_LENGTH <= text.length && log.length < LOG_LIMIT; at += KEY_LENGTH) {
    const key = text.slice(at, at + KEY_LENGTH);
    log.push(fromDigits(key) === null ? NO_KEY : key); // its place must stay taken
  }
  return log;
}
