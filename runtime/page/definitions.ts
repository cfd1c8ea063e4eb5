/**
 * Key terms in the text open their definition on the spot.
 *
 * The page marks a term with a link to its entry in the list of key terms, and that is what stays without scripts,
 * and in a browser that has no popovers.
 */
import { openDefinition } from "./definition.ts";

/** Returns how to stop. */
export function bindDefinitions(main: HTMLElement): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  const terms = "popover" in HTMLElement.prototype ? main.querySelectorAll<HTMLAnchorElement>("a.term") : [];
  for (const term of terms) {
    term.role = "button";
    term.ariaExpanded = "false";
    let wasOpen = false;
    // Pressing closes what is open, before the press has become a click.
    term.addEventListener("pointerdown", () => (wasOpen = term.ariaExpanded === "true"), { signal });
    const press = (event: Event): void => {
      event.preventDefault();
      const entry = main.querySelector<HTMLElement>(`dt[id="${term.hash.slice(1)}"]`);
      if (entry && !wasOpen) openDefinition(term, entry);
      wasOpen = false;
    };
    term.addEventListener("click", press, { signal });
    term.addEventListener("keydown", (event) => event.key === " " && press(event), { signal });
  }
  return () => ended.abort();
}
