/**
 * A value to set for a moment so that an LMS which sends changed values only sends the right one again.
 *
 * Moodle takes a value for sent when its commit failed, and never sends it again unless it changes
 * (lms-behaviour: "Sending"). So after a refused commit the doubtful elements make a detour: another value,
 * commit, the right value, commit. The detour of a status is never below what the LMS acknowledged.
 */
import type { LessonStatus } from "./scorm12_values.ts";
import { TEXT_LIMIT } from "./scorm12_values.ts";

const STATUSES: Readonly<Record<string, LessonStatus>> = { passed: "completed", completed: "incomplete", failed: "incomplete" };

/** Null where the value changes by itself, or where a detour could do harm. */
export function detour(element: string, value: string): string | null {
  const name = element.replace(/\.\d+(?=\.|$)/g, ".n").replace(/^cmi\./, "");
  switch (name) {
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
      return otherText(value);
    case "interactions.n.type":
      return value === "performance" ? "fill-in" : "performance"; // takes any response meanwhile
    case "interactions.n.student_response":
    case "interactions.n.correct_responses.n.pattern":
      return otherText(value);
    case "interactions.n.result":
      return value === "neutral" ? "unanticipated" : "neutral";
    case "interactions.n.time":
      return value.endsWith("0") ? `${value.slice(0, -1)}1` : `${value.slice(0, -1)}0`;
    case "interactions.n.latency":
      return value.endsWith("0") ? `${value.slice(0, -1)}1` : `${value.slice(0, -1)}0`;
    default:
      return null; // suspend_data has a new revision each time; location and exit could do harm
  }
}

/** Moodle compares numbers: "80.00" is 80 to it. A ten-millionth more, or less at the top, is another number and the same grade. */
function nudge(value: number): string {
  return (value >= 100 ? value - 1e-7 : value + 1e-7).toFixed(7);
}

function otherText(value: string): string {
  return value.length < TEXT_LIMIT ? `${value}_` : `${value.slice(0, -1)}${value.endsWith("_") ? "-" : "_"}`;
}
