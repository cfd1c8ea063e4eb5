import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { afterEach, test } from "node:test";
import type { Place } from "./lms/port.ts";
import { decimalMark, formatDate, formatList, formatNumber, joinSentences, message, type Messages, type Text, withGap, writeNumerals } from "./messages.ts";

const folder = new URL(".", import.meta.url);
const english = readFileSync(new URL("../templates/messages/en.yaml", folder), "utf8");
const keys = [...english.matchAll(/^([a-z-]+\.[a-z-]+):/gm)].map(([, key]) => key as string);
const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
  .map((name) => readFileSync(new URL(name, folder), "utf8"))
  .join("\n");
/** The kinds of messages that the runtime uses; other kinds are the templates'. */
const kinds = ["question", "verdict", "quiz", "finish", "result", "saved", "where", "practice", "connection", "page", "read", "home", "overall", "state"];
const literal = new Set([...sources.matchAll(/"([a-z]+\.[a-z][a-z-]*)"/g)].map(([, key]) => key as string).filter((key) => kinds.includes(key.split(".")[0] as string)));

const verdicts = ["right", "partly", "wrong"];
/** Keys whose ends are put on as the page runs. */
const composed = [
  ...["offline", "unreachable", "refused", "session-gone", "not-allowed", "storage-denied"].map((reason) => `connection.${reason}`),
  ...["lms", "lrs", "browser"].flatMap((place) => [`where.score-${place}`, `where.progress-${place}`, `saved.${place}`]),
  ...[...verdicts, "open", "neutral"].map((verdict) => `verdict.${verdict}`),
  ...verdicts.map((verdict) => `verdict.self-${verdict}`),
  ...["right", "wrong", "missed"].map((part) => `question.part-${part}`),
  ...["yes", "partly", "no"].map((check) => `question.check-${check}`),
  ...["new", "opened", "done", "failed", "passed"].map((status) => `state.${status}`),
];
const used = new Set([...literal, ...composed]);

/** What build and browser agree on; tests/model/test_languages.py holds the other side to it. */
const agreed = JSON.parse(readFileSync(new URL("../tests/golden/languages.json", folder), "utf8")) as { language: string; digits: string; numbers: string[]; plurals: string[] }[];
const NUMBERS = [0, 4, 70, 1596, 12345, 1234567];
const COUNTS = [0, 1, 2, 3, 5, 6, 11, 12, 21, 100, 101, 103, 111];

function ship(language: string, messages: Record<string, Text>, more: Partial<Messages> = {}): void {
  globalThis.scormpackMessages = { language, messages, ...more };
}

afterEach(() => {
  globalThis.scormpackMessages = undefined;
});

test("Every text that the runtime asks for is in the English messages", () => {
  assert.ok(used.size > 60, `only ${used.size} found`);
  assert.deepEqual([...used].filter((key) => !keys.includes(key)), []);
});

test("Each place where results go has its words", () => {
  const places: readonly Place[] = ["lms", "lrs", "browser", "site", "memory", "nowhere"];
  assert.deepEqual(places.filter((place) => !keys.includes(`progress.${place}`)), []);
});

test("No English message of the runtime is unused", () => {
  assert.deepEqual(keys.filter((key) => kinds.includes(key.split(".")[0] as string) && !used.has(key)), []);
});

test("No message shouts, and none speaks of SCOs and APIs", () => {
  const texts = english.replace(/^#.*$/gm, "");
  assert.doesNotMatch(texts, /!|\bSCO\b|\bAPI\b|suspend|commit/);
});

test("Values are filled in, numbers as the language writes them", () => {
  ship("de", { "result.score": "Sie haben {score} % von {all}." });
  assert.equal(message("result.score", { score: 1234.5, all: "100" }), "Sie haben 1.234,5 % von 100.");
});

test("The plural form follows the language's own rules", () => {
  ship("pl", { "quiz.points": { one: "{n} punkt", few: "{n} punkty", many: "{n} punktów", other: "{n} punktu" } });
  assert.deepEqual([1, 3, 5, 0.5].map((n) => message("quiz.points", { n })), ["1 punkt", "3 punkty", "5 punktów", "0,5 punktu"]);
});

test("A missing message shows its key's last words and stops nothing", () => {
  assert.equal(message("quiz.finish-now"), "finish now");
});

test("A value that is not given stays visible as a place, and breaks nothing", () => {
  ship("en", { "home.continue": "Continue: {title}" });
  assert.equal(message("home.continue"), "Continue: {title}");
});

test("A language code that the browser refuses falls back to English forms", () => {
  ship("x", { "quiz.points": { one: "{n} point", other: "{n} points" } });
  assert.equal(message("quiz.points", { n: 1 }), "1 point");
});

test("The decimal mark is the language's", () => {
  ship("fr", {});
  assert.equal(decimalMark(), ",");
  assert.equal(formatNumber(0.5), "0,5");
});

test("Numbers and plural forms are those that the build writes", () => {
  const forms = Object.fromEntries(["zero", "one", "two", "few", "many", "other"].map((form) => [form, form]));
  for (const { language, digits, numbers, plurals } of agreed) {
    ship(language, { "a.b": forms }, { digits });
    assert.deepEqual(NUMBERS.map(formatNumber), numbers, language);
    assert.deepEqual(COUNTS.map((n) => message("a.b", { n })), plurals, language);
  }
});

test("The digits are those of the pages, whatever this browser would choose", () => {
  ship("ar", {}, { digits: "arab" });
  assert.deepEqual([formatNumber(70.5), decimalMark()], ["٧٠٫٥", "٫"]);
});

test("What a program wrote gets the language's digits and mark, and keeps its zeros", () => {
  ship("de", {});
  assert.equal(writeNumerals("-1234.50"), "-1234,50");
  assert.equal(writeNumerals("1.5\u20132.5"), "1,5\u20132,5");
  ship("ar-EG", {}, { digits: "arab" });
  assert.equal(writeNumerals("70.5"), "\u0667\u0660\u066b\u0665");
});

test("Lists and days are written in the language of the texts", () => {
  const day = new Date(2026, 10, 23);
  ship("fr", {});
  assert.equal(formatList(["a", "b", "c"]), "a, b et c");
  assert.equal(formatDate(day), "23 novembre 2026");
  ship("ko", {}, { words: "en" });
  assert.equal(formatList(["a", "b", "c"]), "a, b, and c");
  ship("ar", {}, { digits: "arab" });
  assert.match(formatDate(day), /^\u0662\u0663 .* \u0662\u0660\u0662\u0666$/);
});

test("English that stands in counts in English", () => {
  ship("ko", { "quiz.points": { one: "{n} point", other: "{n} points" } }, { words: "en" });
  assert.deepEqual([1, 2].map((n) => message("quiz.points", { n })), ["1 point", "2 points"]);
});

test("A value that runs the other way is set apart from the sentence, and no other", () => {
  ship("ar", { "home.continue": "متابعة: {title}." }, { rtl: true });
  assert.equal(message("home.continue", { title: "C++" }), "متابعة: \u2068C++\u2069.");
  assert.equal(message("home.continue", { title: "الدرس ٣" }), "متابعة: الدرس ٣.");
  ship("en", { "home.continue": "Continue: {title}." });
  assert.equal(message("home.continue", { title: "שיעור" }), "Continue: \u2068שיעור\u2069.");
  assert.equal(message("home.continue", { title: "C++" }), "Continue: C++.");
});

test("Sentences have a space between them, but not after a full-width stop", () => {
  assert.equal(joinSentences(["One.", "", "Two."]), "One. Two.");
  assert.equal(joinSentences(["一。", "二。"]), "一。二。");
  assert.equal(withGap("Right answer:"), "Right answer: ");
  assert.equal(withGap("正解："), "正解：");
});
