/** An LMS port that answers when the test says so. */
import type { LmsPort, Opened, Report, Saved } from "../../lms/port.ts";
import { NoLms } from "../../lms/port.ts";

export class FakePort implements LmsPort {
  readonly reports: Report[] = [];
  readonly left: Report[] = [];
  opens = 0;
  /** What the next saves answer; "held" = not yet. Then all is well. */
  readonly answers: (Saved | "held" | "throw")[] = [];
  opened: Opened = { place: "lms", mode: "normal", credit: true, state: "", location: "", completion: "incomplete", success: "unknown", score: null, learner: "jo" };
  reopens = false;
  #release: (saved: Saved) => void = () => {};

  open(): Promise<Opened> {
    this.opens += 1;
    return this.opens > 1 && !this.reopens ? Promise.reject(new NoLms("over")) : Promise.resolve(this.opened);
  }

  save(report: Report): Promise<Saved> {
    this.reports.push(report);
    const answer = this.answers.shift() ?? { ok: true };
    if (answer === "throw") throw new Error("a fault of the adapter");
    if (answer === "held") return new Promise((resolve) => (this.#release = resolve));
    return Promise.resolve(answer);
  }

  leave(report: Report): void {
    this.left.push(report);
  }

  release(saved: Saved = { ok: true }): void {
    this.#release(saved);
  }
}
