/** Codes a set of small numbers, six of them to a character of `[A-Za-z0-9_-]`. */
export const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const BITS = 6;

/** A set of numbers below `size`. Forty characters hold the 240 options that a question may have. */
export function packSet(members: readonly number[], size: number): string {
  const groups = Array.from({ length: Math.ceil(size / BITS) }, () => 0);
  for (const member of members) {
    const group = Math.floor(member / BITS);
    groups[group] = (groups[group] ?? 0) | (1 << (member % BITS));
  }
  return groups.map((group) => ALPHABET.charAt(group)).join("");
}

/** The set, smallest first; null where it names a number beyond `size` or is no such code. */
export function unpackSet(packed: string, size: number): number[] | null {
  const members: number[] = [];
  for (const [at, character] of [...packed].entries()) {
    const group = ALPHABET.indexOf(character);
    if (group < 0) return null;
    for (let bit = 0; bit < BITS; bit++) if (group & (1 << bit)) members.push(at * BITS + bit);
  }
  return members.every((member) => member < size) ? members : null;
}
