/** The detours of SCORM 1.2's elements: see `scorm_detour.ts`. */
import { elementName, nudge, otherText, otherTime } from "./scorm_detour.ts";
import type { LessonStatus } from "./scorm12_values.ts";
import { TEXT_LIMIT } from "./scorm12_values.ts";

const STATUSES: Readonly<Record<string, LessonStatus>> = { passed: "completed", completed: "incomplete", failed: "incomplete" };

/** Null where the value changes by itself, or where a detour could do harm. */
export function detour(element: string, value: string): string | null {
  switch (elementName(element)) {
    case "core.lesson_status":
    case "objectives.n.status":
      return STATUSES[value] ?? null;
    case "core.score.raw":
    case "core.score.min":
    case "core.score.max":
    case "objectives.n.score.raw":
    case "objectives.n.score.min":
    case "objectives.n.score.max":
    case "interactions.n.weighting":
      return nudge(Number(value));
    case "interactions.n.id":
    case "interactions.n.objectives.n.id":
    case "objectives.n.id":
      return otherText(value, TEXT_LIMIT);
    case "interactions.n.type":
      return value === "performance" ? "fill-in" : "performance"; // takes any response meanwhile
    case "interactions.n.student_response":
    case "interactions.n.correct_responses.n.pattern":
      return otherText(value, TEXT_LIMIT);
    case "interactions.n.result":
      return value === "neutral" ? "unanticipated" : "neutral";
    case "interactions.n.time":
    case "interactions.n.latency":
      return otherTime(value);
    default:
      return null; // suspend_data has a new revision each time; location and exit could do harm
  }
}
