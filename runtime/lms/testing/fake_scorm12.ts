/** A strict SCORM 1.2 LMS for tests: limits and error codes of the standard. */
import { SCORM12_API } from "../scorm12.ts";
import type { Habits, Strictness } from "./fake_scorm.ts";
import { countedList, FakeScorm, hasGap } from "./fake_scorm.ts";
import { isValid } from "../../preview/limits/scorm12.ts";

/** SCORM 1.2 RTE 3.3.1: functions with texts in. */
export interface Scorm12Api {
  LMSInitialize(parameter: ""): unknown;
  LMSFinish(parameter: ""): unknown;
  LMSGetValue(element: string): unknown;
  LMSSetValue(element: string, value: string): unknown;
  LMSCommit(parameter: ""): unknown;
  LMSGetLastError(): unknown;
}

const READ_ONLY = new Set(["student_id", "student_name", "credit", "entry", "total_time", "lesson_mode"].map((name) => `cmi.core.${name}`));
const WRITE_ONLY = /^cmi\.(core\.(exit|session_time)|interactions\.\d+\.(?!objectives\._count|correct_responses\._count))/;

const STRICTNESS: Strictness = {
  names: SCORM12_API,
  codes: { initialize: "101", already: "101", finish: "301", get: "301", set: "301", commit: "301", failed: "101" },
  judge: (element, value, session) => {
    if (READ_ONLY.has(element)) return "403";
    const valid = isValid(element, value);
    if (valid === null || hasGap(element, session)) return "201";
    return valid ? "0" : "405";
  },
  read: (element, { values, count }) => {
    if (WRITE_ONLY.test(element)) return { code: "404" };
    const list = countedList(element);
    return { value: list === null ? (values.get(element) ?? "") : String(count(list)) };
  },
  isReadOnly: (element) => READ_ONLY.has(element),
  sessionTime: "cmi.core.session_time",
  seconds: (time) => {
    const [hours = 0, minutes = 0, rest = 0] = time.split(":").map(Number);
    return hours * 3600 + minutes * 60 + rest;
  },
  evaluate: () => {},
};

const NEW_LEARNER = {
  "cmi.core.student_id": "learner-7",
  "cmi.core.student_name": "Doe, Jo",
  "cmi.core.lesson_status": "not attempted",
  "cmi.core.credit": "credit",
  "cmi.core.lesson_mode": "normal",
};

export class FakeScorm12 extends FakeScorm {
  constructor(habits: Partial<Habits> = {}) {
    super(STRICTNESS, NEW_LEARNER, habits);
  }

  launch(): Scorm12Api {
    return this.open() as unknown as Scorm12Api;
  }
}
