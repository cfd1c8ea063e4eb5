import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { LessonEntry } from "../page/data.ts";
import { formsIn } from "./forms.ts";
import { findMarks, splitMarks } from "./marked.ts";
import { nearestLessons } from "./nearest.ts";
import { search } from "./search.ts";
import { PLACE, SearchIndex, type SearchData } from "./search_index.ts";
import { restAfterOneMistake } from "./spelling.ts";
import { fold, splitWords } from "./words.ts";

interface Golden {
  readonly lessons: readonly (readonly [string, string, string, string])[];
  readonly index: SearchData;
  readonly folded: Readonly<Record<string, string>>;
}

const golden = JSON.parse(readFileSync(new URL("../../tests/golden/search_index.json", import.meta.url), "utf8")) as Golden;
const index = new SearchIndex(golden.index, golden.lessons.length);
const entries = golden.lessons.map(([title], number): LessonEntry => ({ id: `l${number}`, iri: "", title, href: `lessons/l${number}.html`, points: 0, passMark: null }));

function find(typed: string, language = "en"): readonly number[] {
  return search(index, typed, formsIn(language)).lessons;
}

test("Texts are folded as the build folds them", () => {
  assert.deepEqual(Object.fromEntries(Object.keys(golden.folded).map((text) => [text, fold(text)])), golden.folded);
});

test("Every word of every lesson finds that lesson, at its best place, and no lesson without it", () => {
  const words = new Set(golden.lessons.flatMap((fields) => fields.flatMap((text) => splitWords(text))).filter((word) => word.length > 1));
  const order = [PLACE.title, PLACE.term, PLACE.summary, PLACE.text];
  for (const word of words) {
    const [from, to] = index.range(word);
    assert.equal(index.words[from], word);
    assert.ok(to > from);
    const best = new Uint8Array(index.lessons);
    index.raise(from, best);
    const naive = golden.lessons.map((fields) => order.find((_, field) => splitWords(fields[field] ?? "").includes(word)) ?? PLACE.none);
    assert.deepEqual([...best], naive, word);
    assert.equal(index.count(from), naive.filter((place) => place !== PLACE.none).length, word);
  }
});

test("All words must be there, each may go on, and the better place comes first", () => {
  assert.deepEqual(find("prompt"), [1, 0, 3]);
  assert.deepEqual(find("pro"), [1, 0, 3]);
  assert.deepEqual(find("prompt brief"), [0]);
  assert.deepEqual(find("prompt unheardof"), []);
  assert.equal(find("common").length, 120);
  assert.deepEqual(find("common rare"), [6, 37, 68, 99]);
});

test("Accents, case, scripts without spaces and Arabic spellings make no difference", () => {
  assert.deepEqual(find("cafe THE"), [3]);
  assert.deepEqual(find("strasse"), [3]);
  assert.deepEqual(find("学习"), [4]);
  assert.deepEqual(find("模型会"), [4]);
  assert.deepEqual(find("学"), [4]);
  assert.deepEqual(find("مقدمه"), [5]);
  assert.deepEqual(find("اسئله 12"), [5]);
});

test("A word finds its other forms as well", () => {
  assert.deepEqual(find("prompts"), [1, 0, 3], "a title before a text");
  assert.deepEqual(find("briefs"), [0]);
  assert.deepEqual(find("claims"), [2]);
  assert.deepEqual(find("dating"), [2], "dates");
  const other = new SearchIndex(golden.index, golden.lessons.length);
  assert.deepEqual(search(other, "prompts", formsIn("xx")).lessons, [0, 3], "of a language that nothing is known of, each word is what it is");
  assert.deepEqual(search(index, "prompting", formsIn("en")).corrected, []);
});

test("Arabic words are found with the article and without", () => {
  assert.deepEqual(find("المقدمة", "ar"), find("مقدمة", "ar"));
  assert.ok(find("المقدمة", "ar").includes(5));
});

test("A word that begins none is searched for with one mistake mended, and said", () => {
  assert.deepEqual(search(index, "promt", formsIn("en")).corrected, [["promt", "prompt"]]);
  assert.deepEqual(search(index, "sorce", formsIn("en")).corrected, [["sorce", "source"]]);
  assert.deepEqual(find("sorce"), [2]);
  assert.deepEqual(search(index, "modles", formsIn("en")).corrected, [["modles", "modeles"]]);
  assert.deepEqual(search(index, "zzzz", formsIn("en")).corrected, []);
  assert.deepEqual(search(index, "xat", formsIn("en")).corrected, [], "short words have too many neighbours");
});

test("Runs hold every word once, in order, and those of a run begin with the same two letters", () => {
  const words = index.runs.flatMap(([from, to]) => index.words.slice(from, to));
  assert.deepEqual(words, index.words);
  const beginnings = index.runs.map(([from, to]) => new Set(index.words.slice(from, to).map((word) => word.slice(0, 2))));
  assert.ok(beginnings.every((two) => two.size === 1));
  assert.equal(new Set(beginnings.flatMap((two) => [...two])).size, beginnings.length);
  assert.deepEqual(new SearchIndex({ words: "", lists: "" }, 0).runs, []);
});

test("One letter wrong, missing, too many or two swapped is one mistake; more is none", () => {
  for (const [typed, word, rest] of [
    ["brxef", "brief", 0],
    ["bref", "brief", 0],
    ["briief", "brief", 0],
    ["breif", "brief", 0],
    ["trasfo", "transformer", 4],
    ["bxxef", "brief", null],
    ["brie", "chef", null],
    ["claip", "clairvoyance", null],
  ] as const) {
    assert.equal(restAfterOneMistake(typed, word), rest, `${typed} ${word}`);
  }
});

test("Marks stand where the words begin, in runs without spaces anywhere, and keep what is around them", () => {
  assert.deepEqual(findMarks("Prompt, a PROMPTING café", ["prompt", "cafe"]), [[0, 6], [10, 19], [20, 24]]);
  assert.deepEqual(findMarks("学习模型", ["模型"]), [[2, 4]]);
  assert.deepEqual(findMarks("人工智能入门", ["人工", "工智"]), [[0, 3]]);
  assert.deepEqual(findMarks("緑茶のカテキンは", splitWords("かてきん")), [[3, 7]]);
  assert.deepEqual(findMarks("都市ガスの使い方", splitWords("ガス")), [[2, 4]]);
  assert.deepEqual(findMarks("都市ｶﾞｽの使い方", splitWords("がす")), [[2, 5]]);
  assert.deepEqual(findMarks("nothing", ["x"]), []);
});

test("A line comes apart into what is outside of marks and inside, in turn, and loses nothing", () => {
  assert.deepEqual(splitMarks("Prompt, a PROMPTING café", ["prompt"]), ["", "Prompt", ", a ", "PROMPTING", " café"]);
  assert.deepEqual(splitMarks("a prompt", ["prompt"]), ["a ", "prompt", ""]);
  assert.deepEqual(splitMarks("nothing", ["x"]), ["nothing"]);
  assert.deepEqual(splitMarks("", ["x"]), [""]);
});

test("The lessons nearest to a question are those that its rare words stand for", () => {
  const near = (question: string): string[] => nearestLessons(index, entries, question, 2).map(({ id }) => id);
  assert.deepEqual(near("How do I find the primary source of a claim?").slice(0, 1), ["l2"]);
  assert.deepEqual(near("Should we fine-tune a prompting model?").slice(0, 1), ["l1"]);
  assert.deepEqual(near("common words"), [], "what nearly all lessons say tells none from another");
  assert.deepEqual(near("xylophones"), []);
  assert.deepEqual(nearestLessons(index, entries, "brief", 1), [{ id: "l0", title: "Write a clear brief", href: "lessons/l0.html" }]);
});

test("A word sought again, or after many others, has the same holders", () => {
  const fresh = (): SearchIndex => new SearchIndex(golden.index, golden.lessons.length);
  const one = fresh();
  assert.ok(one.firstLetters.includes("p") && one.firstLetters.every((letter) => [...letter].length === 1));
  const before = one.holders("pro");
  assert.equal(one.holders("pro"), before);
  for (const word of one.words) one.holders(word);
  assert.deepEqual(one.holders("pro"), before);
  assert.deepEqual(search(one, "common rare", formsIn("en")), search(fresh(), "common rare", formsIn("en")));
});
