/** What the SCORM standards say differently. */
import type { ApiNames } from "./find_api.ts";
import type { Interaction, Objective, Opened, Report } from "./port.ts";
import type { ScormCaller } from "./scorm_call.ts";

export type Element = readonly [name: string, value: string];

/** How high a value stands; null for what is no value. */
export type Rank = (value: string) => number | null;

/** One session, once it is open. */
export interface Dialogue {
  readonly opened: Opened;
  /** Score, then status: min and max before raw, or some LMSs drop it. // complaint 19, 20 */
  core(report: Report): Element[];
}

export interface Dialect {
  readonly api: ApiNames;
  readonly codes: {
    /** A second initialization. */
    readonly open: string;
    /** A call outside of the session. */
    readonly closed: ReadonlySet<string>;
    /** An index that leaves others out. */
    readonly gap: string;
  };
  /** Without these a result is lost; an LMS may lack any other element. // complaint 32 */
  readonly essential: ReadonlySet<string>;
  /** Elements that are never lowered. */
  readonly ranks: Readonly<Record<string, Rank>>;
  /** The element of the learner's name. */
  readonly learnerName: string;
  /** Reads what the LMS holds. Empty or missing values are normal. // complaint 32 */
  begin(lms: ScormCaller): Dialogue;
  /** The id first: it makes the record. // complaint 15 */
  interaction(index: number, interaction: Interaction): Element[];
  objective(index: number, objective: Objective): Element[];
  state(report: Report): Element[];
  time(report: Report): Element;
  /** Another value to set for a moment; null where the value changes by itself, or where a detour could do harm. */
  detour(element: string, value: string): string | null;
}

/** A score as an LMS has it; null where there is none. Two decimals: a detour that the page could not end must not look like a better score. */
export function readScore(text: string): number | null {
  return text.trim() === "" || !Number.isFinite(Number(text)) ? null : Math.round(Number(text) * 100) / 100;
}

/** `review`, `browse`, or whatever else counts. */
export function readMode(text: string): Opened["mode"] {
  return text === "review" || text === "browse" ? text : "normal";
}

/** Words from the lowest to the highest. */
export function rankOf(...words: readonly string[]): Rank {
  return (value) => (words.includes(value) ? words.indexOf(value) : null);
}
