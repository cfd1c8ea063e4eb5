/** One request to an LRS, and what its answer means for us. */
import type { Clock } from "../session/clock.ts";
import type { LaunchParameters } from "./launch_parameters.ts";
import type { PageWindow } from "../session/environment.ts";
import type { Refusal, Saved } from "./port.ts";

export interface LrsRequest {
  readonly method: "GET" | "PUT" | "POST";
  /** From the endpoint, e.g. `statements`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly type?: "application/json" | "text/plain";
  /** Outlives the page: at most 64 KB in all. */
  readonly keepalive?: boolean;
}

export interface LrsAnswer {
  /** 0: no answer came. */
  readonly status: number;
  readonly text: string;
  readonly retryAfter: number | null;
}

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** What browsers let outlive a page is 64 KiB for all requests together; some room is left for headers. */
export const KEEPALIVE_BYTES = 60_000;

/** A slow LRS is waited for this long; the request may still arrive, and a repeated one counts once. */
const TIMEOUT = 20_000;

export class Lrs {
  readonly #launch: Pick<LaunchParameters, "endpoint" | "auth">;
  readonly #fetch: Fetch;
  readonly #clock: Clock;

  constructor(launch: Pick<LaunchParameters, "endpoint" | "auth">, fetch: Fetch, clock: Clock) {
    this.#launch = launch;
    this.#fetch = fetch;
    this.#clock = clock;
  }

  /** Never throws. No If-Match, no If-None-Match: a preflight that asks for them is refused by some LRSs. */
  async send({ method, path, query, body, type, keepalive = false }: LrsRequest): Promise<LrsAnswer> {
    const url = `${this.#launch.endpoint}${path}${query === undefined ? "" : `?${new URLSearchParams(query).toString()}`}`;
    const headers: Record<string, string> = {
      Authorization: this.#launch.auth,
      "X-Experience-API-Version": "1.0.3", // xAPI 1.0.3 Communication 3.3
      ...(type && { "Content-Type": type }),
    };
    const init: RequestInit = { method, headers, keepalive, ...(body && { body }) };
    return ask(this.#fetch, this.#clock, url, init);
  }
}

/** Never throws, and waits for an answer only so long; a request that outlives the page is not called off. */
export async function ask(fetch: Fetch, clock: Clock, url: string, init: RequestInit): Promise<LrsAnswer> {
  const abort = new AbortController();
  const cancel = clock.after(TIMEOUT, () => abort.abort());
  try {
    const whole: RequestInit = { cache: "no-store", credentials: "omit", ...init };
    const response = await fetch(url, init.keepalive ? whole : { ...whole, signal: abort.signal });
    return { status: response.status, text: await response.text(), retryAfter: readRetryAfter(response.headers.get("Retry-After"), clock.date()) };
  } catch (error) {
    return { status: 0, text: String(error), retryAfter: null };
  } finally {
    cancel();
  }
}

export function isDone({ status }: LrsAnswer): boolean {
  return status >= 200 && status < 300;
}

export function refusalOf({ status, text, retryAfter }: LrsAnswer): Refusal {
  const detail = `LRS answered ${status}: ${text.slice(0, 300)}`;
  if (status === 0) return { ok: false, reason: "unreachable", final: false, detail: text };
  // xAPI 1.0.3 Communication 3.2: the credentials do not allow it, now or later.
  if (status === 401 || status === 403) return { ok: false, reason: "not-allowed", final: true, detail };
  return { ok: false, reason: "refused", final: false, detail, ...(retryAfter === null ? {} : { retryAfter }) };
}

/** No answer came: the browser knows whether that is its own connection. */
export function explain(saved: Saved, window: PageWindow): Saved {
  const isOffline = !saved.ok && saved.reason === "unreachable" && !window.navigator.onLine;
  return isOffline ? { ...saved, reason: "offline" } : saved;
}

/** RFC 9110, 10.2.3: seconds or a date. */
function readRetryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  const seconds = /^\d+$/.test(header.trim()) ? Number(header) : (Date.parse(header) - now) / 1000;
  return Number.isFinite(seconds) ? Math.min(Math.max(0, seconds), 3600) : null;
}
