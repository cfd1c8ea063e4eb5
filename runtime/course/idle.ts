/** Work for the time in which the browser has nothing else to do. */

/** Milliseconds after which it is done where the browser does not say when it is idle. */
const SOON = 1500;

/** After the first paint: what is seen comes first. */
export function whenIdle(work: () => void): void {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(work, { timeout: 2 * SOON });
  else setTimeout(work, SOON);
}

/** One piece after another, each when the browser is idle again, as long as they are `wanted`. */
export function doWhenIdle([first, ...others]: readonly (() => unknown)[], wanted: () => boolean = () => true): void {
  if (!first) return;
  whenIdle(() => {
    if (!wanted()) return;
    first();
    doWhenIdle(others, wanted);
  });
}
