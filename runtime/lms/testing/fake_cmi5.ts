/** A strict cmi5 LMS for tests, over the strict LRS: launches, hands out tokens, and refuses what the specification forbids. */
import type { Fetch } from "../lrs_request.ts";
import type { Statement } from "../statement.ts";
import type { Cmi5Session } from "./cmi5_rules.ts";
import { faultsOf, isDefined, verbOf } from "./cmi5_rules.ts";
import { FakeLrs } from "./fake_lrs.ts";

export const AU = "https://lms.example.org/activities/9";
const AUTH = "Basic b25lLWxyczpzZWNyZXQ=";
const LMS = "https://lms.example.org";
const ACTOR = { objectType: "Agent", name: "Jo", account: { homePage: LMS, name: "jo" } };

export interface LaunchChoices {
  readonly mode?: "Normal" | "Browse" | "Review";
  readonly masteryScore?: number | null;
  readonly moveOn?: string;
  readonly returnUrl?: string;
}

export class FakeCmi5 {
  readonly lrs = new FakeLrs("https://lrs.example.org/xapi/", AUTH);
  readonly sessions: Cmi5Session[] = [];
  /** What a page did that the specification forbids. */
  readonly offences: string[] = [];
  /** Calls of the fetch address, by session. */
  readonly fetches: string[] = [];
  /** The document of the learner's preferences; null = there is none. */
  preferences: string | null = null;
  /** What the fetch address answers, where it is no token. */
  fetchFault: (() => Response) | null = null;
  readonly #publisherId: string;

  constructor(publisherId: string) {
    this.#publisherId = publisherId;
    this.lrs.rejects = (statement, before) => this.#refuses(statement, before);
    this.lrs.stored = (statement) => {
      const session = this.sessions.at(-1);
      session?.all.push(statement);
      if (isDefined(statement)) session?.defined.push(statement);
    };
  }

  /** The query of a new session; the one before is abandoned. */
  launch({ mode = "Normal", masteryScore = 0.7, moveOn = "Passed", returnUrl }: LaunchChoices = {}): string {
    const number = this.sessions.length + 1;
    const session: Cmi5Session = {
      id: `session-${number}`,
      token: `dG9rZW4t${number}`,
      registration: "6f2a1c52-6f5b-4c64-9d3e-0d5b6b0a6a01",
      activityId: AU,
      publisherId: this.#publisherId,
      actor: ACTOR,
      mode,
      masteryScore,
      defined: [],
      all: [],
    };
    this.sessions.push(session);
    const contextTemplate = {
      extensions: { "https://w3id.org/xapi/cmi5/context/extensions/sessionid": session.id },
      contextActivities: { grouping: [{ id: this.#publisherId }] },
    };
    const data = { contextTemplate, launchMode: mode, moveOn, ...(masteryScore === null ? {} : { masteryScore }), ...(returnUrl === undefined ? {} : { returnURL: returnUrl }) };
    this.lrs.states.set([AU, JSON.stringify(ACTOR), session.registration, "LMS.LaunchData"].join("\n"), JSON.stringify(data));
    const query = { registration: session.registration, actor: JSON.stringify(ACTOR), activityId: AU, fetch: `${LMS}/fetch/${number}`, endpoint: "https://lrs.example.org/xapi" };
    return `?${new URLSearchParams(query).toString()}`;
  }

  readonly fetch: Fetch = async (url, init) => {
    if (url.startsWith(`${LMS}/fetch/`)) return this.#handOut(Number(url.slice(`${LMS}/fetch/`.length)), init);
    const headers = new Headers(init.headers);
    const session = this.sessions.at(-1);
    // 8.2.1: a token is limited to its session.
    if (headers.get("Authorization") !== `Basic ${session?.token}`) return new Response("not this session's token", { status: 401 });
    headers.set("Authorization", AUTH);
    if (url.includes("/agents/profile?")) {
      this.lrs.requests.push({ method: init.method ?? "GET", path: "agents/profile", body: "", keepalive: false });
      return this.preferences === null ? new Response("none", { status: 404 }) : new Response(this.preferences);
    }
    if (init.method !== "GET" && url.includes("LMS.LaunchData")) this.offences.push("10 launch data written");
    return this.lrs.fetch(url, { ...init, headers });
  };

  /** Verbs of all sessions, or of one (from 1), in the order in which they came. */
  verbs(session?: number): string[] {
    const chosen = session === undefined ? this.sessions : this.sessions.slice(session - 1, session);
    return chosen.flatMap(({ all }) => all.map(verbOf));
  }

  /** The newest statement of that verb. */
  last(verb: string): Statement | undefined {
    return this.sessions.flatMap(({ all }) => all).filter((statement) => verbOf(statement) === verb).at(-1);
  }

  async #handOut(number: number, init: RequestInit): Promise<Response> {
    await Promise.resolve();
    if (this.lrs.down) throw new TypeError("Failed to fetch");
    if (init.method !== "POST") this.offences.push("8.2.1 fetch by another method than POST");
    if (this.fetchFault !== null) return this.fetchFault();
    const session = this.sessions[number - 1];
    const again = this.fetches.includes(session?.id ?? "");
    this.fetches.push(session?.id ?? "");
    if (again) this.offences.push("8.2.1 fetch a second time");
    return Response.json(again ? { "error-code": "1", "error-text": "used" } : { "auth-token": session?.token });
  }

  #refuses(statement: Statement, before: readonly Statement[]): boolean {
    const session = this.sessions.at(-1);
    if (session === undefined || this.lrs.statements.has(statement.id)) return false; // the LRS itself says what is there twice
    const news = before.filter(({ id }) => !this.lrs.statements.has(id));
    const now = { ...session, all: [...session.all, ...news], defined: [...session.defined, ...news.filter(isDefined)] };
    const faults = faultsOf(statement, now, [...this.sessions.flatMap(({ defined }) => defined), ...news]);
    this.offences.push(...faults);
    return faults.length > 0;
  }
}
