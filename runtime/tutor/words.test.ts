import assert from "node:assert/strict";
import { test } from "node:test";
import { fold, wordsOf } from "./words.ts";

function texts(text: string, language = "en"): string[] {
  return wordsOf(text, language).map((word) => word.text);
}

test("case, accents, Arabic vowel marks and full width do not matter", () => {
  assert.equal(fold("Élève"), "eleve");
  assert.equal(fold("كِتَابٌ"), "كتاب");
  assert.equal(fold("ＪＳＯＮ"), "json");
  assert.equal(fold("हिंदी"), "हिंदी");
  assert.equal(fold("ガード"), "ガード");
});

test("words are cut at hyphens and signs, and lose their clitics", () => {
  assert.deepEqual(texts("The model's fine-tuning (40 %)"), ["the", "model", "fine", "tuning", "40"]);
  assert.deepEqual(texts("don’t"), ["don't"]);
  assert.deepEqual(texts("L’idée d'une élève", "fr"), ["idee", "une", "eleve"]);
});

test("where no spaces stand between words, neighbouring characters are pairs", () => {
  assert.deepEqual(texts("温度设置", "zh"), ["温度", "度设", "设置"]);
  assert.deepEqual(texts("モデルとは JSON", "ja"), ["モデ", "デル", "ルと", "json"]);
});
