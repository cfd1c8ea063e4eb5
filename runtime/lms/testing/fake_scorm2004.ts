/** A strict SCORM 2004 LMS for tests: limits, dependencies and error codes of the standard (4th RTE 3.1.7 and 4.2). */
import { SCORM2004_API } from "../scorm2004.ts";
import type { Habits, Session, Strictness } from "./fake_scorm.ts";
import { countedList, FakeScorm, hasGap } from "./fake_scorm.ts";
import { isValid } from "../../preview/limits/scorm2004.ts";
import { isPattern, isRanged, isReal, isResponse } from "./scorm2004_data_model.ts";

export interface Scorm2004Api {
  Initialize(parameter: ""): unknown;
  Terminate(parameter: ""): unknown;
  GetValue(element: string): unknown;
  SetValue(element: string, value: string): unknown;
  Commit(parameter: ""): unknown;
  GetLastError(): unknown;
}

const READ_ONLY = new Set([
  ...["completion_threshold", "credit", "entry", "launch_data", "learner_id", "learner_name", "max_time_allowed", "mode"].map((name) => `cmi.${name}`),
  ...["scaled_passing_score", "time_limit_action", "total_time", "_version"].map((name) => `cmi.${name}`),
]);
const WRITE_ONLY = new Set(["cmi.exit", "cmi.session_time"]);

function judge(element: string, value: string, session: Session): string {
  if (READ_ONLY.has(element) || /\._(count|children)$/.test(element)) return "404";
  const [record] = /^cmi\.(interactions|objectives)\.\d+/.exec(element) ?? [];
  if (record !== undefined && hasGap(element, session)) return "351";
  if (record !== undefined && element !== `${record}.id` && !session.values.has(`${record}.id`)) return "408";
  const pattern = /^(.*)\.correct_responses\.(\d+)\.pattern$/.exec(element);
  if (pattern !== null || element.endsWith(".learner_response")) {
    const type = session.values.get(`${record}.type`);
    if (type === undefined) return "408";
    return (pattern === null ? isResponse(type, value) : isPattern(type, value, Number(pattern[2]))) ? "0" : "406";
  }
  const valid = isValid(element, value);
  if (valid === null) return "401";
  if (!valid) return isRanged(element) && isReal(value) ? "407" : "406";
  return isTaken(element, value, session) ? "351" : "0";
}

/** RTE 4.2.17.1 and 4.2.9: an objective's id is its own and stays; one interaction names an objective once. */
function isTaken(element: string, value: string, { values }: Session): boolean {
  const list = /^(cmi\.objectives|cmi\.interactions\.\d+\.objectives)\.\d+\.id$/.exec(element)?.[1];
  if (list === undefined) return false;
  if (list === "cmi.objectives" && values.has(element)) return values.get(element) !== value;
  return [...values].some(([other, id]) => other !== element && other.startsWith(`${list}.`) && /\.objectives\.\d+\.id$/.test(other) && id === value);
}

/** RTE 4.2.4.1 and 4.2.22.1: with a threshold or a passing score, the LMS judges by the measure. */
function evaluate(values: Map<string, string>): void {
  const number = (element: string): number | null => (values.has(element) ? Number(values.get(element)) : null);
  const [threshold, progress] = [number("cmi.completion_threshold"), number("cmi.progress_measure")];
  if (threshold !== null) values.set("cmi.completion_status", progress === null ? "unknown" : progress >= threshold ? "completed" : "incomplete");
  const [mark, scaled] = [number("cmi.scaled_passing_score"), number("cmi.score.scaled")];
  if (mark !== null) values.set("cmi.success_status", scaled === null ? "unknown" : scaled >= mark ? "passed" : "failed");
}

const STRICTNESS: Strictness = {
  names: SCORM2004_API,
  codes: { initialize: "102", already: "103", finish: "113", get: "123", set: "133", commit: "143", failed: "391" },
  judge,
  read: (element, { values, count }) => {
    if (WRITE_ONLY.has(element)) return { code: "405" };
    const list = countedList(element);
    if (list !== null) return { value: String(count(list)) };
    if (element.startsWith("adl.nav.request_valid.")) return { value: values.get(element) ?? "unknown" };
    const value = values.get(element);
    return value === undefined ? { code: "403" } : { value };
  },
  isReadOnly: (element) => READ_ONLY.has(element),
  sessionTime: "cmi.session_time",
  seconds: (time) => {
    const [, hours = 0, minutes = 0, rest = 0] = (/^PT(\d+)H(\d+)M([\d.]+)S$/.exec(time) ?? []).map(Number);
    return hours * 3600 + minutes * 60 + rest;
  },
  evaluate,
};

const NEW_LEARNER = {
  "cmi.learner_id": "learner-7",
  "cmi.learner_name": "Doe, Jo",
  "cmi.completion_status": "unknown",
  "cmi.success_status": "unknown",
  "cmi.credit": "credit",
  "cmi.mode": "normal",
  "cmi.entry": "ab-initio",
};

/** What our manifests ask of the LMS: completed by its measure, and a lesson passed by its score. */
export const JUDGED = { "cmi.completion_threshold": "1.0", "cmi.scaled_passing_score": "0.7" };

export class FakeScorm2004 extends FakeScorm {
  /** `manifest`: elements that an LMS sets from the package's manifest. */
  constructor(habits: Partial<Habits> = {}, manifest: Readonly<Record<string, string>> = {}) {
    super(STRICTNESS, { ...NEW_LEARNER, ...manifest }, habits);
  }

  launch(): Scorm2004Api {
    return this.open() as unknown as Scorm2004Api;
  }
}
