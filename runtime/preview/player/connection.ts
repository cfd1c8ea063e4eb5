/** Takes the network away from a package's pages, as far as their scripts can tell. */

/** Makes the window and its frames of this origin believe that they are offline, or online again. */
export function pretendOffline(window: Window, offline: boolean): void {
  try {
    if (window.navigator.onLine === !offline) return;
    Object.defineProperty(window.navigator, "onLine", { get: () => !offline, configurable: true });
    window.dispatchEvent(new Event(offline ? "offline" : "online"));
    for (let index = 0; index < window.frames.length; index += 1) {
      const inner = window.frames[index];
      if (inner !== undefined) pretendOffline(inner, offline);
    }
  } catch {
    // A frame of another origin: it keeps its network.
  }
}
