/** Text as words: folded, cut, and each with its stem. */
import { stemmerOf } from "./stems/registry.ts";

export interface Word {
  /** Folded: lower case, no accents. */
  readonly text: string;
  readonly stem: string;
}

/** Scripts without spaces between words: pairs of neighbouring characters stand for them. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}ー]+/gu;
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;
/** Accents, Arabic vowel marks and the stretched line: readers leave them out when they type. */
const MARKS = /[\u0300-\u036f\u064b-\u065f\u0670\u0640]/g;
const KANA_ONLY = /^[\p{Script=Hiragana}ー]+$/u;

const PARTICLE = /[的了在是要么什怎吗呢里和与或有不很会能可以为我你他她它们这那个多少几哪谁就都也把被从到对等]/u;

export function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase().normalize("NFD").replace(MARKS, "").normalize("NFC");
}

/** The words of `text` in their order. `language` is BCP 47. */
export function wordsOf(text: string, language: string): Word[] {
  const stem = stemmerOf(language);
  const words: Word[] = [];
  for (const [piece] of fold(text).matchAll(WORD)) {
    const rest = piece.replace(UNSPACED, (run) => {
      for (const pair of pairsOf(run, language)) words.push({ text: pair, stem: pair });
      return " ";
    });
    for (const part of rest.split(" ")) {
      const bare = withoutClitics(part);
      if (bare !== "") words.push({ text: bare, stem: stem(bare) });
    }
  }
  return words;
}

/** Pairs of kana alone are endings and particles, and so are the commonest characters of Chinese: they tell nothing. */
function pairsOf(run: string, language: string): string[] {
  const letters = [...run];
  if (letters.length === 1) return letters;
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`).filter((pair) => !KANA_ONLY.test(pair) && !(/^zh\b/i.test(language) && PARTICLE.test(pair)));
}

/** "model's" is the model, "l'idée" the idea; "don't" stays one word. */
function withoutClitics(word: string): string {
  return word.replaceAll("’", "'").replace(/^(?:l|d|j|m|n|s|t|c|qu)'(?=\p{L}{2})/u, "").replace(/'s$/, "");
}
