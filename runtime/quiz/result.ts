/** Draws the result of a finished quiz. */
import { drawButton, element } from "../dom.ts";
import { joinSentences, message } from "../messages.ts";
import { cardId } from "./card.ts";
import { sayVerdict, verdictOf } from "./feedback.ts";
import { attemptsLeft, passedOf, scoreOf, type Quiz } from "./quiz.ts";

export interface ResultData {
  readonly quiz: Quiz;
  /** Of all attempts. */
  readonly best: number | null;
  /** Of all attempts; what the lesson counts. */
  readonly passed: boolean;
  /** Finished on an earlier visit: the best score is known, and those answers that the state had room for. */
  readonly earlier: boolean;
  /** The time limit ended it. */
  readonly timeUp: boolean;
  /** Null: no attempt is left. */
  readonly retry: (() => void) | null;
  /** Null: nothing was missed, or nobody may know what. */
  readonly practise: (() => void) | null;
}

export interface ResultPanel {
  readonly element: HTMLElement;
  /** Puts into words what became of the score; changes as it is saved. */
  readonly saved: HTMLElement;
  focus(): void;
}

export function drawResult(data: ResultData): ResultPanel {
  const { quiz, best, earlier } = data;
  const heading = element("h3", { id: "quiz-result-heading", tabindex: -1 }, message("result.heading"));
  const saved = element("p", { class: "result-saved" });
  const outcome = outcomeOf(data);
  // Whoever has passed goes on; whoever has not tries again.
  const next = data.passed || outcome !== "failed" ? drawNext() : null;
  const again = data.passed || outcome === "passed" ? "" : "primary";
  const retry = data.retry && drawButton(message("result.try-again"), next ? "" : again, data.retry);
  const practise = data.practise && drawButton(message("result.practise"), "", data.practise);
  const panel = element(
    "section",
    { class: `quiz-result quiz-result--${outcome}`, "aria-labelledby": "quiz-result-heading" },
    heading,
    element("p", { class: "result-score" }, sayScore(data)),
    outcome === "done" ? null : element("p", { class: "result-outcome" }, sayOutcome(data)),
    !earlier && best !== null && best !== scoreOf(quiz) ? element("p", { class: "result-best" }, message("result.best", { score: best })) : null,
    data.timeUp ? element("p", { class: "result-time" }, message("result.time-up")) : null,
    isReviewed(data) ? drawOverview(quiz) : null,
    saved,
    sayAttempts(quiz, retry !== null),
    next || retry || practise ? element("div", { class: "result-actions" }, next, retry, practise) : null,
    practise && element("p", { class: "result-practice" }, message("result.practise-is")),
  );
  return {
    element: panel,
    saved,
    focus() {
      heading.focus({ preventScroll: true });
      // At once: on a phone the way there, past all questions, would take seconds.
      panel.scrollIntoView({ block: "start", behavior: "instant" });
    },
  };
}

/** The result in one breath, for a live region. */
export function sayResult(data: ResultData): string {
  const time = data.timeUp ? message("result.time-up") : "";
  return joinSentences([time, sayScore(data), outcomeOf(data) === "done" ? "" : sayOutcome(data)]);
}

/** Whether the answers are on the page too: with `feedback: none` there is the score alone. */
export function isReviewed({ quiz, earlier }: Pick<ResultData, "quiz" | "earlier">): boolean {
  return quiz.data.feedback !== "none" && (!earlier || quiz.questions.some(({ data }) => quiz.answers.has(data.id)));
}

/** The way to the next lesson of the unit stands at the page's end: once more here, where it is looked for. */
function drawNext(): HTMLElement | null {
  const link = document.querySelector<HTMLAnchorElement>("main a[rel=next]");
  return link && element("a", { class: "button button--primary result-next", href: link.href }, ...link.cloneNode(true).childNodes);
}

function outcomeOf({ quiz, passed, earlier }: ResultData): "passed" | "failed" | "done" {
  const judged = earlier ? (quiz.data.passMark === null ? null : passed) : passedOf(quiz);
  return judged === null ? "done" : judged ? "passed" : "failed";
}

function sayScore({ quiz, best, earlier }: ResultData): string {
  const score = earlier ? best : scoreOf(quiz);
  if (score === null) return message("result.finished");
  return message(earlier ? "result.best" : "result.score", { score });
}

function sayOutcome(data: ResultData): string {
  const mark = data.quiz.data.passMark ?? 0;
  if (outcomeOf(data) === "passed") return message("result.passed", { mark });
  // Passed once stays passed (design: retried and did worse).
  return data.passed ? message("result.passed-before", { mark }) : message("result.failed", { mark });
}

function sayAttempts(quiz: Quiz, retry: boolean): HTMLElement | null {
  const left = attemptsLeft(quiz);
  if (left === null || (left === 0 && retry)) return null;
  return element("p", { class: "result-attempts" }, left === 0 ? message("result.no-attempts") : message("result.attempts-left", { n: left }));
}

/** Every question with its verdict, linked to its place in the review. */
function drawOverview(quiz: Quiz): HTMLElement {
  const rows = quiz.questions.map(({ data }, at) => {
    const answer = quiz.answers.get(data.id) ?? null;
    const verdict = verdictOf(answer);
    const words = message("result.question", { number: at + 1, verdict: sayVerdict(verdict, data) });
    return element(
      "li",
      { class: `overview-item overview-item--${verdict}` },
      element("a", { href: `#${cardId(data.id)}` }, words),
    );
  });
  return element("ul", { class: "overview", "aria-label": message("result.overview") }, ...rows);
}
