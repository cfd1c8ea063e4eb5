/** Which values SCORM 2004 allows where (4th RTE 4.1 and 4.2), as strictly as the standard has it, and where Moodle is stricter, as that. */

type Rule = (value: string) => boolean;

const matches = (pattern: RegExp): Rule => (value) => pattern.test(value);
const atMost = (length: number): Rule => (value) => value.length <= length;
const within = (least: number, most: number): Rule => (value) => REAL.test(value) && Number(value) >= least && Number(value) <= most;

/** real(10,7); Moodle takes five digits before the point. */
const REAL = /^-?\d{1,5}(\.\d{1,7})?$/;
const LONG_ID = /^(?!urn:)[\x21-\x7e]{1,4000}$/;
/** Moodle: words and periods. */
const SHORT_ID = /^[\w.]{1,250}$/;
/** One line in Moodle; a brace would open a language. */
const localized = (length: number): Rule => matches(new RegExp(`^(\\{lang=[a-zA-Z]{2,3}(-[a-zA-Z0-9-]{2,8})?\\})?[^{\\n].{0,${length - 1}}$`));
/** Two decimals at most, and a zone only after them: Moodle refuses a bare "Z". */
const TIME = /^(19[7-9]\d|20[0-2]\d|203[0-8])(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3])(:[0-5]\d(:[0-5]\d(\.\d{1,2}(Z|[+-]([01]\d|2[0-3])(:[0-5]\d)?)?)?)?)?)?)?)?$/;
const INTERVAL = /^P(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$/;
const COMPLETION = matches(/^(completed|incomplete|not attempted|unknown)$/);
const SUCCESS = matches(/^(passed|failed|unknown)$/);
const TYPES = /^(true-false|choice|fill-in|long-fill-in|matching|performance|sequencing|likert|numeric|other)$/;

const SCORE: Readonly<Record<string, Rule>> = { scaled: within(-1, 1), raw: matches(REAL), min: matches(REAL), max: matches(REAL) };
const scores = (at: string): [string, Rule][] => Object.entries(SCORE).map(([name, rule]) => [`${at}.score.${name}`, rule]);

const RULES: Readonly<Record<string, Rule>> = {
  "cmi.completion_status": COMPLETION,
  "cmi.success_status": SUCCESS,
  "cmi.progress_measure": within(0, 1),
  ...Object.fromEntries(scores("cmi")),
  "cmi.exit": matches(/^(|time-out|suspend|logout|normal)$/),
  "cmi.location": atMost(1000),
  "cmi.session_time": matches(INTERVAL),
  "cmi.suspend_data": atMost(64_000),
  "cmi.objectives.n.id": matches(LONG_ID),
  ...Object.fromEntries(scores("cmi.objectives.n")),
  "cmi.objectives.n.completion_status": COMPLETION,
  "cmi.objectives.n.success_status": SUCCESS,
  "cmi.objectives.n.progress_measure": within(0, 1),
  "cmi.objectives.n.description": localized(250),
  "cmi.interactions.n.id": matches(LONG_ID),
  "cmi.interactions.n.type": matches(TYPES),
  "cmi.interactions.n.objectives.n.id": matches(LONG_ID),
  "cmi.interactions.n.timestamp": matches(TIME),
  "cmi.interactions.n.weighting": matches(REAL),
  "cmi.interactions.n.result": matches(/^(correct|incorrect|unanticipated|neutral|-?\d{1,5}(\.\d{1,7})?)$/),
  "cmi.interactions.n.latency": matches(INTERVAL),
  "cmi.interactions.n.description": localized(250),
  "adl.nav.request": matches(/^(continue|previous|exit|exitAll|abandon|abandonAll|suspendAll|_none_|\{target=[\w.-]+\}(choice|jump))$/),
};

const parts = (text: string, most: number, rule: Rule): boolean => text.split("[,]").length <= most && text.split("[,]").every(rule);
const pair = (left: Rule, right: Rule): Rule => (text) => {
  const sides = text.split("[.]");
  return sides.length === 2 && left(sides[0] ?? "") && right(sides[1] ?? "");
};
const id = matches(SHORT_ID);
const unique = (text: string): boolean => new Set(text.split("[,]")).size === text.split("[,]").length;

/** RTE 4.2.9.1: what a learner's response looks like, by type. */
const RESPONSES: Readonly<Record<string, Rule>> = {
  "true-false": matches(/^(true|false)$/),
  choice: (text) => parts(text, 36, id) && unique(text),
  "fill-in": (text) => parts(text, 10, atMost(250)),
  "long-fill-in": atMost(4000),
  matching: (text) => parts(text, 36, pair(id, id)),
  performance: (text) => parts(text, 250, pair(id, id)),
  sequencing: (text) => parts(text, 36, id),
  likert: id,
  numeric: matches(REAL),
  other: atMost(4000),
};

/** Types of which there is one right response only: RTE 4.2.9.2. */
const SINGLE = /^(true-false|likert|numeric|other)$/;

/** Null: no such element. */
export function isValid(element: string, value: string): boolean | null {
  const rule = RULES[element.replace(/\.\d+(?=\.|$)/g, ".n")];
  return rule === undefined ? null : rule(value);
}

export function isResponse(type: string, value: string): boolean {
  return RESPONSES[type]?.(value) ?? false;
}

/** RTE 4.2.9.2: as a response, after what is said about case and order; a number is a range. */
export function isPattern(type: string, value: string, index: number): boolean {
  if (SINGLE.test(type) && index > 0) return false;
  if (type === "numeric") {
    const ends = value.split("[:]");
    return ends.length <= 2 && ends.every((end) => REAL.test(end)) && Number(ends[0]) <= Number(ends.at(-1));
  }
  return isResponse(type, value.replace(/^(\{(case_matters|order_matters)=(true|false)\})+/, ""));
}

/** An out-of-range number is another error than a text that is no number. */
export function isRanged(element: string): boolean {
  return /\.(scaled|progress_measure)$/.test(element);
}

export function isReal(value: string): boolean {
  return REAL.test(value);
}
