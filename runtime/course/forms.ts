/** Forms of one word: whoever searches for “prompts” means “prompt” too. Nothing is stemmed: what the course has is looked up. */
import { fold } from "./words.ts";

/** What else a typed word stands for. */
export interface Forms {
  /** Beginnings of words, as the typed word itself is one. */
  readonly begun: readonly string[];
  /** Words as they are. */
  readonly whole: readonly string[];
}

export type FormsOf = (word: string) => Forms;

/** By language, groups of endings that take each other's place, mostly of nouns: they are what is sought; "-" is none. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  ar: ["- ه ات ان ين ون ي ها"],
  de: ["- e n en er ern em es s innen"],
  en: ["- s es ed ing", "e es ed ing", "y ies ied"],
  es: ["- s es", "o a os as", "z ces"],
  fr: ["- s x e es", "al aux"],
  hi: ["- ें ों एं एँ ओं", "ा े ों", "ी ियां ियाँ ियों", "ई इयां इयाँ इयों"],
  pt: ["- s es", "o a os as", "m ns", "al ais", "ao oes"],
};
/** What stands before a word and is written together with it. */
const STARTS: Readonly<Record<string, string>> = { ar: "ال وال بال لل" };
/** Shorter roots are of too many words. */
const ROOT = 3;

/** `language`: of the course, BCP 47; where nothing is known of it, a word has no other forms. */
export function formsIn(language: string): FormsOf {
  const name = language.toLowerCase().split("-")[0] ?? "";
  const groups = (ENDINGS[name] ?? []).map((group) => group.split(" ").map((ending) => (ending === "-" ? "" : fold(ending))));
  const starts = STARTS[name]?.split(" ") ?? [];
  return (word) => {
    const start = starts.find((one) => word.startsWith(one) && word.length - one.length >= ROOT) ?? "";
    const bare = word.slice(start.length);
    const begun = bare.length < ROOT || starts.length === 0 ? [] : [bare, ...starts.map((one) => one + bare)];
    const forms = groups.flatMap((group) => group.flatMap((ending) => rootsOf(bare, ending).flatMap((root) => group.map((other) => root + other))));
    return { begun, whole: ["", ...starts].flatMap((one) => forms.map((form) => one + form)) };
  };
}

/** "planned" without its ending is "plann", and "plan". */
function rootsOf(word: string, ending: string): string[] {
  const root = word.slice(0, word.length - ending.length);
  if (ending === "" || root.length < ROOT || !word.endsWith(ending)) return [];
  return /([b-z])\1$/.test(root) ? [root, root.slice(0, -1)] : [root];
}
