/** Says whether a typed text is an accepted one. */

/** What matters: false = it does not. */
export interface TextMatch {
  readonly case: boolean;
  readonly accents: boolean;
  readonly spaces: boolean;
}

export function sameText(accepted: string, typed: string, match: TextMatch): boolean {
  return normalise(accepted, match) === normalise(typed, match);
}

/** Latin, Greek and Cyrillic accents, Hebrew points and Arabic vowel signs: what may be left out. Other scripts' marks are letters. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670]/g;

function normalise(text: string, match: TextMatch): string {
  let plain = straighten(text.normalize("NFC")).trim();
  if (!match.spaces) plain = plain.replace(/\s+/gu, " ");
  // Upper first: "ß" and "SS" are the same then, and so are both lower sigmas.
  if (!match.case) plain = plain.toUpperCase().toLowerCase();
  if (!match.accents) plain = plain.normalize("NFD").replace(ACCENTS, "").normalize("NFC");
  return plain;
}

/** Phones write curly quotes and long hyphens on their own; nobody is wrong for that. */
function straighten(text: string): string {
  return text
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u201c\u201d\u201e]/g, '"')
    .replace(/[\u2010-\u2013]/g, "-")
    // Marks of direction and joining that no one sees.
    .replace(/[\u200b\u200e\u200f\u061c\u2066-\u2069\ufeff]/g, "");
}
