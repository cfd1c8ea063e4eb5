/** SCORM 2004's spellings: pure functions from the port's values to the data types of 4th RTE 4.1.1. */
import type { Report, Success } from "./port.ts";

/** timeinterval(second,10,2), RTE 4.1.1.10: every part is written, and always two decimals, as no LMS misreads it. */
export function duration(seconds: number): string {
  const hundredths = Math.round(Math.max(0, seconds) * 100);
  const whole = Math.floor(hundredths / 100);
  const rest = String(hundredths % 100).padStart(2, "0");
  return `PT${Math.floor(whole / 3600)}H${Math.floor(whole / 60) % 60}M${whole % 60}.${rest}S`;
}

/** time(second,10,0), RTE 4.1.1.9, in UTC: a zone needs decimals before it, two at most, and Moodle refuses a bare "Z". */
export function timestamp(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 22)}+00:00`;
}

/** What the LMS judges by, as its manifest or its teacher has it; null where it does not judge. */
export interface Marks {
  readonly passingScore: number | null;
  readonly completionThreshold: number | null;
}

/** A number, or null where the LMS has none. */
export function readNumber(text: string): number | null {
  return text.trim() === "" || !Number.isFinite(Number(text)) ? null : Number(text);
}

/** Four decimals, so that a detour that the page could not end does not stand higher; what falls short of 1 stands lower. */
export function rankOfMeasure(text: string): number | null {
  const value = readNumber(text);
  return value === null ? null : Math.floor(value * 1e4 + 1e-6);
}

/** The LMS judges any scaled score by its own mark (RTE 4.2.22): it is told what it will say. Null: no verdict. */
export function judged({ success, score }: Report, { passingScore }: Marks): Success {
  if (success === "unknown" || score === null || passingScore === null) return success;
  return score / 100 >= passingScore ? "passed" : "failed";
}

/**
 * cmi.progress_measure, RTE 4.2.18: 1 when completed, less before. With a threshold the LMS completes by it (4.2.4.1),
 * so what is incomplete stays below.
 */
export function progressMeasure({ completion, objectives }: Report, lessons: number, held: number, { completionThreshold }: Marks): number {
  if (completion === "completed") return 1;
  const done = objectives.filter((objective) => objective.completion === "completed").length;
  const below = 0.99 * (completionThreshold ?? 1);
  return Math.min(Math.max(done / Math.max(1, lessons), held), below);
}
