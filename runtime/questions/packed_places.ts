/** Codes a list of small numbers, one to a character of `[A-Za-z0-9_-]`. */
import { ALPHABET } from "./packed_set.ts";

/** Stands for none; so the numbers stay below 63. */
const NONE = ALPHABET.charAt(63);

export function packPlaces(places: readonly (number | null)[]): string {
  return places.map((place) => (place === null ? NONE : ALPHABET.charAt(place))).join("");
}

/** Null where it names a number of `size` or more, or is no such code. */
export function unpackPlaces(packed: string, size: number): (number | null)[] | null {
  const places = [...packed].map((character) => (character === NONE ? null : ALPHABET.indexOf(character)));
  return places.every((place) => place === null || (place >= 0 && place < size)) ? places : null;
}
