/** Where this lesson has no answer: the lesson that comes nearest. */
import type {} from "../course/start.ts";
import { element } from "../dom.ts";
import type { TutorData } from "../page/data.ts";
import { formatRoute } from "../page/routes.ts";
import type { LearnerSession } from "../session/events.ts";
import { NO_ASKS, type OtherLesson } from "./asks.ts";
import type { Passage } from "./passages.ts";
import { textOf } from "./passages.ts";
import { Tutor } from "./tutor.ts";

export interface Asked {
  readonly main: HTMLElement;
  readonly question: string;
  /** Id of the lesson that is open. */
  readonly lesson: string;
  readonly tutor: Pick<TutorData, "language">;
}

/**
 * A link to it where one can go there, otherwise its title and where to find it; null where none has anything of the
 * question. Within a course it is found in all lessons' words, elsewhere among the related lessons' cards.
 */
export async function nearestLesson(asked: Asked): Promise<HTMLElement | null> {
  const { nearest } = globalThis.scormpackAddons?.course ?? {};
  try {
    // Its own lesson may be among the two.
    const found = (await nearest?.(asked.question, 2))?.find(({ id }) => id !== asked.lesson);
    if (found) return element("a", { href: formatRoute({ lesson: found.id, anchor: "" }) }, found.title);
  } catch (error) {
    console.warn("scormpack: the course's words could not be looked through", error);
  }
  return nearestCard(asked);
}

/** The lesson that the author names: a link in this package, or where the LMS opens it; else where to find it. */
export function wayToLesson({ id, title, language, elsewhere }: OtherLesson, session: Pick<LearnerSession, "wayTo">): HTMLElement {
  const name = element("bdi", { lang: language }, title);
  if (elsewhere === "") return element("a", { href: formatRoute({ lesson: id, anchor: "" }) }, name);
  const go = session.wayTo(id);
  if (go === null) return element("span", {}, element("strong", {}, name), `. ${elsewhere}`);
  const link = element("a", { href: "#" }, name);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    go();
  });
  return link;
}

function nearestCard({ main, question, tutor: { language } }: Asked): HTMLElement | null {
  const cards = [...main.querySelectorAll<HTMLElement>(".related .card")];
  const passages = cards.map((card): Passage => ({ place: card, kind: "text", text: textOf(card.querySelector("p")), heading: "", term: textOf(card.querySelector("h3")), lead: "", bold: "" }));
  const card = new Tutor(passages, { language, terms: [], asks: NO_ASKS }).find(question).places[0]?.passage.place;
  if (card === undefined) return null;
  const title = textOf(card.querySelector("h3"));
  const address = card.querySelector("h3 a")?.getAttribute("href");
  if (address) return element("a", { href: address }, title);
  const elsewhere = textOf(card.querySelector(".elsewhere"));
  return element("span", {}, element("strong", {}, title), elsewhere === "" ? "" : `. ${elsewhere}`);
}
