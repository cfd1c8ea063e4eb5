/**
 * Who learns here and what the LMS holds, for a page that is loaded again in an LMS that opens no second session.
 *
 * SCORM 1.2 RTE 3.3.2, 2004 4th RTE 3.1.3.1: a finished session cannot be opened again; so the frame that was loaded again is told nothing
 * any more, not even whose results it would keep. Kept for this tab and this player page only. // complaint 37
 */
import { readObject } from "../json.ts";
import type { TextStore } from "../session/storage.ts";
import type { Opened, Report } from "./port.ts";

interface Stored {
  readonly version: 1;
  /** When the player page was opened. */
  readonly since: number;
  readonly opened: Opened;
}

export class VisitRecord {
  readonly #store: TextStore;
  readonly #key: string;
  #stored: Stored | null = null;

  /** `path`: of the page; one tab may hold several packages, one after the other. */
  constructor(store: TextStore, path: string) {
    this.#store = store;
    this.#key = `scormpack:visit:${path.replace(/[^/]*$/, "")}`;
  }

  /** Null where this player page has had no session. */
  read(since: number | null): Opened | null {
    const stored = readObject(this.#store.get(this.#key)) as Stored | null;
    return stored?.version === 1 && since !== null && stored.since === since ? stored.opened : null;
  }

  begin(since: number | null, opened: Opened): void {
    this.#stored = since === null ? null : { version: 1, since, opened };
    this.#write();
  }

  /** The LMS holds this. */
  hold({ state, location, completion, success, score }: Report): void {
    if (this.#stored === null) return;
    this.#stored = { ...this.#stored, opened: { ...this.#stored.opened, state, location, completion, success, score } };
    this.#write();
  }

  #write(): void {
    if (this.#stored !== null) this.#store.set(this.#key, JSON.stringify(this.#stored));
  }
}
