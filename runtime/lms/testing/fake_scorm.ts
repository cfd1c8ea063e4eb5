/** A strict SCORM LMS for tests: what both standards share, and every way to misbehave. */
import type { ApiNames, ScormApi } from "../find_api.ts";

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

/** What one session holds. */
export interface Session {
  readonly values: ReadonlyMap<string, string>;
  /** Length of a list: `cmi.interactions`. */
  count(list: string): number;
}

/** What a standard allows, and how it says no. */
export interface Strictness {
  readonly names: ApiNames;
  readonly codes: Readonly<Record<"initialize" | "already" | "finish" | "get" | "set" | "commit" | "failed", string>>;
  /** "0", or the code of what is wrong with a value. */
  judge(element: string, value: string, session: Session): string;
  /** The value, or the code of why there is none. */
  read(element: string, session: Session): { readonly value: string } | { readonly code: string };
  /** Never stored by a commit. */
  isReadOnly(element: string): boolean;
  readonly sessionTime: string;
  seconds(time: string): number;
  /** What an LMS makes of the values that it received. */
  evaluate(values: Map<string, string>): void;
}

/** The LMS's side: what it holds for one learner and package, over all sessions. */
export class FakeScorm {
  /** What is stored: survives sessions. */
  readonly stored: Map<string, string>;
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
  readonly #strictness: Strictness;

  constructor(strictness: Strictness, stored: Readonly<Record<string, string>>, habits: Partial<Habits>) {
    this.#strictness = strictness;
    this.stored = new Map(Object.entries(stored));
    this.#habits = { sendsChangesOnly: false, forgetsInteractions: false, ...habits };
  }

  /** A new session: what the LMS puts above the page. */
  protected open(): ScormApi {
    const { names, codes, judge, read, isReadOnly, sessionTime, seconds, evaluate } = this.#strictness;
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
    const succeed = (): "true" => {
      error = "0";
      return "true";
    };
    const counts = new Map<string, number>();
    const session: Session = { values, count: (list) => counts.get(list) ?? 0 };
    const extend = (element: string): void => {
      for (const [list, index] of listsOf(element)) counts.set(list, Math.max(session.count(list), index + 1));
    };
    for (const element of values.keys()) extend(element);
    const store = (): void => {
      const received = new Map(this.stored);
      for (const [element, value] of values) {
        if (!isReadOnly(element) && !(this.#habits.sendsChangesOnly && sent.get(element) === value)) received.set(element, value);
      }
      evaluate(received);
      for (const [element, value] of received) {
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
      return fail(codes.failed);
    };

    return {
      [names.initialize]: () => {
        this.calls.push(names.initialize);
        if (this.initializeFault === "throw") throw new TypeError("initialize failed");
        if (this.initializeFault === "false") return fail(codes.initialize);
        if (phase !== "new") return fail(codes.already);
        phase = "running";
        return succeed();
      },
      [names.finish]: () => {
        this.calls.push(names.finish);
        if (phase !== "running") return fail(codes.finish);
        const time = values.get(sessionTime);
        values.delete(sessionTime);
        this.totalSeconds += time === undefined ? 0 : seconds(time);
        phase = "finished";
        this.finishes += 1;
        return commit();
      },
      [names.commit]: () => {
        this.calls.push(names.commit);
        return phase === "running" ? commit() : fail(codes.commit);
      },
      [names.get]: (element = "") => {
        this.calls.push(`get ${element}`);
        const fault = this.getFault(element);
        if (fault === "throw") throw new Error(`cannot get ${element}`);
        if (phase !== "running") return fail(codes.get) && "";
        if (fault === "empty") return "";
        const answer = read(element, session);
        if ("code" in answer) return fail(answer.code) && "";
        error = "0";
        return answer.value;
      },
      [names.set]: (element = "", value = "") => {
        this.calls.push(`set ${element}=${value}`);
        const fault = this.setFault(element);
        if (fault === "throw") throw new Error(`cannot set ${element}`);
        if (fault === "false") return fail(codes.failed);
        if (phase !== "running") return fail(codes.set);
        const code = judge(element, value, session);
        if (code !== "0") {
          this.offences.push(`${code} ${element}=${value}`);
          return fail(code);
        }
        extend(element);
        // Moodle keeps scores as numbers: "80.00" is 80 to it.
        values.set(element, this.#habits.sendsChangesOnly && element.includes(".score.") ? String(Number(value)) : value);
        return succeed();
      },
      [names.error]: () => error,
    };
  }
}

/** The lists on an element's way, with its index in each: `cmi.interactions` 3, `cmi.interactions.3.objectives` 0. */
export function listsOf(element: string): [list: string, index: number][] {
  if (!/\d/.test(element)) return []; // most have none
  return [...element.matchAll(/\.(\d+)(?=\.)/g)].map((match) => [element.slice(0, match.index), Number(match[1])]);
}

/** Whether it leaves indices out. */
export function hasGap(element: string, session: Session): boolean {
  return listsOf(element).some(([list, index]) => index > session.count(list));
}

/** `cmi.interactions` for `cmi.interactions._count`; null for anything else. */
export function countedList(element: string): string | null {
  return /^(cmi\.(?:interactions|objectives)(?:\.\d+\.(?:objectives|correct_responses))?)\._count$/.exec(element)?.[1] ?? null;
}
