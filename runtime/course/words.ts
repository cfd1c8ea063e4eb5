/** Texts to the words that are searched for: the same as `src/scormpack/render/search/words.py`, character by character. */

const LONGEST = 40;
// Latin, Hebrew and Arabic marks, the tatweel, the soft hyphen: people search without them.
const LEFT_OUT = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u00ad]/g;
const SAME: Readonly<Record<string, string>> = {
  ...{ ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ł: "l", ı: "i", ς: "σ" },
  ...{ ٱ: "ا", ى: "ي", ی: "ي", ک: "ك", ة: "ه" },
};
const SAME_LETTER = new RegExp(`[${Object.keys(SAME).join("")}]`, "g");
// Arabic-Indic, Persian and Devanagari digits: each block begins with its zero.
const OTHER_DIGIT = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g;
// To hiragana: people write カテキン and かてきん.
const KATAKANA = /[\u30a1-\u30f6\u30fd]/g;
const UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff";
const PART = new RegExp(`[${UNSPACED}]+|[^${UNSPACED}]+`, "g");
const RUN = new RegExp(`^[${UNSPACED}]`);
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** `text` without what makes no difference to a search: case, accents, spellings of one letter. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(LEFT_OUT, "")
    .replace(SAME_LETTER, (letter) => SAME[letter] ?? letter)
    .replace(KATAKANA, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(OTHER_DIGIT, (digit) => String((digit.charCodeAt(0) - (digit < "\u0900" ? 0 : 6)) & 15));
}

/** The words that somebody typed, in order and each once; Chinese, Thai and such as pairs of neighbours. */
export function splitWords(text: string): string[] {
  const found = new Set<string>();
  for (const [word] of fold(text).matchAll(WORD)) {
    for (const [part] of word.matchAll(PART)) {
      if (!RUN.test(part) || part.length === 1) found.add(part);
      else for (let place = 0; place < part.length - 1; place++) found.add(part.slice(place, place + 2));
    }
  }
  return [...found].filter((word) => word.length <= LONGEST);
}
