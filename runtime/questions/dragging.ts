/** Lets the rows of a list be dragged up and down with mouse, pen or finger. */

export interface DragRules {
  /** Whether anything may be moved at this moment. */
  may(): boolean;
  /** The row was let go in another place than it was taken from. */
  dropped(row: Element): void;
}

/** A finger drags by the handle, and scrolls elsewhere; a mouse takes a row wherever it is. */
export function letDrag(list: HTMLElement, rules: DragRules): void {
  list.addEventListener("pointerdown", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const row = target?.closest<HTMLElement>("li");
    const free = event.pointerType === "mouse" ? target?.closest("button, a") === null : Boolean(target?.closest(".sequence-handle"));
    if (!row || !free || event.button !== 0 || !rules.may()) return;
    drag(row, event, rules);
  });
  // A picture or a link in a row would be carried off by itself.
  list.addEventListener("dragstart", (event) => event.preventDefault());
}

function drag(row: HTMLElement, start: PointerEvent, rules: DragRules): void {
  const list = row.parentElement as HTMLElement;
  const before = [...list.children];
  const stop = new AbortController();
  const { signal } = stop;
  // In the page's own coordinates: it may scroll meanwhile.
  let origin = start.pageY;

  function end(keep: boolean): void {
    stop.abort();
    row.style.transform = "";
    row.classList.remove("sequence-item--dragged");
    if (!keep) list.append(...before);
    else if (before.some((one, at) => one !== list.children[at])) rules.dropped(row);
  }

  /** The others make way: a node that is taken out loses the pointer. */
  function swap(other: Element, after: boolean): void {
    const from = row.offsetTop;
    if (after) row.before(other);
    else row.after(other);
    origin += row.offsetTop - from;
  }

  function follow(event: PointerEvent): void {
    const { previousElementSibling: above, nextElementSibling: below } = row;
    const moved = event.pageY - origin;
    if (above instanceof HTMLElement && row.offsetTop + moved < above.offsetTop + above.offsetHeight / 2) swap(above, false);
    else if (below instanceof HTMLElement && row.offsetTop + row.offsetHeight + moved > below.offsetTop + below.offsetHeight / 2) swap(below, true);
    row.style.transform = `translateY(${event.pageY - origin}px)`;
    scrollNear(event.clientY);
  }

  row.classList.add("sequence-item--dragged");
  row.setPointerCapture(start.pointerId);
  row.addEventListener("pointermove", follow, { signal });
  row.addEventListener("pointerup", () => end(true), { signal });
  row.addEventListener("pointercancel", () => end(false), { signal });
  document.addEventListener("keydown", (event) => event.key === "Escape" && end(false), { signal });
}

/** Where a list is longer than the window, its edge scrolls. */
function scrollNear(y: number): void {
  const edge = 48;
  if (y < edge) window.scrollBy({ top: -edge / 3, behavior: "instant" });
  else if (y > window.innerHeight - edge) window.scrollBy({ top: edge / 3, behavior: "instant" });
}
