/** Draws the result of a finished quiz. */
import { element } from "../dom.ts";
import { message } from "../messages.ts";
import { cardId } from "./card.ts";
import { sayVerdict, verdictOf } from "./feedback.ts";
import { attemptsLeft, passedOf, scoreOf, type Quiz } from "./quiz.ts";

export interface ResultData {
  readonly quiz: Quiz;
  /** Of all attempts. */
  readonly best: number | null;
  /** Of all attempts; what the lesson counts. */
  readonly passed: boolean;
  /** Finished on an earlier visit: the answers are gone, the best score is known. */
  readonly earlier: boolean;
  /** Null: no attempt is left. */
  readonly retry: (() => void) | null;
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
  const retry = data.retry && element("button", { type: "button", class: "button button--primary" }, message("result.try-again"));
  retry?.addEventListener("click", () => data.retry?.());
  const outcome = outcomeOf(data);
  return {
    element: element(
      "section",
      { class: `quiz-result quiz-result--${outcome}`, "aria-labelledby": "quiz-result-heading" },
      heading,
      element("p", { class: "result-score" }, sayScore(data)),
      outcome === "done" ? null : element("p", { class: "result-outcome" }, sayOutcome(data)),
      !earlier && best !== null && best !== scoreOf(quiz) ? element("p", { class: "result-best" }, message("result.best", { score: best })) : null,
      earlier ? null : drawOverview(quiz),
      saved,
      sayAttempts(quiz, retry !== null),
      retry,
    ),
    saved,
    focus: () => heading.focus(),
  };
}

/** The result in one breath, for a live region. */
export function sayResult(data: ResultData): string {
  return [sayScore(data), outcomeOf(data) === "done" ? "" : sayOutcome(data)].join(" ").trim();
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

/** Every question with its verdict, linked; only "answered" or "not answered" where the author gives no feedback. */
function drawOverview(quiz: Quiz): HTMLElement {
  const rows = quiz.questions.map(({ data }, at) => {
    const answer = quiz.answers.get(data.id) ?? null;
    const told = quiz.data.feedback !== "none";
    const verdict = told ? verdictOf(answer) : answer === null ? "open" : "neutral";
    const words = message("result.question", { number: at + 1, verdict: sayVerdict(verdict, data) });
    return element(
      "li",
      { class: `overview-item overview-item--${verdict}` },
      element("a", { href: `#${cardId(data.id)}` }, words),
    );
  });
  return element("ul", { class: "overview", "aria-label": message("result.overview") }, ...rows);
}
