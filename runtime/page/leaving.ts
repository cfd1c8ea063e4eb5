/**
 * What must be told before the page is hidden or goes.
 *
 * Made before the session is opened: Chromium calls a window's listeners in the order they were added,
 * capturing or not, and the session's own listeners then send what was told here.
 */
export class Leaving {
  readonly #callbacks = new Set<() => void>();

  constructor(page: Window) {
    const call = (): void => {
      for (const callback of [...this.#callbacks]) callback();
    };
    page.document.addEventListener("visibilitychange", call);
    page.addEventListener("pagehide", call);
  }

  /** Returns how to stop. */
  before(callback: () => void): () => void {
    this.#callbacks.add(callback);
    return () => this.#callbacks.delete(callback);
  }
}
