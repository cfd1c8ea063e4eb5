/** What a learner does, as the pages tell the session; and what the session tells the pages. */
import type { PageData } from "../page/data.ts";
import type { Interaction, Opened, Place, Refusal } from "../lms/port.ts";

/** What is kept of one answer, until the quiz is finished. */
export interface KeptAnswer {
  /** The question's two-character fingerprint. */
  readonly fingerprint: string;
  /** The response as its type codes it (questions/*: `pack`), at most 40 characters of `[A-Za-z0-9_-]`; others are not kept. */
  readonly packed: string;
  /** Share of the question's points, 0 to 1; null when unscored. */
  readonly share: number | null;
}

/** A question to the tutor. */
export interface Asked {
  readonly kind: "asked";
  readonly lesson: string;
  readonly question: string;
  readonly answered: boolean;
}

export type LearnerEvent =
  | { readonly kind: "opened"; readonly lesson: string }
  | { readonly kind: "home" }
  | { readonly kind: "answered"; readonly lesson: string; readonly answer: KeptAnswer; readonly interaction: Interaction }
  /** `score`: 0 to 100 of the quiz; null where nothing in it is scored. */
  | { readonly kind: "finished"; readonly lesson: string; readonly score: number | null; readonly passed: boolean | null }
  | { readonly kind: "retried"; readonly lesson: string }
  /** The attempt's time runs: `left` seconds of it. */
  | { readonly kind: "timed"; readonly lesson: string; readonly left: number }
  | { readonly kind: "read"; readonly lesson: string }
  | { readonly kind: "ticked"; readonly lesson: string; readonly step: number; readonly done: boolean }
  /** `place`: the part of the page that is being read, from 1; `read`: how many of the first sections were, `READ_ALL` for the whole text. */
  | { readonly kind: "reading"; readonly lesson: string; readonly place: number; readonly read: number };

export type LessonStatus = "new" | "opened" | "done" | "failed" | "passed";

/** One lesson, as the pages show it. */
export interface LessonProgress {
  readonly status: LessonStatus;
  /** Best score, 0 to 100, whole; null before a quiz was finished. */
  readonly best: number | null;
  /** Attempts at the quiz begun so far: an attempt begins with `retried` or with its first answer. */
  readonly attempt: number;
  /** The latest attempt was begun and not finished: the quiz shows questions, not the result; an attempt tried again but not yet answered counts. */
  readonly underWay: boolean;
  /** Answers of the attempt under way, in the order they were given; of the last one, where none is and there was room. */
  readonly answers: readonly KeptAnswer[];
  /** Seconds left of the attempt under way; null before its time began, and without a time limit. */
  readonly timeLeft: number | null;
  /** Practice steps ticked. */
  readonly ticks: readonly number[];
  /** The part of the page at which the learner stopped reading, from 1; 0 before that, and in a lesson that is over. */
  readonly place: number;
  /** How many of the first sections were read; `READ_ALL` (state/progress.ts) = the whole text. */
  readonly read: number;
}

/** The connection, as the pages show it. */
export interface Connection {
  readonly place: Place;
  /** `practice`: review, browse or no credit; nothing is written. `ended`: the session was finished (page restored from the back-forward cache). */
  readonly state: "saved" | "saving" | "unsaved" | "practice" | "ended";
  readonly fault: Refusal | null;
  /** False: what is not saved is lost when the page goes, for this browser keeps nothing, or the learner has no name. Left out: not known. */
  readonly kept?: boolean;
  /** What the LMS called it: a learner in review has a score that is kept, one who only browses has none. Left out: not known. */
  readonly mode?: Opened["mode"];
  /** Unit's score and outcome as last worked out. */
  readonly score: number | null;
  readonly passed: boolean | null;
  readonly completed: boolean;
}

/** What the LMS asks of the page. */
export interface Wishes {
  /** The learner wants no sound. */
  readonly muted: boolean;
  /** Address to go to from here; null where it names none. */
  readonly wayBack: string | null;
}

/** The session as the pages see it. */
export interface LearnerSession {
  /** What the page carries, with the pass mark that the LMS has set. */
  readonly page: PageData;
  readonly wishes: Wishes;
  /** What learners ask the tutor has a place there. */
  readonly recordsQuestions: boolean;
  readonly connection: Connection;
  progress(lesson: string): LessonProgress;
  /** The lesson to continue with: where the learner left. */
  readonly location: string;
  /** As the LMS gives it ("Last, First" in SCORM), or "" where it gives none. */
  readonly learnerName: string;
  /** Draws and shuffles with: the same for one learner and attempt (the last one, where none is under way), kept over visits. */
  seed(lesson: string): number;
  tell(event: LearnerEvent | Asked): void;
  /** Goes to a lesson that the LMS opens in this one's place, which ends the session; null where it would not. */
  wayTo(lesson: string): (() => void) | null;
  /** Calls back after every change of progress or connection; returns how to stop. */
  watch(listener: () => void): () => void;
}
