/** What the runtime needs of the browser, as small as it can be, so that tests can play it. */
import type { Clock } from "./clock.ts";
import { browserClock } from "./clock.ts";
import type { TextStore } from "./storage.ts";
import { openStorage } from "./storage.ts";

export interface PageWindow {
  addEventListener(type: string, listener: (event: Event) => void): void;
  readonly document: { readonly visibilityState: string; addEventListener(type: string, listener: (event: Event) => void): void };
  readonly navigator: { readonly onLine: boolean };
  readonly location: { readonly pathname: string; readonly search: string };
}

export interface Environment {
  readonly window: PageWindow;
  readonly clock: Clock;
  readonly storage: TextStore;
}

export function browserEnvironment(): Environment {
  return { window, clock: browserClock, storage: openStorage(window) };
}
