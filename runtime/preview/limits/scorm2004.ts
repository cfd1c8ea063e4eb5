/**
 * What SCORM 2004 (4th edition RTE 4.2) promises to keep, and which words it knows; an LMS may refuse the rest.
 * The adapter's tests judge by this table, and the preview warns by it.
 */
import type { Limit } from "./limit.ts";
import { atMost, faultOf, limitOf, matching } from "./limit.ts";

const uri: Limit = { allows: (value) => /^\S{1,4000}$/.test(value), says: "a URI of 1 to 4,000 characters" };
// Moodle takes five digits before the point.
const decimal = matching(/^-?\d{1,5}(\.\d{1,7})?$/, "a number of at most five digits and seven decimals");
const unit: Limit = { allows: (value) => /^-?\d(\.\d{1,7})?$/.test(value) && Math.abs(Number(value)) <= 1, says: "a number from -1 to 1" };
const share: Limit = { allows: (value) => /^\d(\.\d{1,7})?$/.test(value) && Number(value) <= 1, says: "a number from 0 to 1" };
const duration = matching(/^P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$/, "a duration such as PT7M30S, with hundredths at the finest");
// RTE 4.1.1.9: hundredths at the finest, and a zone only after them; Moodle refuses a bare Z and thousandths (406).
const moment = matching(/^\d{4}(-\d\d(-\d\d(T\d\d(:\d\d(:\d\d(\.\d{1,2}(Z|[+-]\d\d(:\d\d)?)?)?)?)?)?)?)?$/, "a moment such as 2026-11-25T14:05:00.00Z, with hundredths at the finest, and a zone after them only");
// RTE 4.1.1.2: a brace at its beginning opens a language; Moodle takes one line.
const localized = (length: number): Limit =>
  matching(new RegExp(`^(\\{lang=[a-zA-Z]{2,3}(-[a-zA-Z0-9-]{2,8})?\\})?([^{\\n].{0,${length - 1}})?$`), `one line of at most ${length.toLocaleString("en")} characters, and no brace at its beginning`);
const success = matching(/^(passed|failed|unknown)$/, "passed, failed or unknown");
const completion = matching(/^(completed|incomplete|not attempted|unknown)$/, "completed, incomplete, not attempted or unknown");

const LIMITS: Readonly<Record<string, Limit>> = {
  "cmi.completion_status": completion,
  "cmi.success_status": success,
  "cmi.exit": matching(/^(time-out|suspend|logout|normal|)$/, "time-out, suspend, logout, normal or nothing"),
  "cmi.location": atMost(1000),
  "cmi.suspend_data": atMost(64_000),
  "cmi.progress_measure": share,
  "cmi.session_time": duration,
  "cmi.score.scaled": unit,
  "cmi.score.raw": decimal,
  "cmi.score.min": decimal,
  "cmi.score.max": decimal,
  "cmi.comments_from_learner.n.comment": atMost(4000),
  "cmi.comments_from_learner.n.location": atMost(250),
  "cmi.comments_from_learner.n.timestamp": moment,
  "cmi.interactions.n.id": uri,
  "cmi.interactions.n.type": matching(/^(true-false|choice|fill-in|long-fill-in|likert|matching|performance|sequencing|numeric|other)$/, "one of the ten types of SCORM 2004"),
  "cmi.interactions.n.objectives.n.id": uri,
  "cmi.interactions.n.timestamp": moment,
  "cmi.interactions.n.correct_responses.n.pattern": atMost(4000),
  "cmi.interactions.n.weighting": decimal,
  "cmi.interactions.n.learner_response": atMost(4000),
  "cmi.interactions.n.result": matching(/^(correct|incorrect|unanticipated|neutral|-?\d+(\.\d+)?)$/, "correct, incorrect, unanticipated, neutral or a number"),
  "cmi.interactions.n.latency": duration,
  "cmi.interactions.n.description": localized(250),
  "cmi.objectives.n.id": uri,
  "cmi.objectives.n.score.scaled": unit,
  "cmi.objectives.n.score.raw": decimal,
  "cmi.objectives.n.score.min": decimal,
  "cmi.objectives.n.score.max": decimal,
  "cmi.objectives.n.success_status": success,
  "cmi.objectives.n.completion_status": completion,
  "cmi.objectives.n.progress_measure": share,
  "cmi.objectives.n.description": localized(250),
  "cmi.learner_preference.audio_level": decimal,
  "cmi.learner_preference.language": atMost(250),
  "cmi.learner_preference.delivery_speed": decimal,
  "cmi.learner_preference.audio_captioning": matching(/^(-1|0|1)$/, "-1, 0 or 1"),
  "adl.nav.request": matching(/^(continue|previous|exit|exitAll|abandon|abandonAll|suspendAll|_none_|\{target=.+\}(choice|jump))$/, "a navigation request"),
};

/** Null: no such element. */
export function isValid(element: string, value: string): boolean | null {
  return limitOf(LIMITS, element)?.allows(value) ?? null;
}

/** What the value must be and is not, in words; null where a strict LMS takes it. */
export function limitFault(element: string, value: string): string | null {
  if (element.startsWith("adl.data.")) return null;
  const limit = limitOf(LIMITS, element);
  if (limit === undefined) return "it is no element of SCORM 2004 that a SCO may set";
  return faultOf(limit, value);
}
