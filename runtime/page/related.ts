/** A related lesson that lies in an item of its own is a link, where the LMS says that it would open it. */
import { element } from "../dom.ts";
import type { LearnerSession } from "../session/events.ts";

export function bindRelated(main: HTMLElement, session: LearnerSession): void {
  for (const card of main.querySelectorAll<HTMLElement>(".related .card[data-lesson]")) {
    const title = card.querySelector("h3 > bdi");
    const go = session.wayTo(card.dataset["lesson"] ?? "");
    if (title === null || go === null) continue;
    const link = element("a", { href: "#" });
    title.replaceWith(link);
    link.append(title);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      go();
    });
    card.querySelector(".elsewhere")?.remove();
  }
}
