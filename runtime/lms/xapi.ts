/** xAPI behind the LMS port: statements to an LRS, and the state in its State resource. */
import type { LessonEntry, PageData } from "../page/data.ts";
import type { Environment } from "../session/environment.ts";
import { decode } from "../state/codec.ts";
import { fnv1a } from "../state/hash.ts";
import { objectivesOf } from "../state/report.ts";
import { readLaunchParameters } from "./launch_parameters.ts";
import type { Fetch } from "./lrs_request.ts";
import { explain, KEEPALIVE_BYTES, Lrs } from "./lrs_request.ts";
import type { LmsPort, Opened, Question, Report, Saved } from "./port.ts";
import { NoLms } from "./port.ts";
import { STATE_LIMIT, StateResource } from "./state_resource.ts";
import { StatementQueue } from "./statement_queue.ts";
import { isFailed, StatementWriter } from "./statements.ts";
import { randomUuid } from "./uuid.ts";

interface Running {
  readonly writer: StatementWriter;
  readonly queue: StatementQueue;
  readonly state: StateResource;
  readonly visit: string;
}

export class Xapi implements LmsPort {
  readonly #environment: Environment;
  readonly #page: Pick<PageData, "unit" | "lessons">;
  readonly #fetch: Fetch;
  #running: Running | null = null;

  constructor(environment: Environment, page: Pick<PageData, "unit" | "lessons">, fetch: Fetch) {
    this.#environment = environment;
    this.#page = page;
    this.#fetch = fetch;
  }

  /** Also after `leave`: a page from the back-forward cache begins another visit. // complaint 7 */
  async open(): Promise<Opened> {
    const { window, clock, storage } = this.#environment;
    const { unit, lessons } = this.#page;
    const launch = readLaunchParameters(window.location.search);
    if (launch === null) throw new NoLms("no xAPI launch parameters");
    if (launch.activityId !== null && launch.activityId !== unit.id) {
      console.warn(`scormpack: launched as ${launch.activityId}, reports as ${unit.id}`); // complaint 46
    }
    const learner = [JSON.stringify(launch.actor), launch.registration ?? ""].join("\n");
    const key = `${fnv1a([launch.endpoint, unit.id, learner].join("\n")).toString(36)}:${fnv1a(learner).toString(36)}`;
    const lrs = new Lrs(launch, this.#fetch, clock);
    const state = new StateResource(lrs, storage, `scormpack:state:${key}`, unit.id, launch);
    const writer = new StatementWriter(unit, launch, () => clock.date());
    const queue = new StatementQueue(lrs, storage, `scormpack:statements:${key}`, unit.id);
    const kept = await state.get();
    const visit = randomUuid();
    const objectives = objectivesOf(lessons, decode(kept.state, lessons.map((lesson) => lesson.id)));
    // Unless the last page went before the LRS had answered, what the state holds was told.
    if (kept.told) queue.settle(writer.reported({ ...kept, objectives, interactions: [], sessionTime: 0, exit: "suspend" }));
    // Passed is never followed by failed. // complaint 13
    const passed = new Set(objectives.filter(({ success }) => success === "passed").map(({ iri }) => iri));
    if (kept.success === "passed") passed.add(unit.id);
    queue.retract((statement) => passed.has(statement.object.id) && isFailed(statement));
    queue.add([writer.initialized(visit)]);
    this.#running = { writer, queue, state, visit };
    return { ...kept, place: "lrs", mode: "normal", credit: true, learner, stateLimit: STATE_LIMIT };
  }

  /** Statements first: a state must not claim what the LRS was never told. */
  async save(report: Report): Promise<Saved> {
    if (this.#running === null) return { ok: false, reason: "session-gone", final: true, detail: "not open" };
    const { writer, queue, state } = this.#running;
    const { window } = this.#environment;
    queue.add(writer.reported(report));
    const sent = await queue.flush();
    if (!sent.ok && !queue.through) return explain(sent, window);
    const put = await state.put({ ...report, told: queue.isEmpty, sent: [] });
    return explain(sent.ok ? put : sent, window);
  }

  /** xAPI 1.0.3 Data 2.4.2.1: an agent's full name, if it has one. */
  learnerName(): string {
    return readLaunchParameters(this.#environment.window.location.search)?.actor.name ?? "";
  }

  ask(question: Question, lesson: LessonEntry | null): void {
    this.#running?.queue.add([this.#running.writer.asked(randomUuid(), question, lesson)]);
  }

  leave(report: Report): void {
    if (this.#running === null) return;
    const { writer, queue, state, visit } = this.#running;
    this.#running = null;
    queue.add(writer.reported(report));
    const told = queue.isEmpty;
    queue.add([writer.left(visit, report)]);
    const bytes = new TextEncoder().encode(report.state).length + 1000;
    queue.flushKeepalive(KEEPALIVE_BYTES - bytes);
    state.putKeepalive({ ...report, told, sent: [] });
  }
}
