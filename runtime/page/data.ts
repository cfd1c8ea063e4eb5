/**
 * What a page carries for the runtime: the JSON in `<script type="application/json" id="scormpack-data">`.
 *
 * `src/scormpack/render/page_data.py` writes it; the two files change together.
 */

/** How finishing is put into the LMS's words. */
export type ReportPair = "passed-failed" | "passed-incomplete" | "completed";

export type Exit = "suspend" | "normal";

/** What one package holds: a lesson, a module or the course. */
export interface UnitData {
  readonly kind: "lesson" | "module" | "course";
  /** Absolute IRI: the xAPI activity id of the package, and the key of what this browser keeps. */
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly report: ReportPair;
  /** How a finished unit is left: `normal` ends the attempt. */
  readonly exit: Exit;
  /** Percent, or null where nothing in the unit is scored. */
  readonly passMark: number | null;
  /** False where the unit has more questions than an LMS bears: scores and objectives only. */
  readonly interactions: boolean;
}

/** One lesson of the unit, as much as the unit's score and states need. */
export interface LessonEntry {
  /** The author's id, stable for ever. */
  readonly id: string;
  readonly iri: string;
  readonly title: string;
  /** Path of its page from the folder of `index.html`, e.g. `lessons/clear-briefs.html`. */
  readonly href: string;
  /** Sum of the points of its scored questions (of those drawn, when a quiz draws); 0 without a scored quiz. */
  readonly points: number;
  /** Percent; null without a scored quiz. */
  readonly passMark: number | null;
}

export type QuestionType =
  | "choice"
  | "true-false"
  | "fill-in"
  | "numeric"
  | "matching"
  | "sequencing"
  | "likert"
  | "long-fill-in"
  | "performance";

/** A question as the page may show it; the answer, the feedback and the explanation are in `sealed`. */
export interface QuestionData {
  /** The author's id, unique within the lesson. */
  readonly id: string;
  readonly iri: string;
  readonly type: QuestionType;
  /** Sanitised HTML. */
  readonly prompt: string;
  /** The prompt as plain text, for reports. */
  readonly text: string;
  /** Sanitised HTML, or null. */
  readonly hint: string | null;
  readonly points: number;
  /** Two characters `[A-Za-z0-9_-]`: changes when the id, the type or the shape of the answer changes, not when words do. */
  readonly fingerprint: string;
  /** What the type draws; see `questions/<type>.ts`. */
  readonly shown: unknown;
  /** What the type marks with, sealed (see `seal.ts`). */
  readonly sealed: string;
}

export interface QuizData {
  readonly passMark: number | null;
  /** Highest number of attempts; null = unlimited. */
  readonly attempts: number | null;
  readonly feedback: "after-each" | "at-end" | "none";
  readonly shuffleQuestions: boolean;
  readonly shuffleOptions: boolean;
  /** How many of the questions one attempt asks; null = all. */
  readonly draw: number | null;
  /** Seconds for one attempt; null = no limit. */
  readonly timeLimit: number | null;
  /** The learner may ask for more time (WCAG 2.2, 2.2.1). */
  readonly moreTime: boolean;
  /** Base64 of the 32 bytes that the sealed parts are combined with. */
  readonly pad: string;
  /** All that may be asked; drawn questions all have the same points. */
  readonly questions: readonly QuestionData[];
}

export interface LessonData {
  readonly id: string;
  readonly iri: string;
  readonly title: string;
  /** Number of practice steps on the page. */
  readonly steps: number;
  /** Address of the add-on `reader` from the page's folder. */
  readonly reader: string;
  readonly quiz: QuizData | null;
  readonly tutor: TutorData | null;
}

export interface TutorData {
  /** Address of the add-on `tutor` from the page's folder. */
  readonly addon: string;
  /** The lesson's, BCP 47. */
  readonly language: string;
  /** Each key term, then the other words for it (`also:`). */
  readonly terms: readonly (readonly string[])[];
  /** Address of the author's questions (`tutor/asks.ts`) from the page's folder; null where there are none. */
  readonly asks: string | null;
  /** Address of a service that writes answers; null: the page quotes the lesson by itself. */
  readonly endpoint: string | null;
  /** Seconds without a word from it. */
  readonly timeout: number;
  /** Whether an LRS is told what learners ask. */
  readonly record: boolean;
}

export interface PageData {
  readonly version: 1;
  readonly page: "lesson" | "course";
  readonly unit: UnitData;
  /** All lessons of the unit in order: on `index.html` only (a lesson page of a larger unit has an empty list). */
  readonly lessons: readonly LessonEntry[];
  /** On a lesson page. */
  readonly lesson: LessonData | null;
  /** On the course page. */
  readonly course: CourseData | null;
}

/** What the page of a unit of several lessons loads beside the runtime. */
export interface CourseData {
  /** Addresses, from the page's folder, of the add-ons `course` and `search` (the index of all lessons' words). */
  readonly addon: string;
  readonly search: string;
  /** What the lessons can be filtered by: only what tells some of them from others. */
  readonly facets: readonly FacetData[];
}

export interface FacetData {
  readonly name: "track" | "category";
  readonly values: readonly string[];
  /** For each lesson the index of its value; -1 where it has none. */
  readonly lessons: readonly number[];
}
