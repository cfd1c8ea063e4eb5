/**
 * Waits until a learner has settled on an answer, where there is no button to say so.
 *
 * Settled: left the question, paused, or leaves the page. Each change on the way there would be a
 * commit and a statement of its own.
 */
const PAUSE = 2000;

export function watchSettling(element: HTMLElement, settled: () => void): () => void {
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
  // Capturing on the window comes before the session's own listeners, which then save this answer too.
  window.addEventListener("visibilitychange", settle, true);
  window.addEventListener("pagehide", settle, true);
  return () => {
    settle();
    element.removeEventListener("input", change);
    element.removeEventListener("focusout", leave);
    window.removeEventListener("visibilitychange", settle, true);
    window.removeEventListener("pagehide", settle, true);
  };
}
