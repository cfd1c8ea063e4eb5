import assert from "node:assert/strict";
import { test } from "node:test";
import { wordsOf } from "../words.ts";

/** Words of one line share a stem, those of two lines never do. */
const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  en: [
    "correct corrections corrected correcting correctly",
    "train training trained trainer",
    "plan planned planning plans",
    "rely reliable reliability relies",
    "decide decision deciding decisions",
    "choose chose choice choosing",
    "story stories",
    "private privacy",
    "write wrote written writing writer",
    "summary summarise summarize summaries",
    "number numbers",
    "sing singing",
    "class classes",
  ],
  es: ["corrección correcciones", "gato gatos gata", "hablar hablando hablado hablaron", "rápido rápidamente"],
  fr: ["correction corrections", "travailler travaillé travaillent", "rapide rapidement rapides", "chat chats"],
  de: ["Prüfung Prüfungen prüfen geprüft", "Kind Kinder Kindern", "schnell schnelle schneller", "Haus Hauses"],
  pt: ["correção correções", "falar falando falado falaram", "rápido rapidamente", "casa casas"],
  ar: ["كتاب الكتاب والكتاب", "معلم المعلمون معلمة", "سؤال السؤال", "غير أغير يغير تغير أغيرها"],
  hi: ["लड़का लड़के लड़कों", "किताब किताबें किताबों"],
};

for (const [language, families] of Object.entries(FAMILIES)) {
  test(`forms of a word share a stem, and no two words do: ${language}`, () => {
    const stems = families.map((family) => new Set(wordsOf(family, language).map(({ stem }) => stem)));
    for (const [index, found] of stems.entries()) assert.equal(found.size, 1, `${families[index]}: ${[...found].join(" ")}`);
    assert.equal(new Set(stems.flatMap((found) => [...found])).size, families.length);
  });
}

test("a language without a stemmer keeps its words", () => {
  assert.deepEqual(wordsOf("Talot talossa", "fi").map(({ stem }) => stem), ["talot", "talossa"]);
});
