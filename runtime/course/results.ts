/** Draws the lessons that were found: their cards once more, with the words marked. */
import { element, write } from "../dom.ts";
import { message } from "../messages.ts";
import type { LessonEntry } from "../page/data.ts";
import { markLine } from "./marked.ts";
import type { Found } from "./search.ts";
import { PLACE } from "./search_index.ts";

/** What is drawn again and again, as a search is typed. */
export class Results {
  readonly #place: HTMLElement;
  readonly #lessons: readonly LessonEntry[];
  /** Cards of the course's list by lesson: looked up once, not on every key. */
  readonly #cards: ReadonlyMap<string, HTMLElement>;

  constructor(place: HTMLElement, modules: HTMLElement, lessons: readonly LessonEntry[]) {
    this.#place = place;
    this.#lessons = lessons;
    this.#cards = new Map([...modules.querySelectorAll<HTMLElement>("[data-lesson]")].map((card) => [card.dataset["lesson"] ?? "", card]));
  }

  /** Shows these lessons, by their numbers, and no others. A card that stays is not drawn again: most do, from key to key. */
  draw(numbers: readonly number[], found: Found | null): void {
    const list = this.#list();
    const wanted = new Map(numbers.map((number) => [this.#lessons[number]?.id ?? "", number]));
    const rows = new Map<string, HTMLElement>();
    for (const row of [...list.children] as HTMLElement[]) {
      const id = row.dataset["lesson"] ?? "";
      if (wanted.has(id)) rows.set(id, row);
      else row.remove();
    }
    let next = list.firstElementChild;
    for (const [id, number] of wanted) {
      const row = rows.get(id) ?? this.#cards.get(id)?.cloneNode(true);
      if (!(row instanceof HTMLElement)) continue;
      markCard(row, number, found);
      if (row === next) next = row.nextElementSibling;
      else list.insertBefore(row, next);
    }
  }

  /** The list, alone in its place but for its heading. */
  #list(): HTMLElement {
    this.#place.querySelector(".find-more")?.remove();
    const known = this.#place.querySelector("ol");
    if (known) return known;
    const list = element("ol", { class: "lessons", role: "list" });
    this.#place.replaceChildren(element("h2", { class: "visually-hidden" }, message("find.heading")), list);
    return list;
  }
}

function markCard(card: HTMLElement, number: number, found: Found | null): void {
  // Inside, where the language of the words is told.
  for (const line of card.querySelectorAll<HTMLElement>("h3 bdi, .lesson-summary bdi")) markLine(line, found?.words ?? []);
  const held = found?.places.map((place) => place[number]) ?? [];
  // What the card itself shows needs no saying.
  const key = held.includes(PLACE.text) ? "find.in-text" : held.includes(PLACE.term) ? "find.in-terms" : "";
  const where = card.querySelector(".found-where");
  if (key === "") where?.remove();
  else if (where) write(where, message(key));
  else card.append(element("p", { class: "found-where" }, message(key)));
}
