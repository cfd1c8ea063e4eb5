/** Where this lesson has no answer: the related lesson on the page that comes nearest. */
import { element } from "../dom.ts";
import type { TutorData } from "../page/data.ts";
import type { Passage } from "./passages.ts";
import { textOf } from "./passages.ts";
import { Tutor } from "./tutor.ts";

/** A link to it where its card links, otherwise its title and where to find it; null where none has anything of the question. */
export function nearestLesson(main: HTMLElement, question: string, { language }: Pick<TutorData, "language">): HTMLElement | null {
  const cards = [...main.querySelectorAll<HTMLElement>(".related .card")];
  const passages = cards.map((card): Passage => ({ place: card, kind: "text", text: textOf(card.querySelector("p")), heading: "", term: textOf(card.querySelector("h3")), lead: "", bold: "" }));
  const card = new Tutor(passages, { language, terms: [], asks: [] }).find(question).places[0]?.passage.place;
  if (card === undefined) return null;
  const title = textOf(card.querySelector("h3"));
  const address = card.querySelector("h3 a")?.getAttribute("href");
  if (address) return element("a", { href: address }, title);
  const elsewhere = textOf(card.querySelector(".elsewhere"));
  return element("span", {}, element("strong", {}, title), elsewhere === "" ? "" : `. ${elsewhere}`);
}
