/** An attempt under way: its questions on the page; what the learner enters is kept, and told to the session. */
import { drawButton, element, write, type ReadHtml } from "../dom.ts";
import type { Response } from "../lms/port.ts";
import { joinSentences, message } from "../messages.ts";
import type { LessonData, QuizData } from "../page/data.ts";
import type { Leaving } from "../page/leaving.ts";
import type { Clock } from "../session/clock.ts";
import type { LearnerSession } from "../session/events.ts";
import { cardId, drawCard, type Card } from "./card.ts";
import { confirm } from "./confirm_dialog.ts";
import { answerQuestion, clearAnswer, finishQuiz, remaining, type Quiz, type QuizAnswer } from "./quiz.ts";
import { reportAnswer } from "./reported_answer.ts";
import { sayRules } from "./rules.ts";
import { watchSettling } from "./settling.ts";
import { startStopwatch, type Stopwatch } from "./stopwatch.ts";
import { startTime, type TimePanel } from "./time_panel.ts";

export interface QuizSetting {
  readonly root: HTMLElement;
  readonly lesson: LessonData;
  readonly data: QuizData;
  readonly session: LearnerSession;
  readonly leaving: Leaving;
  readonly readHtml: ReadHtml;
  readonly clock: Clock;
}

/** How an attempt ended. */
export interface Finished {
  readonly quiz: Quiz;
  readonly cards: readonly Card[];
  /** The card whose check finished the quiz: it keeps the focus. */
  readonly last: Card | null;
  readonly timeUp: boolean;
}

/** Characters of a question that a list of questions shows; a word is not cut. */
const SHOWN = 80;

export class Attempt {
  readonly nodes: readonly HTMLElement[];
  readonly cards: readonly Card[];
  readonly #setting: QuizSetting;
  readonly #finished: (finished: Finished) => void;
  readonly #progress = element("p", { class: "quiz-progress", role: "status" });
  readonly #meter = element("progress", { class: "meter", "aria-hidden": "true" });
  readonly #bar = element("div", { class: "quiz-bar" }, this.#progress, this.#meter);
  readonly #list: HTMLElement;
  /** The coded answer last told, by question id. */
  readonly #told = new Map<string, string>();
  readonly #ended = new AbortController();
  /** Ends what was begun with the attempt. */
  #endings: (() => void)[] = [];
  #quiz: Quiz;
  #stopwatch: Stopwatch | null = null;
  #time: TimePanel | null = null;

  constructor(setting: QuizSetting, quiz: Quiz, finished: (finished: Finished) => void) {
    this.#setting = setting;
    this.#quiz = quiz;
    this.#finished = finished;
    const { data, readHtml } = setting;
    this.cards = quiz.questions.map((question, at) => {
      const check = this.#afterEach ? (): void => this.#check(card) : null;
      const card: Card = drawCard({ question, number: at + 1, count: quiz.questions.length, pad: data.pad, readHtml, check });
      return card;
    });
    this.#list = element("ol", { class: "questions" }, ...this.cards.map((card) => card.element));
    const [words, style] = this.#afterEach ? ["quiz.finish-now", ""] : ["quiz.finish", "primary"];
    const finish = drawButton(message(words), style, () => void this.#askToFinish());
    const rules = element("p", { class: "quiz-rules" }, sayRules(quiz));
    this.nodes = [rules, this.#bar, this.#list, element("div", { class: "quiz-actions" }, finish)];
  }

  /** Once the nodes are on the page. */
  start(): void {
    const { timeLimit } = this.#setting.data;
    this.#stopwatch = startStopwatch(this.cards.map((card) => card.element));
    for (const card of this.cards) this.#restore(card);
    if (!this.#afterEach) this.#list.addEventListener("input", () => this.#showProgress());
    this.#showProgress();
    // Every answer was kept, or the time was over, but the page went before the quiz could finish itself.
    if (this.#quiz.timeLeft === 0) this.#finish(null, true);
    else if (this.#afterEach && this.cards.length > 0 && remaining(this.#quiz) === 0) this.#finish(null, false);
    else if (timeLimit !== null) this.#startTime(timeLimit);
  }

  leave(): void {
    for (const end of this.#endings.splice(0)) end();
    this.#ended.abort();
    this.#stopwatch?.stop();
  }

  get #afterEach(): boolean {
    return this.#setting.data.feedback === "after-each";
  }

  #startTime(limit: number): void {
    const { data, clock, root, session, lesson, leaving } = this.#setting;
    const keep = (left: number): void => session.tell({ kind: "timed", lesson: lesson.id, left });
    const time = startTime({ data, clock, left: this.#quiz.timeLeft ?? limit, root, keep, over: () => this.#expire() });
    this.#time = time;
    this.#bar.append(time.element);
    keep(time.left);
    const stopLeaving = leaving.before(() => keep(time.left));
    this.#endings.push(() => {
      stopLeaving();
      time.stop();
      if (time.left > 0) keep(time.left);
    });
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
    if (remaining(this.#quiz) === 0) this.#finish(card, false);
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
    const all = this.cards.length;
    // Without a check button, what is entered is answered.
    const answered = this.#afterEach ? all - remaining(this.#quiz) : this.cards.filter((card) => "response" in card.read()).length;
    write(this.#progress, message("quiz.progress", { answered, n: all }));
    this.#meter.max = all;
    this.#meter.value = answered;
  }

  /** What was entered but not checked counts: nobody means to throw it away. */
  async #askToFinish(): Promise<void> {
    const open = this.cards.filter((card) => !this.#quiz.answers.has(card.question.data.id) && "fault" in card.read());
    const asked = {
      title: message("finish.title"),
      text: sayOpen(open),
      yes: message("finish.yes"),
      no: message("finish.no"),
      safer: "no" as const,
      places: open.map((card) => this.#placeOf(card)),
    };
    if (open.length > 0 && !(await confirm(asked, this.#setting.root, this.#ended.signal))) return;
    this.#keepEntered();
    this.#finish(null, false);
  }

  #placeOf(card: Card): { text: string; href: string; go(): void } {
    const { id, text } = card.question.data;
    const short = text.length > SHOWN ? `${text.slice(0, SHOWN).replace(/\s+\S*$/, "")}…` : text;
    const number = this.cards.indexOf(card) + 1;
    return {
      text: message("finish.question", { number, text: short }),
      href: `#${cardId(id)}`,
      go() {
        card.element.scrollIntoView({ block: "start" });
        card.element.focus({ preventScroll: true });
      },
    };
  }

  #expire(): void {
    this.#keepEntered();
    this.#finish(null, true);
  }

  #keepEntered(): void {
    for (const card of this.cards) if (!this.#afterEach || !this.#quiz.answers.has(card.question.data.id)) this.#keep(card);
  }

  #finish(last: Card | null, timeUp: boolean): void {
    this.leave();
    this.#time?.element.remove();
    this.#quiz = finishQuiz(this.#quiz);
    this.#finished({ quiz: this.#quiz, cards: this.cards, last, timeUp });
  }
}

/** What is not scored cannot count as wrong. */
function sayOpen(open: readonly Card[]): string {
  const n = open.length;
  const scored = open.filter((card) => card.question.data.points > 0).length;
  if (scored === n) return message("finish.unanswered", { n });
  const all = message("finish.unanswered-unscored", { n });
  return scored === 0 ? all : joinSentences([all, message("finish.some-scored", { n: scored })]);
}
