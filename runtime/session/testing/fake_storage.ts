/** A browser's storage that outlives pages, and may be denied. */
import type { TextStore } from "../storage.ts";

export class FakeStorage implements TextStore {
  readonly texts = new Map<string, string>();
  readonly lasting = true;
  denied = false;
  /** Other tabs hear of changes. */
  readonly listeners = new Set<(key: string, text: string | null) => void>();

  get(key: string): string | null {
    return this.denied ? null : (this.texts.get(key) ?? null);
  }

  set(key: string, text: string): boolean {
    if (this.denied) return false;
    this.texts.set(key, text);
    for (const tell of this.listeners) tell(key, text);
    return true;
  }

  remove(key: string): void {
    if (!this.denied) this.texts.delete(key);
  }
}
