/** Draws the lessons that were found: their cards once more, with the words marked. */
import { element } from "../dom.ts";
import { message } from "../messages.ts";
import type { LessonEntry } from "../page/data.ts";
import { markWords } from "./marked.ts";
import type { Found } from "./search.ts";
import { PLACE } from "./search_index.ts";

/** Cards of the course's list by lesson: looked up once, not on every key. */
const cards = new WeakMap<HTMLElement, Map<string, HTMLElement>>();

/** Empties the list; returns what draws lessons, by their numbers, at its end. */
export function drawResults(
  place: HTMLElement,
  modules: HTMLElement,
  lessons: readonly LessonEntry[],
  found: Found | null,
): (numbers: readonly number[]) => void {
  const known = cards.get(modules) ?? cardsOf(modules);
  cards.set(modules, known);
  const list = element("ol", { class: "lessons", role: "list" });
  place.replaceChildren(element("h2", { class: "visually-hidden" }, message("find.heading")), list);
  return (numbers) => {
    for (const number of numbers) {
      const card = known.get(lessons[number]?.id ?? "")?.cloneNode(true);
      if (!(card instanceof HTMLElement)) continue;
      if (found) markCard(card, number, found);
      list.append(card);
    }
  };
}

function cardsOf(modules: HTMLElement): Map<string, HTMLElement> {
  return new Map([...modules.querySelectorAll<HTMLElement>("[data-lesson]")].map((card) => [card.dataset["lesson"] ?? "", card]));
}

function markCard(card: HTMLElement, number: number, { words, places }: Found): void {
  // Inside, where the language of the words is told.
  for (const line of card.querySelectorAll("h3 bdi, .lesson-summary bdi")) line.replaceChildren(...markWords(line.textContent ?? "", words));
  const held = places.map((place) => place[number]);
  // What the card itself shows needs no saying.
  const key = held.includes(PLACE.text) ? "find.in-text" : held.includes(PLACE.term) ? "find.in-terms" : "";
  if (key !== "") card.append(element("p", { class: "found-where" }, message(key)));
}
