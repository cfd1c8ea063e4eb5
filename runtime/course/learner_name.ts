/** The learner's name as a page shows it. */

/** What stands after a comma but is no first name. */
const SUFFIX = /^(jr|sr|ii|iii|iv|ph\.?d|m\.?d|b\.?a|m\.?a)\.?$/i;
/** Han, kana, Hangul: the family name comes first, with nothing between. */
const FAMILY_FIRST = /^[\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\s]+$/;

/** SCORM 1.2 RTE 3.4.4, cmi.core.student_name: "Last, First". Anything else stays as it is. */
export function readableName(name: string): string {
  const parts = name.split(",").map((part) => part.trim().replace(/\s+/g, " "));
  const [last = "", first = ""] = parts;
  if (parts.length !== 2 || last === "" || first === "" || SUFFIX.test(first)) return name.trim().replace(/\s+/g, " ");
  return FAMILY_FIRST.test(last + first) ? last + first : `${first} ${last}`;
}
