/** Moves the learner, and the focus with them, to a place on the page. */

/** False where the page has no such place. */
export function goToAnchor(id: string): boolean {
  const place = document.getElementById(id);
  if (!place) return false;
  focus(place);
  place.scrollIntoView();
  return true;
}

/** A new page is announced by its heading. */
export function focusHeading(main: HTMLElement): void {
  focus(main.querySelector<HTMLElement>("h1") ?? main);
}

function focus(place: HTMLElement): void {
  place.focus({ preventScroll: true });
  if (document.activeElement === place) return;
  place.setAttribute("tabindex", "-1");
  place.focus({ preventScroll: true });
}
