/** Text as words: folded, cut, and each with its stem. */
import { stemmerOf } from "./stems/registry.ts";

export interface Word {
  /** Folded: lower case, no accents. */
  readonly text: string;
  readonly stem: string;
}

/** Scripts without spaces between words: characters and pairs of neighbours stand for them. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}ー]+/gu;
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;
/** Accents, Arabic vowel marks and the stretched line: readers leave them out when they type. */
const MARKS = /[\u0300-\u036f\u064b-\u065f\u0670\u0640]/g;
const KANA_ONLY = /^[\p{Script=Hiragana}ー]+$/u;
/** Words of katakana long enough to be meant by whoever writes them in hiragana, in which endings are written. */
const KATAKANA_WORD = /[ァ-ヶ][ァ-ヶー]{2,}/g;
const HAN = /^\p{Script=Han}$/u;
/** Of Japanese: an ending or particle with what follows it, and a word with the particle after it. */
const JOINS = /^[はがをにのでともへやかよねさるいくたしてなうんれりえっら][^\p{Script=Hiragana}ー]$|[はがをにのでともへやかっ]$/u;
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
      for (const text of piecesOf(run, language)) words.push({ text, stem: text });
      return " ";
    });
    for (const part of rest.split(" ")) {
      const bare = withoutClitics(part);
      if (bare !== "") words.push({ text: bare, stem: stem(bare) });
    }
  }
  return words;
}

/**
 * Each Han character and each pair of neighbours: 渋 is in 渋い and in 渋味, and 玉露 is more than a jewel and dew.
 * Kana alone are endings and particles, as is what joins a word to the next, and so are the commonest characters of Chinese.
 */
function piecesOf(run: string, language: string): string[] {
  const letters = [...run];
  if (letters.length === 1) return letters;
  const tells = /^zh\b/i.test(language) ? (piece: string): boolean => !PARTICLE.test(piece) : (piece: string): boolean => !JOINS.test(piece);
  return letters
    .flatMap((letter, index) => [HAN.test(letter) ? letter : "", index + 1 < letters.length ? `${letter}${letters[index + 1]}` : ""])
    .filter((piece) => piece !== "" && !KANA_ONLY.test(piece) && tells(piece));
}

/** The longer words of katakana in `text`, folded. */
export function katakanaIn(text: string): string[] {
  return fold(text).match(KATAKANA_WORD) ?? [];
}

/** `text` with those of `words`, of katakana, that it has in hiragana: people write かてきん and mean カテキン. */
export function inKatakana(text: string, words: Iterable<string>): string {
  let written = fold(text);
  for (const word of words) written = written.replaceAll(word.replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60)), word);
  return written;
}

/** "model's" is the model, "l'idée" the idea; "don't" stays one word. */
function withoutClitics(word: string): string {
  return word.replaceAll("’", "'").replace(/^(?:l|d|j|m|n|s|t|c|qu)'(?=\p{L}{2})/u, "").replace(/'s$/, "");
}
