/** Keeps results in this browser: no LMS is there, or it is a plain web page. */
import { readObject } from "../json.ts";
import type { Environment } from "../session/environment.ts";
import type { LmsPort, Opened, Place, Report, Saved } from "./port.ts";

type Kept = Pick<Report, "state" | "location" | "completion" | "success" | "score">;

const NOTHING: Kept = { state: "", location: "", completion: "incomplete", success: "unknown", score: null };

export class Local implements LmsPort {
  readonly #environment: Environment;
  readonly #key: string;
  readonly #places: readonly [Place, Place];

  /** `places`: what to call the browser, where it keeps results and where it keeps none. */
  constructor(environment: Environment, unitId: string, places: readonly [Place, Place] = ["browser", "memory"]) {
    this.#environment = environment;
    this.#key = `scormpack:results:${unitId}`;
    this.#places = places;
  }

  open(): Promise<Opened> {
    const { storage } = this.#environment;
    return Promise.resolve({
      ...this.#read(),
      place: this.#places[storage.lasting ? 0 : 1],
      mode: "normal",
      credit: true,
      learner: "",
      stateLimit: Number.POSITIVE_INFINITY,
    });
  }

  save(report: Report): Promise<Saved> {
    return Promise.resolve(this.#write(report));
  }

  leave(report: Report): void {
    this.#write(report);
  }

  #read(): Kept {
    const kept: Partial<Kept> | null = readObject(this.#environment.storage.get(this.#key));
    return { ...NOTHING, ...kept };
  }

  #write({ state, location, completion, success, score }: Report): Saved {
    const { storage } = this.#environment;
    const kept = storage.set(this.#key, JSON.stringify({ state, location, completion, success, score } satisfies Kept));
    // Memory was promised as memory; only a lasting storage that fails breaks its word.
    if (kept || !storage.lasting) return { ok: true };
    return { ok: false, reason: "storage-denied", final: false, detail: "localStorage refused" };
  }
}
