/** The launch query of an xAPI package, in all the forms that launchers give it. // complaint 43, 46 */
import { isObject, readObject } from "../json.ts";

export interface Actor {
  readonly objectType: "Agent";
  readonly name?: string;
  readonly mbox?: string;
  readonly mbox_sha1sum?: string;
  readonly openid?: string;
  readonly account?: Account;
}

interface Account {
  readonly homePage: string;
  readonly name: string;
}

export interface LaunchParameters {
  /** Ends in a slash. */
  readonly endpoint: string;
  /** The Authorization header. */
  readonly auth: string;
  readonly actor: Actor;
  readonly registration: string | null;
  /** To check against only: the package knows its own id. */
  readonly activityId: string | null;
  readonly platform: string | null;
  /** Absolute IRI of what the launcher groups its activities by. */
  readonly grouping: string | null;
}

/** Null when the page was not launched by an LMS, or without what it takes to tell it anything. */
export function readLaunchParameters(search: string): LaunchParameters | null {
  const query = new URLSearchParams(search);
  const endpoint = query.get("endpoint") ?? "";
  const auth = query.get("auth") ?? "";
  const actor = readActor(query.get("actor") ?? "");
  if (!/^https?:\/\//.test(endpoint) || auth === "" || actor === null) return null;
  return {
    endpoint: withSlash(endpoint),
    auth: authorization(auth),
    actor,
    registration: query.get("registration") || null,
    activityId: query.get("activity_id") || null,
    platform: query.get("activity_platform") || null,
    grouping: absolute(query.get("grouping") ?? ""),
  };
}

/** An LRS refuses a statement with any other activity id: xAPI 1.0.3 Data 2.4.4.1 // complaint 46 */
export function absolute(iri: string): string | null {
  return /^[a-z][a-z0-9+.-]*:\S+$/i.test(iri) ? iri : null;
}

export function withSlash(endpoint: string): string {
  return endpoint.endsWith("/") ? endpoint : `${endpoint}/`;
}

/** Both `Basic …` and the bare token; a `+` of base64 that was not escaped has become a space on the way. */
export function authorization(auth: string): string {
  const [, scheme, token] = /^(Basic|Bearer) +(.*)$/i.exec(auth.trim()) ?? [null, "Basic", auth.trim()];
  return `${scheme} ${(token ?? "").replace(/ /g, "+")}`;
}

/** An agent has a name, and one of four identifiers: xAPI 1.0.3 Data 2.4.2. Launchers of old wrap each in an array. */
function readActor(json: string): Actor | null {
  const raw = readObject(json);
  if (raw === null) return null;
  const name = first(raw["name"]);
  const base = { objectType: "Agent", ...(typeof name === "string" && name !== "" ? { name } : {}) } as const;
  for (const key of ["mbox", "mbox_sha1sum", "openid"] as const) {
    const value = first(raw[key]);
    if (typeof value === "string" && value !== "") return { ...base, [key]: key === "mbox" ? mailto(value) : value };
  }
  const account = readAccount(first(raw["account"]));
  return account === null ? null : { ...base, account };
}

function readAccount(value: unknown): Account | null {
  if (!isObject(value)) return null;
  const homePage = value["homePage"] ?? value["accountServiceHomePage"];
  const name = value["name"] ?? value["accountName"];
  return typeof homePage === "string" && (typeof name === "string" || typeof name === "number") ? { homePage, name: String(name) } : null;
}

function first(value: unknown): unknown {
  return Array.isArray(value) ? (value as unknown[])[0] : value;
}

function mailto(address: string): string {
  return address.startsWith("mailto:") ? address : `mailto:${address}`;
}
