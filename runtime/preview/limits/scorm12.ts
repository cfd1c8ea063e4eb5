/**
 * What SCORM 1.2 allows where (RTE 3.4.3 and 3.4.4), as strictly as the standard has it; most LMSs are laxer.
 * The adapters' tests judge by this table, and the preview warns by it.
 */
import type { Limit } from "./limit.ts";
import { atMost, faultOf, limitOf, matching } from "./limit.ts";

const percent: Limit = { allows: (value) => value === "" || (/^\d{1,3}(\.\d+)?$/.test(value) && Number(value) <= 100), says: "a number from 0 to 100, or nothing" };
const identifier = matching(/^[\x21-\x7e]{1,255}$/, "1 to 255 ASCII characters without spaces");
const status = matching(/^(passed|completed|failed|incomplete|browsed)$/, "passed, completed, failed, incomplete or browsed");
const timespan = matching(/^\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?$/, "a timespan such as 0000:07:30.00");

const LIMITS: Readonly<Record<string, Limit>> = {
  "cmi.core.lesson_location": atMost(255),
  "cmi.core.lesson_status": status,
  "cmi.core.exit": matching(/^(|time-out|suspend|logout)$/, "time-out, suspend, logout or nothing"),
  "cmi.core.session_time": timespan,
  "cmi.core.score.raw": percent,
  "cmi.core.score.min": percent,
  "cmi.core.score.max": percent,
  "cmi.suspend_data": atMost(4096),
  "cmi.comments": atMost(4096),
  "cmi.objectives.n.id": identifier,
  "cmi.objectives.n.score.raw": percent,
  "cmi.objectives.n.score.min": percent,
  "cmi.objectives.n.score.max": percent,
  "cmi.objectives.n.status": matching(/^(passed|completed|failed|incomplete|browsed|not attempted)$/, "a lesson status"),
  "cmi.interactions.n.id": identifier,
  "cmi.interactions.n.objectives.n.id": identifier,
  "cmi.interactions.n.time": matching(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/, "a time of day such as 14:05:00"),
  "cmi.interactions.n.type": matching(/^(true-false|choice|fill-in|matching|performance|likert|sequencing|numeric)$/, "one of the eight types of SCORM 1.2"),
  "cmi.interactions.n.correct_responses.n.pattern": atMost(255),
  "cmi.interactions.n.weighting": matching(/^-?\d{1,3}(\.\d+)?$/, "a number"),
  "cmi.interactions.n.student_response": atMost(255),
  "cmi.interactions.n.result": matching(/^(correct|wrong|unanticipated|neutral|-?\d+(\.\d+)?)$/, "correct, wrong, unanticipated, neutral or a number"),
  "cmi.interactions.n.latency": timespan,
  "cmi.student_preference.audio": matching(/^-?\d{1,3}$/, "-1 to 100"),
  "cmi.student_preference.language": atMost(255),
  "cmi.student_preference.speed": matching(/^-?\d{1,3}$/, "-100 to 100"),
  "cmi.student_preference.text": matching(/^(-1|0|1)$/, "-1, 0 or 1"),
};

/** Null: no such element. */
export function isValid(element: string, value: string): boolean | null {
  return limitOf(LIMITS, element)?.allows(value) ?? null;
}

/** What the value must be and is not, in words; null where a strict LMS takes it. */
export function limitFault(element: string, value: string): string | null {
  const limit = limitOf(LIMITS, element);
  if (limit === undefined) return "it is no element of SCORM 1.2 that a SCO may set";
  return faultOf(limit, value);
}
