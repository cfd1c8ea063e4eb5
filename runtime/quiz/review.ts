/** The questions of a finished attempt, each with the learner's answer, the right one and the explanation. */
import { element, type ReadHtml } from "../dom.ts";
import { message } from "../messages.ts";
import { drawCard } from "./card.ts";
import type { Quiz } from "./quiz.ts";

/** On a later visit: on the one that finished it, the questions are on the page still. */
export function drawReview(quiz: Quiz, readHtml: ReadHtml): HTMLElement {
  const count = quiz.questions.length;
  const cards = quiz.questions.map((question, at) => {
    const card = drawCard({ question, number: at + 1, count, pad: quiz.data.pad, readHtml, check: null });
    const answer = quiz.answers.get(question.data.id) ?? null;
    if (answer) card.show(answer);
    card.lock();
    card.reveal(answer);
    return card.element;
  });
  return element(
    "section",
    { class: "quiz-review", "aria-labelledby": "quiz-review-heading" },
    element("h3", { id: "quiz-review-heading" }, message("review.heading")),
    element("ol", { class: "questions" }, ...cards),
  );
}
