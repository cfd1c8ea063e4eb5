/**
 * What a session has had that there is only once, kept for this tab: a page that is loaded again goes on with it.
 *
 * The token (8.2.1), "initialized" and "terminated" (9.3). Not beyond the tab: the token is a credential. // complaint 47
 */
import { readObject } from "../json.ts";
import type { TextStore } from "../session/storage.ts";
import { fnv1a } from "../state/hash.ts";
import type { LaunchData } from "./cmi5_launch_data.ts";

interface Stored {
  readonly version: 1;
  /** The Authorization header. */
  readonly auth?: string;
  readonly data?: LaunchData;
  /** When "initialized" was said. */
  readonly since?: number;
  /** "terminated" was said: nothing may follow it. */
  readonly over?: boolean;
}

export class Cmi5Visit {
  readonly #store: TextStore;
  /** Other records of the session begin with it. */
  readonly key: string;
  #stored: Stored;

  /** `search`: the launch's query; its fetch address is the session's own (8.2.1). */
  constructor(store: TextStore, search: string) {
    this.#store = store;
    this.key = `scormpack:cmi5:${fnv1a(search).toString(36)}`;
    this.#stored = read(store.get(this.key));
  }

  get stored(): Stored {
    return this.#stored;
  }

  note(more: Omit<Stored, "version">): void {
    this.#stored = { ...this.#stored, ...more };
    this.#store.set(this.key, JSON.stringify(this.#stored));
  }
}

function read(text: string | null): Stored {
  const stored = readObject(text);
  return stored?.["version"] === 1 ? (stored as unknown as Stored) : { version: 1 };
}
