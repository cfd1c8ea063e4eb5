/** What the LMS has not acknowledged yet, kept in this browser and keyed by learner and package. // complaint 11, 37 */
import type { Interaction } from "../lms/port.ts";
import { decode, encode } from "../state/codec.ts";
import { fnv1a } from "../state/hash.ts";
import type { Progress } from "../state/progress.ts";
import type { TextStore } from "./storage.ts";

export interface Unsent {
  readonly progress: Progress;
  /** Interactions of the session that could not send them. */
  readonly interactions: readonly Interaction[];
}

interface Stored {
  readonly version: 1;
  readonly state: string;
  /** Revision that the LMS had acknowledged; an LMS that holds less is in another attempt. */
  readonly acknowledged: number;
  readonly interactions: readonly Interaction[];
}

export class LocalCopy {
  readonly #storage: TextStore;
  readonly #key: string | null;
  readonly #ids: readonly string[];
  #written: string | null = null;

  /** `owner`: unit, learner and place, in any form that tells them apart; null when the learner is unknown, and nothing is kept. */
  constructor(storage: TextStore, owner: string | null, ids: readonly string[]) {
    this.#storage = storage;
    this.#key = owner === null ? null : `scormpack:unsent:${fnv1a(owner).toString(36)}${fnv1a(`${owner}\n`).toString(36)}`;
    this.#ids = ids;
  }

  /** False: what is not sent is lost with the page. */
  get lasts(): boolean {
    return this.#key !== null && this.#storage.lasting;
  }

  isKey(key: string | null): boolean {
    return key !== null && key === this.#key;
  }

  write(unsent: Unsent, acknowledged: number): void {
    if (this.#key === null) return;
    const state = encode(unsent.progress, this.#ids, Number.POSITIVE_INFINITY);
    this.#written = JSON.stringify({ version: 1, state, acknowledged, interactions: unsent.interactions } satisfies Stored);
    this.#storage.set(this.#key, this.#written);
  }

  /** What another tab has put there since stays: it is not acknowledged yet. */
  clear(): void {
    if (this.#key !== null && this.#storage.get(this.#key) === this.#written) this.#storage.remove(this.#key);
  }

  /** `revision`: what the LMS holds. Null when there is nothing to add to it. */
  read(revision: number): Unsent | null {
    return this.#key === null ? null : this.parse(this.#storage.get(this.#key), revision);
  }

  parse(text: string | null, revision: number): Unsent | null {
    try {
      const stored = JSON.parse(text ?? "null") as Stored | null;
      if (stored?.version !== 1 || stored.acknowledged > revision) return null;
      const progress = decode(stored.state, this.#ids);
      return { progress, interactions: stored.interactions.filter((one) => typeof one.id === "string") };
    } catch {
      return null;
    }
  }
}
