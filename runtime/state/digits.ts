/** Numbers as text: base 64 with the URL-safe alphabet, most significant digit first. */

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUES = new Map([...ALPHABET].map((digit, value) => [digit, value]));

/** What `width` digits can hold is the caller's care; higher bits are dropped. */
export function toDigits(value: number, width: number): string {
  let text = "";
  let rest = value;
  for (let i = 0; i < width; i += 1) {
    text = ALPHABET.charAt(rest % 64) + text;
    rest = Math.floor(rest / 64);
  }
  return text;
}

/** Null when a character is none of the alphabet, or when there is none at all. */
export function fromDigits(text: string): number | null {
  if (text === "") return null;
  let value = 0;
  for (const digit of text) {
    const digitValue = VALUES.get(digit);
    if (digitValue === undefined) return null;
    value = value * 64 + digitValue;
  }
  return value;
}
