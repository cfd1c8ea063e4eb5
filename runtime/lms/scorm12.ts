/** SCORM 1.2 behind the LMS port. Section numbers: SCORM 1.2 Run-Time Environment (RTE). */
import type { Clock } from "../session/clock.ts";
import type { TextStore } from "../session/storage.ts";
import { MemoryStore } from "../session/storage.ts";
import type { ApiWindow, FoundApi } from "./find_api.ts";
import { waitForApi } from "./find_api.ts";
import type { LmsPort, Opened, Refusal, Report, Saved } from "./port.ts";
import { NoLms } from "./port.ts";
import { Scorm12Caller } from "./scorm12_call.ts";
import { detour } from "./scorm12_detour.ts";
import type { Element } from "./scorm12_elements.ts";
import { coreElements, interactionElements, objectiveElements, stateElements, timeElement } from "./scorm12_elements.ts";
import { InteractionSlots, ObjectiveSlots } from "./scorm12_slots.ts";
import type { LessonStatus } from "./scorm12_values.ts";
import { higherStatus, lessonStatus, readStatus } from "./scorm12_values.ts";
import { VisitRecord } from "./scorm12_visit.ts";

const STATUS = "cmi.core.lesson_status";
const STATE = "cmi.suspend_data";
/** Without these a result is lost; an LMS may lack any other element. // complaint 32 */
const ESSENTIAL: ReadonlySet<string> = new Set([STATUS, STATE, "cmi.core.score.raw"]);

interface Scorm12Environment {
  readonly window: { readonly navigator: { readonly onLine: boolean }; readonly location: { readonly pathname: string } };
  readonly clock: Clock;
}

interface Running {
  readonly lms: Scorm12Caller;
  readonly writes: boolean;
  readonly interactions: InteractionSlots;
  readonly objectives: ObjectiveSlots;
}

export class Scorm12 implements LmsPort {
  readonly #environment: Scorm12Environment;
  readonly #search: ApiWindow;
  readonly #visit: VisitRecord;
  #running: Running | null = null;
  #over = false;
  #held: LessonStatus | null = null;
  /** What the LMS's API was given last, by element. */
  readonly #given = new Map<string, string>();
  /** Elements that were given, but in a commit that did not hold. */
  readonly #doubtful = new Set<string>();

  /** `search`: the window to look for the API from. `tab`: outlives the page, and not the tab. */
  constructor(environment: Scorm12Environment, search: ApiWindow, tab: TextStore = new MemoryStore()) {
    this.#environment = environment;
    this.#search = search;
    this.#visit = new VisitRecord(tab, environment.window.location.pathname);
  }

  async open(): Promise<Opened> {
    // RTE 3.3.2: a finished session cannot be initialised again. // complaint 7
    if (this.#over) throw new NoLms("the SCORM session is finished");
    const found = await waitForApi(this.#search, this.#environment.clock);
    if (found === null) throw new NoLms("no SCORM API found");
    const lms = new Scorm12Caller(found.api);
    if (!lms.initialize() && !isInitialized(lms)) return this.#reopen(found, lms);
    const opened = readOpened(lms);
    this.#visit.begin(found.since, opened);
    this.#held = readStatus(lms.get(STATUS));
    const writes = opened.mode === "normal" && opened.credit;
    this.#running = { lms, writes, interactions: new InteractionSlots(lms), objectives: new ObjectiveSlots(lms) };
    return opened;
  }

  /** The page was loaded again and the LMS opens no second session: the learner is known, and what is told is kept for the next visit. */
  #reopen({ since }: FoundApi, lms: Scorm12Caller): Opened {
    const held = this.#visit.read(since);
    if (held === null) throw new NoLms(lms.detail);
    return held;
  }

  save(report: Report): Promise<Saved> {
    return Promise.resolve(this.#save(report));
  }

  /** RTE 3.4.4, cmi.core.student_name: mandatory, "Last, First". */
  learnerName(): string {
    return this.#over ? "" : (this.#running?.lms.get("cmi.core.student_name") ?? "");
  }

  leave(report: Report): void {
    if (this.#over || this.#running === null) return;
    this.#over = true;
    const { lms, writes } = this.#running;
    if (writes) {
      this.#retouch(report);
      this.#give(report);
      lms.set(...timeElement(report)); // once, here: it adds up // complaint 17
      lms.commit();
    }
    lms.finish(); // whatever the commit said // complaint 17, 52
  }

  #save(report: Report): Saved {
    if (this.#over || this.#running === null) return refuse("session-gone", true, "the SCORM session is not open");
    if (!this.#running.writes) return { ok: true };
    const retouched = this.#retouch(report);
    if (!retouched.ok) return retouched;
    const { refused, given } = this.#give(report);
    const committed = this.#commit(given);
    if (!committed.ok) return committed;
    const status = readStatus(this.#given.get(STATUS) ?? "");
    if (status !== null && !this.#doubtful.has(STATUS)) this.#held = status;
    if (refused !== "") return refuse("refused", false, refused);
    this.#visit.hold(report);
    return { ok: true };
  }

  /** Elements of a commit that did not hold are changed for a moment, or Moodle would not send them again. */
  #retouch(report: Report): Saved {
    const { lms } = this.#running as Running;
    const turned: string[] = [];
    for (const [element, value] of this.#elements(report)) {
      const other = this.#doubtful.has(element) ? detour(element, value) : null;
      if (other === null || this.#lowers(element, other)) continue;
      if (lms.set(element, other)) turned.push(element);
      else if (ESSENTIAL.has(element)) return refuse("refused", false, lms.detail);
      this.#given.delete(element);
    }
    return turned.length === 0 ? { ok: true } : this.#commit(turned);
  }

  #lowers(element: string, value: string): boolean {
    return element === STATUS && this.#held !== null && higherStatus(this.#held, readStatus(value) ?? this.#held) !== value;
  }

  #elements(report: Report): Element[] {
    const { interactions, objectives } = this.#running as Running;
    const answers = report.interactions.flatMap((interaction, index) =>
      interaction === null ? [] : [{ slot: interactions.slot(index, report.interactions), interaction }],
    );
    const lessons = report.objectives.flatMap((objective) => {
      const slot = objectives.slot(objective);
      return slot === null ? [] : [{ slot, objective }];
    });
    const bySlot = (a: { slot: number }, b: { slot: number }): number => a.slot - b.slot; // a gap is error 201
    const elements = [
      ...coreElements(report, higherStatus(this.#held, lessonStatus(report.completion, report.success))),
      ...answers.sort(bySlot).flatMap(({ slot, interaction }) => interactionElements(slot, interaction)),
      ...lessons.sort(bySlot).flatMap(({ slot, objective }) => objectiveElements(slot, objective)),
    ];
    // RTE 3.4.4: nothing empty is written, and what was never set is left alone.
    return [...elements, ...stateElements(report).filter(([, value]) => value !== "")];
  }

  /** Sets what differs from what was given before; what is refused is offered again with the next report. */
  #give(report: Report): { refused: string; given: string[] } {
    const { lms, interactions } = this.#running as Running;
    const given: string[] = [];
    let refused = "";
    for (const [element, value] of this.#elements(report)) {
      if (this.#given.get(element) === value) continue;
      if (lms.set(element, value)) {
        this.#given.set(element, value);
        given.push(element);
      } else if (ESSENTIAL.has(element)) {
        refused ||= lms.detail;
      } else if (/^cmi\.interactions\.\d+\.id$/.test(element) && lms.error() === "201" && interactions.restart()) {
        return this.#give(report);
      }
    }
    return { refused, given };
  }

  #commit(given: readonly string[]): Saved {
    const { lms } = this.#running as Running;
    const committed = lms.commit();
    // Moodle says "true" with no connection at all. // complaint 11
    const offline = !this.#environment.window.navigator.onLine;
    if (committed && !offline) {
      for (const element of given) this.#doubtful.delete(element);
      return { ok: true };
    }
    for (const element of given) this.#doubtful.add(element);
    if (offline) return refuse("offline", false, "the browser is offline");
    return lms.error() === "301" ? refuse("session-gone", true, lms.detail) : refuse("refused", false, lms.detail);
  }
}

/** RTE 3.3.3: 101 is what a second LMSInitialize answers; 301 afterwards would mean that nothing is open. */
function isInitialized(lms: Scorm12Caller): boolean {
  if (lms.error() !== "101") return false;
  lms.get(STATUS);
  return lms.error() !== "301";
}

/** RTE 3.4.4. Empty or missing values are normal. // complaint 32 */
function readOpened(lms: Scorm12Caller): Opened {
  const status = readStatus(lms.get(STATUS));
  const mode = lms.get("cmi.core.lesson_mode");
  const score = lms.get("cmi.core.score.raw");
  return {
    place: "lms",
    mode: mode === "review" || mode === "browse" ? mode : "normal",
    credit: lms.get("cmi.core.credit") !== "no-credit",
    state: lms.get(STATE),
    location: lms.get("cmi.core.lesson_location"),
    completion: status === null || status === "incomplete" || status === "browsed" ? "incomplete" : "completed",
    success: status === "passed" || status === "failed" ? status : "unknown",
    // Two decimals: a detour that the page could not end must not look like a better score.
    score: score.trim() === "" || !Number.isFinite(Number(score)) ? null : Math.round(Number(score) * 100) / 100,
    learner: lms.get("cmi.core.student_id"),
  };
}

function refuse(reason: Refusal["reason"], final: boolean, detail: string): Refusal {
  return { ok: false, reason, final, detail };
}
