/** A strict LRS for tests (xAPI 1.0.3), and every way to misbehave. */
import type { Fetch } from "../lrs_request.ts";
import type { Statement } from "../statement.ts";

export type LrsFault =
  | { readonly status: number; readonly retryAfter?: string }
  /** No connection, or CORS refused. */
  | "network"
  /** Stored, but the answer is lost. */
  | "answer-lost";

export interface Request {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly keepalive: boolean;
}

const KEEPALIVE_LIMIT = 65_536;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export class FakeLrs {
  readonly statements = new Map<string, Statement>();
  readonly states = new Map<string, string>();
  readonly requests: Request[] = [];
  readonly faults: LrsFault[] = [];
  /** Statements that this LRS will not take, after those before them in the same batch. */
  rejects: (statement: Statement, before: readonly Statement[]) => boolean = () => false;
  /** Told of each statement that was not there before. */
  stored: (statement: Statement) => void = () => {};
  /** A statement that is there is forbidden, not a conflict. */
  forbidsAgain = false;
  hasStates = true;
  down = false;
  /** Never answers. */
  silent = false;
  readonly #auth: string;
  readonly #endpoint: string;

  constructor(endpoint = "https://lrs.example.org/xapi/", auth = "Basic a2V5OnNlY3JldA==") {
    this.#endpoint = endpoint;
    this.#auth = auth;
  }

  readonly fetch: Fetch = async (url, init) => {
    await Promise.resolve();
    const { pathname, searchParams } = new URL(url);
    const body = typeof init.body === "string" ? init.body : "";
    const request = { method: init.method ?? "GET", path: pathname.slice(new URL(this.#endpoint).pathname.length), body, keepalive: init.keepalive === true };
    this.requests.push(request);
    if (request.keepalive && new TextEncoder().encode(body).length > KEEPALIVE_LIMIT) throw new TypeError("keepalive body too large");
    if (this.silent) return new Promise((_, reject) => init.signal?.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError"))));
    const fault = this.down ? "network" : this.faults.shift();
    if (fault === "network") throw new TypeError("Failed to fetch");
    if (typeof fault === "object") return new Response("fault", { status: fault.status, headers: fault.retryAfter === undefined ? {} : { "Retry-After": fault.retryAfter } });
    const answer = this.#answer(request, new Headers(init.headers), searchParams);
    if (fault === "answer-lost") throw new TypeError("Failed to fetch");
    return answer;
  };

  verbs(objectId?: string): string[] {
    const chosen = [...this.statements.values()].filter((statement) => objectId === undefined || statement.object.id === objectId);
    return chosen.map((statement) => statement.verb.id.replace(/^.*\//, ""));
  }

  #answer(request: Request, headers: Headers, query: URLSearchParams): Response {
    // A preflight that asks for these is refused by a real LRS.
    if (headers.has("If-Match") || headers.has("If-None-Match")) return new Response("CORS", { status: 400 });
    if (headers.get("Authorization") !== this.#auth) return new Response("unauthorized", { status: 401 });
    if (headers.get("X-Experience-API-Version") !== "1.0.3") return new Response("version", { status: 400 });
    if (request.path === "statements" && request.method === "POST") return this.#store(JSON.parse(request.body) as Statement[]);
    if (request.path === "statements") return this.#find(query.get("statementId") ?? "");
    if (request.path === "activities/state" && this.hasStates) return this.#state(request, query);
    return new Response("not found", { status: 404 });
  }

  /** All of a batch or none. */
  #store(batch: Statement[]): Response {
    if (this.forbidsAgain && batch.some(({ id }) => this.statements.has(id))) return new Response("only once", { status: 403 });
    for (const [at, statement] of batch.entries()) {
      if (!UUID.test(statement.id) || !isAbsolute(statement.object.id) || this.rejects(statement, batch.slice(0, at))) return new Response(`bad ${statement.id}`, { status: 400 });
      const there = this.statements.get(statement.id);
      if (there !== undefined && JSON.stringify(there) !== JSON.stringify(statement)) return new Response("conflict", { status: 409 });
    }
    for (const statement of batch) {
      if (!this.statements.has(statement.id)) this.stored(statement);
      this.statements.set(statement.id, statement);
    }
    return Response.json(batch.map(({ id }) => id));
  }

  #find(id: string): Response {
    const statement = this.statements.get(id);
    return statement === undefined ? new Response("none", { status: 404 }) : Response.json(statement);
  }

  #state({ method, body }: Request, query: URLSearchParams): Response {
    const key = ["activityId", "agent", "registration", "stateId"].map((name) => query.get(name)).join("\n");
    if (method === "PUT") {
      this.states.set(key, body);
      return new Response(null, { status: 204 });
    }
    const state = this.states.get(key);
    return state === undefined ? new Response("none", { status: 404 }) : new Response(state);
  }
}

function isAbsolute(iri: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\S+$/.test(iri);
}
