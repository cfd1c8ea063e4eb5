/** When the page is hidden, goes, or comes back. No `unload`, no `beforeunload`: browsers drop them. // complaint 5 */
import type { PageWindow } from "./environment.ts";

export interface Turns {
  hidden(): void;
  shown(): void;
  /** The page goes, for good or into the back-forward cache. */
  left(): void;
  /** The back-forward cache gave the page back. */
  restored(): void;
  online(): void;
  /** Another tab of this browser wrote to the storage. */
  stored(key: string | null, text: string | null): void;
}

export function watchPage(window: PageWindow, turns: Turns): void {
  window.document.addEventListener("visibilitychange", () => {
    if (window.document.visibilityState === "hidden") turns.hidden();
    else turns.shown();
  });
  window.addEventListener("pagehide", () => turns.left());
  window.addEventListener("pageshow", (event) => {
    if ((event as PageTransitionEvent).persisted) turns.restored();
  });
  window.addEventListener("online", () => turns.online());
  window.addEventListener("storage", (event) => {
    const { key, newValue } = event as StorageEvent;
    turns.stored(key, newValue);
  });
}
