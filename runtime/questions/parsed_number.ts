/** Reads a number as people type it: `1 000,5`, `1'000.5`, `−3`, `1e3`, `٤٢`. */

export type ParsedNumber =
  | { readonly kind: "number"; readonly value: number }
  /** "1,000" may be a thousand or one: both readings, as JavaScript writes them. */
  | { readonly kind: "ambiguous"; readonly whole: string; readonly fraction: string }
  | { readonly kind: "unclear" };

const UNCLEAR: ParsedNumber = { kind: "unclear" };

/** The zeros of the scripts whose digits we read: Arabic, Persian, Devanagari, Bengali, Thai, full width. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50, 0xff10];

/** `mark`, `group`: how the page's language writes decimals and thousands. `unit`: may be typed along. */
export function parseNumber(typed: string, mark: string, group: string, unit: string | null): ParsedNumber {
  const plain = dropUnit(simplify(typed), unit === null ? "" : simplify(unit));
  const parts = /^([-+]?)([\d.,' ]+)(?:e([-+]?\d{1,3}))?$/i.exec(plain);
  if (!parts) return UNCLEAR;
  const [, sign = "", digits = "", exponent = "0"] = parts;
  // The page's own marks in the form that what was typed has now: "٫" is a point, "٬" an apostrophe.
  const written = parseDigits(digits.trim(), simplify(mark), simplify(group) || group);
  if (typeof written !== "string") return written;
  const value = Number(`${sign}${written}e${exponent}`);
  // A zero has no sign: "-0" is 0, to every LMS.
  return Number.isFinite(value) ? { kind: "number", value: value === 0 ? 0 : value } : UNCLEAR;
}

/** Western digits, signs and spaces; no invisible marks. */
function simplify(text: string): string {
  return text
    .replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, "")
    .replace(/\p{Nd}/gu, westernDigit)
    .replace(/[\u2212\u2010-\u2013\ufe63\uff0d]/g, "-")
    .replace(/[\u066b\uff0e]/g, ".")
    .replace(/[\u066c\u2019\u02bc]/g, "'")
    .replace(/[\u060c\uff0c]/g, ",")
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/^([-+]) /, "$1");
}

function westernDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = ZEROS.find((first) => code >= first && code < first + 10);
  return zero === undefined ? digit : String(code - zero);
}

function dropUnit(text: string, unit: string): string {
  const [lower, end] = [text.toLowerCase(), unit.toLowerCase()];
  if (end !== "" && lower.endsWith(end)) return text.slice(0, text.length - unit.length).trim();
  if (end !== "" && lower.startsWith(end)) return text.slice(unit.length).trim();
  return text;
}

/** The digits in JavaScript's own form, or why not. */
function parseDigits(digits: string, mark: string, group: string): string | ParsedNumber {
  const comma = digits.lastIndexOf(",");
  const point = digits.lastIndexOf(".");
  const last = Math.max(comma, point);
  if (last < 0) return ungroup(digits);
  const separator = digits.charAt(last);
  const [whole, fraction] = [digits.slice(0, last), digits.slice(last + 1)];
  // "1,234.5" and "1.234,5": the last is the decimal mark.
  if (comma >= 0 && point >= 0) return joinDecimal(ungroup(whole), fraction);
  // "1,000,000": the same twice groups.
  if (whole.includes(separator)) return ungroup(digits);
  // "9,000" on a page that writes 1.5: its own way to write nine thousand. Elsewhere it may be a thousand or one.
  if (separator !== mark && /^[1-9]\d{0,2}$/.test(whole) && /^\d{3}$/.test(fraction)) {
    if (separator === group) return whole + fraction;
    return { kind: "ambiguous", whole: whole + fraction, fraction: `${whole}.${fraction}` };
  }
  return joinDecimal(whole === "" ? "" : ungroup(whole), fraction);
}

function joinDecimal(whole: string | ParsedNumber, fraction: string): string | ParsedNumber {
  if (typeof whole !== "string") return whole;
  return /^\d*$/.test(fraction) && whole + fraction !== "" ? `${whole}.${fraction}` : UNCLEAR;
}

/**
 * "1 000 000" without its separators: one to three digits first, then groups of three, one separator throughout;
 * or as in India, "12,34,567": groups of two before the last three.
 */
function ungroup(digits: string): string | ParsedNumber {
  if (/^\d+$/.test(digits)) return digits;
  if (/^\d{1,2}(,\d\d)+,\d{3}$/.test(digits)) return digits.replaceAll(",", "");
  const used = /[.,' ]/.exec(digits)?.[0];
  if (used === undefined) return UNCLEAR;
  const [first = "", ...rest] = digits.split(used);
  return /^\d{1,3}$/.test(first) && rest.every((group) => /^\d{3}$/.test(group)) ? first + rest.join("") : UNCLEAR;
}
