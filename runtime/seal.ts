/**
 * Opens what the build sealed: answers, feedback and explanations, which must not be readable in the page's source.
 *
 * Sealed is not secret: whoever runs the page's own code can open it (the documentation says so plainly).
 * `src/scormpack/render/seal.py` writes it: JSON, UTF-8, combined with a 32-byte pad, base64.
 */

/** What is sealed of one question; the types of `answer` and `feedback` are the question type's own. */
export interface Unsealed {
  readonly answer: unknown;
  /** Sanitised HTML. */
  readonly explanation: string | null;
  readonly feedback: unknown;
}

export function unseal(sealed: string, pad: string): Unsealed {
  const key = bytes(pad);
  const plain = bytes(sealed).map((byte, at) => byte ^ (key[at % key.length] ?? 0));
  return JSON.parse(new TextDecoder().decode(plain)) as Unsealed;
}

function bytes(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
