/** The SCORM standards behind the LMS port: what they share. What they say differently is a `Dialect`. */
import type { Clock } from "../session/clock.ts";
import type { TextStore } from "../session/storage.ts";
import { MemoryStore } from "../session/storage.ts";
import type { ApiWindow, FoundApi } from "./find_api.ts";
import { waitForApi } from "./find_api.ts";
import type { Interaction, LmsPort, Objective, Opened, Refusal, Report, Saved } from "./port.ts";
import { NoLms } from "./port.ts";
import type { Dialect, Dialogue, Element } from "./scorm_dialect.ts";
import { ScormCaller } from "./scorm_call.ts";
import { InteractionSlots, ObjectiveSlots } from "./scorm_slots.ts";
import { VisitRecord } from "./scorm_visit.ts";

interface ScormEnvironment {
  readonly window: { readonly navigator: { readonly onLine: boolean }; readonly location: { readonly pathname: string } };
  readonly clock: Clock;
}

interface Running {
  readonly lms: ScormCaller;
  readonly dialogue: Dialogue;
  readonly writes: boolean;
  readonly interactions: InteractionSlots;
  readonly objectives: ObjectiveSlots;
}

export class Scorm implements LmsPort {
  readonly #dialect: Dialect;
  readonly #environment: ScormEnvironment;
  readonly #search: ApiWindow;
  readonly #visit: VisitRecord;
  #running: Running | null = null;
  #over = false;
  /** Of each element with ranks, what the LMS acknowledged. */
  readonly #held = new Map<string, string>();
  /** What the LMS's API was given last, by element. */
  readonly #given = new Map<string, string>();
  /** Elements that were given, but in a commit that did not hold. */
  readonly #doubtful = new Set<string>();

  /** `search`: the window to look for the API from. `tab`: outlives the page, and not the tab. */
  constructor(dialect: Dialect, environment: ScormEnvironment, search: ApiWindow, tab: TextStore = new MemoryStore()) {
    this.#dialect = dialect;
    this.#environment = environment;
    this.#search = search;
    this.#visit = new VisitRecord(tab, environment.window.location.pathname);
  }

  async open(): Promise<Opened> {
    // SCORM 1.2 RTE 3.3.2, 2004 4th RTE 3.1.3.1: a finished session cannot be initialised again. // complaint 7
    if (this.#over) throw new NoLms("the SCORM session is finished");
    const found = await waitForApi(this.#search, this.#dialect.api, this.#environment.clock);
    if (found === null) throw new NoLms("no SCORM API found");
    const lms = new ScormCaller(found.api, this.#dialect.api);
    if (!lms.initialize() && !this.#isInitialized(lms)) return this.#reopen(found, lms);
    const dialogue = this.#dialect.begin(lms);
    const { opened } = dialogue;
    this.#visit.begin(found.since, opened);
    for (const element of Object.keys(this.#dialect.ranks)) this.#hold(element, lms.get(element));
    const writes = opened.mode === "normal" && opened.credit;
    this.#running = { lms, dialogue, writes, interactions: new InteractionSlots(lms), objectives: new ObjectiveSlots(lms) };
    return opened;
  }

  /** An error says that it is open already; a closed one would mean that nothing is. */
  #isInitialized(lms: ScormCaller): boolean {
    const { codes, ranks } = this.#dialect;
    if (lms.error() !== codes.open) return false;
    for (const element of Object.keys(ranks)) lms.get(element);
    return !codes.closed.has(lms.error());
  }

  /** The page was loaded again and the LMS opens no second session: the learner is known, and what is told is kept for the next visit. */
  #reopen({ since }: FoundApi, lms: ScormCaller): Opened {
    const held = this.#visit.read(since);
    if (held === null) throw new NoLms(lms.detail);
    return held;
  }

  save(report: Report): Promise<Saved> {
    return Promise.resolve(this.#save(report));
  }

  /** The one who learns, as the LMS writes it: mandatory in both standards, mostly "Last, First". */
  learnerName(): string {
    return this.#over ? "" : (this.#running?.lms.get(this.#dialect.learnerName) ?? "");
  }

  /** The API's caller for what one standard alone has; null when no session is open. */
  protected get caller(): ScormCaller | null {
    return this.#over ? null : (this.#running?.lms ?? null);
  }

  leave(report: Report): void {
    if (this.#over || this.#running === null) return;
    this.#over = true;
    const { lms, writes } = this.#running;
    if (writes) {
      this.#retouch(report);
      this.#give(report);
      lms.set(...this.#dialect.time(report)); // once, here: it adds up // complaint 17
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
    for (const element of Object.keys(this.#dialect.ranks)) {
      if (!this.#doubtful.has(element)) this.#hold(element, this.#given.get(element) ?? "");
    }
    if (refused !== "") return refuse("refused", false, refused);
    this.#visit.hold(report);
    return { ok: true };
  }

  /** Elements of a commit that did not hold are changed for a moment, or Moodle would not send them again. */
  #retouch(report: Report): Saved {
    const { lms } = this.#running as Running;
    const turned: string[] = [];
    for (const [element, value] of this.#elements(report)) {
      const other = this.#doubtful.has(element) ? this.#dialect.detour(element, value) : null;
      if (other === null || this.#unlowered(element, other) !== other) continue;
      if (lms.set(element, other)) turned.push(element);
      else if (this.#dialect.essential.has(element)) return refuse("refused", false, lms.detail);
      this.#given.delete(element);
    }
    return turned.length === 0 ? { ok: true } : this.#commit(turned);
  }

  #hold(element: string, value: string): void {
    if (value !== "" && this.#dialect.ranks[element]?.(value) !== null) this.#held.set(element, value);
  }

  /** Never a lower value than the LMS holds. // complaint 13 */
  #unlowered(element: string, value: string): string {
    const rank = this.#dialect.ranks[element];
    const held = this.#held.get(element);
    if (rank === undefined || held === undefined) return value;
    return (rank(held) ?? -1) > (rank(value) ?? -1) ? held : value;
  }

  #elements(report: Report): Element[] {
    const { dialogue, interactions, objectives } = this.#running as Running;
    const { interaction, objective, state } = this.#dialect;
    const answers = report.interactions.flatMap((answer, index): Placed<Interaction>[] =>
      answer === null ? [] : [[interactions.slot(index, report.interactions), answer]],
    );
    const lessons = report.objectives.flatMap((lesson): Placed<Objective>[] => {
      const slot = objectives.slot(lesson);
      return slot === null ? [] : [[slot, lesson]];
    });
    const elements = [
      ...dialogue.core(report),
      ...answers.sort(bySlot).flatMap(([slot, answer]) => interaction(slot, answer)),
      ...lessons.sort(bySlot).flatMap(([slot, lesson]) => objective(slot, lesson)),
      ...state(report),
    ];
    // Nothing empty is written, and what was never set is left alone; but SCORM 1.2's normal exit is an empty one. // complaint 15
    return elements.filter(([element, value]) => value !== "" || element === "cmi.core.exit").map(([element, value]) => [element, this.#unlowered(element, value)]);
  }

  /** Sets what differs from what was given before; what is refused is offered again with the next report. */
  #give(report: Report): { refused: string; given: string[] } {
    const { lms, interactions } = this.#running as Running;
    const { codes, essential } = this.#dialect;
    const given: string[] = [];
    let refused = "";
    for (const [element, value] of this.#elements(report)) {
      if (this.#given.get(element) === value) continue;
      if (lms.set(element, value)) {
        this.#given.set(element, value);
        given.push(element);
      } else if (essential.has(element)) {
        refused ||= lms.detail;
      } else if (/^cmi\.interactions\.\d+\.id$/.test(element) && lms.error() === codes.gap && interactions.restart()) {
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
    return this.#dialect.codes.closed.has(lms.error()) ? refuse("session-gone", true, lms.detail) : refuse("refused", false, lms.detail);
  }
}

type Placed<T> = readonly [slot: number, what: T];

/** A gap is an error in both standards. */
function bySlot(a: Placed<unknown>, b: Placed<unknown>): number {
  return a[0] - b[0];
}

function refuse(reason: Refusal["reason"], final: boolean, detail: string): Refusal {
  return { ok: false, reason, final, detail };
}
