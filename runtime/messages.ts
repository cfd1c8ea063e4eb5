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
    return value === undefined ? place : typeof value === "number" ? formatNumber(value) : value;
  });
}

/** A number as the course's language writes it. */
export function formatNumber(value: number): string {
  return inLanguage((language) => new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value));
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
  return inLanguage((language) => new Intl.NumberFormat(language).formatToParts(12345.5).find((part) => part.type === type)?.value ?? otherwise);
}

function choosePlural(forms: Readonly<Record<string, string>>, n: number): string {
  return forms[inLanguage((language) => new Intl.PluralRules(language).select(n))] ?? forms["other"] ?? "";
}

/** A language that this browser's Intl refuses must not stop the page. */
function inLanguage<T>(work: (language: string) => T): T {
  try {
    return work(globalThis.scormpackMessages?.language ?? "en");
  } catch {
    return work("en");
  }
}
