import assert from "node:assert/strict";
import { test } from "node:test";
import { fold, inKatakana, katakanaIn, wordsOf } from "./words.ts";

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

test("where no spaces stand between words, characters and pairs of neighbours do", () => {
  assert.deepEqual(texts("温度设置", "zh"), ["温", "温度", "度", "度设", "设", "设置", "置"]);
  assert.deepEqual(texts("为什么会涩", "zh"), ["涩"]);
});

test("particles, endings, and what joins a word to the next are no words of Japanese", () => {
  assert.deepEqual(texts("モデルとは JSON", "ja"), ["モデ", "デル", "json"]);
  assert.deepEqual(texts("玉露は熱い", "ja"), ["玉", "玉露", "露", "熱", "熱い"]);
  assert.deepEqual(texts("うま味って何", "ja"), ["ま味", "味", "何"]);
});

test("a longer word of katakana is known in hiragana and in half width, and particles stay what they are", () => {
  assert.deepEqual(katakanaIn("ｶﾃｷﾝとお茶のビール、メモ"), ["カテキン", "ビール"]);
  assert.equal(inKatakana("かてきんとは", ["カテキン"]), "カテキンとは");
  assert.equal(inKatakana("ですから", ["デスク"]), "ですから");
  assert.equal(inKatakana("JSON", []), "json");
});
