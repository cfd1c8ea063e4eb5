/** Short ids of what a learner chooses, orders, matches or rates, the same in every standard. // complaint 15 */

/** SCORM 1.2 knows single characters `[a-z0-9]` only: RTE 3.4.4, cmi.interactions.n.student_response */
const OPTIONS = "abcdefghijklmnopqrstuvwxyz0123456789";
const PLACES = "123456789abcdefghijklmnopqrstuvwxyz";

/** How many options single characters can name. */
export const SHORT_OPTIONS = OPTIONS.length;

/** Options, targets, items and steps: a … z, 0 … 9, then 37, 38, … */
export function optionId(index: number): string {
  return OPTIONS.charAt(index) || String(index + 1);
}

/** Sources and points of a scale: 1 … 9, then a … z. A response on a scale of five reads as the number it is. */
export function placeId(index: number): string {
  return PLACES.charAt(index) || String(index + 1);
}
