/** One question of the quiz, as a card. */
import { drawButton, element, type ReadHtml } from "../dom.ts";
import type { Response } from "../lms/port.ts";
import { message } from "../messages.ts";
import type { Marked, Reading } from "../questions/question.ts";
import { QUESTION_KINDS } from "../questions/registry.ts";
import { unseal, type Unsealed } from "../seal.ts";
import { drawFeedback, verdictOf } from "./feedback.ts";
import type { QuizAnswer, QuizQuestion } from "./quiz.ts";

export interface CardData {
  readonly question: QuizQuestion;
  /** 1 for the first. */
  readonly number: number;
  readonly count: number;
  readonly pad: string;
  readonly readHtml: ReadHtml;
  /** The points are not told: nothing is scored here. */
  readonly unscored?: boolean;
  /** Called by the card's button; null: the card has none. */
  readonly check: (() => void) | null;
}

export interface Card {
  readonly element: HTMLElement;
  readonly question: QuizQuestion;
  read(): Reading;
  mark(response: Response): Marked;
  pack(response: Response): string;
  show(answer: QuizAnswer): void;
  /** Says what is wrong with the entry; "" takes it back. */
  complain(fault: string): void;
  /** Nothing can be entered any more. */
  lock(): void;
  /** Tells right from wrong, and why. */
  reveal(answer: QuizAnswer | null): void;
  focus(): void;
  /** Moves to what was revealed, and brings it into view. */
  focusFeedback(): void;
  /** Adds a way on, below the feedback. */
  addAction(button: HTMLElement): void;
}

/** What is chosen or pressed, not typed. */
const CHOSEN = "input:not([type=text]), select, button";

export function cardId(questionId: string): string {
  return `quiz-question-${questionId}`;
}

export function drawCard(data: CardData): Card {
  const { question, readHtml } = data;
  const kind = QUESTION_KINDS[question.data.type];
  const id = `quiz-${question.data.id}`;
  const open = (): Unsealed => unseal(question.data.sealed, data.pad);
  const view = kind.draw(question.data, { id, seed: question.seed, mix: question.mix, readHtml, open });
  const fault = element("p", { class: "fault", id: `${id}-fault`, role: "alert" });
  const place = message("quiz.question-of", { number: data.number, count: data.count });
  const check = data.check && drawButton(message("quiz.check"), "check", data.check);
  const hint = element("summary", {}, message("quiz.hint"));
  // Whoever has the page's buttons listed hears which question each is of.
  for (const control of [check, hint]) control?.setAttribute("aria-label", `${control.textContent} · ${place}`);
  const actions = element("div", { class: "question-actions" }, check);
  const card = element(
    "li",
    { class: "question", id: cardId(question.data.id), tabindex: -1 },
    drawNumber(data, place),
    view.element,
    question.data.hint === null
      ? null
      : element("details", { class: "hint" }, hint, readHtml(question.data.hint)),
    fault,
    actions,
  );
  const typed = [...view.element.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input[type=text], textarea")];
  let feedback: HTMLElement | null = null;

  function complain(words: string): void {
    fault.textContent = words;
    for (const input of typed) input.setAttribute("aria-invalid", String(words !== ""));
  }

  view.element.addEventListener("input", () => {
    complain("");
    card.classList.add("is-begun");
  });
  for (const input of view.element.querySelectorAll<HTMLInputElement>("input[type=text]")) {
    // No <form>: a sandboxed frame may forbid submitting, and with it the Enter key.
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.isComposing && !input.readOnly) data.check?.();
    });
  }

  return {
    element: card,
    question,
    read: view.read,
    mark: (response) => kind.mark(question.data, open(), response),
    pack: kind.pack,
    show: (answer) => view.show(answer.response),
    complain,
    lock() {
      complain("");
      check?.remove();
      // A text stays readable by keyboard when it is only locked.
      for (const input of typed) input.readOnly = true;
      for (const control of view.element.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLButtonElement>(CHOSEN)) control.disabled = true;
    },
    reveal(answer) {
      const opened = open();
      const marked = kind.mark(question.data, opened, answer?.response ?? null);
      // Only a part of the answer was kept: it cannot be marked part by part.
      if (answer === null || answer.whole) view.reveal(marked.parts);
      feedback?.remove();
      feedback = drawFeedback(question.data, answer, marked, opened, readHtml);
      card.classList.add(`question--${verdictOf(answer)}`);
      card.insertBefore(feedback, actions);
    },
    focus: view.focus,
    focusFeedback() {
      feedback?.focus({ preventScroll: true });
      feedback?.scrollIntoView({ block: "nearest" });
    },
    addAction: (button) => actions.append(button),
  };
}

function drawNumber({ question, unscored = false }: CardData, place: string): HTMLElement {
  return element(
    "h3",
    { class: "question-number" },
    place,
    question.data.points > 0 && !unscored
      ? element("span", { class: "question-points" }, ` · ${message("quiz.points", { n: question.data.points })}`)
      : null,
  );
}
