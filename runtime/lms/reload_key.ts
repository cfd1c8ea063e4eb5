/** Whether a page that goes was asked by a key to come back: why else it goes, browsers do not say. */
import type { Clock } from "../session/clock.ts";
import type { PageWindow } from "../session/environment.ts";

/** Milliseconds from the key to the page's end. */
const MOMENT = 2000;

export class ReloadKey {
  readonly #clock: Clock;
  #pressed = Number.NEGATIVE_INFINITY;

  constructor(window: PageWindow, clock: Clock) {
    this.#clock = clock;
    window.addEventListener("keydown", (event) => {
      const { key, ctrlKey, metaKey } = event as KeyboardEvent;
      if (key === "F5" || ((ctrlKey || metaKey) && key.toLowerCase() === "r")) this.#pressed = clock.now();
    });
  }

  get justPressed(): boolean {
    return this.#clock.now() - this.#pressed < MOMENT;
  }
}
