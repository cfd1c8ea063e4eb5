/** Time, given from outside so that tests can turn it. */

export interface Clock {
  /** Milliseconds that only go forward, whatever is done to the computer's clock. */
  now(): number;
  /** Milliseconds since 1970, UTC. */
  date(): number;
  /** Calls back once, later; returns how to call it off. */
  after(milliseconds: number, call: () => void): () => void;
}

export const browserClock: Clock = {
  now: () => performance.now(),
  date: () => Date.now(),
  after(milliseconds, call) {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** Time with the page in view. // complaint 17, 18 */
export class ActiveTime {
  readonly #clock: Clock;
  #since: number | null = null;
  #spent = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get seconds(): number {
    return (this.#spent + (this.#since === null ? 0 : Math.max(0, this.#clock.now() - this.#since))) / 1000;
  }

  run(): void {
    this.#since ??= this.#clock.now();
  }

  pause(): void {
    this.#spent = this.seconds * 1000;
    this.#since = null;
  }

  restart(): void {
    this.#spent = 0;
    this.#since = this.#clock.now();
  }
}
