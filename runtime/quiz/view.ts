/**
 * Shows a quiz in `#quiz-root`: its rules and start, an attempt, the result with its review, practice.
 *
 * Class names that the runtime's own elements bear, for the style sheet:
 *   quiz-start, start-rules (<ul>), quiz-rules, quiz-bar, quiz-progress, meter (a <progress>), quiz-time, time-left, time-more,
 *   questions (<ol>), quiz-actions, visually-hidden,
 *   question (+ --right, --partly, --wrong, --open, --neutral; is-begun), question-number, question-points, prompt, instruction, hint (<details>),
 *   options (<fieldset>), option (+ --right, --wrong, --missed), option-text, part-verdict (+ --right, --wrong, --missed),
 *   icon (+ --right, --partly, --wrong, --missed), boxes, box-label, text-box, text-with-blanks, blank (+ --right, --wrong), unit,
 *   fault, question-actions, button (+ --primary, --check),
 *   feedback (+ --right, --partly, --wrong, --open, --neutral), verdict, option-feedback, option-feedback-about,
 *   right-answer, explanation,
 *   quiz-result (+ --passed, --failed, --done), result-score, result-outcome, result-best, result-time, result-saved,
 *   result-attempts, result-actions, result-practice,
 *   overview (<ul>), overview-item (+ --right, --partly, --wrong, --open, --neutral),
 *   quiz-review, quiz-practice, practice-rules, practice-status,
 *   confirm (<dialog>), confirm-places (<ul>), confirm-actions;
 *   on the page: connection--notice, --warning, --good (on #connection), lesson-state--new, --opened, --done, --failed, --passed,
 *   button--done (on #mark-read), page-fault, page-fault-actions, is-loading (on <main>).
 */
import { drawButton, element, write } from "../dom.ts";
import { message } from "../messages.ts";
import { Attempt, type Finished, type QuizSetting } from "./attempt.ts";
import { drawPractice } from "./practice.ts";
import { attemptsLeft, missed, openQuiz, passedOf, scoreOf, type Quiz } from "./quiz.ts";
import { drawResult, isReviewed, sayResult, type ResultData, type ResultPanel } from "./result.ts";
import { drawReview } from "./review.ts";
import { drawStart } from "./start_panel.ts";
import { saySaved } from "./where.ts";

export type { QuizSetting } from "./attempt.ts";

/** Shows the quiz; returns how to leave it, answers kept. */
export function showQuiz(setting: QuizSetting): () => void {
  const view = new QuizView(setting);
  view.open();
  const ended = new AbortController();
  // Back from the back-forward cache: the time in there is time with the page closed, and the learner starts the clock.
  const restore = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) view.reopen();
  };
  window.addEventListener("pageshow", restore, { signal: ended.signal });
  return () => {
    ended.abort();
    view.leave();
  };
}

class QuizView {
  readonly #setting: QuizSetting;
  readonly #announcement = element("p", { class: "visually-hidden", role: "status" });
  #attempt: Attempt | null = null;
  #stopWatching: () => void = () => undefined;

  constructor(setting: QuizSetting) {
    this.#setting = setting;
  }

  /** Returns how to move the focus to what it shows. */
  open(): () => void {
    const { data, session, lesson, readHtml } = this.#setting;
    const quiz = openQuiz(data, session.progress(lesson.id), session.seed(lesson.id));
    if (quiz.finished) {
      const panel = this.#drawResult(quiz, { earlier: true, timeUp: false });
      this.#show(panel.element, ...(isReviewed({ quiz, earlier: true }) ? [drawReview(quiz, readHtml)] : []));
      return panel.focus;
    }
    // A time that was over when the page went is counted, not started.
    if (data.timeLimit === null || quiz.timeLeft === 0) return this.#begin(quiz);
    const panel = drawStart(quiz, () => this.#begin(quiz)());
    this.#show(panel.element);
    return panel.focus;
  }

  /** A timed attempt that was interrupted. */
  reopen(): void {
    if (this.#setting.data.timeLimit === null || this.#attempt === null) return;
    this.leave();
    this.open();
  }

  leave(): void {
    this.#attempt?.leave();
    this.#attempt = null;
    this.#stopWatching();
  }

  #show(...nodes: readonly HTMLElement[]): void {
    this.#setting.root.replaceChildren(...nodes, this.#announcement);
  }

  #begin(quiz: Quiz): () => void {
    const attempt = new Attempt(this.#setting, quiz, (finished) => this.#finish(finished));
    this.#attempt = attempt;
    this.#show(...attempt.nodes);
    attempt.start();
    return () => {
      this.#setting.root.scrollIntoView({ block: "start" });
      attempt.cards[0]?.element.focus({ preventScroll: true });
    };
  }

  #finish({ quiz, cards, last, timeUp }: Finished): void {
    const { session, lesson, root, data } = this.#setting;
    this.#attempt = null;
    const outcome = { score: scoreOf(quiz), passed: passedOf(quiz) };
    session.tell({ kind: "finished", lesson: lesson.id, ...outcome });
    const panel = this.#drawResult(quiz, { earlier: false, timeUp });
    for (const card of cards) card.lock();
    if (data.feedback === "none") this.#show(panel.element);
    else {
      for (const card of cards) card.reveal(quiz.answers.get(card.question.data.id) ?? null);
      root.querySelector(".quiz-actions")?.remove();
      root.insertBefore(panel.element, this.#announcement);
    }
    if (last === null) {
      panel.focus();
      return;
    }
    last.addAction(drawButton(message("result.see"), "primary", panel.focus));
  }

  #drawResult(quiz: Quiz, told: Pick<ResultData, "earlier" | "timeUp">): ResultPanel {
    const { session, lesson } = this.#setting;
    const { best, status } = session.progress(lesson.id);
    const left = attemptsLeft(quiz);
    // Where nothing is recorded, nothing is used up.
    const may = left === null || left > 0 || session.connection.state === "practice";
    const wrong = isReviewed({ quiz, ...told }) ? missed(quiz) : [];
    const data: ResultData = {
      quiz,
      best,
      passed: status === "passed",
      ...told,
      retry: may ? () => this.#retry() : null,
      practise: wrong.length > 0 ? () => this.#practise(quiz) : null,
    };
    const panel = drawResult(data);
    const tellSaved = (): void => write(panel.saved, saySaved(session.connection));
    tellSaved();
    this.#stopWatching();
    this.#stopWatching = session.watch(tellSaved);
    if (!told.earlier) this.#announcement.textContent = sayResult(data);
    return panel;
  }

  #retry(): void {
    const { session, lesson } = this.#setting;
    this.leave();
    session.tell({ kind: "retried", lesson: lesson.id });
    this.#announcement.textContent = "";
    this.open()();
  }

  /** The result waits behind it. */
  #practise(quiz: Quiz): void {
    const { root, readHtml, data } = this.#setting;
    const result = [...root.childNodes];
    const back = (): void => {
      root.replaceChildren(...result);
      root.querySelector<HTMLElement>("#quiz-result-heading")?.focus();
    };
    const practice = drawPractice({ questions: missed(quiz), pad: data.pad, readHtml, back });
    this.#show(practice.element);
    this.#announcement.textContent = "";
    practice.focus();
  }
}
