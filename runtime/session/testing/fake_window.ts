/** A window as far as the runtime needs one, whose turns tests play. */
import type { PageWindow } from "../environment.ts";

export class FakeWindow implements PageWindow {
  readonly #events = new EventTarget();
  readonly document = new FakeDocument();
  readonly navigator = { onLine: true };
  readonly location = { pathname: "/content/1/index.html", search: "" };

  addEventListener(type: string, listener: (event: Event) => void): void {
    this.#events.addEventListener(type, listener);
  }

  hide(): void {
    this.document.turn("hidden");
  }

  show(): void {
    this.document.turn("visible");
  }

  /** The page goes: hidden first, as browsers have it. */
  leave(): void {
    this.hide();
    this.#events.dispatchEvent(new Event("pagehide"));
  }

  /** As Chromium has it where a page is left for another: it is hidden after it went. */
  leaveForAnother(): void {
    this.#events.dispatchEvent(new Event("pagehide"));
    this.hide();
  }

  /** The back-forward cache gives the page back. */
  restore(): void {
    this.#events.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
    this.show();
  }

  press(key: string, ctrlKey = false): void {
    this.#events.dispatchEvent(Object.assign(new Event("keydown"), { key, ctrlKey, metaKey: false }));
  }

  goOffline(): void {
    this.navigator.onLine = false;
  }

  goOnline(): void {
    this.navigator.onLine = true;
    this.#events.dispatchEvent(new Event("online"));
  }

  store(key: string, newValue: string | null): void {
    this.#events.dispatchEvent(Object.assign(new Event("storage"), { key, newValue }));
  }
}

class FakeDocument {
  readonly #events = new EventTarget();
  visibilityState = "visible";

  addEventListener(type: string, listener: (event: Event) => void): void {
    this.#events.addEventListener(type, listener);
  }

  turn(state: string): void {
    if (this.visibilityState === state) return;
    this.visibilityState = state;
    this.#events.dispatchEvent(new Event("visibilitychange"));
  }
}
