/** The SCORM API that the package finds: scorm-again, with an LMS behind it that can be made to misbehave. */
import type { Call, States } from "../messages.ts";
import type { Settings } from "./settings.ts";
import type { Functions, RunTime, Standard } from "./standard.ts";

export interface Listener {
  readonly onCall: (call: Call) => void;
  /** Values arrived at the LMS. */
  readonly onKept: (values: Readonly<Record<string, string>>, isOver: boolean) => void;
  readonly onNavigate: (request: string) => void;
}

/** How long a slow LMS takes over a commit. */
const SLOW = 1500;

export class LmsApi {
  readonly standard: Standard;
  readonly #settings: Settings;
  readonly #listener: Listener;
  readonly #runTime: RunTime & Functions;
  /** Set since the last commit that held. */
  #pending: Record<string, string> = {};
  /** What Moodle takes for sent, held or not. */
  readonly #sent = new Map<string, string>();
  /** Of a call that never came to scorm-again. */
  #error: string | null = null;
  #navigation = "";
  states: States;
  /** The page is going: Moodle sends a beacon, and says "true" whatever becomes of it. */
  isUnloading = false;

  constructor(standard: Standard, settings: Settings, listener: Listener) {
    this.standard = standard;
    this.#settings = settings;
    this.#listener = listener;
    this.states = settings.states;
    this.#runTime = standard.make();
    const kept = Object.entries(settings.elements).filter(([name]) => !standard.forgotten.test(name));
    for (const [name, value] of kept) this.#sent.set(name, value);
    this.#runTime.loadFromFlattenedJSON({ ...Object.fromEntries(kept), ...standard.given(settings) });
  }

  /** The object that goes into the window. */
  offer(): Functions {
    return Object.fromEntries(Object.entries(this.standard.functions).map(([name, kind]) => [name, (...args: unknown[]) => this.#call(name, kind, args)]));
  }

  /** The data model as it stands. */
  elements(): Record<string, string> {
    const held = Object.entries(this.#runTime.getFlattenedCMI());
    return Object.fromEntries(held.filter(([, value]) => ["string", "number"].includes(typeof value)).map(([name, value]) => [name, String(value)]));
  }

  #call(name: string, kind: Standard["functions"][string], given: readonly unknown[]): string {
    if (kind === "error") return this.#error ?? this.#raw(name);
    const args = given.map(String);
    if (kind === "text" || kind === "diagnostic") return this.#raw(name, ...args);
    const began = performance.now();
    this.#error = null;
    let warning = kind === "set" ? this.#limitFault(args) : "";
    let result: string;
    if (warning !== "" && this.states.strict) {
      result = this.#refuse(this.standard.codes.limit);
    } else {
      result = this.#perform(name, kind, args);
      // Refused all the same: the code says why, and nobody need be warned.
      if (result === "false") warning = "";
    }
    const error = this.#error ?? this.#raw(this.#named("error"));
    const errorText = error === "0" ? "" : this.#raw(this.#named("text"), error);
    if (kind === "initialize" && error === "0" && given[0] !== "") warning = "its one argument must be an empty text";
    this.#listener.onCall({ name, args, result, error, errorText, at: began, took: performance.now() - began, warning });
    return result;
  }

  #perform(name: string, kind: string, args: readonly string[]): string {
    const [element = "", value = ""] = args;
    const answer = kind === "get" ? this.#navigable(element) : null;
    if (answer !== null) return answer;
    if (kind === "finish") this.#conclude();
    const result = this.#raw(name, ...args);
    if (result !== "true") return result;
    if (kind === "set") this.#note(element, value);
    if (kind === "commit") return this.#commit(false);
    if (kind === "finish") {
      const said = this.#commit(true);
      if (this.#navigation !== "" && this.#navigation !== "_none_") this.#listener.onNavigate(this.#navigation);
      return said === "false" ? "false" : "true";
    }
    return result;
  }

  #note(element: string, value: string): void {
    if (element === "adl.nav.request") this.#navigation = value;
    // Moodle sends only what has changed since it was last sent, held or not (lms-behaviour, "Sending").
    else if (this.states.moodle && this.#sent.get(element) === value) delete this.#pending[element];
    else this.#pending[element] = value;
  }

  /** What the LMS itself works out when a visit ends. */
  #conclude(): void {
    const { total } = this.standard.elements;
    this.#pending[total] = this.#runTime.cmi.getCurrentTotalTime();
    if (this.standard.api === "API") return;
    // RTE 4.2.4.1 and 4.2.22.1: by threshold and passing score, where the manifest names them.
    for (const element of ["cmi.completion_status", "cmi.success_status"]) {
      const value = this.#raw("GetValue", element);
      if (value !== "unknown" && value !== "") this.#pending[element] = value;
    }
  }

  #commit(isOver: boolean): string {
    const { offline, refuse, slow, expired, moodle } = this.states;
    if (slow && !this.isUnloading) for (const end = performance.now() + SLOW; performance.now() < end; );
    const arrives = !(offline || refuse || expired);
    const values = this.#pending;
    if (arrives || moodle) this.#pending = {};
    for (const [element, value] of Object.entries(values)) this.#sent.set(element, value);
    if (arrives) {
      this.#listener.onKept(values, isOver);
      return "true";
    }
    // lms-behaviour: with no connection at all, and by beacon, Moodle says "true".
    if (moodle && (offline || this.isUnloading)) return "true";
    return this.#refuse(this.standard.codes.commit);
  }

  /** SCORM 2004 RTE 4.4.2: whether another part can be gone to. */
  #navigable(element: string): string | null {
    const asked = /^adl\.nav\.request_valid\.(continue|previous|choice\.\{target=(.+)\}|jump\.\{target=(.+)\})$/.exec(element);
    if (asked === null || this.standard.api === "API") return null;
    const { items, item } = this.#settings;
    const at = items.indexOf(item);
    const target = asked[2] ?? asked[3];
    const isThere = target !== undefined ? items.includes(target) : asked[1] === "continue" ? at < items.length - 1 : at > 0;
    return String(isThere);
  }

  #limitFault([element = "", value = ""]: readonly string[]): string {
    return this.standard.limitFault(element, value) ?? "";
  }

  #refuse(code: string): string {
    this.#error = code;
    return "false";
  }

  #named(kind: string): string {
    return Object.entries(this.standard.functions).find(([, held]) => held === kind)?.[0] ?? "";
  }

  #raw(name: string, ...args: string[]): string {
    return String(this.#runTime[name]?.(...args) ?? "");
  }
}
