/** Light stemming of Arabic ("light10"): one way to write each letter, then the article, particles and endings off. */
import { suffixStripper } from "./suffixes.ts";

const ARTICLES = /^(?:وال|بال|كال|فال|لل|ال|و)(?=.{3,}$)/u;
/** "I", "he", "we", "you" before a verb of three letters, which is most of them. */
const PERSON = /^[اينت](?=.{3}$)/u;
const endings = suffixStripper("ها ان ات ون ين يه ية ه ة ي", 3);

export function stemArabic(word: string): string {
  const plain = word.replace(/[أإآٱ]/g, "ا").replace(/ى/g, "ي").replace(/ؤ/g, "و").replace(/ئ/g, "ي");
  return endings(plain.replace(ARTICLES, "")).replace(PERSON, "");
}
