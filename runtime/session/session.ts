/** The learner's session: the one writer. New → running → (suspended ↔ running) → finished. */
import { connect, type Connected } from "../lms/connect.ts";
import type { Interaction, LmsPort, Report } from "../lms/port.ts";
import type { LessonEntry, PageData } from "../page/data.ts";
import { decode, encode } from "../state/codec.ts";
import { fnv1a, keyOf } from "../state/hash.ts";
import { merge } from "../state/merge.ts";
import type { Progress } from "../state/progress.ts";
import { apply, attemptOf, lessonState } from "../state/progress.ts";
import type { Outcome } from "../state/report.ts";
import { objectivesOf, outcomeOf } from "../state/report.ts";
import { ATTEMPT_LIMIT } from "../state/table.ts";
import { ActiveTime } from "./clock.ts";
import type { Environment } from "./environment.ts";
import type { Asked, Connection, LearnerEvent, LearnerSession, LessonProgress, Wishes } from "./events.ts";
import { judgedBy } from "./judged_page.ts";
import { watchPage } from "./lifecycle.ts";
import { LocalCopy } from "./local_copy.ts";
import { Saver } from "./saver.ts";

/** cmi.suspend_data, SCORM 1.2 RTE 3.4.4. */
const STATE_LIMIT = 4096;
/** cmi.core.lesson_location, SCORM 1.2 RTE 3.4.4. */
const LOCATION_LIMIT = 255;
/** A learner ticks several steps in a row: one save for all. */
const TICK_DELAY = 1000;

/** `ports` in the order to try; the last one must always open. */
export async function openSession(page: PageData, ports: readonly LmsPort[], environment: Environment): Promise<LearnerSession> {
  return new Session(page, await connect(ports), environment);
}

class Session implements LearnerSession {
  readonly #page: PageData;
  readonly #environment: Environment;
  readonly #lessons: readonly LessonEntry[];
  readonly #ids: readonly string[];
  readonly #time: ActiveTime;
  readonly #copy: LocalCopy;
  readonly #listeners = new Set<() => void>();
  readonly #interactions = new Map<string, Interaction>();
  #told: ReadonlySet<Interaction> = new Set();
  #connected: Connected;
  #saver: Saver;
  #progress: Progress;
  /** Revision that the LMS surely holds. */
  #acknowledged: number;
  #phase: "running" | "left" | "ended" = "running";

  constructor(page: PageData, connected: Connected, environment: Environment) {
    this.#page = judgedBy(page, connected.opened);
    this.#environment = environment;
    this.#lessons = this.#page.lessons.length > 0 ? this.#page.lessons : entriesOf(this.#page);
    this.#ids = this.#lessons.map((lesson) => lesson.id);
    this.#time = new ActiveTime(environment.clock);
    this.#connected = connected;
    this.#copy = new LocalCopy(environment.storage, ownerOf(page, connected, environment), this.#ids);
    this.#progress = decode(connected.opened.state, this.#ids);
    this.#acknowledged = this.#progress.revision;
    this.#saver = this.#makeSaver();
    this.#takeUnsent();
    watchPage(environment.window, {
      hidden: () => this.#suspend(),
      shown: () => this.#time.run(),
      left: () => this.#leave(),
      restored: () => void this.#reopen(),
      online: () => this.#saver.flush(),
      stored: (key, text) => this.#mergeOtherTab(key, text),
    });
    if (environment.window.document.visibilityState !== "hidden") this.#time.run();
    // Opening is told at once: "incomplete" must be there if nothing else ever comes. // complaint 3, 20
    this.#request();
  }

  get connection(): Connection {
    const { opened } = this.#connected;
    const { completion, success, score } = this.#outcome();
    return {
      place: opened.place,
      state: this.#phase !== "running" ? "ended" : this.#practising ? "practice" : this.#saver.state,
      fault: this.#saver.fault,
      kept: this.#copy.lasts,
      mode: opened.mode,
      score,
      passed: success === "unknown" ? null : success === "passed",
      completed: completion === "completed",
    };
  }

  progress(lesson: string): LessonProgress {
    const state = lessonState(this.#progress, lesson);
    const { status, best, underWay, answers, timeLeft, ticks, place, read } = state;
    return { status, best, attempt: attemptOf(state), underWay, answers, timeLeft, ticks, place, read };
  }

  get location(): string {
    return this.#ids.find((id) => keyOf(id) === this.#progress.location) ?? "";
  }

  get page(): PageData {
    return this.#page;
  }

  get wishes(): Wishes {
    const { muted, wayBack } = this.#connected.opened;
    return { muted: muted ?? false, wayBack: wayBack ?? null };
  }

  get recordsQuestions(): boolean {
    return this.#connected.port.ask !== undefined;
  }

  get learnerName(): string {
    return this.#connected.port.learnerName?.() ?? "";
  }

  seed(lesson: string): number {
    const { finished, underWay } = lessonState(this.#progress, lesson);
    // The state counts no further: the same attempt must have the same seed when it is read again.
    const attempt = Math.max(1, Math.min(finished, ATTEMPT_LIMIT) + (underWay ? 1 : 0));
    return fnv1a([this.#page.unit.id, this.#connected.opened.learner, lesson, attempt].join("\n"));
  }

  tell(event: LearnerEvent | Asked): void {
    if (event.kind === "asked") return this.#record(event);
    const entry = event.kind === "home" ? null : (this.#lessons.find((lesson) => lesson.id === event.lesson) ?? null);
    this.#progress = apply(this.#progress, event, entry);
    if (event.kind === "answered") this.#interactions.set(keyOf(event.interaction.id), event.interaction);
    if (event.kind === "reading") this.#owe();
    else this.#request(event.kind === "ticked" ? TICK_DELAY : 0);
    this.#changed();
  }

  /** No part of the result: it changes no progress, and goes where the port has a place for it. */
  #record(question: Asked): void {
    if (this.#practising || this.#phase !== "running") return;
    this.#connected.port.ask?.(question, this.#lessons.find(({ id }) => id === question.lesson) ?? null);
    this.#request();
  }

  watch(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Review, browse and no credit: pages work, nothing is written. */
  get #practising(): boolean {
    const { mode, credit } = this.#connected.opened;
    return mode !== "normal" || !credit;
  }

  #makeSaver(): Saver {
    return new Saver(this.#connected.port, this.#environment.clock, {
      report: () => this.#nextReport(),
      settled: () => this.#settle(),
      changed: () => this.#changed(),
    });
  }

  #request(delay = 0): void {
    if (this.#practising) return;
    this.#keepCopy(); // also after the end: the next visit sends it // complaint 7
    if (this.#phase === "running") this.#saver.request(delay);
  }

  /** Scrolling alone is no reason for a commit: it goes with the next one, or when the page is hidden. */
  #owe(): void {
    if (this.#practising) return;
    this.#keepCopy();
    this.#saver.owe();
  }

  /** What is new has a revision of its own, for LMSs that send what changed alone; what is told has not: another device may know more. // lms-behaviour: Moodle, "Sending" */
  #nextReport(): Report {
    if (this.#saver.state !== "saved") this.#progress = { ...this.#progress, revision: this.#progress.revision + 1 };
    this.#keepCopy();
    return this.#report();
  }

  get #stateLimit(): number {
    return this.#connected.opened.stateLimit ?? STATE_LIMIT;
  }

  #report(): Report {
    const { unit } = this.#page;
    const outcome = this.#outcome();
    return {
      state: encode(this.#progress, this.#ids, this.#stateLimit),
      location: this.location.slice(0, LOCATION_LIMIT),
      ...outcome,
      interactions: unit.interactions ? this.#progress.log.map((key) => this.#interactions.get(key) ?? null) : [],
      objectives: objectivesOf(this.#lessons, this.#progress),
      sessionTime: this.#time.seconds,
      exit: outcome.completion === "completed" ? unit.exit : "suspend", // complaint 21, 55
    };
  }

  #outcome(): Outcome {
    // A lesson's page alone (from file://) does not know the other lessons of its course, and judges none of it.
    const { unit, lessons } = this.#page;
    return outcomeOf(unit, unit.kind === "lesson" ? this.#lessons : lessons, this.#progress, this.#connected.opened);
  }

  #settle(): void {
    this.#acknowledged = this.#progress.revision;
    // Statements stay, and the next visit need not tell them; some SCORM LMSs forget interactions from one to the next.
    if (this.recordsQuestions) this.#told = new Set(this.#interactions.values());
    // What the LMS had no room for stays at least in this browser.
    if (this.#isWhole()) this.#copy.clear();
    else this.#copy.write({ progress: this.#progress, interactions: [] }, this.#acknowledged);
  }

  #isWhole(): boolean {
    // The table may be written in another way; log and blocks are there or are not.
    const [sent, all] = [this.#stateLimit, Infinity].map((limit) => encode(this.#progress, this.#ids, limit).split(".").slice(3).join("."));
    return sent === all;
  }

  #keepCopy(): void {
    this.#copy.write({ progress: this.#progress, interactions: [...this.#interactions.values()].filter((one) => !this.#told.has(one)) }, this.#acknowledged);
  }

  #takeUnsent(): void {
    if (this.#practising) return;
    const unsent = this.#copy.read(this.#acknowledged);
    if (unsent === null) return;
    this.#progress = merge(this.#progress, unsent.progress);
    for (const interaction of unsent.interactions) this.#interactions.set(keyOf(interaction.id), interaction);
  }

  /** What one tab has reached, the other must not lower. */
  #mergeOtherTab(key: string | null, text: string | null): void {
    if (this.#phase !== "running" || this.#practising || !this.#copy.isKey(key)) return;
    const other = this.#copy.parse(text, Number.POSITIVE_INFINITY);
    if (other === null) return;
    this.#progress = merge(this.#progress, other.progress);
    this.#changed();
  }

  #suspend(): void {
    this.#time.pause();
    if (this.#phase === "running" && !this.#practising) this.#saver.flush();
  }

  wayTo(lesson: string): (() => void) | null {
    const { port } = this.#connected;
    const item = `item-lesson-${lesson}`; // as formats/ims/identifiers.py names it
    if (this.#phase !== "running" || port.reaches?.(item) !== true) return null;
    return () => {
      if (port.goTo?.(item) === true) this.#leave();
    };
  }

  /** Once, whatever the last save said. // complaint 6, 10, 52 */
  #leave(): void {
    if (this.#phase !== "running") return;
    this.#phase = "left";
    this.#time.pause();
    this.#saver.stop();
    this.#connected.port.leave(this.#practising ? this.#report() : this.#nextReport());
  }

  /** Back from the back-forward cache: a port that can opens again, for a SCORM session that is over there is no way. // complaint 7 */
  async #reopen(): Promise<void> {
    if (this.#phase !== "left") return;
    try {
      const opened = await this.#connected.port.open();
      this.#connected = { port: this.#connected.port, opened };
      this.#progress = merge(decode(opened.state, this.#ids), this.#progress);
      this.#saver = this.#makeSaver();
      this.#time.restart();
      this.#phase = "running";
      this.#request();
    } catch {
      this.#phase = "ended";
    }
    this.#changed();
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** A lesson page opened by itself (from `file://`) has no list of lessons. */
function entriesOf({ lesson }: PageData): readonly LessonEntry[] {
  if (lesson === null) return [];
  const { id, iri, title, quiz } = lesson;
  const asked = quiz?.questions.slice(0, quiz.draw ?? quiz.questions.length) ?? [];
  const points = asked.reduce((sum, question) => sum + question.points, 0);
  return [{ id, iri, title, href: "", points, passMark: quiz?.passMark ?? null }];
}

/** Null where learners cannot be told apart. Where this browser keeps the results, it is whoever opens the page in it. */
function ownerOf(page: PageData, { opened }: Connected, { window }: Environment): string | null {
  if (opened.learner === "" && opened.place !== "browser" && opened.place !== "site") return null;
  // The folder: one package may stand in two activities of an LMS, and their results are two.
  const folder = window.location.pathname.replace(/[^/]*$/, "");
  return [page.unit.id, opened.learner, folder].join("\n");
}
