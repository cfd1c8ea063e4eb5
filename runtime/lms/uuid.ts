/** UUIDs: of a name, so that the same fact has the same id wherever it is told, and random. */
import { fnv1a } from "../state/hash.ts";

/** The form of version 5, which LRSs accept; the hash is ours, for plain http has no `crypto.subtle`. */
export function uuidOf(name: string): string {
  let text = "";
  for (let part = 0; part < 4; part += 1) {
    text += fnv1a(`${part}\n${name}\n${text}`).toString(16).padStart(8, "0");
  }
  return format(text, "5");
}

/** `crypto.randomUUID` is missing on plain http; `getRandomValues` is not. */
export function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return format([...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join(""), "4");
}

/** RFC 9562, section 4: version and variant. */
function format(hex: string, version: string): string {
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return [hex.slice(0, 8), hex.slice(8, 12), version + hex.slice(13, 16), variant + hex.slice(17, 20), hex.slice(20)].join("-");
}
