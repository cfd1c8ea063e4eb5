/** What was searched for, kept for this visit: a reload, or the way back from a lesson's own page, finds it again. */

export interface KeptFind {
  readonly words: string;
  /** The value of each filter. */
  readonly filters: readonly string[];
  /** How many of the lessons found were drawn. */
  readonly shown: number;
}

/** `unit`: id of the package. A browser that keeps nothing loses nothing but this. */
export function keepFind(unit: string, find: KeptFind): void {
  try {
    sessionStorage.setItem(keyOf(unit), JSON.stringify(find));
  } catch {
    // Storage is denied, or full.
  }
}

export function keptFind(unit: string): KeptFind | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(keyOf(unit)) ?? "null") as KeptFind | null;
    return kept && typeof kept.words === "string" && Array.isArray(kept.filters) && typeof kept.shown === "number" ? kept : null;
  } catch {
    return null;
  }
}

function keyOf(unit: string): string {
  return `scormpack:find:${unit}`;
}
