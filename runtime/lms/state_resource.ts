/** The learner's state in an LRS (xAPI 1.0.3 Communication 2.3), with a copy in this browser for LRSs without it. */
import { readObject } from "../json.ts";
import type { TextStore } from "../session/storage.ts";
import type { LaunchParameters } from "./launch_parameters.ts";
import type { Lrs } from "./lrs_request.ts";
import { isDone, refusalOf } from "./lrs_request.ts";
import type { Report, Saved } from "./port.ts";

export interface KeptState extends Pick<Report, "state" | "location" | "completion" | "success" | "score"> {
  /** The LRS has the statements of all that the state holds. */
  readonly told: boolean;
  /** cmi5: ids of the statements on the unit itself that the LMS has of any session of this registration. */
  readonly sent: readonly string[];
}

/** Characters of state. */
export const STATE_LIMIT = 64_000;

export const NO_STATE: KeptState = { state: "", location: "", completion: "incomplete", success: "unknown", score: null, told: true, sent: [] };

const PATH = "activities/state";

export class StateResource {
  readonly #lrs: Lrs;
  readonly #storage: TextStore;
  readonly #key: string;
  readonly #query: Readonly<Record<string, string>>;
  /** What this page has put last, and the LRS has taken. */
  #held = "";

  constructor(lrs: Lrs, storage: TextStore, key: string, activityId: string, { actor, registration }: Pick<LaunchParameters, "actor" | "registration">) {
    this.#lrs = lrs;
    this.#storage = storage;
    this.#key = key;
    this.#query = { activityId, agent: JSON.stringify(actor), stateId: "scormpack", ...(registration === null ? {} : { registration }) };
  }

  /** What the LRS holds, or this browser where the LRS holds none or cannot say; never fails. */
  async get(): Promise<KeptState> {
    const answer = await this.#lrs.send({ method: "GET", path: PATH, query: this.#query });
    return (isDone(answer) ? parse(answer.text) : null) ?? parse(this.#storage.get(this.#key)) ?? NO_STATE;
  }

  async put(state: KeptState): Promise<Saved> {
    const body = this.#keep(state);
    const answer = await this.#lrs.send({ method: "PUT", path: PATH, query: this.#query, body, type: "text/plain" });
    // An LRS without a State resource: statements tell the result, this browser keeps the state.
    if (!isDone(answer) && !isAbsent(answer.status)) return refusalOf(answer);
    this.#held = body;
    return { ok: true };
  }

  putKeepalive(state: KeptState): void {
    const body = this.#keep(state);
    if (body === this.#held) return; // another device may have put one since
    void this.#lrs.send({ method: "PUT", path: PATH, query: this.#query, body, type: "text/plain", keepalive: true });
  }

  #keep({ state, location, completion, success, score, told, sent }: KeptState): string {
    const body = JSON.stringify({ version: 1, state, location, completion, success, score, told, ...(sent.length === 0 ? {} : { sent }) });
    this.#storage.set(this.#key, body);
    return body;
  }
}

function isAbsent(status: number): boolean {
  return status === 404 || status === 405 || status === 501;
}

function parse(text: string | null): KeptState | null {
  const kept: (Partial<KeptState> & { version?: number }) | null = readObject(text);
  return kept?.version === 1 && typeof kept.state === "string" ? { ...NO_STATE, ...kept, sent: Array.isArray(kept.sent) ? kept.sent : [] } : null;
}
