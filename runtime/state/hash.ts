/** Short names for long ids: FNV-1a, folded. No cryptography: `crypto.subtle` is missing on plain http. */
import { toDigits } from "./digits.ts";

const UTF8 = new TextEncoder();

/** FNV-1a, 32 bits, of the text's UTF-8. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) return fnv1aOfBytes(text);
    hash = Math.imul(hash ^ code, 0x01000193);
  }
  return hash >>> 0;
}

/** Slower: ids are ASCII, and a course hashes thousands of them. */
function fnv1aOfBytes(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of UTF8.encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

/** Two characters for a question; the Python side computes the same (tests/golden/fingerprints.json). */
export function fingerprint(text: string): string {
  const hash = fnv1a(text);
  return toDigits((hash ^ (hash >>> 12) ^ (hash >>> 24)) & 0xfff, 2);
}

export const KEY_LENGTH = 5;

/** Five characters for a lesson or an interaction: 30 bits keep 1,596 lessons apart (one chance in 800 of a clash in a whole course). */
export function keyOf(id: string): string {
  const hash = fnv1a(id);
  return toDigits((hash ^ (hash >>> 30)) & 0x3fffffff, KEY_LENGTH);
}

/** Three characters that check a run of lessons. */
export function checkOf(text: string): string {
  const hash = fnv1a(text);
  return toDigits((hash ^ (hash >>> 18)) & 0x3ffff, 3);
}
