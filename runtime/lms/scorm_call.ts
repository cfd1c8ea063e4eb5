/** Calls of a SCORM API that may throw, answer nothing, or be gone with its window. */
import type { ApiNames, ScormApi } from "./find_api.ts";

export class ScormCaller {
  readonly #api: ScormApi;
  readonly #names: ApiNames;
  /** What went wrong last, in the LMS's own words. */
  detail = "";

  constructor(api: ScormApi, names: ApiNames) {
    this.#api = api;
    this.#names = names;
  }

  initialize(): boolean {
    return this.#do(this.#names.initialize, "");
  }

  commit(): boolean {
    return this.#do(this.#names.commit, "");
  }

  finish(): boolean {
    return this.#do(this.#names.finish, "");
  }

  set(element: string, value: string): boolean {
    return this.#do(this.#names.set, element, value);
  }

  /** "" when the LMS has none, or cannot say. // complaint 32 */
  get(element: string): string {
    try {
      const value = this.#api[this.#names.get]?.(element);
      return value === null || value === undefined ? "" : String(value);
    } catch {
      return "";
    }
  }

  /** "0" is no error. SCORM 1.2 RTE 3.3.3; 2004 4th RTE 3.1.7 */
  error(): string {
    try {
      return String(this.#api[this.#names.error]?.());
    } catch {
      return "";
    }
  }

  #do(name: string, ...texts: string[]): boolean {
    const what = texts.length > 1 ? `${name} ${texts[0]}` : name;
    let answer: unknown;
    try {
      answer = this.#api[name]?.(...texts);
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
