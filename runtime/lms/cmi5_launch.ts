/** How a cmi5 LMS launches a page: five parameters, and a token that is handed out once (cmi5 8). // complaint 46, 47 */
import { readObject } from "../json.ts";
import type { Clock } from "../session/clock.ts";
import type { Actor } from "./launch_parameters.ts";
import { absolute, authorization, withSlash } from "./launch_parameters.ts";
import type { Fetch, LrsAnswer } from "./lrs_request.ts";
import { ask, isDone } from "./lrs_request.ts";

export interface Cmi5Launch {
  /** Ends in a slash. */
  readonly endpoint: string;
  readonly fetch: string;
  readonly actor: Actor;
  readonly registration: string;
  /** The LMS's own, not that of cmi5.xml: what statements are about (9.4). */
  readonly activityId: string;
}

/** Seconds until it is asked again. */
const PAUSES = [1, 3] as const;

/** 8.1: in any order; null where one is missing, for then it is another launch, or none. */
export function readCmi5Launch(search: string): Cmi5Launch | null {
  const query = new URLSearchParams(search);
  const [endpoint, fetch, registration] = ["endpoint", "fetch", "registration"].map((name) => query.get(name) ?? "") as [string, string, string];
  const actor = readObject(query.get("actor")); // 8.1.3: used as it is
  const activityId = absolute(query.get("activityId") ?? "");
  if (!isHttp(endpoint) || !isHttp(fetch) || registration === "" || actor === null || activityId === null) return null;
  return { endpoint: withSlash(endpoint), fetch, actor: actor as unknown as Actor, registration, activityId };
}

/**
 * 8.2: the Authorization header of the session.
 *
 * @throws Error where the LMS hands out none.
 */
export async function fetchAuthorization(launch: Cmi5Launch, fetch: Fetch, clock: Clock): Promise<string> {
  const answer = await patiently(clock, () => ask(fetch, clock, launch.fetch, { method: "POST" })); // 8.2.1: GET is not allowed
  const token = isDone(answer) ? readToken(answer.text) : null;
  // 8.2.3: an error comes with status 200 as well.
  if (token === null) throw new Error(answer.text);
  return authorization(token);
}

/** Asks again where no answer came, or none that has to do with what was asked. */
export async function patiently(clock: Clock, send: () => Promise<LrsAnswer>): Promise<LrsAnswer> {
  let answer = await send();
  for (const seconds of PAUSES) {
    if (answer.status !== 0 && answer.status < 500) break;
    await new Promise<void>((resolve) => clock.after(seconds * 1000, resolve));
    answer = await send();
  }
  return answer;
}

function readToken(text: string): string | null {
  const token = readObject(text)?.["auth-token"];
  return typeof token === "string" && token !== "" ? token : null;
}

export function isHttp(address: string): boolean {
  return /^https?:\/\//i.test(address);
}
