/** The tabs beside the package: what was called, held, asked and warned of. */
import type { FromPlayer } from "../messages.ts";
import { Calls, isTrouble } from "./calls.ts";
import { DataModel } from "./data_model.ts";
import { Findings } from "./findings.ts";
import type { Desk, Launched, LrsRequest } from "./lms.ts";
import { region } from "./parts.ts";
import { Requests } from "./requests.ts";
import { Tabs } from "./tabs.ts";
import { Warnings } from "./warnings.ts";

export class Records {
  readonly #calls = new Calls();
  readonly #data = new DataModel();
  readonly #requests = new Requests();
  readonly #warnings = new Warnings();
  readonly #findings = new Findings();
  readonly #tabs: Tabs;
  #troubles = 0;
  #key = "";
  /** What tells apart the visits to the package, all of them. */
  readonly #visits: string[] = [];

  constructor() {
    this.#tabs = new Tabs(region("tabs"), "What happens", [
      { id: "calls", name: "Calls", view: this.#calls.log.view },
      { id: "data", name: "Data", view: this.#data.view },
      { id: "requests", name: "Requests", view: this.#requests.log.view },
      { id: "warnings", name: "Warnings", view: this.#warnings.view },
      { id: "findings", name: "Source", view: this.#findings.view },
    ]);
  }

  /** A package opens; those of another package are forgotten. */
  begin(launched: Launched, learner: string): void {
    const { key, standard, notes } = launched.package;
    const isScorm = standard === "scorm12" || standard === "scorm2004";
    if (key !== this.#key) this.#forget();
    this.#key = key;
    this.#visits.push(launched.token);
    const words = `Visit ${this.#visits.length}: ${learner}, attempt ${launched.attempt}${launched.mode === "normal" ? "" : `, ${launched.mode} mode`}`;
    if (isScorm) this.#calls.separate(words);
    else this.#requests.separate(words);
    this.#data.clear();
    for (const note of notes) this.#warnings.add("", note);
    this.#tabs.show("calls", isScorm);
    this.#tabs.show("data", isScorm);
    this.#tabs.show("requests", !isScorm);
    this.#count();
  }

  take(message: FromPlayer): void {
    if (message.kind === "data") this.#data.load(message.elements);
    if (message.kind === "kept") this.#data.keep(message.elements);
    if (message.kind !== "call") return;
    const { call } = message;
    this.#calls.add(call);
    if (isTrouble(call)) this.#troubles += 1;
    const [element = "", value] = call.args;
    if (value !== undefined && call.result === "true") this.#data.set(element, value);
    if (call.warning !== "") this.#warnings.add(element || call.name, `${call.result === "false" ? "Refused" : "A strict LMS refuses this"}: ${call.warning}.`, call.result === "false" ? "wrong" : "warn");
    else if (call.error !== "0" && value !== undefined) this.#warnings.add(element, `Refused with ${call.error}: ${call.errorText}.`, "wrong");
    this.#count();
  }

  /** Last words of a page may come when the next visit has begun. */
  hear(request: LrsRequest): void {
    const visit = this.#visits.indexOf(request.launch ?? "");
    if (visit === -1) return;
    this.#requests.add(request, this.#visits.length - 1 - visit);
    for (const warning of request.warnings) this.#warnings.add(request.path, warning);
    if (request.status === 400) this.#warnings.add(request.path, `Refused: ${request.answer}`, "wrong");
    this.#count();
  }

  /** The package asked for a file that it does not have. */
  miss(path: string): void {
    this.#warnings.add(path, "The package asks for this file and does not hold it.");
    this.#count();
  }

  showFindings(desk: Desk): void {
    this.#findings.show(desk.findings);
    this.#tabs.show("findings", desk.source === "course" || desk.findings.length > 0);
    const errors = desk.findings.some(({ severity }) => severity === "error");
    this.#tabs.count("findings", desk.findings.length, errors ? "wrong" : "warn");
  }

  openFindings(): void {
    this.#tabs.choose("findings");
  }

  openFirst(standard: string): void {
    this.#tabs.choose(standard.startsWith("scorm") ? "calls" : "requests");
  }

  #forget(): void {
    this.#calls.log.clear();
    this.#requests.log.clear();
    this.#warnings.clear();
    this.#calls.count = 0;
    this.#requests.count = 0;
    this.#troubles = 0;
    this.#visits.length = 0;
  }

  #count(): void {
    this.#tabs.count("calls", this.#calls.count, this.#troubles > 0 ? "warn" : "plain");
    this.#tabs.count("requests", this.#requests.count);
    this.#tabs.count("warnings", this.#warnings.count, "warn");
  }
}
