/** Draws what the learner is told about one answer. */
import { element, type ReadHtml } from "../dom.ts";
import { message } from "../messages.ts";
import type { QuestionData } from "../page/data.ts";
import { drawIcon } from "../questions/part_verdict.ts";
import type { Feedback, Marked } from "../questions/question.ts";
import { QUESTION_KINDS } from "../questions/registry.ts";
import type { Unsealed } from "../seal.ts";
import type { QuizAnswer } from "./quiz.ts";

/** In one word, for colours and icons. */
export type Verdict = "right" | "partly" | "wrong" | "open" | "neutral";

export function verdictOf(answer: QuizAnswer | null): Verdict {
  if (answer === null) return "open";
  if (answer.share === null) return "neutral";
  return answer.share === 1 ? "right" : answer.share > 0 ? "partly" : "wrong";
}

export function sayVerdict(verdict: Verdict, question: QuestionData): string {
  // "Right" would be our word for what only the learner has judged.
  const own = QUESTION_KINDS[question.type].selfAssessed && verdict !== "open" && verdict !== "neutral";
  return message(`verdict.${own ? "self-" : ""}${verdict}`);
}

/**
 * Takes the focus after a check, so that it is read out: verdict, feedback, right answer, explanation.
 * As its name: of a box that has none, Orca says nothing. The name is a box within: Firefox finds none in a box named by itself.
 */
export function drawFeedback(
  question: QuestionData,
  answer: QuizAnswer | null,
  marked: Marked,
  opened: Unsealed,
  readHtml: ReadHtml,
): HTMLElement {
  const verdict = verdictOf(answer);
  const id = `f-${question.id}`;
  return element(
    "div",
    { class: `feedback feedback--${verdict}`, tabindex: -1, role: "group", "aria-labelledby": id },
    element(
      "div",
      { id },
      element(
        "p",
        { class: "verdict" },
        verdict === "neutral" ? null : drawIcon(verdict === "open" ? "wrong" : verdict),
        sayVerdict(verdict, question),
        verdict === "partly" ? ` ${sayPoints(question, answer)}` : null,
      ),
      ...marked.feedback.map((feedback) => drawOptionFeedback(feedback, readHtml)),
      verdict === "right" || verdict === "neutral" || marked.right.length === 0 ? null : drawRightAnswer(marked.right),
      opened.explanation === null ? null : element("div", { class: "explanation" }, readHtml(opened.explanation)),
    ),
  );
}

function sayPoints(question: QuestionData, answer: QuizAnswer | null): string {
  return message("verdict.points", { got: (answer?.share ?? 0) * question.points, n: question.points });
}

function drawOptionFeedback({ about, html }: Feedback, readHtml: ReadHtml): HTMLElement {
  return element(
    "div",
    { class: "option-feedback" },
    about === null ? null : element("p", { class: "option-feedback-about" }, about),
    readHtml(html),
  );
}

function drawRightAnswer(right: readonly string[]): HTMLElement {
  const label = message("verdict.right-answer", { n: right.length });
  const [only] = right;
  if (right.length === 1) return element("p", { class: "right-answer" }, `${label} `, element("strong", { dir: "auto" }, only ?? ""));
  return element(
    "div",
    { class: "right-answer" },
    element("p", {}, label),
    element("ul", {}, ...right.map((text) => element("li", {}, element("strong", { dir: "auto" }, text)))),
  );
}
