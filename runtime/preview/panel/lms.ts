/** What the panel asks of the server, and what the server tells it: `scormpack.preview.panel_app` and `desk`. */
import type { States } from "../messages.ts";

export interface Entry {
  readonly unit: string;
  readonly title: string;
  readonly module: string;
}

export interface Finding {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly severity: "error" | "warning";
  readonly place: string;
  readonly source: string;
  readonly column: number;
  readonly length: number;
}

export interface Learner {
  readonly id: string;
  readonly name: string;
}

export interface Desk {
  readonly title: string;
  readonly source: "course" | "zip";
  /** False: the sources cannot be read as they are, and what they were before is shown. */
  readonly isCurrent: boolean;
  readonly formats: Readonly<Record<string, string>>;
  readonly entries: readonly Entry[];
  readonly findings: readonly Finding[];
  readonly learners: readonly Learner[];
  /** What was learned before this page was opened. */
  readonly rows: readonly Row[];
  readonly states: States;
  readonly contentOrigin: string;
  readonly revision: number;
}

export interface Part {
  readonly id: string;
  readonly title: string;
  readonly depth: number;
}

export interface Package {
  readonly key: string;
  readonly file: string;
  /** In words. */
  readonly size: string;
  readonly files: number;
  readonly digest: string;
  readonly standard: "scorm12" | "scorm2004" | "xapi" | "cmi5" | "web";
  readonly label: string;
  readonly title: string;
  readonly parts: readonly Part[];
  readonly notes: readonly string[];
}

export interface PartResult {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly grade: number | null;
}

export interface AttemptResult {
  readonly number: number;
  readonly status: string;
  readonly grade: number | null;
  readonly seconds: number;
  readonly sessions: number;
  readonly parts: readonly PartResult[];
}

/** A learner's line of the gradebook. */
export interface Row {
  readonly key: string;
  readonly learner: string;
  readonly grade: number | null;
  readonly attempts: readonly AttemptResult[];
}

export interface Launched {
  readonly token: string;
  readonly player: string;
  readonly part: string;
  readonly attempt: number;
  readonly mode: string;
  readonly learner: string;
  readonly states: States;
  readonly package: Package;
  readonly row: Row;
}

/** One request to the record store. */
export interface LrsRequest {
  readonly launch: string | null;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: string;
  /** 0: it never arrived. */
  readonly status: number;
  readonly answer: string;
  readonly etag: string;
  readonly milliseconds: number;
  readonly warnings: readonly string[];
}

export interface Statement {
  readonly id: string;
  readonly actor: { readonly name?: string };
  readonly verb: { readonly id: string; readonly display?: Readonly<Record<string, string>> };
  readonly object: { readonly id?: string; readonly definition?: { readonly name?: Readonly<Record<string, string>> } };
  readonly result?: { readonly success?: boolean; readonly response?: string; readonly score?: { readonly scaled?: number } };
  readonly timestamp: string;
}

export type Told =
  | { readonly kind: "saved"; readonly state: Desk }
  | { readonly kind: "row"; readonly row: Row }
  | ({ readonly kind: "request" } & LrsRequest)
  | { readonly kind: "statements"; readonly launch: string; readonly statements: readonly Statement[] }
  | { readonly kind: "missing"; readonly path: string };

/** The package breaks its standard: it was not built, or cannot be opened. */
export class Refused extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join("\n"));
    this.faults = faults;
  }
}

export interface Opening {
  readonly key: string;
  readonly learner: string;
  readonly part?: string | undefined;
  readonly anew?: boolean | undefined;
  readonly mode?: string | undefined;
}

export const askDesk = (): Promise<Desk> => ask("GET", "/api/state");
export const askPackage = (key: string): Promise<Package> => ask("GET", `/api/package?key=${encodeURIComponent(key)}`);
export const launch = (opening: Opening): Promise<Launched> => ask("POST", "/api/launch", opening);
export const addLearner = (): Promise<Learner> => ask("POST", "/api/learners", {});
export const setStates = (states: Partial<States>): Promise<States> => ask("PUT", "/api/states", states);

/** Calls `tell` for all that happens, and `lost` when the preview has ended. */
export function listen(tell: (told: Told) => void, lost: (isLost: boolean) => void): void {
  const events = new EventSource("/api/events");
  events.addEventListener("message", ({ data }) => tell(JSON.parse(String(data)) as Told));
  events.addEventListener("error", () => lost(true));
  events.addEventListener("open", () => lost(false));
}

async function ask<Answer>(method: string, path: string, body?: object): Promise<Answer> {
  const answer = await fetch(path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } }) });
  const said: unknown = await answer.json();
  if (answer.status === 422) throw new Refused((said as { faults: string[] }).faults);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return said as Answer;
}
