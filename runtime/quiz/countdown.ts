/**
 * Times one attempt, by a clock that only goes forward, while its questions are on show.
 *
 * WCAG 2.2, 2.2.1 (Timing Adjustable): whoever may have more time is warned before the time is over, has at least
 * twenty seconds to ask for it, and may ask again as often as needed (the criterion wants ten times at least).
 */
import type { Clock } from "../session/clock.ts";

/** How long a learner has to answer a warning, in seconds. */
const GRACE = 20;
const SECOND = 1000;

export interface CountdownCalls {
  /** The time left is another one, in whole seconds. */
  changed(): void;
  /** A moment to speak of: half of the time, five minutes, one minute. `last`: the warning. */
  passed(last: boolean): void;
  /** The time left should be kept: once a minute. */
  keep(): void;
  over(): void;
}

export class Countdown {
  readonly #clock: Clock;
  readonly #limit: number;
  readonly #extensible: boolean;
  readonly #calls: CountdownCalls;
  /** When the time is over, in milliseconds of the clock. */
  #end: number;
  #left: number;
  #warned: number | null = null;
  #cancel: (() => void) | null = null;

  /** `limit` and `left` in seconds. Runs at once. */
  constructor(clock: Clock, limit: number, left: number, extensible: boolean, calls: CountdownCalls) {
    this.#clock = clock;
    this.#limit = limit;
    this.#extensible = extensible;
    this.#calls = calls;
    this.#left = left;
    this.#end = clock.now() + left * SECOND;
    this.#wait();
  }

  /** Whole seconds; 0 when the time is over. */
  get left(): number {
    return this.#left;
  }

  extend(): void {
    this.#end = Math.max(this.#end, this.#clock.now()) + extensionOf(this.#limit) * SECOND;
    this.#warned = null;
    this.#left = this.#measure();
    this.#calls.changed();
    this.#calls.keep();
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  #wait(): void {
    this.#cancel = this.#clock.after(SECOND, () => this.#tick());
  }

  #tick(): void {
    const before = this.#left;
    this.#left = this.#measure();
    if (this.#left <= warningOf(this.#limit)) this.#warn();
    else if (momentsOf(this.#limit).some((moment) => before > moment && this.#left <= moment)) this.#calls.passed(false);
    if (this.#left !== before) this.#calls.changed();
    if (this.#left <= 0) {
      this.stop();
      this.#calls.over();
      return;
    }
    if (Math.ceil(before / 60) !== Math.ceil(this.#left / 60)) this.#calls.keep();
    this.#wait();
  }

  /** A computer that slept over the warning gives it all the same. */
  #warn(): void {
    if (this.#warned !== null) return;
    this.#warned = this.#clock.now();
    if (this.#extensible && this.#left < GRACE) {
      this.#end = this.#warned + GRACE * SECOND;
      this.#left = GRACE;
    }
    if (this.#left > 0) this.#calls.passed(true);
  }

  #measure(): number {
    return Math.max(0, Math.ceil((this.#end - this.#clock.now()) / SECOND));
  }
}

/** Seconds that one request adds: a quarter of the limit, in whole minutes. */
export function extensionOf(limit: number): number {
  return Math.ceil(limit / 240) * 60;
}

/** Seconds before the end at which the learner is warned. */
export function warningOf(limit: number): number {
  return Math.min(60, limit / 2);
}

function momentsOf(limit: number): number[] {
  return [limit / 2, 300].filter((moment) => moment < limit);
}
