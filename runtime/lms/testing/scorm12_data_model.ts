/** Which values SCORM 1.2 allows where (RTE 3.4.3 and 3.4.4), as strictly as the standard has it. */

type Rule = (value: string) => boolean;

const matches = (pattern: RegExp): Rule => (value) => pattern.test(value);
const atMost = (length: number): Rule => (value) => value.length <= length;
const percent: Rule = (value) => value === "" || (/^\d{1,3}(\.\d+)?$/.test(value) && Number(value) <= 100);
const identifier = matches(/^[\x21-\x7e]{1,255}$/);
const status = matches(/^(passed|completed|failed|incomplete|browsed)$/);
const timespan = matches(/^\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?$/);

const RULES: Readonly<Record<string, Rule>> = {
  "cmi.core.lesson_location": atMost(255),
  "cmi.core.lesson_status": status,
  "cmi.core.exit": matches(/^(|time-out|suspend|logout)$/),
  "cmi.core.session_time": timespan,
  "cmi.core.score.raw": percent,
  "cmi.core.score.min": percent,
  "cmi.core.score.max": percent,
  "cmi.suspend_data": atMost(4096),
  "cmi.objectives.n.id": identifier,
  "cmi.objectives.n.score.raw": percent,
  "cmi.objectives.n.score.min": percent,
  "cmi.objectives.n.score.max": percent,
  "cmi.objectives.n.status": matches(/^(passed|completed|failed|incomplete|browsed|not attempted)$/),
  "cmi.interactions.n.id": identifier,
  "cmi.interactions.n.objectives.n.id": identifier,
  "cmi.interactions.n.time": matches(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/),
  "cmi.interactions.n.type": matches(/^(true-false|choice|fill-in|matching|performance|likert|sequencing|numeric)$/),
  "cmi.interactions.n.correct_responses.n.pattern": atMost(255),
  "cmi.interactions.n.weighting": matches(/^-?\d{1,3}(\.\d+)?$/),
  "cmi.interactions.n.student_response": atMost(255),
  "cmi.interactions.n.result": matches(/^(correct|wrong|unanticipated|neutral|-?\d+(\.\d+)?)$/),
  "cmi.interactions.n.latency": timespan,
};

/** Null: no such element. */
export function isValid(element: string, value: string): boolean | null {
  const rule = RULES[element.replace(/\.\d+(?=\.|$)/g, ".n")];
  return rule === undefined ? null : rule(value);
}
