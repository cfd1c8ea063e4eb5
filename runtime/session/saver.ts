/** Hands reports to the LMS one at a time: the latest wins, a refused one is tried again. // complaint 1, 6, 11, 33 */
import type { LmsPort, Refusal, Report, Saved } from "../lms/port.ts";
import type { Clock } from "./clock.ts";

/** Seconds between tries; the last one is kept up. */
const BACKOFF = [2, 5, 15, 30, 60] as const;

interface Duties {
  /** The report as of now. */
  report(): Report;
  /** The LMS holds it, and nothing has happened since. */
  settled(): void;
  changed(): void;
}

export class Saver {
  readonly #port: LmsPort;
  readonly #clock: Clock;
  readonly #duties: Duties;
  #wanted = false;
  /** Something small is to go along with the next save. */
  #owed = false;
  #busy = false;
  #stopped = false;
  #failures = 0;
  #planned: { readonly at: number; readonly cancel: () => void } | null = null;
  #fault: Refusal | null = null;

  constructor(port: LmsPort, clock: Clock, duties: Duties) {
    this.#port = port;
    this.#clock = clock;
    this.#duties = duties;
  }

  get fault(): Refusal | null {
    return this.#fault;
  }

  get state(): "saved" | "saving" | "unsaved" {
    if (this.#fault !== null) return "unsaved";
    return this.#wanted || this.#busy ? "saving" : "saved";
  }

  /** Saves in a moment: after the page has shown what happened, and once for all that happens in one go. */
  request(delay = 0): void {
    if (this.#stopped) return;
    this.#wanted = true;
    if (this.#busy || this.#fault?.final) return;
    if (this.#fault?.retryAfter !== undefined && this.#planned !== null) return; // asked to wait
    this.#failures = 0; // whoever does something is not kept waiting for what failed before
    this.#plan(delay);
  }

  /** Leaves it to the next save, or to `flush`. */
  owe(): void {
    this.#owed = true;
  }

  /** Saves now, if anything is owed. */
  flush(): void {
    if (this.#wanted || this.#owed || this.#fault !== null) void this.#run();
  }

  stop(): void {
    this.#stopped = true;
    this.#cancel();
  }

  /** What is planned sooner stays. */
  #plan(milliseconds: number): void {
    const at = this.#clock.now() + milliseconds;
    if (this.#planned !== null && this.#planned.at <= at) return;
    this.#cancel();
    this.#planned = { at, cancel: this.#clock.after(milliseconds, () => void this.#run()) };
  }

  #cancel(): void {
    this.#planned?.cancel();
    this.#planned = null;
  }

  async #run(): Promise<void> {
    if (this.#busy || this.#stopped || this.#fault?.final) return;
    this.#busy = true;
    this.#cancel();
    do {
      this.#wanted = this.#owed = false;
      this.#duties.changed();
      this.#settle(await this.#save());
    } while (this.#wanted && this.#fault === null && !this.#stopped);
    this.#busy = false;
    if (this.#stopped) return;
    if (this.#fault === null) this.#duties.settled();
    else if (!this.#fault.final) this.#plan(this.#wait(this.#fault));
    this.#duties.changed();
  }

  async #save(): Promise<Saved> {
    try {
      return await this.#port.save(this.#duties.report());
    } catch (error) {
      return { ok: false, reason: "refused", final: false, detail: String(error) };
    }
  }

  #settle(saved: Saved): void {
    this.#fault = saved.ok ? null : saved;
    this.#failures = saved.ok ? 0 : this.#failures + 1;
  }

  #wait(fault: Refusal): number {
    const seconds = BACKOFF[Math.min(this.#failures, BACKOFF.length) - 1] ?? 0;
    return Math.max(seconds, fault.retryAfter ?? 0) * 1000;
  }
}
