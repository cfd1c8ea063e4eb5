/**
 * What the learner reads, in the course's language.
 *
 * The site ships `window.scormpackMessages`, made from `templates/messages/<language>.yaml` with English for
 * what a translation lacks, in a script that runs before this one.
 */

/** A text, or one for each plural form of `n` (CLDR's words: one, few, many, other, …). */
export type Text = string | Readonly<Record<string, string>>;

export interface Messages {
  readonly language: string;
  readonly messages: Readonly<Record<string, Text>>;
  /** Whose digits: `latn`, `arab` …, as on the pages; browsers of another year would choose others. */
  readonly digits?: string;
  /** The language that the texts are in, where there are none in `language`. */
  readonly words?: string;
  /** Written from right to left. */
  readonly rtl?: boolean;
}

declare global {
  var scormpackMessages: Messages | undefined;
}

export type Values = Readonly<Record<string, string | number>>;

/** The text of `key` with its `{name}`s filled in. A missing key never stops the page: its own words are shown. */
export function message(key: string, values: Values = {}): string {
  const text = globalThis.scormpackMessages?.messages[key];
  if (text === undefined) return key.slice(key.lastIndexOf(".") + 1).replaceAll("-", " ");
  const form = typeof text === "string" ? text : choosePlural(text, Number(values["n"] ?? 0));
  return form.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    return value === undefined ? place : typeof value === "number" ? formatNumber(value) : isolate(value);
  });
}

/** Sentences one after another: with a space between, but for those that end in the full width. */
export function joinSentences(sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== "").join(" ").replace(/([。！？]) /g, "$1");
}

/** A text that another follows in the same line: marks of the full width have their space in them. */
export function withGap(text: string): string {
  return /[。！？：]$/.test(text) ? text : `${text} `;
}

/** "a, b and c", in the language of the texts. */
export function formatList(parts: readonly string[]): string {
  return inLanguage((languages) => new Intl.ListFormat(wordsOr(languages)).format(parts.map(isolate)));
}

/** A day, written out in the language of the texts. */
export function formatDate(day: Date): string {
  return inLanguage((languages) => new Intl.DateTimeFormat(wordsOr(languages), { dateStyle: "long", ...digitsOption() }).format(day));
}

/** A number as the course's language writes it. */
export function formatNumber(value: number): string {
  return numberFormat().format(value);
}

/** A text that a program wrote, such as `-1234.50`, with the digits and the decimal mark of the course's language. */
export function writeNumerals(text: string): string {
  const format = numberFormat();
  return text.replaceAll(".", decimalMark()).replace(/\d/g, (digit) => format.format(Number(digit)));
}

/** The mark between whole and fraction in the course's language: "." or ",". */
export function decimalMark(): string {
  return numberPart("decimal", ".");
}

/** The thousands separator of the page's language. */
export function groupMark(): string {
  return numberPart("group", ",");
}

function numberPart(type: "decimal" | "group", otherwise: string): string {
  return numberFormat().formatToParts(12345.5).find((part) => part.type === type)?.value ?? otherwise;
}

function numberFormat(): Intl.NumberFormat {
  return inLanguage((languages) => new Intl.NumberFormat(languages, { maximumFractionDigits: 2, ...digitsOption() }));
}

function digitsOption(): { numberingSystem?: string } {
  const digits = globalThis.scormpackMessages?.digits;
  return digits ? { numberingSystem: digits } : {};
}

function choosePlural(forms: Readonly<Record<string, string>>, n: number): string {
  const rules = inLanguage((languages) => new Intl.PluralRules(wordsOr(languages)));
  return forms[rules.select(n)] ?? forms["other"] ?? "";
}

/** English that stands in counts and lists as English does. */
function wordsOr(languages: string[]): string | string[] {
  return globalThis.scormpackMessages?.words ?? languages;
}

const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const LTR = /(?![\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])\p{L}/u;

/** A text that runs the other way, kept apart (UAX #9 §2.4.1): it would take the sentence's marks with it. */
function isolate(text: string): string {
  return (globalThis.scormpackMessages?.rtl ? LTR : RTL).test(text) ? `\u2068${text}\u2069` : text;
}

/** English for a language that this browser's Intl does not know, whatever its own; and for one that it refuses. */
function inLanguage<T>(work: (languages: string[]) => T): T {
  try {
    return work([globalThis.scormpackMessages?.language ?? "en", "en"]);
  } catch {
    return work(["en"]);
  }
}
