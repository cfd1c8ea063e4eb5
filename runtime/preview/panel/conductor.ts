/** Leads the preview: what is open, for whom, and what happens when something is pressed, saved or told. */
import { element } from "../../dom.ts";
import type { FromPlayer, States } from "../messages.ts";
import { readAddress, writeAddress } from "./address.ts";
import { Controls } from "./controls.ts";
import { showGradebook } from "./gradebook.ts";
import type { Desk, Launched, Learner, Package, Row, Told } from "./lms.ts";
import { addLearner, askDesk, askPackage, launch, listen, Refused, setStates } from "./lms.ts";
import { region } from "./parts.ts";
import { recall, remember } from "./preferences.ts";
import { Records } from "./records.ts";
import { drawSegments } from "./segments.ts";
import { Shelf } from "./shelf.ts";
import { SIZES, Stage } from "./stage.ts";
import { gradeText, plural, statusName } from "./words.ts";

interface Opening {
  readonly part?: string | undefined;
  readonly anew?: boolean;
  readonly forget?: boolean;
}

export class Conductor {
  readonly #stage: Stage;
  readonly #shelf: Shelf;
  readonly #records = new Records();
  readonly #formats = region("formats") as HTMLSelectElement;
  readonly #controls: Controls;
  readonly #rows = new Map<string, Row>();
  #desk: Desk;
  #format: string;
  #unit: string;
  #learner: Learner;
  #states: States;
  #launched: Launched | null = null;
  #wasLost = false;
  #mode = "normal";
  #markSize: (id: string) => void = () => undefined;
  /** One opening after the other. */
  #chain: Promise<void> = Promise.resolve();

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#states = desk.states;
    for (const row of desk.rows) this.#keep(row);
    this.#learner = desk.learners.at(-1) ?? { id: "", name: "" };
    const address = readAddress();
    this.#format = address.format in desk.formats ? address.format : (Object.keys(desk.formats)[0] ?? "");
    this.#unit = desk.entries.some(({ unit }) => unit === address.unit) ? address.unit : firstUnit(desk);
    this.#stage = new Stage(() => this.#desk.contentOrigin, (message) => this.#obey(message));
    this.#shelf = new Shelf(region("shelf"), (unit, part) => this.#show(unit, part));
    this.#controls = new Controls(region("controls"), {
      toggle: (name, on) => void this.#toggle(name, on).catch(() => this.#lose(true)),
      resume: () => void this.#open({ part: this.#launched?.part }),
      newAttempt: () => void this.#open({ part: this.#launched?.part, anew: true }),
      otherDevice: () => void this.#open({ part: this.#launched?.part, forget: true }),
      newLearner: () => void this.#welcome().catch(() => this.#lose(true)),
      chooseLearner: (id) => this.#switch(id),
      chooseMode: (mode) => {
        this.#mode = mode;
        void this.#open({ part: this.#launched?.part });
      },
    });
  }

  async start(): Promise<void> {
    this.#markSize = drawSegments(region("sizes"), SIZES, (id) => this.#resize(id));
    this.#resize(recall("size", "moodle"));
    this.#formats.addEventListener("change", () => {
      this.#format = this.#formats.value;
      void this.#open({});
    });
    this.#drawDesk();
    listen((told) => this.#hear(told), (isLost) => this.#lose(isLost));
    window.addEventListener("popstate", () => {
      const { format, unit } = readAddress();
      if (format in this.#desk.formats) this.#format = format;
      this.#show(unit === "" ? firstUnit(this.#desk) : unit);
    });
    await this.#open({});
  }

  #show(unit: string, part?: string): void {
    this.#unit = unit;
    void this.#open({ part });
  }

  /** Closes what is open, and opens what is chosen: the learner leaves and comes back. */
  #open(opening: Opening): Promise<void> {
    return this.#inTurn(() => this.#reopen(opening));
  }

  #inTurn(act: () => Promise<void>): Promise<void> {
    this.#chain = this.#chain.then(act).catch((error: unknown) => {
      this.#stage.explain("This cannot be opened", error instanceof Refused ? error.faults : [String(error)]);
    });
    return this.#chain;
  }

  async #reopen({ part, anew, forget }: Opening): Promise<void> {
    const key = `${this.#format}/${this.#unit}`;
    await this.#stage.leave(this.#desk.contentOrigin, forget === true);
    if (this.#desk.entries.length === 0) {
      this.#stage.explain("There is nothing to show yet", ["The course has mistakes. Mend them, and it opens by itself."]);
      this.#records.openFindings();
      return;
    }
    writeAddress({ format: this.#format, unit: this.#unit });
    const before = this.#launched?.package.standard;
    this.#launched = null;
    const launched = await launch({ key, learner: this.#learner.id, part, anew, mode: this.#mode });
    this.#launched = launched;
    this.#states = launched.states;
    this.#keep(launched.row);
    this.#records.begin(launched, this.#learner.name);
    if (before !== launched.package.standard) this.#records.openFirst(launched.package.standard);
    this.#label(launched);
    this.#stage.open(launched.player, launched.token, launched.package.title);
    this.#draw();
  }

  #label({ package: opened, part, attempt, mode }: Launched): void {
    const place = opened.parts.find(({ id }) => id === part)?.title ?? opened.title;
    const crumbs = [...new Set([this.#desk.title, opened.title, place])];
    this.#stage.label(
      element("p", { class: "crumbs" }, ...crumbs.map((words, at) => element(at === crumbs.length - 1 ? "b" : "span", {}, words))),
      element("p", { class: "facts" }, ...(mode === "normal" ? [] : [element("span", { class: "pill", "data-tone": "busy" }, `${mode} mode`)]), ...(opened.standard === "web" ? [] : [element("span", {}, `Attempt ${attempt}`)])),
    );
    document.title = `${opened.title} · Preview`;
    region("place").dataset["package"] = `${opened.label} · ${opened.size} in ${plural(opened.files, "file")}`;
  }

  #obey(message: FromPlayer): void {
    this.#records.take(message);
    if (message.kind === "returned") void this.#open({ part: this.#launched?.part });
    if (message.kind === "navigate") this.#navigate(message.request);
  }

  /** SCORM 2004 RTE 4.4.1: what the package asked for when it closed. */
  #navigate(request: string): void {
    const parts = this.#launched?.package.parts ?? [];
    const at = parts.findIndex(({ id }) => id === this.#launched?.part);
    const target = /^\{target=(.+)\}(?:choice|jump)$/.exec(request)?.[1];
    const to = target !== undefined ? parts.find(({ id }) => id === target) : parts[at + (request === "continue" ? 1 : request === "previous" ? -1 : Number.NaN)];
    if (to !== undefined) void this.#open({ part: to.id });
    else this.#announce(`The package asks to ${request}: the LMS leads back to the course.`);
  }

  #hear(told: Told): void {
    if (told.kind === "row") this.#hearRow(told.row);
    if (told.kind === "request") this.#records.hear(told);
    if (told.kind === "missing") this.#records.miss(told.path);
    if (told.kind === "saved") void this.#refresh(told.state).catch(() => this.#lose(true));
  }

  #hearRow(row: Row): void {
    const before = this.#rows.get(rowKey(row));
    this.#keep(row);
    this.#draw();
    if (row.learner !== this.#learner.id || row.key !== this.#launched?.package.key) return;
    const status = row.attempts.at(-1)?.status ?? "";
    if (status !== before?.attempts.at(-1)?.status || row.grade !== before?.grade) {
      this.#announce(`The LMS has: ${statusName(status)}, grade ${gradeText(row.grade)}.`);
    }
  }

  /** Something was saved: what is shown is built anew, and opened again where its bytes have changed. */
  async #refresh(desk: Desk): Promise<void> {
    this.#desk = desk;
    if (!desk.entries.some(({ unit }) => unit === this.#unit)) this.#unit = firstUnit(desk);
    if (!(this.#format in desk.formats)) this.#format = Object.keys(desk.formats)[0] ?? "";
    this.#drawDesk();
    // A save is told twice, the rules' findings a moment later: once the first is opened, the second changes nothing.
    if (desk.isCurrent) await this.#inTurn(() => this.#renew());
  }

  async #renew(): Promise<void> {
    try {
      const opened = await askPackage(`${this.#format}/${this.#unit}`);
      if (opened.digest === this.#launched?.package.digest) return;
    } catch (error) {
      if (!(error instanceof Refused)) return;
      this.#notify("wrong", element("b", {}, "The package was not built. "), error.faults.join(" "));
      if (this.#launched !== null) return;
    }
    await this.#reopen({ part: this.#launched?.part });
    this.#announce("Saved, built anew and opened again. What the LMS had is kept.");
  }

  async #toggle(name: keyof States, on: boolean): Promise<void> {
    this.#states = await setStates({ [name]: on });
    this.#stage.say({ kind: "states", states: this.#states }, this.#desk.contentOrigin);
    this.#draw();
  }

  async #welcome(): Promise<void> {
    this.#learner = await addLearner();
    this.#desk = await askDesk();
    this.#rows.clear();
    await this.#open({ part: this.#launched?.part, forget: true });
  }

  #switch(id: string): void {
    this.#learner = this.#desk.learners.find((learner) => learner.id === id) ?? this.#learner;
    void this.#open({ part: this.#launched?.part, forget: true });
  }

  #resize(id: string): void {
    remember("size", id);
    this.#markSize(id);
    this.#stage.resize(id);
  }

  #keep(row: Row): void {
    this.#rows.set(rowKey(row), row);
  }

  /** What hangs on the sources. */
  #drawDesk(): void {
    region("title").textContent = this.#desk.title;
    const formats = Object.entries(this.#desk.formats).map(([id, name]) => element("option", { value: id }, name.replace(/ \(.*/, "")));
    this.#formats.replaceChildren(...formats);
    this.#formats.hidden = formats.length < 2;
    this.#records.showFindings(this.#desk);
    const errors = this.#desk.findings.filter(({ severity }) => severity === "error").length;
    if (errors === 0) region("notice").replaceChildren();
    else {
      const more = element("button", { type: "button" }, "Show where");
      more.addEventListener("click", () => this.#records.openFindings());
      this.#notify("wrong", element("b", {}, `${plural(errors, "mistake")} in the source. `), fate(this.#desk), more);
    }
    this.#draw();
  }

  /** What hangs on the learner and the package. */
  #draw(): void {
    const opened: Package | null = this.#launched?.package ?? null;
    const rows = new Map<string, Row>();
    for (const { unit } of this.#desk.entries) {
      const row = this.#rows.get(`${this.#learner.id} ${this.#format}/${unit}`);
      if (row !== undefined && row.attempts.length > 0) rows.set(unit, row);
    }
    this.#shelf.show(this.#desk, this.#unit, opened, this.#launched?.part ?? "", rows);
    showGradebook(region("gradebook"), this.#learner, opened, rows.get(this.#unit) ?? null);
    this.#controls.show(this.#states, this.#desk.learners, this.#learner.id, opened?.standard !== "web");
    this.#formats.value = this.#format;
  }

  #lose(isLost: boolean): void {
    if (isLost) this.#notify("warn", element("b", {}, "The preview has ended. "), "Start it again in the terminal: this page comes back by itself.");
    else if (this.#wasLost) location.reload();
    this.#wasLost = isLost;
  }

  #notify(tone: string, ...said: readonly (Node | string)[]): void {
    region("notice").dataset["tone"] = tone;
    region("notice").replaceChildren(...said);
  }

  #announce(words: string): void {
    region("announcer").textContent = words;
  }
}

/** What becomes of sources with mistakes. */
function fate({ entries, isCurrent }: Desk): string {
  if (isCurrent) return "They are shown as they are, and a build stops at them. ";
  return entries.length === 0 ? "" : "The last package without them stays up. ";
}

function rowKey({ learner, key }: Row): string {
  return `${learner} ${key}`;
}

/** The first lesson: it is built sooner than the whole course. */
function firstUnit(desk: Desk): string {
  return (desk.entries.find(({ module }) => module !== "") ?? desk.entries[0])?.unit ?? "";
}
