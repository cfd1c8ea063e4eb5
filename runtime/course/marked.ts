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
  const pairs = words.filter((word) => UNSPACED.test(word));
  const others = words.filter((word) => !pairs.includes(word));
  for (const { 0: token, index } of line.matchAll(WORD)) {
    const folded = foldCached(token);
    if (others.some((word) => folded.startsWith(word))) marks.push([index, index + token.length]);
    else if (pairs.length > 0) marks.push(...findInRun(token, pairs).map(([from, to]): [number, number] => [index + from, index + to]));
  }
  return marks;
}

/** Pairs of characters that stand anywhere in a run without spaces; neighbouring ones are one mark. */
function findInRun(token: string, pairs: readonly string[]): [number, number][] {
  const marks: [number, number][] = [];
  const { run, edges } = foldLetters(token);
  for (let at = 0; at < run.length; at++) {
    const pair = pairs.find((one) => run.startsWith(one, at));
    if (pair === undefined) continue;
    const [from] = edges[at] as [number, number];
    const [, to] = edges[at + pair.length - 1] as [number, number];
    const last = marks.at(-1);
    if (last && from <= last[1]) last[1] = to;
    else marks.push([from, to]);
  }
  return marks;
}

/** A run folded letter by letter, and where each of its characters comes from: ガ becomes two. */
function foldLetters(token: string): { run: string; edges: [number, number][] } {
  let run = "";
  let end = 0;
  const edges: [number, number][] = [];
  for (const letter of token) {
    const folded = foldCached(letter);
    run += folded;
    end += letter.length;
    for (let unit = 0; unit < folded.length; unit++) edges.push([end - letter.length, end]);
  }
  return { run, edges };
}
