/** What cmi5 forbids in statements of a session, as strictly as the specification has it (sections at the rules). */
import type { Statement } from "../statement.ts";

const CONTEXT = "https://w3id.org/xapi/cmi5/context";
const DEFINED = ["initialized", "completed", "passed", "failed", "terminated"];

export interface Cmi5Session {
  readonly id: string;
  readonly token: string;
  readonly registration: string;
  readonly activityId: string;
  readonly publisherId: string;
  readonly actor: unknown;
  readonly mode: "Normal" | "Browse" | "Review";
  readonly masteryScore: number | null;
  /** Cmi5 defined statements, in the order in which they came. */
  readonly defined: Statement[];
  readonly all: Statement[];
}

interface Parts {
  readonly registration?: string;
  readonly contextActivities?: Readonly<Record<string, readonly { id: string }[]>>;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

interface Result {
  readonly score?: { readonly scaled: number };
  readonly success?: boolean;
  readonly completion?: boolean;
  readonly duration?: string;
}

export function verbOf(statement: Statement): string {
  return statement.verb.id.replace(/^.*\//, "");
}

export function isDefined(statement: Statement): boolean {
  return idsIn(statement, "category").includes(`${CONTEXT}/categories/cmi5`);
}

function idsIn(statement: Statement, kind: string): string[] {
  return ((statement["context"] as Parts | undefined)?.contextActivities?.[kind] ?? []).map(({ id }) => id);
}

/** Each fault of a statement that comes to a session, with the registration's earlier statements. */
export function faultsOf(statement: Statement, session: Cmi5Session, earlier: readonly Statement[]): string[] {
  return [...faultsOfAny(statement, session), ...(isDefined(statement) ? faultsOfDefined(statement, session, earlier) : [])].map((fault) => `${fault}: ${verbOf(statement)}`);
}

function faultsOfAny(statement: Statement, session: Cmi5Session): string[] {
  const context = (statement["context"] ?? {}) as Parts;
  const time = String(statement["timestamp"]);
  const first = session.all[0];
  return when({
    "9.6.3.1 session id": context.extensions?.[`${CONTEXT}/extensions/sessionid`] !== session.id,
    "9.6.1 registration": context.registration !== session.registration,
    "9.6.2.3 publisher id": !idsIn(statement, "grouping").includes(session.publisherId),
    "9.2 actor": JSON.stringify(statement["actor"]) !== JSON.stringify(session.actor),
    "9.3 initialized first": (first === undefined) !== (verbOf(statement) === "initialized"),
    "9.3 initialized first by its time": first !== undefined && time < String(first["timestamp"]),
    "9.3 after terminated": session.defined.some((one) => verbOf(one) === "terminated"),
    "9.3 terminated last by its time": verbOf(statement) === "terminated" && session.all.some((one) => String(one["timestamp"]) > time),
    "9.7 UTC": !time.endsWith("Z"),
  });
}

function faultsOfDefined(statement: Statement, session: Cmi5Session, earlier: readonly Statement[]): string[] {
  const verb = verbOf(statement);
  const result = (statement["result"] ?? {}) as Result;
  const before = (verbs: readonly string[], among: readonly Statement[]): boolean => among.some((one) => isDefined(one) && verbs.includes(verbOf(one)));
  const judges = verb === "passed" || verb === "failed";
  const mastery = session.masteryScore;
  const told = (statement["context"] as Parts).extensions?.[`${CONTEXT}/extensions/masteryscore`];
  return when({
    "9.3 verb": !DEFINED.includes(verb),
    "9.4 object": statement.object.id !== session.activityId,
    "9.3 twice in a session": before([verb], session.defined),
    "9.3 passed and failed in a session": judges && before(["passed", "failed"], session.defined),
    "9.3 twice in a registration": (verb === "completed" || verb === "passed") && before([verb], earlier),
    "9.3 failed after passed": verb === "failed" && before(["passed"], earlier),
    "10 launch mode": session.mode !== "Normal" && verb !== "initialized" && verb !== "terminated",
    "9.5.1 score": result.score !== undefined && !judges,
    "9.3.4 mastery score": judges && mastery !== null && result.score !== undefined && result.score.scaled >= mastery !== (verb === "passed"),
    "9.5.2 success": result.success !== (judges ? verb === "passed" : undefined),
    "9.5.3 completion": result.completion !== (verb === "completed" ? true : undefined),
    "9.5.4 duration": verb !== "initialized" && result.duration === undefined,
    "9.6.2.2 moveon": idsIn(statement, "category").includes(`${CONTEXT}/categories/moveon`) !== (judges || verb === "completed"),
    "9.6.3.2 mastery score": told !== (judges && mastery !== null ? mastery : undefined),
  });
}

function when(faults: Readonly<Record<string, boolean>>): string[] {
  return Object.keys(faults).filter((name) => faults[name]);
}
