/** SCORM 1.2 behind the LMS port. Section numbers: SCORM 1.2 Run-Time Environment (RTE). */
import type { TextStore } from "../session/storage.ts";
import type { ApiNames, ApiWindow } from "./find_api.ts";
import type { Opened } from "./port.ts";
import { Scorm } from "./scorm.ts";
import type { ScormCaller } from "./scorm_call.ts";
import type { Dialect } from "./scorm_dialect.ts";
import { rankOf, readMode, readScore } from "./scorm_dialect.ts";
import { detour } from "./scorm12_detour.ts";
import { coreElements, interactionElements, objectiveElements, stateElements, timeElement } from "./scorm12_elements.ts";

const STATUS = "cmi.core.lesson_status";
const STATE = "cmi.suspend_data";

/** RTE 3.3.1 and 3.3.4. */
export const SCORM12_API: ApiNames = {
  object: "API",
  initialize: "LMSInitialize",
  finish: "LMSFinish",
  get: "LMSGetValue",
  set: "LMSSetValue",
  commit: "LMSCommit",
  error: "LMSGetLastError",
};

const SCORM12: Dialect = {
  api: SCORM12_API,
  codes: { open: "101", closed: new Set(["301"]), gap: "201" }, // RTE 3.3.3
  essential: new Set([STATUS, STATE, "cmi.core.score.raw"]),
  ranks: { [STATUS]: rankOf("browsed", "incomplete", "failed", "completed", "passed") },
  learnerName: "cmi.core.student_name",
  begin: (lms) => ({ opened: readOpened(lms), core: coreElements }),
  interaction: interactionElements,
  objective: objectiveElements,
  state: stateElements,
  time: timeElement,
  detour,
};

export class Scorm12 extends Scorm {
  constructor(environment: ConstructorParameters<typeof Scorm>[1], search: ApiWindow, tab?: TextStore) {
    super(SCORM12, environment, search, tab);
  }
}

/** RTE 3.4.4 */
function readOpened(lms: ScormCaller): Opened {
  const status = lms.get(STATUS);
  return {
    place: "lms",
    mode: readMode(lms.get("cmi.core.lesson_mode")),
    credit: lms.get("cmi.core.credit") !== "no-credit",
    state: lms.get(STATE),
    location: lms.get("cmi.core.lesson_location"),
    completion: status === "passed" || status === "failed" || status === "completed" ? "completed" : "incomplete",
    success: status === "passed" || status === "failed" ? status : "unknown",
    score: readScore(lms.get("cmi.core.score.raw")),
    learner: lms.get("cmi.core.student_id"),
  };
}
