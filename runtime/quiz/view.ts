/**
 * Shows a quiz in `#quiz-root` and tells the session what the learner does.
 *
 * Class names that the runtime's own elements bear, for the style sheet:
 *   quiz-rules, quiz-bar, quiz-progress, meter (a <progress>), questions (<ol>), quiz-actions, visually-hidden,
 *   question (+ --right, --partly, --wrong, --open, --neutral), question-number, question-points, prompt, instruction, hint (<details>),
 *   options (<fieldset>), option (+ --right, --wrong, --missed), option-text, part-verdict (+ --right, --wrong, --missed),
 *   icon (+ --right, --partly, --wrong, --missed), boxes, box-label, text-box, text-with-blanks, blank (+ --right, --wrong), unit,
 *   fault, question-actions, button (+ --primary, --check),
 *   feedback (+ --right, --partly, --wrong, --open, --neutral), verdict, option-feedback, option-feedback-about,
 *   right-answer, explanation,
 *   quiz-result (+ --passed, --failed, --done), result-score, result-outcome, result-best, result-saved, result-attempts,
 *   overview (<ul>), overview-item (+ --right, --partly, --wrong, --open, --neutral),
 *   confirm (<dialog>), confirm-actions;
 *   on the page: connection--notice, --warning, --good (on #connection), lesson-state--new, --opened, --done, --failed, --passed,
 *   button--done (on #mark-read), page-fault, page-fault-actions, is-loading (on <main>).
 */
import { element, type ReadHtml } from "../dom.ts";
import type { Response } from "../lms/port.ts";
import { message } from "../messages.ts";
import type { LessonData, QuizData } from "../page/data.ts";
import type { Leaving } from "../page/leaving.ts";
import type { LearnerSession } from "../session/events.ts";
import { drawCard, type Card } from "./card.ts";
import { confirm } from "./confirm_dialog.ts";
import { answerQuestion, attemptsLeft, clearAnswer, finishQuiz, openQuiz, passedOf, remaining, scoreOf, type Quiz, type QuizAnswer } from "./quiz.ts";
import { reportAnswer } from "./reported_answer.ts";
import { drawResult, sayResult, type ResultData } from "./result.ts";
import { watchSettling } from "./settling.ts";
import { sayRules } from "./rules.ts";
import { startStopwatch, type Stopwatch } from "./stopwatch.ts";
import { saySaved } from "./where.ts";

export interface QuizSetting {
  readonly root: HTMLElement;
  readonly lesson: LessonData;
  readonly data: QuizData;
  readonly session: LearnerSession;
  readonly leaving: Leaving;
  readonly readHtml: ReadHtml;
}

/** Shows the quiz; returns how to leave it, answers kept. */
export function showQuiz(setting: QuizSetting): () => void {
  const view = new QuizView(setting);
  view.open();
  return () => view.leave();
}

class QuizView {
  readonly #setting: QuizSetting;
  readonly #progress = element("p", { class: "quiz-progress", role: "status" });
  readonly #meter = element("progress", { class: "meter", "aria-hidden": "true" });
  readonly #announcement = element("p", { class: "visually-hidden", role: "status" });
  readonly #actions = element("div", { class: "quiz-actions" });
  #quiz: Quiz;
  #cards: readonly Card[] = [];
  #stopwatch: Stopwatch | null = null;
  /** Ends what was begun with the attempt on show. */
  #endings: (() => void)[] = [];
  /** The coded answer last told, by question id. */
  readonly #told = new Map<string, string>();

  constructor(setting: QuizSetting) {
    this.#setting = setting;
    this.#quiz = this.#openAttempt();
  }

  open(): void {
    this.#quiz = this.#openAttempt();
    if (this.#quiz.finished) {
      this.#setting.root.replaceChildren(this.#announcement);
      this.#showResult(true);
    } else this.#showQuestions();
  }

  leave(): void {
    for (const end of this.#endings.splice(0)) end();
    this.#stopwatch?.stop();
  }

  #openAttempt(): Quiz {
    const { data, session, lesson } = this.#setting;
    return openQuiz(data, session.progress(lesson.id), session.seed(lesson.id));
  }

  get #afterEach(): boolean {
    return this.#setting.data.feedback === "after-each";
  }

  #showQuestions(): void {
    const { data, readHtml, root } = this.#setting;
    const { questions } = this.#quiz;
    this.#told.clear();
    this.#cards = questions.map((question, at) => {
      const card: Card = drawCard({
        question,
        number: at + 1,
        count: questions.length,
        pad: data.pad,
        readHtml,
        check: this.#afterEach ? () => this.#check(card) : null,
      });
      return card;
    });
    const list = element("ol", { class: "questions" }, ...this.#cards.map((card) => card.element));
    const finish = element(
      "button",
      { type: "button", class: this.#afterEach ? "button" : "button button--primary" },
      message(this.#afterEach ? "quiz.finish-now" : "quiz.finish"),
    );
    finish.addEventListener("click", () => void this.#askToFinish());
    this.#actions.replaceChildren(finish);
    root.replaceChildren(
      element("p", { class: "quiz-rules" }, sayRules(this.#quiz)),
      element("div", { class: "quiz-bar" }, this.#progress, this.#meter),
      list,
      this.#actions,
      this.#announcement,
    );
    this.#stopwatch = startStopwatch(this.#cards.map((card) => card.element));
    for (const card of this.#cards) this.#restore(card);
    if (!this.#afterEach) list.addEventListener("input", () => this.#showProgress());
    this.#showProgress();
    // Every answer was kept, but the page went before the quiz could finish itself.
    if (this.#afterEach && questions.length > 0 && remaining(this.#quiz) === 0) this.#finish();
  }

  #restore(card: Card): void {
    const { id } = card.question.data;
    const answer = this.#quiz.answers.get(id);
    if (answer) {
      card.show(answer);
      this.#told.set(id, card.pack(answer.response));
    }
    if (!this.#afterEach) this.#endings.push(watchSettling(card.element, this.#setting.leaving, () => this.#keep(card)));
    else if (answer) {
      card.lock();
      card.reveal(answer);
    }
  }

  #check(card: Card): void {
    const reading = card.read();
    if ("fault" in reading) {
      card.complain(reading.fault);
      card.focus();
      return;
    }
    const answer = this.#keep(card);
    if (!answer) return;
    card.lock();
    card.reveal(answer);
    if (remaining(this.#quiz) === 0) this.#finish(card);
    card.focusFeedback();
  }

  /** Takes what stands in the card for its answer and tells the session, where it is news. */
  #keep(card: Card): QuizAnswer | null {
    const reading = card.read();
    if ("response" in reading) return this.#keepAnswer(card, reading.response);
    if (!reading.empty) card.complain(reading.fault);
    this.#quiz = clearAnswer(this.#quiz, card.question.data.id);
    this.#showProgress();
    return null;
  }

  #keepAnswer(card: Card, response: Response): QuizAnswer {
    const { data } = card.question;
    const packed = card.pack(response);
    const before = this.#quiz.answers.get(data.id);
    // A long answer that was kept in part has its share; what is left of it is not marked again.
    if (before && this.#told.get(data.id) === packed) return before;
    const marked = card.mark(response);
    const answer: QuizAnswer = { response, share: marked.share, whole: true };
    this.#quiz = answerQuestion(this.#quiz, data.id, answer);
    this.#told.set(data.id, packed);
    this.#setting.session.tell(
      reportAnswer(this.#setting.lesson, data, answer, marked, {
        attempt: this.#quiz.attempt,
        latency: this.#stopwatch?.secondsOn(card.element) ?? 0,
        timestamp: Date.now(),
      }),
    );
    this.#showProgress();
    return answer;
  }

  #showProgress(): void {
    const all = this.#quiz.questions.length;
    // Without a check button, what is entered is answered.
    const answered = this.#afterEach
      ? all - remaining(this.#quiz)
      : this.#cards.filter((card) => "response" in card.read()).length;
    const words = message("quiz.progress", { answered, n: all });
    // Said again only when it changed.
    if (this.#progress.textContent !== words) this.#progress.textContent = words;
    this.#meter.max = all;
    this.#meter.value = answered;
  }

  /** What was entered but not checked counts: nobody means to throw it away. */
  async #askToFinish(): Promise<void> {
    const open = this.#cards.filter((card) => !this.#quiz.answers.has(card.question.data.id) && "fault" in card.read());
    const asked = {
      title: message("finish.title"),
      text: message("finish.unanswered", { n: open.length }),
      yes: message("finish.yes"),
      no: message("finish.no"),
    };
    if (open.length > 0 && !(await confirm(asked, this.#setting.root))) return;
    for (const card of this.#cards) if (!this.#afterEach || !this.#quiz.answers.has(card.question.data.id)) this.#keep(card);
    this.#finish();
  }

  /** `last`: the card whose check finished the quiz; it keeps the focus and gets a link to the result. */
  #finish(last: Card | null = null): void {
    this.leave();
    this.#quiz = finishQuiz(this.#quiz);
    this.#setting.session.tell({
      kind: "finished",
      lesson: this.#setting.lesson.id,
      score: scoreOf(this.#quiz),
      passed: passedOf(this.#quiz),
    });
    for (const card of this.#cards) {
      card.lock();
      if (this.#setting.data.feedback !== "none") card.reveal(this.#quiz.answers.get(card.question.data.id) ?? null);
    }
    const panel = this.#showResult(false);
    if (last === null) {
      panel.focus();
      return;
    }
    const onward = element("button", { type: "button", class: "button" }, message("result.see"));
    onward.addEventListener("click", panel.focus);
    last.addAction(onward);
  }

  #showResult(earlier: boolean): { focus(): void } {
    const { session, lesson, root } = this.#setting;
    const { best, status } = session.progress(lesson.id);
    const left = attemptsLeft(this.#quiz);
    // Where nothing is recorded, nothing is used up.
    const may = left === null || left > 0 || session.connection.state === "practice";
    const data: ResultData = { quiz: this.#quiz, best, passed: status === "passed", earlier, retry: may ? () => this.#retry() : null };
    const panel = drawResult(data);
    const tellSaved = (): void => {
      const words = saySaved(session.connection);
      if (panel.saved.textContent !== words) panel.saved.textContent = words;
    };
    tellSaved();
    this.#endings.push(session.watch(tellSaved));
    this.#actions.remove();
    root.insertBefore(panel.element, this.#announcement);
    if (!earlier) this.#announcement.textContent = sayResult(data);
    return panel;
  }

  #retry(): void {
    const { session, lesson, root } = this.#setting;
    this.leave();
    session.tell({ kind: "retried", lesson: lesson.id });
    this.#announcement.textContent = "";
    this.open();
    root.scrollIntoView({ block: "start" });
    this.#cards[0]?.element.focus({ preventScroll: true });
  }
}
