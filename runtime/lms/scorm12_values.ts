/** SCORM 1.2's spellings: pure functions from the port's values to the data types of RTE 3.4.3 and 3.4.4. */
import type { Completion, Interaction, Success } from "./port.ts";

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

/** One word for two: RTE 3.4.4, cmi.core.lesson_status. */
export function lessonStatus(completion: Completion, success: Success): LessonStatus {
  if (success !== "unknown") return success;
  return completion;
}

/** "wrong", not SCORM 2004's "incorrect". RTE 3.4.4, cmi.interactions.n.result // complaint 16 */
export function resultWord(result: Interaction["result"]): string {
  return result === "incorrect" ? "wrong" : result;
}
