/** Takes the learner to a passage, shows which it is, and brings them back. */
import { element } from "../dom.ts";
import { message } from "../messages.ts";

const SHOWN = "tutor-shown";

/** `from`: the link that led there. The mark goes when the learner returns, goes elsewhere, or leaves the lesson. */
export function showPlace(place: HTMLElement, from: HTMLElement, leaving: AbortSignal): void {
  document.dispatchEvent(new Event(SHOWN));
  for (let folded = place.closest("details"); folded; folded = folded.parentElement?.closest("details") ?? null) folded.open = true;
  const ended = new AbortController();
  const { signal } = ended;
  const back = element("button", { class: "button tutor-back", type: "button" }, message("tutor.back"));
  const hadPlace = place.getAttribute("tabindex");
  place.classList.add(SHOWN);
  place.setAttribute("tabindex", "-1");
  put(back, place);
  stayAbove(document.querySelector("#connection"), back);
  place.scrollIntoView({ block: "center" });
  place.focus({ preventScroll: true });
  const leave = (): void => {
    if (signal.aborted) return;
    ended.abort();
    place.classList.remove(SHOWN);
    if (hadPlace === null) place.removeAttribute("tabindex");
    back.remove();
  };
  const goBack = (): void => {
    leave();
    from.scrollIntoView({ block: "center" });
    from.focus({ preventScroll: true });
  };
  back.addEventListener("click", goBack, { signal });
  document.addEventListener("keydown", ({ key }) => key === "Escape" && goBack(), { signal });
  document.addEventListener(SHOWN, leave, { signal });
  // Who scrolls back by themselves, and goes on there, has found what they looked for.
  from.closest("#tutor")?.addEventListener("focusin", leave, { signal });
  leaving.addEventListener("abort", leave, { signal });
}

/** What is said of the connection at the window's lower edge stays readable. */
function stayAbove(banner: HTMLElement | null, back: HTMLElement): void {
  if (banner && getComputedStyle(banner).position === "sticky") back.style.setProperty("--below", `${banner.offsetHeight}px`);
}

/** The next thing to reach from the passage, where HTML allows a button: none between points, rows or definitions. */
function put(back: HTMLElement, place: HTMLElement): void {
  if (place.matches("tr, dl > div")) place.lastElementChild?.append(back);
  else if (place.matches("li")) place.append(back);
  else place.after(back);
}
