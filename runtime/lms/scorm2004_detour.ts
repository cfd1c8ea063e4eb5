/** The detours of SCORM 2004's elements: see `scorm_detour.ts`. */
import { elementName, nudge, otherText, otherTime } from "./scorm_detour.ts";
import { DESCRIPTION_LIMIT } from "./scorm2004_elements.ts";

const ID_LIMIT = 255;
const OTHERS: Readonly<Record<string, string>> = { completed: "incomplete", passed: "unknown", failed: "unknown" };

/** Null where the value changes by itself, or where a detour could do harm. */
export function detour(element: string, value: string): string | null {
  switch (elementName(element)) {
    case "completion_status":
    case "success_status":
    case "objectives.n.completion_status":
    case "objectives.n.success_status":
      return OTHERS[value] ?? null;
    case "score.raw":
    case "score.min":
    case "score.max":
    case "objectives.n.score.raw":
    case "objectives.n.score.min":
    case "objectives.n.score.max":
    case "interactions.n.weighting":
      return nudge(Number(value));
    case "score.scaled":
    case "progress_measure":
    case "objectives.n.score.scaled":
      return nudge(Number(value), 1);
    case "interactions.n.id":
    case "interactions.n.objectives.n.id":
      return otherText(value, ID_LIMIT);
    case "interactions.n.type":
      return value === "other" ? "long-fill-in" : "other"; // takes any response meanwhile
    case "interactions.n.learner_response":
    case "interactions.n.correct_responses.n.pattern":
      return otherAnswer(value);
    case "interactions.n.result":
      return value === "neutral" ? "unanticipated" : "neutral";
    case "interactions.n.timestamp":
      return value.replace(/\d(?=\+)/, (digit) => (digit === "0" ? "1" : "0"));
    case "interactions.n.latency":
      return otherTime(value);
    case "interactions.n.description":
    case "objectives.n.description":
      return otherText(value, DESCRIPTION_LIMIT);
    default:
      return null; // an objective's id is written once (RTE 4.2.17.1); suspend_data has a new revision each time; the rest could do harm
  }
}

/** Of the same kind, since the type may have stayed as it is. */
function otherAnswer(value: string): string {
  if (value === "true" || value === "false") return value === "true" ? "false" : "true";
  if (/^[-\d.[\]:]+$/.test(value)) return value.includes(".", value.indexOf("]") + 1) ? `${value}0` : `${value}.0`; // a number, or a range of them
  return otherText(value, ID_LIMIT - 5);
}
