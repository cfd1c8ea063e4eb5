/** Light stemming of German: case, number, comparison, participles and the commonest derived nouns. */
import { suffixStripper } from "./suffixes.ts";

const derived = suffixStripper("ungen ung heiten heit keiten keit lichen liche licher liches lich ischen ische isch", 4);
const inflected = suffixStripper("ern em en er es et est ten tet te e", 3);
const short = suffixStripper("n s t", 4);

/** "ge-…-t" and "ge-…-en" are participles. */
export function stemGerman(word: string): string {
  const plain = word.replaceAll("ß", "ss").replace(/^ge(?=\p{L}{3,}(?:t|en)$)/u, "");
  const bare = inflected(derived(plain));
  return bare === plain ? short(plain) : bare;
}
