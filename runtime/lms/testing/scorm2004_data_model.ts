/** What SCORM 2004 has responses look like (4th RTE 4.2.9), as strictly as the standard has it, and where Moodle is stricter, as that. */

type Rule = (value: string) => boolean;

const matches = (pattern: RegExp): Rule => (value) => pattern.test(value);
const atMost = (length: number): Rule => (value) => value.length <= length;

/** real(10,7); Moodle takes five digits before the point. */
const REAL = /^-?\d{1,5}(\.\d{1,7})?$/;
/** Moodle: words and periods. */
const SHORT_ID = /^[\w.]{1,250}$/;

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
