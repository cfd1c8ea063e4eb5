/** Shows where in a line the words are that somebody searched for. */
import { element } from "../dom.ts";
import { fold } from "./words.ts";

/** Words of scripts without spaces (`words.ts`): they stand anywhere in a run. */
const UNSPACED = /^[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u9fff]/;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** The line as nodes, each of its words that begins with one of `words` (folded) in a `<mark>`. */
export function markWords(line: string, words: readonly string[]): (string | HTMLElement)[] {
  const parts: (string | HTMLElement)[] = [];
  let done = 0;
  for (const [from, to] of findMarks(line, words)) {
    parts.push(line.slice(done, from), element("mark", {}, line.slice(from, to)));
    done = to;
  }
  parts.push(line.slice(done));
  return parts.filter((part) => part !== "");
}

/** Most words come again and again, on every key. */
const foldings = new Map<string, string>();

function foldCached(token: string): string {
  const known = foldings.get(token);
  if (known !== undefined) return known;
  const folded = fold(token);
  if (foldings.size > 5000) foldings.clear();
  foldings.set(token, folded);
  return folded;
}

/** Where the marks begin and end, in order, none over another. */
export function findMarks(line: string, words: readonly string[]): [number, number][] {
  const marks: [number, number][] = [];
  for (const match of line.matchAll(WORD)) {
    const [token] = match;
    const folded = foldCached(token);
    if (words.some((word) => folded.startsWith(word) && !UNSPACED.test(word))) marks.push([match.index, match.index + token.length]);
    else if (folded.length === token.length) marks.push(...findInRun(folded, words).map(([from, to]): [number, number] => [match.index + from, match.index + to]));
  }
  return marks;
}

/** Pairs of characters that stand anywhere in a run without spaces; neighbouring ones are one mark. */
function findInRun(run: string, words: readonly string[]): [number, number][] {
  const marks: [number, number][] = [];
  for (let at = 0; at < run.length; at++) {
    const word = words.find((one) => UNSPACED.test(one) && run.startsWith(one, at));
    const last = marks.at(-1);
    if (word === undefined) continue;
    if (last && at <= last[1]) last[1] = at + word.length;
    else marks.push([at, at + word.length]);
  }
  return marks;
}
