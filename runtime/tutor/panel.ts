/** The conversation with the tutor, as the page shows it. It lasts as long as the lesson is open, and is kept nowhere. */
import { element } from "../dom.ts";
import { message, withGap } from "../messages.ts";
import type { LessonData, TutorData } from "../page/data.ts";
import type { LearnerSession } from "../session/events.ts";
import { loadAsks, type AsksData } from "./asks.ts";
import { streamAnswer } from "./endpoint.ts";
import { suggestQuestions } from "./follow_ups.ts";
import { showPlace } from "./jump.ts";
import { CELLS, readPassages } from "./passages.ts";
import { nearestLesson, wayToLesson } from "./related.ts";
import { Tutor, type Finding, type Place } from "./tutor.ts";

export interface TutorSetting {
  readonly main: HTMLElement;
  readonly root: HTMLElement;
  readonly lesson: LessonData;
  readonly tutor: TutorData;
  readonly session: Pick<LearnerSession, "tell" | "wayTo">;
  /** Address of the page. */
  readonly base: string;
  /** Aborted when the lesson is left. */
  readonly signal: AbortSignal;
}

/** Answers a question in the page. */
export type Ask = (question: string) => void;

declare global {
  interface ScormpackAddons {
    tutor: { readonly openTutor: typeof openTutor; readonly readPassages: typeof readPassages; readonly Tutor: typeof Tutor };
  }
}

/** Places beside the one that answers. */
const FURTHER = 2;
/** Share of the best place's score that a further one needs. */
const RELEVANT = 0.6;

/** Score from which a place is worth a look, though it is no answer. */
const NEAR = 2.5;

export async function openTutor(setting: TutorSetting): Promise<Ask> {
  const { lesson, tutor, base } = setting;
  return new Panel(setting, await loadAsks(lesson.id, tutor.asks, base)).ask;
}

class Panel {
  readonly #setting: TutorSetting;
  readonly #log: HTMLElement;
  readonly #tutor: Tutor;
  readonly #asked = new Set<string>();
  /** The question being answered by the service. */
  #under: AbortController | null = null;

  constructor(setting: TutorSetting, asks: AsksData) {
    this.#setting = setting;
    this.#log = setting.root.querySelector<HTMLElement>("#tutor-log") ?? setting.root;
    this.#tutor = new Tutor(readPassages(setting.main), { ...setting.tutor, asks });
    setting.signal.addEventListener("abort", () => this.#under?.abort());
  }

  readonly ask = (question: string): void => {
    const { lesson, session, tutor } = this.#setting;
    this.#under?.abort();
    const finding = this.#tutor.find(question);
    const defined = finding.answered ? (finding.places[0]?.passage.term ?? "") : "";
    // A definition is read now, however it was asked for.
    for (const known of [question, message("tutor.what-is", { term: defined })]) this.#asked.add(known);
    const answer = element("div", { class: "tutor-answer" });
    const turn = element("div", { class: "tutor-turn" }, element("p", { class: "tutor-asked" }, element("span", { class: "visually-hidden" }, withGap(message("tutor.you-asked"))), question), answer);
    // With a service, whether it has an answer is for the service to say.
    if (tutor.endpoint !== null && finding.places.length > 0) void this.#askService(tutor.endpoint, question, finding, answer);
    else answer.append(...this.#quote(finding, question));
    this.#log.append(turn);
    turn.scrollIntoView({ block: "nearest" });
    this.#suggest(finding);
    if (tutor.record) session.tell({ kind: "asked", lesson: lesson.id, question, answered: finding.answered });
  };

  /** What the lesson says by itself. */
  #quote(finding: Finding, question: string): HTMLElement[] {
    const [best, ...others] = finding.places;
    if (!finding.answered || best === undefined) return this.#refuse(finding, question);
    const further = others.filter(({ score }) => score >= RELEVANT * best.score).slice(0, FURTHER);
    return [
      element("p", { class: "tutor-note" }, message("tutor.says")),
      element("blockquote", {}, ...(best.passage.term === "" ? [] : [element("strong", {}, best.passage.term), ": "]), ...apart(best.quote), ...listOf(best.points)),
      element("p", { class: "tutor-source" }, this.#link(best, message("tutor.show", { heading: best.passage.heading }))),
      ...(further.length === 0 ? [] : [this.#list(message("tutor.further"), further)]),
    ];
  }

  #refuse({ places, elsewhere }: Finding, question: string): HTMLElement[] {
    const { main, tutor, lesson, session } = this.#setting;
    const no = element("p", {}, message("tutor.no-answer"));
    const found = elsewhere === null ? nearestLesson({ main, question, lesson: lesson.id, tutor }) : Promise.resolve(wayToLesson(elsewhere, session));
    void found.then((other) => other && no.after(element("p", { class: "tutor-source" }, withGap(message("tutor.related")), other)));
    const near = places.filter(({ score }) => score >= NEAR).slice(0, FURTHER);
    return [
      no,
      ...(near.length === 0 ? [] : [this.#list(message("tutor.nearest"), near)]),
    ];
  }

  #list(title: string, places: readonly Place[]): HTMLElement {
    return element("div", { class: "tutor-further" }, element("p", {}, title), element("ul", { role: "list" }, ...places.map((place) => element("li", {}, this.#link(place, ...apart(beginningOf(place)))))));
  }

  /** A link to the passage; without scripts' help it would lead to the passage's heading. */
  #link({ passage }: Place, ...words: readonly (string | Node)[]): HTMLElement {
    const heading = passage.place.closest("section")?.getAttribute("aria-labelledby") ?? "main";
    const link = element("a", { href: `#${heading}` }, ...words);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      showPlace(passage.place, link, this.#setting.signal);
    });
    return link;
  }

  async #askService(endpoint: string, question: string, finding: Finding, answer: HTMLElement): Promise<void> {
    const { lesson, tutor, signal } = this.#setting;
    const under = (this.#under = new AbortController());
    const words = element("p", { class: "tutor-words" });
    answer.setAttribute("aria-busy", "true");
    answer.append(element("p", { class: "tutor-waiting" }, message("tutor.waiting")), words);
    try {
      const passages = finding.places.map(({ passage }, index) => ({ id: `p${index + 1}`, heading: passage.heading, text: passage.term === "" ? passage.text : `${passage.term}: ${passage.text}` }));
      const body = { question, language: tutor.language, lesson: { id: lesson.id, title: lesson.title }, passages };
      for await (const piece of streamAnswer(body, { endpoint, seconds: tutor.timeout, signal: under.signal })) words.append(piece);
      if ((words.textContent ?? "").trim() === "") throw new Error("an empty answer");
      answer.querySelector(".tutor-waiting")?.remove();
      answer.append(this.#list(message("tutor.sources"), finding.places.slice(0, FURTHER + 1)));
    } catch (error) {
      if (signal.aborted) return;
      console.warn("scormpack: the tutor's service did not answer", error);
      answer.replaceChildren(element("p", { class: "tutor-note" }, message("tutor.fallback")), ...this.#quote(finding, question));
    } finally {
      answer.removeAttribute("aria-busy");
      if (this.#under === under) this.#under = null;
    }
  }

  #suggest(finding: Finding): void {
    const { root, main, tutor } = this.#setting;
    const questions = suggestQuestions(finding, { main, terms: tutor.terms, asked: this.#asked });
    const chips = root.querySelector("#tutor-chips");
    chips?.replaceChildren(...questions.map((question) => element("li", {}, element("button", { class: "chip", type: "button" }, question))));
  }
}

function listOf(points: readonly string[]): HTMLElement[] {
  return points.length === 0 ? [] : [element("ul", {}, ...points.map((point) => element("li", {}, point)))];
}

/** A row's cells each by itself: next to each other, those of another script would change places. */
function apart(text: string): (string | Node)[] {
  const cells = text.split(CELLS);
  return cells.length === 1 ? [text] : cells.flatMap((cell, number) => [...(number === 0 ? [] : [CELLS]), element("bdi", {}, cell)]);
}

/** Enough of a passage to know it by. */
function beginningOf({ passage, quote }: Place): string {
  if (passage.term !== "") return passage.term;
  return quote.length <= 90 ? quote : `${quote.slice(0, quote.lastIndexOf(" ", 85) > 0 ? quote.lastIndexOf(" ", 85) : 85)}…`;
}
