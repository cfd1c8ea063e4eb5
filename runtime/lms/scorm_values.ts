/** Spellings that the SCORM standards share: pure functions. */

/** CMIIdentifier of SCORM 1.2 (RTE 3.4.3); SCORM 2004 takes 4,000. */
const ID_LIMIT = 255;

/** No exponent, no comma, no needless zeros. SCORM 1.2 RTE 3.4.3, CMIDecimal; 2004 4th RTE 4.1.1.8, real(10,7) */
export function decimal(value: number, places = 2): string {
  const text = value.toFixed(places);
  const plain = text.includes(".") ? text.replace(/\.?0+$/, "") : text;
  return plain === "-0" ? "0" : plain;
}

/** No spaces, printable ASCII. SCORM 1.2 RTE 3.4.3, CMIIdentifier; 2004 4th RTE 4.1.1.4 // complaint 15 */
export function identifier(id: string): string {
  return id.replace(/[^\x21-\x7e]/g, "_").slice(0, ID_LIMIT);
}

/** One line of at most so many UTF-16 units, and no half of a character. */
export function clip(text: string, limit: number): string {
  const clean = text.replace(/[\u0000-\u001f\u007f]+/g, " ");
  return clean.slice(0, limit).replace(/[\ud800-\udbff]$/, "");
}
