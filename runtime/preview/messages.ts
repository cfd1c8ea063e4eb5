/** What the player and the panel say to each other across their origins. */

/** Troubles and manners of the emulated LMS, by name: `scormpack.preview.lms` on the server's side. */
export interface States {
  readonly offline: boolean;
  readonly refuse: boolean;
  readonly slow: boolean;
  readonly expired: boolean;
  readonly moodle: boolean;
  readonly strict: boolean;
}

/** One call of the package, as the LMS's API took it. */
export interface Call {
  readonly name: string;
  readonly args: readonly string[];
  /** Null where the API threw. */
  readonly result: string | null;
  readonly error: string;
  /** What the code means; "" for none. */
  readonly errorText: string;
  /** Since the player opened. */
  readonly at: number;
  readonly took: number;
  /** What a stricter LMS, or the standard, has against it. */
  readonly warning: string;
}

export type FromPlayer =
  | { readonly kind: "ready" }
  | { readonly kind: "data"; readonly elements: Readonly<Record<string, string>> }
  | { readonly kind: "call"; readonly call: Call }
  | { readonly kind: "kept"; readonly elements: readonly string[] }
  | { readonly kind: "navigate"; readonly request: string }
  | { readonly kind: "note"; readonly text: string }
  | { readonly kind: "returned" }
  | { readonly kind: "left" };

export type FromPanel =
  | { readonly kind: "states"; readonly states: States }
  | { readonly kind: "leave"; readonly forget: boolean };

/** What every message is wrapped in: whose it is, so that a late one of an earlier visit is known. */
export interface Envelope<Message> {
  readonly scormpackPreview: string;
  readonly message: Message;
}

export function isEnvelope(data: unknown): data is Envelope<{ readonly kind: string }> {
  if (typeof data !== "object" || data === null) return false;
  const { scormpackPreview, message } = data as Partial<Envelope<{ kind: unknown }>>;
  return typeof scormpackPreview === "string" && typeof message === "object" && message !== null && typeof message.kind === "string";
}
