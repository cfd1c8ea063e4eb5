/**
 * Waits until a learner has settled on an answer, where there is no button to say so.
 *
 * Settled: left the question, paused, or leaves the page. Each change on the way there would be a
 * commit and a statement of its own.
 */
import type { Leaving } from "../page/leaving.ts";

const PAUSE = 2000;

/** Returns how to stop, settling what is open. */
export function watchSettling(element: HTMLElement, leaving: Leaving, settled: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = (): void => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    settled();
  };
  const change = (): void => {
    clearTimeout(timer);
    timer = setTimeout(settle, PAUSE);
  };
  const leave = (event: FocusEvent): void => {
    if (!(event.relatedTarget instanceof Node && element.contains(event.relatedTarget))) settle();
  };
  element.addEventListener("input", change);
  element.addEventListener("focusout", leave);
  const stopLeaving = leaving.before(settle);
  return () => {
    settle();
    element.removeEventListener("input", change);
    element.removeEventListener("focusout", leave);
    stopLeaving();
  };
}
