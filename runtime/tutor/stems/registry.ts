/** Which stemmer a language has: a new one is one file here and one line below. */
import { stemArabic } from "./arabic.ts";
import { stemEnglish } from "./english.ts";
import { stemFrench } from "./french.ts";
import { stemGerman } from "./german.ts";
import { stemHindi } from "./hindi.ts";
import { stemPortuguese } from "./portuguese.ts";
import { stemSpanish } from "./spanish.ts";

/** Takes a folded word. */
export type Stemmer = (word: string) => string;

const STEMMERS: Readonly<Record<string, Stemmer>> = {
  ar: stemArabic,
  de: stemGerman,
  en: stemEnglish,
  es: stemSpanish,
  fr: stemFrench,
  hi: stemHindi,
  pt: stemPortuguese,
};

/** Words of a language without a stemmer stay as they are. */
export function stemmerOf(language: string): Stemmer {
  return STEMMERS[language.toLowerCase().split("-")[0] ?? ""] ?? ((word) => word);
}
