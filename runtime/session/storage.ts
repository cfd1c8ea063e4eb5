/** Text that this browser keeps. Storage may be denied (private mode, sandboxed frame) or full: nothing here throws. */

export interface TextStore {
  /** False: kept for this page only. */
  readonly lasting: boolean;
  get(key: string): string | null;
  /** False when it could not be kept beyond this page. */
  set(key: string, text: string): boolean;
  remove(key: string): void;
}

/** `localStorage` where the browser allows it, else the page's memory. */
export function openStorage(window: { readonly localStorage: Storage }): TextStore {
  return open(() => window.localStorage);
}

/** `sessionStorage`: outlives the page, and not the tab. */
export function openTabStorage(window: { readonly sessionStorage: Storage }): TextStore {
  return open(() => window.sessionStorage);
}

function open(find: () => Storage): TextStore {
  try {
    const storage = find();
    const probe = "scormpack:probe";
    storage.setItem(probe, probe);
    storage.removeItem(probe);
    return new BrowserStore(storage);
  } catch {
    return new MemoryStore();
  }
}

export class MemoryStore implements TextStore {
  readonly lasting = false;
  readonly #texts = new Map<string, string>();

  get(key: string): string | null {
    return this.#texts.get(key) ?? null;
  }

  set(key: string, text: string): boolean {
    this.#texts.set(key, text);
    return false;
  }

  remove(key: string): void {
    this.#texts.delete(key);
  }
}

class BrowserStore implements TextStore {
  readonly lasting = true;
  readonly #storage: Storage;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  get(key: string): string | null {
    try {
      return this.#storage.getItem(key);
    } catch {
      return null;
    }
  }

  set(key: string, text: string): boolean {
    try {
      this.#storage.setItem(key, text);
      return true;
    } catch {
      return false; // The quota is used up, or storage was denied meanwhile.
    }
  }

  remove(key: string): void {
    try {
      this.#storage.removeItem(key);
    } catch {
      // Denied meanwhile: what cannot be reached need not be removed.
    }
  }
}
