/** Work that waits until nobody types: of each kind only the last. */

export class Later {
  readonly #waiting = new Map<string, { readonly timer: ReturnType<typeof setTimeout>; readonly work: () => void }>();

  /** Does `work` after `delay` milliseconds, unless work of the same `kind` comes before. 0: at once. */
  do(kind: string, delay: number, work: () => void): void {
    clearTimeout(this.#waiting.get(kind)?.timer);
    this.#waiting.delete(kind);
    if (delay === 0) {
      work();
      return;
    }
    const timer = setTimeout(() => {
      this.#waiting.delete(kind);
      work();
    }, delay);
    this.#waiting.set(kind, { timer, work });
  }

  /** Does now what still waits. */
  finish(): void {
    for (const { timer, work } of this.#waiting.values()) {
      clearTimeout(timer);
      work();
    }
    this.#waiting.clear();
  }
}
