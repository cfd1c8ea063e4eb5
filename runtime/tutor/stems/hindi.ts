/** Light stemming of Hindi: the endings of number, gender, case and verb. */
import { suffixStripper } from "./suffixes.ts";

const endings = suffixStripper("ियाँ ियों ाओं ाएं ाएँ ुओं ुएं ुएँ ाकर कर ाना ाने ानी ाता ाती ाते ना ने नी ता ती ते ों ें ीं ा ी ि े ो ु ू", 2);

export function stemHindi(word: string): string {
  return endings(word);
}
