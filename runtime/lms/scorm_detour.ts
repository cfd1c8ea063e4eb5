/**
 * A value to set for a moment so that an LMS which sends changed values only sends the right one again.
 *
 * Moodle takes a value for sent when its commit failed, and never sends it again unless it changes
 * (lms-behaviour: "Sending"). So after a refused commit the doubtful elements make a detour: another value,
 * commit, the right value, commit. The detour of a status is never below what the LMS acknowledged.
 */

/** `interactions.n.id` for `cmi.interactions.3.id`. */
export function elementName(element: string): string {
  return element.replace(/\.\d+(?=\.|$)/g, ".n").replace(/^cmi\./, "");
}

/** Moodle compares numbers: "80.00" is 80 to it. A ten-millionth more, or less at the top, is another number and the same grade. */
export function nudge(value: number, top = 100): string {
  return (value >= top ? value - 1e-7 : value + 1e-7).toFixed(7);
}

export function otherText(value: string, limit: number): string {
  return value.length < limit ? `${value}_` : `${value.slice(0, -1)}${value.endsWith("_") ? "-" : "_"}`;
}

/** A time with another last digit, which is one of its seconds or of their parts. */
export function otherTime(value: string): string {
  return value.replace(/\d(?=\D*$)/, (digit) => (digit === "0" ? "1" : "0"));
}
