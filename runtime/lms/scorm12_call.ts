/** Calls of a SCORM 1.2 API that may throw, answer nothing, or be gone with its window. */
import type { Scorm12Api } from "./find_api.ts";

export class Scorm12Caller {
  readonly #api: Scorm12Api;
  /** What went wrong last, in the LMS's own words. */
  detail = "";

  constructor(api: Scorm12Api) {
    this.#api = api;
  }

  initialize(): boolean {
    return this.#do("LMSInitialize", () => this.#api.LMSInitialize(""));
  }

  commit(): boolean {
    return this.#do("LMSCommit", () => this.#api.LMSCommit(""));
  }

  finish(): boolean {
    return this.#do("LMSFinish", () => this.#api.LMSFinish(""));
  }

  set(element: string, value: string): boolean {
    return this.#do(`LMSSetValue ${element}`, () => this.#api.LMSSetValue(element, value));
  }

  /** "" when the LMS has none, or cannot say. // complaint 32 */
  get(element: string): string {
    try {
      const value = this.#api.LMSGetValue(element);
      return value === null || value === undefined ? "" : String(value);
    } catch {
      return "";
    }
  }

  /** RTE 3.3.3: "0" is no error. */
  error(): string {
    try {
      return String(this.#api.LMSGetLastError());
    } catch {
      return "";
    }
  }

  #do(what: string, call: () => unknown): boolean {
    let answer: unknown;
    try {
      answer = call();
    } catch (error) {
      this.detail = `${what}: threw ${String(error)}`;
      return false;
    }
    // Some LMSs answer with a boolean where the standard has the text.
    if (answer === true || answer === "true") return true;
    this.detail = `${what}: ${String(answer)}, error ${this.error()}`;
    return false;
  }
}
