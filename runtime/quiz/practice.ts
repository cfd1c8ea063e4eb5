/** Practice of the questions that an attempt missed: nothing is scored, kept or told. */
import { drawButton, element, type ReadHtml } from "../dom.ts";
import { message } from "../messages.ts";
import { drawCard, type Card } from "./card.ts";
import type { QuizAnswer, QuizQuestion } from "./quiz.ts";

export interface PracticeData {
  readonly questions: readonly QuizQuestion[];
  readonly pad: string;
  readonly readHtml: ReadHtml;
  /** Leaves the practice. */
  back(): void;
}

export interface Practice {
  readonly element: HTMLElement;
  focus(): void;
}

export function drawPractice(data: PracticeData): Practice {
  const { questions, pad, readHtml } = data;
  const heading = element("h3", { id: "quiz-practice-heading", tabindex: -1 }, message("practise.heading"));
  const status = element("p", { class: "practice-status", role: "status" });
  const back = drawButton(message("practise.back"), "", () => data.back());
  const shares = new Map<Card, number>();
  const cards = questions.map((question, at) => {
    const card: Card = drawCard({ question, number: at + 1, count: questions.length, pad, readHtml, unscored: true, check: () => tryAnswer(card) });
    return card;
  });
  const list = element("ol", { class: "questions" }, ...cards.map((card) => card.element));

  function tryAnswer(card: Card): void {
    const reading = card.read();
    if ("fault" in reading) {
      card.complain(reading.fault);
      card.focus();
      return;
    }
    const answer: QuizAnswer = { response: reading.response, share: card.mark(reading.response).share, whole: true };
    card.lock();
    card.reveal(answer);
    shares.set(card, answer.share ?? 1);
    if (shares.size === cards.length) showEnd();
    card.focusFeedback();
  }

  function showEnd(): void {
    const wrong = cards.filter((card) => (shares.get(card) ?? 0) < 1);
    status.textContent = message("practise.done", { right: cards.length - wrong.length, n: cards.length });
    if (wrong.length === 0) return;
    const again = drawButton(message("practise.again"), "", () => {
      const next = drawPractice({ ...data, questions: wrong.map((card) => card.question) });
      section.replaceWith(next.element);
      next.focus();
    });
    back.before(again);
  }

  const section = element(
    "section",
    { class: "quiz-practice", "aria-labelledby": "quiz-practice-heading" },
    heading,
    element("p", { class: "practice-rules" }, message("practise.rules", { n: questions.length })),
    list,
    status,
    element("div", { class: "quiz-actions" }, back),
  );
  return { element: section, focus: () => heading.focus() };
}
