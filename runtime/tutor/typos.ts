/** Finds the word that a misspelt one was meant to be. */

/** Longer words bear two slips, short ones none: "form" is no slip of "from". */
function allowance(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

/** The nearest of `known`; null where none is near. A slip in the first letter is rare, so it must agree or be swapped with the second. */
export function mend(word: string, known: Iterable<string>): string | null {
  const most = allowance(word.length);
  if (most === 0 || /\d/.test(word)) return null;
  let best: string | null = null;
  let least = most + 1;
  for (const candidate of known) {
    if (candidate.length < 4 || Math.abs(candidate.length - word.length) >= least) continue;
    if (candidate[0] !== word[0] && !(candidate[0] === word[1] && candidate[1] === word[0])) continue;
    const slips = distance(word, candidate, least - 1);
    // One letter for another makes a real word of a short one: "bread" is no slip of "break".
    if (candidate.length === word.length && word.length < 6 && !isSwapped(word, candidate)) continue;
    if (slips < least) [best, least] = [candidate, slips];
  }
  return best;
}

function isSwapped(one: string, other: string): boolean {
  return [...one].sort().join("") === [...other].sort().join("");
}

/** Letters changed, added, left out or swapped with their neighbour (optimal string alignment); more than `most`: `most + 1`. */
export function distance(one: string, other: string, most: number): number {
  let before: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const cost = one[row - 1] === other[column - 1] ? 0 : 1;
      let slips = Math.min((above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (above[column - 1] ?? 0) + cost);
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (swapped) slips = Math.min(slips, (before[column - 2] ?? 0) + 1);
      current.push(slips);
    }
    if (Math.min(...current) > most) return most + 1;
    [before, above] = [above, current];
  }
  return Math.min(above[other.length] ?? 0, most + 1);
}
