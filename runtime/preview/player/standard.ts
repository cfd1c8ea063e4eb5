/** The two SCORM run-times behind one shape: what their functions and elements are called. */
import * as scorm12 from "scorm-again/scorm12/min";
import * as scorm2004 from "scorm-again/scorm2004/min";
import { limitFault as limitFault12 } from "../limits/scorm12.ts";
import { limitFault as limitFault2004 } from "../limits/scorm2004.ts";
import type { Settings } from "./settings.ts";

/** What of scorm-again is used. */
export interface RunTime {
  readonly cmi: { getCurrentTotalTime(): string };
  loadFromFlattenedJSON(elements: Record<string, string>): void;
  getFlattenedCMI(): Record<string, unknown>;
}

export type Functions = Readonly<Record<string, (...args: string[]) => unknown>>;

export interface Standard {
  /** Name under which packages look for the API. */
  readonly api: "API" | "API_1484_11";
  /** Function of the API to what it is. */
  readonly functions: Readonly<Record<string, "initialize" | "finish" | "get" | "set" | "commit" | "error" | "text" | "diagnostic">>;
  readonly elements: { readonly exit: string; readonly time: string; readonly total: string };
  /** What of the last visit the next is not told. */
  readonly forgotten: RegExp;
  /** Codes of a value out of its limits, of a commit that failed, and of a call when all is over. */
  readonly codes: { readonly limit: string; readonly commit: string };
  readonly limitFault: (element: string, value: string) => string | null;
  readonly make: () => RunTime & Functions;
  /** What the LMS itself sets at a launch. */
  readonly given: (settings: Settings) => Record<string, string>;
}

// No network of its own: the player keeps what is committed.
const OPTIONS = { autocommit: false, logLevel: 5, lmsCommitUrl: false };

type Made = new (options: object) => RunTime & Functions;

const some = (element: string, value: string | number | null): Record<string, string> => (value === null || value === "" ? {} : { [element]: String(value) });

export const SCORM12: Standard = {
  api: "API",
  functions: {
    LMSInitialize: "initialize",
    LMSFinish: "finish",
    LMSGetValue: "get",
    LMSSetValue: "set",
    LMSCommit: "commit",
    LMSGetLastError: "error",
    LMSGetErrorString: "text",
    LMSGetDiagnostic: "diagnostic",
  },
  elements: { exit: "cmi.core.exit", time: "cmi.core.session_time", total: "cmi.core.total_time" },
  forgotten: /^cmi\.core\.(exit|session_time|entry|lesson_mode|credit|student_\w+)$/,
  codes: { limit: "405", commit: "101" }, // RTE 3.3.3
  limitFault: limitFault12,
  make: () => new (scorm12 as unknown as { Scorm12API: Made }).Scorm12API(OPTIONS),
  given: (settings) => ({
    "cmi.core.student_id": settings.learner.id,
    "cmi.core.student_name": settings.learner.name,
    "cmi.core.lesson_mode": settings.mode,
    "cmi.core.credit": settings.credit,
    "cmi.core.entry": entry(settings, "cmi.core.exit"),
    ...some("cmi.launch_data", settings.launchData),
    ...some("cmi.student_data.mastery_score", settings.mastery),
    ...some("cmi.student_data.max_time_allowed", settings.maxTime),
    ...some("cmi.student_data.time_limit_action", settings.timeLimitAction),
  }),
};

export const SCORM2004: Standard = {
  api: "API_1484_11",
  functions: {
    Initialize: "initialize",
    Terminate: "finish",
    GetValue: "get",
    SetValue: "set",
    Commit: "commit",
    GetLastError: "error",
    GetErrorString: "text",
    GetDiagnostic: "diagnostic",
  },
  elements: { exit: "cmi.exit", time: "cmi.session_time", total: "cmi.total_time" },
  forgotten: /^(cmi\.(exit|session_time|entry|mode|credit|learner_id|learner_name)|adl\..*)$/,
  codes: { limit: "406", commit: "391" }, // RTE 3.1.7
  limitFault: limitFault2004,
  make: () => new (scorm2004 as unknown as { Scorm2004API: Made }).Scorm2004API(OPTIONS),
  given: (settings) => ({
    "cmi.learner_id": settings.learner.id,
    "cmi.learner_name": settings.learner.name,
    "cmi.mode": settings.mode,
    "cmi.credit": settings.credit,
    "cmi.entry": entry(settings, "cmi.exit"),
    ...some("cmi.launch_data", settings.launchData),
    ...some("cmi.scaled_passing_score", settings.mastery),
    ...some("cmi.completion_threshold", settings.completionThreshold),
    ...some("cmi.max_time_allowed", settings.maxTime),
    ...some("cmi.time_limit_action", settings.timeLimitAction),
  }),
};

/** Resume only after a suspend: SCORM 1.2 RTE 3.4.4, SCORM 2004 RTE 4.2.8. */
function entry(settings: Settings, exit: string): string {
  if (settings.isNew) return "ab-initio";
  return settings.elements[exit] === "suspend" ? "resume" : "";
}
