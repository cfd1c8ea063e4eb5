/** A strict SCORM 1.2 LMS for tests: limits and error codes of the standard, and every way to misbehave. */
import type { Scorm12Api } from "../find_api.ts";
import { isValid } from "../../preview/limits/scorm12.ts";

export type CommitFault =
  /** Nothing is stored, and it says so. */
  | "false"
  | "throw"
  | "null"
  /** Nothing is stored, but it says "true". */
  | "unsent"
  /** Stored, but the answer is lost. */
  | "answer-lost";

export interface Habits {
  /** Takes a value for sent though its commit failed, and sends changed values only: Moodle. */
  readonly sendsChangesOnly: boolean;
  /** Forgets interactions between sessions. */
  readonly forgetsInteractions: boolean;
}

const READ_ONLY = new Set(["student_id", "student_name", "credit", "entry", "total_time", "lesson_mode"].map((name) => `cmi.core.${name}`));
const WRITE_ONLY = /^cmi\.(core\.(exit|session_time)|interactions\.\d+\.(?!objectives\._count|correct_responses\._count))/;

/** The LMS's side: what it holds for one learner and package, over all sessions. */
export class FakeScorm12 {
  /** What is stored: survives sessions. */
  readonly stored = new Map<string, string>([
    ["cmi.core.student_id", "learner-7"],
    ["cmi.core.student_name", "Doe, Jo"],
    ["cmi.core.lesson_status", "not attempted"],
    ["cmi.core.credit", "credit"],
    ["cmi.core.lesson_mode", "normal"],
  ]);
  /** Every store of a value, in order: what a gradebook could have seen. */
  readonly history: [element: string, value: string][] = [];
  readonly calls: string[] = [];
  readonly commitFaults: CommitFault[] = [];
  setFault: (element: string) => "false" | "throw" | null = () => null;
  getFault: (element: string) => "throw" | "empty" | null = () => null;
  /** No connection: nothing is stored, and a commit says "true" all the same, as Moodle's does. */
  offline = false;
  /** Values that broke a rule of the standard: a runtime that is right makes none. */
  readonly offences: string[] = [];
  initializeFault: "false" | "throw" | "already" | null = null;
  sessions = 0;
  finishes = 0;
  totalSeconds = 0;
  readonly #habits: Habits;

  constructor(habits: Partial<Habits> = {}) {
    this.#habits = { sendsChangesOnly: false, forgetsInteractions: false, ...habits };
  }

  /** A new session: what the LMS puts above the page. */
  launch(): Scorm12Api {
    this.sessions += 1;
    const values = new Map(this.stored);
    if (this.#habits.forgetsInteractions) for (const key of values.keys()) if (key.startsWith("cmi.interactions")) values.delete(key);
    const sent = new Map(this.#habits.sendsChangesOnly ? values : []);
    let phase: "new" | "running" | "finished" = this.initializeFault === "already" ? "running" : "new";
    let error = "0";

    const fail = (code: string): "false" => {
      error = code;
      return "false";
    };
    const offend = (code: string, what: string): "false" => {
      this.offences.push(`${code} ${what}`);
      return fail(code);
    };
    const succeed = (): "true" => {
      error = "0";
      return "true";
    };
    const counts = new Map<string, number>();
    const count = (list: string): number => counts.get(list) ?? 0;
    const extend = (element: string): void => {
      for (const [, list = "", index] of listsOf(element)) counts.set(list, Math.max(count(list), Number(index) + 1));
    };
    for (const element of values.keys()) extend(element);
    const store = (): void => {
      for (const [element, value] of values) {
        if (READ_ONLY.has(element) || (this.#habits.sendsChangesOnly && sent.get(element) === value)) continue;
        if (this.stored.get(element) !== value) this.history.push([element, value]);
        this.stored.set(element, value);
      }
    };
    const commit = (): unknown => {
      const fault = this.offline ? "unsent" : this.commitFaults.shift();
      if (fault === undefined || fault === "answer-lost") store();
      for (const [element, value] of values) sent.set(element, value);
      if (fault === undefined || fault === "unsent") return succeed();
      if (fault === "throw") throw new Error("commit failed");
      if (fault === "null") return null;
      return fail("101");
    };

    return {
      LMSInitialize: () => {
        this.calls.push("LMSInitialize");
        if (this.initializeFault === "throw") throw new TypeError("initialize failed");
        if (this.initializeFault === "false") return fail("101");
        if (phase !== "new") return fail("101");
        phase = "running";
        return succeed();
      },
      LMSFinish: () => {
        this.calls.push("LMSFinish");
        if (phase !== "running") return fail("301");
        const time = values.get("cmi.core.session_time");
        values.delete("cmi.core.session_time");
        this.totalSeconds += time === undefined ? 0 : seconds(time);
        phase = "finished";
        this.finishes += 1;
        return commit();
      },
      LMSCommit: () => {
        this.calls.push("LMSCommit");
        if (phase !== "running") return fail("301");
        return commit();
      },
      LMSGetValue: (element) => {
        this.calls.push(`get ${element}`);
        const fault = this.getFault(element);
        if (fault === "throw") throw new Error(`cannot get ${element}`);
        if (phase !== "running") return fail("301") && "";
        if (fault === "empty") return "";
        if (WRITE_ONLY.test(element)) return fail("404") && "";
        error = "0";
        const list = /^(cmi\.(?:interactions|objectives)(?:\.\d+\.(?:objectives|correct_responses))?)\._count$/.exec(element);
        return list ? String(count(list[1] ?? "")) : (values.get(element) ?? "");
      },
      LMSSetValue: (element, value) => {
        this.calls.push(`set ${element}=${value}`);
        const fault = this.setFault(element);
        if (fault === "throw") throw new Error(`cannot set ${element}`);
        if (fault === "false") return fail("101");
        if (phase !== "running") return fail("301");
        const what = `${element}=${value}`;
        if (READ_ONLY.has(element)) return offend("403", what);
        const valid = isValid(element, value);
        if (valid === null) return offend("201", what);
        // A gap in the indices.
        for (const [, list = "", index] of listsOf(element)) if (Number(index) > count(list)) return offend("201", what);
        if (!valid) return offend("405", what);
        extend(element);
        // Moodle keeps scores as numbers: "80.00" is 80 to it.
        values.set(element, this.#habits.sendsChangesOnly && element.includes(".score.") ? String(Number(value)) : value);
        return succeed();
      },
      LMSGetLastError: () => error,
      LMSGetErrorString: (code) => `error ${code}`,
      LMSGetDiagnostic: (code) => `error ${code}`,
    };
  }
}

/** The lists on an element's way, with its index in each: `cmi.interactions` 3, `cmi.interactions.3.objectives` 0. */
function listsOf(element: string): string[][] {
  if (!/\d/.test(element)) return []; // most have none
  return [...element.matchAll(/\.(\d+)(?=\.)/g)].map((match) => ["", element.slice(0, match.index), match[1] ?? ""]);
}

function seconds(time: string): number {
  const [hours = 0, minutes = 0, rest = 0] = time.split(":").map(Number);
  return hours * 3600 + minutes * 60 + rest;
}
