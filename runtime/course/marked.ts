/** Shows where in a line the words are that somebody searched for. */
import { element } from "../dom.ts";
import { fold } from "./words.ts";

/** Words of scripts without spaces (`words.ts`): they stand anywhere in a run. */
const UNSPACED = /^[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u9fff]/;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** Puts each word of the line that begins with one of `words` (folded) into a `<mark>`, and takes earlier marks away. */
export function markLine(line: HTMLElement, words: readonly string[]): void {
  const parts = splitMarks(line.textContent ?? "", words);
  const nodes = [...line.childNodes];
  if (nodes.length !== parts.length) line.replaceChildren(...parts.map((part, number) => (isMark(number) ? element("mark", {}, part) : part)));
  // With each letter typed most marks only grow: texts that change are less work than new elements.
  else for (const [number, part] of parts.entries()) writeText(nodes[number]?.firstChild ?? nodes[number], part);
}

/** The line's text in parts: one outside of all marks, be it empty, then one in a mark, and so on in turn. */
export function splitMarks(text: string, words: readonly string[]): string[] {
  const marks = findMarks(text, words);
  const edges = [0, ...marks.flat(), text.length];
  return edges.slice(1).map((edge, number) => text.slice(edges[number], edge));
}

function isMark(number: number): boolean {
  return number % 2 === 1;
}

function writeText(node: Node | undefined, text: string): void {
  if (node && node.nodeValue !== text) node.nodeValue = text;
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
