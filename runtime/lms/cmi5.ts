/** cmi5 behind the LMS port: an xAPI session that the LMS opens, and that has rules (cmi5 specification; sections at the lines). */
import type { PageData } from "../page/data.ts";
import type { Environment } from "../session/environment.ts";
import type { TextStore } from "../session/storage.ts";
import { fnv1a } from "../state/hash.ts";
import type { Cmi5Launch } from "./cmi5_launch.ts";
import { fetchAuthorization, readCmi5Launch } from "./cmi5_launch.ts";
import type { LaunchData } from "./cmi5_launch_data.ts";
import { readLaunchData } from "./cmi5_launch_data.ts";
import { Cmi5StatementWriter } from "./cmi5_statements.ts";
import { Cmi5Visit } from "./cmi5_visit.ts";
import type { Fetch } from "./lrs_request.ts";
import { explain, KEEPALIVE_BYTES, Lrs } from "./lrs_request.ts";
import type { LmsPort, Opened, Question, Report, Saved } from "./port.ts";
import { NoLms } from "./port.ts";
import { ReloadKey } from "./reload_key.ts";
import type { KeptState } from "./state_resource.ts";
import { NO_STATE, STATE_LIMIT, StateResource } from "./state_resource.ts";
import { StatementQueue } from "./statement_queue.ts";

interface Running {
  readonly writer: Cmi5StatementWriter;
  readonly queue: StatementQueue;
  readonly state: StateResource;
  readonly visit: Cmi5Visit;
  /** Browse and Review: nothing but the session's begin and end (10, launchMode). */
  readonly practises: boolean;
}

export class Cmi5 implements LmsPort {
  readonly #environment: Environment;
  readonly #page: Pick<PageData, "unit">;
  readonly #fetch: Fetch;
  readonly #tab: TextStore;
  readonly #reloadKey: ReloadKey;
  #running: Running | null = null;

  /** `tab`: what outlives the page, and not the tab. */
  constructor(environment: Environment, page: Pick<PageData, "unit">, fetch: Fetch, tab: TextStore) {
    this.#environment = environment;
    this.#page = page;
    this.#fetch = fetch;
    this.#tab = tab;
    this.#reloadKey = new ReloadKey(environment.window, environment.clock);
  }

  /** A page from the back-forward cache has said "terminated": there is no way back into its session. // complaint 7 */
  async open(): Promise<Opened> {
    const launch = readCmi5Launch(this.#environment.window.location.search);
    if (launch === null || this.#running !== null) throw new NoLms();
    const learner = [JSON.stringify(launch.actor), launch.registration].join("\n");
    try {
      return await this.#begin(launch, learner);
    } catch (error) {
      // No token, or no launch data. Whose results they are is known: what is kept here, the next session tells.
      console.warn("scormpack: no connection", error);
      return { ...NO_STATE, place: "lms", mode: "normal", credit: true, learner };
    }
  }

  async #begin(launch: Cmi5Launch, learner: string): Promise<Opened> {
    const { window, clock, storage } = this.#environment;
    const visit = new Cmi5Visit(this.#tab, window.location.search);
    // 8.2.2; once in a session, and kept for a page that is loaded again.
    if (visit.stored.auth === undefined) visit.note({ auth: await fetchAuthorization(launch, this.#fetch, clock) });
    const lrs = new Lrs({ endpoint: launch.endpoint, auth: visit.stored.auth ?? "" }, this.#fetch, clock);
    const data = visit.stored.data ?? (await readLaunchData(lrs, launch, clock));
    visit.note({ data });
    const state = new StateResource(lrs, storage, `scormpack:state:${fnv1a([launch.endpoint, launch.activityId, learner].join("\n")).toString(36)}`, launch.activityId, launch);
    const held = await state.get();
    const queue = new StatementQueue(lrs, this.#tab, `${visit.key}:statements`, launch.activityId);
    queue.settle(held.sent.map((id) => ({ id }))); // 9.3: once in a registration
    const { since = clock.date(), over } = visit.stored;
    const writer = new Cmi5StatementWriter(this.#page.unit, launch, data, { session: visit.key, since, kept: held }, () => clock.date());
    if (visit.stored.since !== since) queue.add([writer.initialized()]);
    visit.note({ since });
    const practises = data.mode !== "normal";
    this.#running = { writer, queue, state, visit, practises };
    if (practises && !over) await queue.flush(); // no save will do it
    return { ...held, ...opened(data), learner };
  }

  /** 9.3.8: nothing comes after "terminated". What is new is kept, and told in the next session. */
  get #going(): Running | null {
    return this.#running?.visit.stored.over ? null : this.#running;
  }

  /** Statements first: a state must not claim what the LMS was never told. */
  async save(report: Report): Promise<Saved> {
    const running = this.#going;
    if (running === null) return { ok: false, reason: "session-gone", final: true, detail: "over" };
    const { writer, queue, state } = running;
    const { window } = this.#environment;
    queue.add(writer.reported(report));
    const sent = await queue.flush();
    if (!sent.ok && !queue.through) return explain(sent, window);
    const put = await state.put(kept(running, report, false));
    return explain(sent.ok ? put : sent, window);
  }

  ask(question: Question): void {
    const running = this.#going;
    running?.queue.add([running.writer.asked(question)]);
  }

  leave(report: Report): void {
    const running = this.#going;
    if (running === null) return;
    const { writer, queue, state, visit, practises } = running;
    const comesBack = this.#reloadKey.justPressed;
    if (!practises) queue.add(writer.reported(report, !comesBack));
    if (!comesBack) {
      queue.add([writer.terminated()]); // 9.3.8
      visit.note({ over: true });
    }
    const bytes = new TextEncoder().encode(report.state).length + 3000;
    queue.flushKeepalive(KEEPALIVE_BYTES - bytes, (statement) => writer.rank(statement));
    if (!practises) state.putKeepalive(kept(running, report, !comesBack));
  }
}

function kept({ writer, queue }: Running, report: Report, ended: boolean): KeptState {
  const settled = queue.settled(writer.verdicts(report, false).map(({ id }) => id));
  return { ...report, told: queue.isEmpty, sent: writer.noted(report, settled, ended) };
}

/** What the launch data say of the session. // complaint 48 */
function opened({ mode, masteryScore, needsPass, returnUrl, muted }: LaunchData): Omit<Opened, keyof typeof NO_STATE | "learner"> {
  const passMark = masteryScore === null ? null : Math.round(masteryScore * 10_000) / 100;
  return { place: "lms", mode, credit: true, stateLimit: STATE_LIMIT, passMark, needsPass, muted, wayBack: returnUrl };
}
