/** SCORM 2004 behind the LMS port, 4th and 3rd edition alike. Section numbers: 4th edition, Run-Time Environment (RTE). */
import type { TextStore } from "../session/storage.ts";
import type { ApiNames, ApiWindow } from "./find_api.ts";
import type { Opened } from "./port.ts";
import { Scorm } from "./scorm.ts";
import type { ScormCaller } from "./scorm_call.ts";
import type { Dialect, Dialogue } from "./scorm_dialect.ts";
import { rankOf, readMode, readScore } from "./scorm_dialect.ts";
import { detour } from "./scorm2004_detour.ts";
import { coreElements, interactionElements, objectiveElements, stateElements, timeElement } from "./scorm2004_elements.ts";
import { judged, progressMeasure, rankOfMeasure, readNumber } from "./scorm2004_values.ts";

/** RTE 4.2.23: characters of cmi.suspend_data. */
const STATE_LIMIT = 64_000;
const COMPLETION = "cmi.completion_status";
const SUCCESS = "cmi.success_status";
const SCALED = "cmi.score.scaled";
const PROGRESS = "cmi.progress_measure";
const STATE = "cmi.suspend_data";

/** RTE 3.1 and 3.2.1. */
export const SCORM2004_API: ApiNames = {
  object: "API_1484_11",
  initialize: "Initialize",
  finish: "Terminate",
  get: "GetValue",
  set: "SetValue",
  commit: "Commit",
  error: "GetLastError",
};

/** `lessons`: how many the unit has. */
function dialect(lessons: number): Dialect {
  return {
    api: SCORM2004_API,
    // RTE 3.1.7: before initialization, and after termination.
    codes: { open: "103", closed: new Set(["112", "113", "122", "123", "132", "133", "142", "143"]), gap: "351" },
    essential: new Set([COMPLETION, SUCCESS, STATE, "cmi.score.raw", SCALED]),
    // The LMS may judge by these two numbers (RTE 4.2.4.1, 4.2.22.1).
    ranks: { [COMPLETION]: rankOf("incomplete", "completed"), [SUCCESS]: rankOf("failed", "passed"), [SCALED]: rankOfMeasure, [PROGRESS]: rankOfMeasure },
    learnerName: "cmi.learner_name",
    begin: (lms) => begin(lms, lessons),
    interaction: interactionElements,
    objective: objectiveElements,
    state: stateElements,
    time: timeElement,
    detour,
  };
}

function begin(lms: ScormCaller, lessons: number): Dialogue {
  const number = (element: string): number | null => readNumber(lms.get(element));
  const marks = { passingScore: number("cmi.scaled_passing_score"), completionThreshold: number("cmi.completion_threshold") };
  const progress = number(PROGRESS) ?? 0;
  return {
    opened: readOpened(lms),
    core: (report) => coreElements(report, judged(report, marks), progressMeasure(report, lessons, progress, marks)),
  };
}

/** RTE 4.2. `cmi.entry` is not asked: a state that is there is the learner's, whatever an LMS calls the visit. */
function readOpened(lms: ScormCaller): Opened {
  const success = lms.get(SUCCESS);
  const scaled = readNumber(lms.get(SCALED));
  return {
    place: "lms",
    mode: readMode(lms.get("cmi.mode")),
    credit: lms.get("cmi.credit") !== "no-credit",
    state: lms.get(STATE),
    location: lms.get("cmi.location"),
    completion: lms.get(COMPLETION) === "completed" ? "completed" : "incomplete",
    success: success === "passed" || success === "failed" ? success : "unknown",
    // An LMS that keeps one of the two keeps either.
    score: readScore(lms.get("cmi.score.raw")) ?? (scaled === null ? null : readScore(String(scaled * 100))),
    learner: lms.get("cmi.learner_id"),
    stateLimit: STATE_LIMIT,
  };
}

export class Scorm2004 extends Scorm {
  /** `lessons`: how many the unit has. */
  constructor(environment: ConstructorParameters<typeof Scorm>[1], search: ApiWindow, lessons: number, tab?: TextStore) {
    super(dialect(lessons), environment, search, tab);
  }

  /** 4th SN 5.6, adl.nav.request_valid.choice: "unknown" is no promise. */
  reaches(item: string): boolean {
    return this.caller?.get(`adl.nav.request_valid.choice.{target=${item}}`) === "true";
  }

  /** 4th SN 5.6, adl.nav.request: the LMS obeys at Terminate. */
  goTo(item: string): boolean {
    return this.reaches(item) && this.caller?.set("adl.nav.request", `{target=${item}}choice`) === true;
  }
}
