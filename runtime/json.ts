/** What was kept, sent or written somewhere else: an object, or nothing. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Null where the text is no JSON, or not of an object. */
export function readObject(text: string | null | undefined): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text ?? "");
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
