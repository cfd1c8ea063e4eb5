/**
 * What a question type is: it draws, reads, marks and codes one kind of question.
 *
 * A new type is one file here and one line in `registry.ts`. The quiz knows no type by name.
 */
import type { CorrectResponse, Response } from "../lms/port.ts";
import type { QuestionData } from "../page/data.ts";
import type { ReadHtml } from "../dom.ts";
import type { Unsealed } from "../seal.ts";

export interface QuestionKind<R extends Response = Response> {
  draw(question: QuestionData, setting: Setting): QuestionView<R>;
  /** Null: not answered; marked as nothing right. */
  mark(question: QuestionData, opened: Unsealed, response: R | null): Marked;
  /** At most 40 characters of `[A-Za-z0-9_-]`: how the LMS keeps an answer for the next visit. */
  pack(response: R): string;
  /** Null where the kept answer does not fit the question any more. Never throws. */
  unpack(question: QuestionData, packed: string): Unpacked<R> | null;
  /** The learner marks it: nothing that a page could judge. Reports say so. */
  readonly selfAssessed?: true;
}

export interface Setting {
  /** Unique in the page: the ids of the inputs grow from it. */
  readonly id: string;
  /** Shuffles the options; null leaves them in the author's order. */
  readonly seed: number | null;
  /** Mixes what must never stand in the author's order. */
  readonly mix: number;
  readonly readHtml: ReadHtml;
  /** For what must be known before an answer is settled: which order not to begin with, a model answer to compare with. */
  readonly open: () => Unsealed;
}

export interface QuestionView<R extends Response = Response> {
  /** The prompt and the inputs. */
  readonly element: HTMLElement;
  read(): Reading<R>;
  /** Puts an earlier answer in. */
  show(response: R): void;
  /** Marks each part right or wrong, in words and icons. */
  reveal(parts: readonly PartMark[]): void;
  focus(): void;
}

/** What stands in the inputs: an answer, or what to tell the learner instead. */
export type Reading<R extends Response = Response> =
  | { readonly response: R }
  /** `empty`: nothing was entered at all, or not yet an answer: the learner is told when asking, not while entering. */
  | { readonly fault: string; readonly empty: boolean };

/** `missed`: right, but not chosen. */
export type PartMark = "right" | "wrong" | "missed" | null;

export interface Marked {
  /** Share of the points, 0 to 1 in sixtieths; null when unscored. */
  readonly share: number | null;
  readonly correct: CorrectResponse;
  /** One for each option or blank, in the author's order. */
  readonly parts: readonly PartMark[];
  /** What would have been right, as plain text. */
  readonly right: readonly string[];
  readonly feedback: readonly Feedback[];
}

export interface Feedback {
  /** The option it speaks of, as plain text; null where that is clear. */
  readonly about: string | null;
  /** Sanitised. */
  readonly html: string;
}

export interface Unpacked<R extends Response = Response> {
  readonly response: R;
  /** False where the answer was too long to keep whole: its stored share counts, not a new marking. */
  readonly whole: boolean;
}
