/**
 * The one interface between the runtime and whatever keeps the results: each standard is an adapter behind it.
 *
 * The session hands over a whole `Report` each time, not a change; the adapter knows what it has already
 * sent and sends what differs, in the order its standard wants. So a report sent twice counts once, and a
 * report that failed is simply sent again.
 */

import type { Exit, LessonEntry, QuestionType } from "../page/data.ts";

/**
 * Where results go: said to the learner in plain words. `site`: this browser, and nobody expects an LMS. A browser that
 * keeps nothing is `memory` in place of `browser`, `nowhere` in place of `site`.
 */
export type Place = "lms" | "lrs" | "browser" | "site" | "memory" | "nowhere";

/** Whether the place is this page's own browser, or not even that. */
export function isHere(place: Place): boolean {
  return place !== "lms" && place !== "lrs";
}

/** SCORM 2004's two words; SCORM 1.2 makes one of them. */
export type Completion = "incomplete" | "completed";
export type Success = "unknown" | "passed" | "failed";

/** A learner's answer, in the standards' terms but no standard's encoding. */
export interface Interaction {
  /** Readable by a teacher, stable over rebuilds, `[A-Za-z0-9._-]`, at most 255 characters: `lesson-id.question-id`. */
  readonly id: string;
  readonly iri: string;
  readonly lesson: string;
  readonly type: QuestionType;
  /** The question as plain text. */
  readonly description: string;
  readonly response: Response;
  readonly correct: CorrectResponse;
  readonly result: "correct" | "incorrect" | "neutral";
  /** Points got and points possible. */
  readonly score: number;
  readonly weighting: number;
  /** Seconds from shown to answered. */
  readonly latency: number;
  /** Milliseconds since 1970, UTC, when it was answered. */
  readonly timestamp: number;
  /** 1 for the first attempt at the quiz. */
  readonly attempt: number;
}

/** Indices count as the page carries the parts, whatever order was shown; their short ids are in `component_ids.ts`. */
export type Response =
  | { readonly kind: "choices"; readonly chosen: readonly number[]; readonly options: readonly string[] }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "text"; readonly values: readonly string[] }
  | { readonly kind: "number"; readonly value: number; readonly typed: string }
  /** For each source the target that was chosen for it, or null. */
  | { readonly kind: "pairs"; readonly chosen: readonly (number | null)[]; readonly sources: readonly string[]; readonly targets: readonly string[] }
  /** The items' indices in the learner's order. */
  | { readonly kind: "order"; readonly order: readonly number[]; readonly items: readonly string[] }
  | { readonly kind: "rating"; readonly chosen: number; readonly scale: readonly string[] }
  /** `check`: how well the learner found that it covers the model answer; null where nobody asked. */
  | { readonly kind: "long-text"; readonly text: string; readonly check: "yes" | "partly" | "no" | null }
  | { readonly kind: "steps"; readonly done: readonly number[]; readonly steps: readonly string[] };

/** What would have been right, for the LMS's report. */
export type CorrectResponse =
  | { readonly kind: "choices"; readonly chosen: readonly number[] }
  | { readonly kind: "boolean"; readonly value: boolean }
  /** One list of accepted texts for each blank. */
  | { readonly kind: "text"; readonly values: readonly (readonly string[])[]; readonly caseMatters: boolean }
  | { readonly kind: "number"; readonly min: number; readonly max: number }
  | { readonly kind: "pairs"; readonly chosen: readonly number[] }
  | { readonly kind: "order"; readonly order: readonly number[] }
  /** All of so many. */
  | { readonly kind: "steps"; readonly count: number }
  /** Nothing that a response could be held against: an opinion, a text in sentences. */
  | { readonly kind: "none" };

/** One lesson's result within the unit. */
export interface Objective {
  /** The lesson's id. */
  readonly id: string;
  readonly iri: string;
  readonly title: string;
  readonly completion: Completion;
  readonly success: Success;
  /** 0 to 100, at most two decimals; null = no score. */
  readonly score: number | null;
}

/** All that the LMS is told, whole. */
export interface Report {
  /** Coded progress (state/codec.ts), printable ASCII. */
  readonly state: string;
  /** The open lesson's id, or "" on the course page; at most 255 characters. */
  readonly location: string;
  readonly completion: Completion;
  readonly success: Success;
  /** 0 to 100, at most two decimals; null = no score yet, and none must be written. */
  readonly score: number | null;
  /** By index: a question keeps its index, the latest answer replaces the earlier one. Holes (null) were answered in an earlier session. */
  readonly interactions: readonly (Interaction | null)[];
  readonly objectives: readonly Objective[];
  /** Seconds of this session, from a monotonic clock. */
  readonly sessionTime: number;
  /** How the LMS is to take it when the session ends now. */
  readonly exit: Exit;
}

/** A question that a learner asked the tutor. */
export interface Question {
  readonly question: string;
  readonly answered: boolean;
}

/** What the LMS said at the start. */
export interface Opened {
  readonly place: Place;
  /** `review`, `browse` and no credit write nothing. */
  readonly mode: "normal" | "review" | "browse";
  readonly credit: boolean;
  /** The state of the last visit, or "". */
  readonly state: string;
  readonly location: string;
  /** What the LMS holds already: never lowered. */
  readonly completion: Completion;
  readonly success: Success;
  readonly score: number | null;
  /** Tells learners of one browser apart; "" when the LMS does not say. Never shown. */
  readonly learner: string;
  /** Characters of state that the place holds; 4,096, SCORM 1.2's, when it does not say. */
  readonly stateLimit?: number;
  /** Percent from which the LMS has the learner pass, in place of the page's own. // complaint 48 */
  readonly passMark?: number | null;
  /** The LMS is satisfied by nothing less than "passed". */
  readonly needsPass?: boolean;
  /** The learner wants no sound. */
  readonly muted?: boolean;
  /** Where the LMS wants the learner to go from here. */
  readonly wayBack?: string | null;
}

/** Why a save did not hold; `final` faults are not tried again. */
export interface Refusal {
  readonly ok: false;
  /** `offline`: the browser says so; `unreachable`: it does not, and no answer came all the same. */
  readonly reason: "offline" | "unreachable" | "refused" | "session-gone" | "not-allowed" | "storage-denied";
  readonly final: boolean;
  /** Seconds the other side asked us to wait (Retry-After), when it did. */
  readonly retryAfter?: number;
  /** For the log, in the other side's own words. */
  readonly detail: string;
}

export type Saved = { readonly ok: true } | Refusal;

/** Thrown by `open` when there is nothing to connect to; the runtime then keeps results in the browser and says so. */
export class NoLms extends Error {}

export interface LmsPort {
  /** @throws NoLms */
  open(): Promise<Opened>;
  /** Score, then status, then state, then commit. Never throws. */
  save(report: Report): Promise<Saved>;
  /** The learner's name in the LMS's own form, or ""; asked only where a page shows it. Never throws. */
  learnerName?(): string;
  /** Whether the LMS would open another item of its menu in this one's place, where a package has several. Never throws. */
  reaches?(item: string): boolean;
  /** Asks the LMS to open that item once this session ends: `leave` comes next. False where it does not. Never throws. */
  goTo?(item: string): boolean;
  /** A question to the tutor, where such questions have a place; it goes with the next save. Never throws. */
  ask?(question: Question, lesson: LessonEntry | null): void;
  /** The page goes: the last report, and the session's end, without waiting. Called once; never throws. */
  leave(report: Report): void;
}
