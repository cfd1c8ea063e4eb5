/** SCORM 1.2's spellings: pure functions from the port's values to the data types of RTE 3.4.3 and 3.4.4. */
import type { Completion, CorrectResponse, Interaction, Response, Success } from "./port.ts";

/** CMIString255 and CMIIdentifier, RTE 3.4.3. */
export const TEXT_LIMIT = 255;
/** cmi.core.lesson_status less "not attempted", which a SCO must not set (RTE 3.4.4). */
export type LessonStatus = "passed" | "completed" | "failed" | "incomplete" | "browsed";

/** CMITimespan HHHH:MM:SS.SS; two decimals always: Moodle misreads one. RTE 3.4.3 */
export function timespan(seconds: number): string {
  const hundredths = Math.min(Math.round(Math.max(0, seconds) * 100), 9999 * 360000 + 359999);
  const pad = (value: number, width: number): string => String(Math.floor(value)).padStart(width, "0");
  return `${pad(hundredths / 360000, 4)}:${pad((hundredths / 6000) % 60, 2)}:${pad((hundredths / 100) % 60, 2)}.${pad(hundredths % 100, 2)}`;
}

/** CMITime HH:MM:SS, the learner's time of day. RTE 3.4.3 */
export function timeOfDay(timestamp: number): string {
  const date = new Date(timestamp);
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => String(part).padStart(2, "0")).join(":");
}

/** CMIDecimal: no exponent, no comma, no needless zeros. */
export function decimal(value: number, places = 2): string {
  const text = value.toFixed(places);
  const plain = text.includes(".") ? text.replace(/\.?0+$/, "") : text;
  return plain === "-0" ? "0" : plain;
}

/** CMIIdentifier: no spaces, printable ASCII, at most 255. RTE 3.4.3 // complaint 15 */
export function identifier(id: string): string {
  return id.replace(/[^\x21-\x7e]/g, "_").slice(0, TEXT_LIMIT);
}

/** One word for two: RTE 3.4.4, cmi.core.lesson_status. */
export function lessonStatus(completion: Completion, success: Success): LessonStatus {
  if (success !== "unknown") return success;
  return completion;
}

const RANKS: Readonly<Record<LessonStatus, number>> = { browsed: 0, incomplete: 1, failed: 2, completed: 3, passed: 4 };

/** Never a lower word than the LMS holds. // complaint 13 */
export function higherStatus(held: LessonStatus | null, wanted: LessonStatus): LessonStatus {
  return held !== null && RANKS[held] > RANKS[wanted] ? held : wanted;
}

export function readStatus(text: string): LessonStatus | null {
  return Object.hasOwn(RANKS, text) ? (text as LessonStatus) : null;
}

/** "wrong", not SCORM 2004's "incorrect". RTE 3.4.4, cmi.interactions.n.result // complaint 16 */
export function resultWord(result: Interaction["result"]): string {
  return result === "incorrect" ? "wrong" : result;
}

/** Options that single characters `[a-z0-9]` can name. */
const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

/** A choice of more options than there are letters goes as fill-in, with the options' numbers. */
export function interactionType(interaction: Interaction): string {
  return isLongChoice(interaction) ? "fill-in" : interaction.type;
}

function isLongChoice({ response }: Interaction): boolean {
  return response.kind === "choices" && response.options.length > LETTERS.length;
}

function choices(chosen: readonly number[], long: boolean): string {
  return clip([...chosen].map((index) => (long ? String(index + 1) : LETTERS.charAt(index))).join(","));
}

/** cmi.interactions.n.student_response by type, RTE 3.4.4; "" = nothing to write. */
export function studentResponse(interaction: Interaction): string {
  const { response } = interaction;
  switch (response.kind) {
    case "choices":
      return choices(response.chosen, isLongChoice(interaction));
    case "boolean":
      return response.value ? "t" : "f";
    case "text":
      return clip(response.values.join(","));
    case "number":
      return number(response);
  }
}

function number({ value, typed }: Extract<Response, { kind: "number" }>): string {
  return Number.isFinite(value) ? decimal(value, 10) : clip(typed);
}

/** cmi.interactions.n.correct_responses.0.pattern by type, RTE 3.4.4; "" = nothing to write. */
export function correctPattern(interaction: Interaction): string {
  const { correct } = interaction;
  switch (correct.kind) {
    case "choices":
      return choices(correct.chosen, isLongChoice(interaction));
    case "boolean":
      return correct.value ? "t" : "f";
    case "text":
      return clip(correct.values.map((accepted) => accepted[0] ?? "").join(","));
    case "number":
      return range(correct);
  }
}

/** SCORM 1.2 knows no range: the one number, or both ends. */
function range({ min, max }: Extract<CorrectResponse, { kind: "number" }>): string {
  return min === max ? decimal(min, 10) : clip(`${decimal(min, 10)},${decimal(max, 10)}`);
}

/** At most 255 UTF-16 units, and no half of a character. */
function clip(text: string): string {
  const clean = text.replace(/[\u0000-\u001f\u007f]+/g, " ");
  return clean.slice(0, TEXT_LIMIT).replace(/[\ud800-\udbff]$/, "");
}
