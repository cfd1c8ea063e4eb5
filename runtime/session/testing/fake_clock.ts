/** A clock that tests turn. */
import type { Clock } from "../clock.ts";

export class FakeClock implements Clock {
  #now = 0;
  #date = Date.UTC(2026, 0, 2, 9, 0, 0);
  #timers: { at: number; call: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  date(): number {
    return this.#date;
  }

  /** Somebody sets the computer's clock. */
  setDate(date: number): void {
    this.#date = date;
  }

  /** The computer sleeps: time goes, nothing happens. */
  sleep(milliseconds: number): void {
    this.#now += milliseconds;
    this.#date += milliseconds;
  }

  after(milliseconds: number, call: () => void): () => void {
    const timer = { at: this.#now + milliseconds, call };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  /** Turns on, and lets everything happen that is due on the way. */
  async turn(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    await settle();
    for (;;) {
      const due = this.#timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
      if (due === undefined) break;
      this.#timers = this.#timers.filter((timer) => timer !== due);
      this.#date += Math.max(0, due.at - this.#now);
      this.#now = Math.max(this.#now, due.at);
      due.call();
      await settle();
    }
    this.#date += end - this.#now;
    this.#now = end;
  }
}

/** Lets promises that are ready go on. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 3; i += 1) await new Promise<void>((resolve) => setImmediate(resolve));
}
