/** The block of a lesson: what must outlive a visit beside its result, the latest attempt and the practice ticks. */
import type { KeptAnswer } from "../session/events.ts";
import { fromDigits, toDigits } from "./digits.ts";
import { KEY_LENGTH } from "./hash.ts";
import type { LessonState } from "./progress.ts";
import { isOver, NEW_LESSON, PACKED_LIMIT } from "./progress.ts";

const SIXTIETHS = 60;
const UNSCORED = 61;
const TICKS_A_DIGIT = 6;
/** The head is one digit: 1 for an attempt under way, twice the number of digits of ticks (7 says 9), 16 for a time, 32 for the reading. */
const TIMED = 16;
const MANY_TICKS = 7;
const MOST_TICKS = 9;
const READING = 32;
const READING_DIGITS = 2;
const TIME_DIGITS = 3;
const LONGEST_TIME = 64 ** TIME_DIGITS - 1;

export function needsBlock(state: LessonState): boolean {
  return state.underWay || state.ticks.length > 0 || state.answers.length > 0 || hasReading(state);
}

export function encodeBlock(key: string, state: LessonState): string {
  let ticks = encodeTicks(state.ticks);
  if (ticks.length >= MANY_TICKS) ticks = ticks.padEnd(MOST_TICKS, "A");
  const time = state.timeLeft === null ? "" : toDigits(Math.min(LONGEST_TIME, state.timeLeft), TIME_DIGITS);
  const reading = hasReading(state) ? toDigits(state.place, 1) + toDigits(state.read, 1) : "";
  const head = (state.underWay ? 1 : 0) + 2 * Math.min(ticks.length, MANY_TICKS) + (time === "" ? 0 : TIMED) + (reading === "" ? 0 : READING);
  let text = key + toDigits(head, 1) + ticks + time + reading;
  for (const answer of state.answers) {
    if (!isKeepable(answer)) continue;
    text += answer.fingerprint + encodeShare(answer.share) + toDigits(answer.packed.length, 1) + answer.packed;
  }
  return text;
}

/** Reads as far as the text makes sense; null without a lesson's key. */
export function decodeBlock(text: string): { key: string; state: LessonState } | null {
  const key = text.slice(0, KEY_LENGTH);
  const head = fromDigits(text.charAt(KEY_LENGTH));
  if (key.length < KEY_LENGTH || fromDigits(key) === null || head === null) return null;
  const tickDigits = (head % TIMED) >> 1;
  const times = KEY_LENGTH + 1 + (tickDigits === MANY_TICKS ? MOST_TICKS : tickDigits);
  const readings = times + (head & TIMED ? TIME_DIGITS : 0);
  const start = readings + (head & READING ? READING_DIGITS : 0);
  const ticks = decodeTicks(text.slice(KEY_LENGTH + 1, times));
  const timeLeft = fromDigits(text.slice(times, readings));
  const [place = 0, read = 0] = [...text.slice(readings, start)].map((digit) => fromDigits(digit) ?? 0);
  return { key, state: { ...NEW_LESSON, underWay: head % 2 === 1, ticks, timeLeft, place, read, answers: decodeAnswers(text.slice(start)) } };
}

function hasReading(state: LessonState): boolean {
  return state.place + state.read > 0 && !isOver(state);
}

function decodeAnswers(text: string): KeptAnswer[] {
  const answers = new Map<string, KeptAnswer>();
  let at = 0;
  while (at + 4 <= text.length) {
    const length = fromDigits(text.charAt(at + 3));
    if (length === null || at + 4 + length > text.length) break;
    const answer = { fingerprint: text.slice(at, at + 2), share: decodeShare(text.charAt(at + 2)), packed: text.slice(at + 4, at + 4 + length) };
    if (isKeepable(answer)) answers.set(answer.fingerprint, answer);
    at += 4 + length;
  }
  return [...answers.values()];
}

/** The separators and what an LMS might mangle must not get in. */
function isKeepable(answer: KeptAnswer): boolean {
  const { fingerprint, packed } = answer;
  return fingerprint.length === 2 && fromDigits(fingerprint) !== null && packed.length <= PACKED_LIMIT && /^[A-Za-z0-9_-]*$/.test(packed);
}

function encodeShare(share: number | null): string {
  return toDigits(share === null ? UNSCORED : Math.round(Math.min(1, Math.max(0, share)) * SIXTIETHS), 1);
}

function decodeShare(digit: string): number | null {
  const value = fromDigits(digit);
  return value === null || value > SIXTIETHS ? null : value / SIXTIETHS;
}

function encodeTicks(ticks: readonly number[]): string {
  let text = "";
  for (let first = 0; first <= (ticks.at(-1) ?? -1); first += TICKS_A_DIGIT) {
    let mask = 0;
    for (const tick of ticks) if (tick >= first && tick < first + TICKS_A_DIGIT) mask |= 1 << (tick - first);
    text += toDigits(mask, 1);
  }
  return text;
}

function decodeTicks(text: string): number[] {
  const ticks: number[] = [];
  [...text].forEach((digit, i) => {
    const mask = fromDigits(digit) ?? 0;
    for (let bit = 0; bit < TICKS_A_DIGIT; bit += 1) if (mask & (1 << bit)) ticks.push(i * TICKS_A_DIGIT + bit);
  });
  return ticks;
}
