import assert from "node:assert/strict";
import { test } from "node:test";
import { formsIn } from "./forms.ts";
import { fold } from "./words.ts";

/** Whether a search for the one, in a course of this language, finds the other as a form of it. */
function stands(language: string, typed: string, word: string): boolean {
  return formsIn(language)(fold(typed)).whole.includes(fold(word));
}

test("One form of a word stands for another, in each language that has forms", () => {
  for (const [language, typed, word] of [
    ["en", "prompts", "prompt"],
    ["en-GB", "studies", "study"],
    ["en", "planned", "plan"],
    ["en", "writing", "write"],
    ["de", "Antworten", "Antwort"],
    ["de", "Häuser", "Haus"],
    ["fr", "modèles", "modèle"],
    ["fr", "journaux", "journal"],
    ["es", "lecciones", "lección"],
    ["es", "raíces", "raíz"],
    ["pt", "lições", "lição"],
    ["pt", "imagens", "imagem"],
    ["ar", "كلمات", "كلمة"],
    ["ar", "الكلمات", "كلمة"],
    ["hi", "किताबों", "किताब"],
    ["hi", "लड़के", "लड़का"],
    ["hi", "पत्तियाँ", "पत्ती"],
    ["hi", "मिठाइयाँ", "मिठाई"],
    ["hi", "कक्षाएँ", "कक्षा"],
  ] as const) {
    assert.ok(stands(language, typed, word), `${language}: ${typed}, ${word}`);
  }
});

test("A short root is of too many words, and other words stay other words", () => {
  assert.deepEqual(formsIn("en")("his").whole, []);
  assert.ok(!stands("en", "promptly", "prompt"));
  assert.deepEqual(formsIn("ja")("学習"), { begun: [], whole: [] });
});

test("An Arabic word is sought with what may stand before it", () => {
  assert.ok(formsIn("ar")("نموذج").begun.includes("والنموذج"));
  assert.ok(formsIn("ar")("النموذج").begun.includes("نموذج"));
});
