import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { afterEach, test } from "node:test";
import { decimalMark, formatNumber, message, type Text } from "./messages.ts";

const folder = new URL(".", import.meta.url);
const english = readFileSync(new URL("../templates/messages/en.yaml", folder), "utf8");
const keys = [...english.matchAll(/^([a-z-]+\.[a-z-]+):/gm)].map(([, key]) => key as string);
const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
  .map((name) => readFileSync(new URL(name, folder), "utf8"))
  .join("\n");
/** The kinds of messages that the runtime uses; other kinds are the templates'. */
const kinds = ["question", "verdict", "quiz", "finish", "result", "saved", "where", "practice", "connection", "page", "read", "home", "overall", "state"];
const used = new Set([...sources.matchAll(/"([a-z]+\.[a-z][a-z-]*)"/g)].map(([, key]) => key as string).filter((key) => kinds.includes(key.split(".")[0] as string)));

function ship(language: string, messages: Record<string, Text>): void {
  globalThis.scormpackMessages = { language, messages };
}

afterEach(() => {
  globalThis.scormpackMessages = undefined;
});

test("Every text that the runtime asks for is in the English messages", () => {
  assert.ok(used.size > 60, `only ${used.size} found`);
  assert.deepEqual([...used].filter((key) => !keys.includes(key)), []);
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
