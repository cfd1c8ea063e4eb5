/**
 * Codes typed texts in at most 40 characters of `[A-Za-z0-9_-]`.
 *
 * The first character says how: `p` percent-like (`_20` for a space), `b` base64url of the UTF-8, whichever is
 * shorter; a capital where the texts did not fit and are kept as far as they do.
 */
const LIMIT = 40;
/** Unit separator: between the blanks. Nobody types it. */
const BETWEEN = "\u001f";

export function packTexts(texts: readonly string[]): string {
  const whole = texts.map((text) => text.replaceAll(BETWEEN, " ")).join(BETWEEN);
  const { form, code } = shorter(whole);
  if (code.length < LIMIT) return form + code;
  // Whole characters only: a surrogate pair or a half-coded letter would come back as another text.
  const characters = [...whole];
  while (characters.length > 0) {
    characters.pop();
    const cut = shorter(characters.join(""));
    if (cut.code.length < LIMIT) return cut.form.toUpperCase() + cut.code;
  }
  return "P";
}

/** Null where it is no such code. */
export function unpackTexts(packed: string): { readonly texts: readonly string[]; readonly whole: boolean } | null {
  const form = packed.charAt(0);
  try {
    const joined = decode(form.toLowerCase(), packed.slice(1));
    return joined === null ? null : { texts: joined.split(BETWEEN), whole: form === form.toLowerCase() };
  } catch {
    return null;
  }
}

function shorter(text: string): { readonly form: string; readonly code: string } {
  const percent = encodePercent(text);
  const base64 = encodeBase64(text);
  return percent.length <= base64.length ? { form: "p", code: percent } : { form: "b", code: base64 };
}

function decode(form: string, code: string): string | null {
  const strict = new TextDecoder("utf-8", { fatal: true });
  if (form === "p") return decodeURIComponent(code.replaceAll("_", "%"));
  if (form === "b") return strict.decode(Uint8Array.from(atob(code.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0)));
  return null;
}

function encodePercent(text: string): string {
  return Array.from(utf8(text), (byte) => {
    const character = String.fromCharCode(byte);
    return /[A-Za-z0-9-]/.test(character) ? character : `_${byte.toString(16).padStart(2, "0")}`;
  }).join("");
}

function encodeBase64(text: string): string {
  return btoa(String.fromCharCode(...utf8(text))).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
