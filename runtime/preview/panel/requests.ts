/** What the package asked of the record store: statements in words, documents, and every answer. */
import { element } from "../../dom.ts";
import { foldedLine, Log, terms } from "./log.ts";
import type { LrsRequest, Statement } from "./lms.ts";

const NAMES: Readonly<Record<string, string>> = {
  "/statements": "Statements",
  "/activities/state": "State",
  "/activities/profile": "Activity profile",
  "/agents/profile": "Agent profile",
  "/about": "About",
  "/activities": "Activity",
  "/agents": "Agent",
};

export class Requests {
  readonly log = new Log("Nothing was asked of the record store yet. Statements, state and profiles show here.");
  count = 0;

  /** `later`: how many visits have begun since the one that asked. */
  add(request: LrsRequest, later: number): void {
    this.count += 1;
    this.log.add(line(request), later === 0 ? null : [...this.log.lines.querySelectorAll(".visit")].at(-later));
  }

  separate(words: string): void {
    this.log.add(element("li", { class: "visit" }, words));
  }
}

function line(request: LrsRequest): HTMLElement {
  const failed = request.status === 0 || (request.status >= 400 && !(request.status === 404 && request.method === "GET"));
  const tone = failed ? "wrong" : request.warnings.length > 0 ? "warn" : "plain";
  const statements = request.path === "/statements" && request.method !== "GET" ? read(request.body) : [];
  const document = request.query["stateId"] ?? request.query["profileId"] ?? "";
  const what = statements.length > 0 ? statements.map(sentence) : [element("span", {}, element("b", {}, NAMES[request.path] ?? request.path), " ", element("i", {}, document))];
  return foldedLine(
    tone,
    [
      element("span", { class: `verb ${request.method === "GET" ? "get" : "set"}` }, request.method),
      element("span", { class: "what" }, ...what),
      element("span", { class: "said" }, request.status === 0 ? "lost" : String(request.status)),
      ...request.warnings.map((warning) => element("span", { class: "why" }, warning)),
      ...(failed ? [element("span", { class: "why" }, request.status === 0 ? "no network" : request.answer)] : []),
    ],
    () => [
      terms([
        ["Address", `${request.path}?${new URLSearchParams(request.query).toString()}`],
        ["Took", `${request.milliseconds} ms`],
        ["ETag", request.etag],
      ]),
      ...json("Sent", request.body),
      ...json("Answer", request.answer),
    ],
  );
}

function sentence(statement: Statement): HTMLElement {
  const verb = first(statement.verb?.display) ?? statement.verb?.id.split("/").at(-1) ?? "?";
  const thing = first(statement.object?.definition?.name) ?? lastPart(statement.object?.id ?? "");
  const { success, score } = statement.result ?? {};
  return element(
    "span",
    { class: "sentence" },
    element("b", {}, verb),
    " ",
    element("i", {}, thing),
    score?.scaled === undefined ? null : element("span", { class: "score" }, `${Math.round(score.scaled * 1000) / 10} %`),
    success === undefined ? null : element("span", { class: success ? "yes" : "no" }, success ? "right" : "wrong"),
  );
}

function first(map: Readonly<Record<string, string>> | undefined): string | undefined {
  return map === undefined ? undefined : Object.values(map)[0];
}

/** What tells one IRI of a course from the others. */
function lastPart(iri: string): string {
  return iri.split(/[/#]/).filter((part) => part !== "").slice(-2).join(" › ");
}

function read(body: string): readonly Statement[] {
  try {
    const said: unknown = JSON.parse(body);
    return (Array.isArray(said) ? said : [said]) as Statement[];
  } catch {
    return [];
  }
}

function json(title: string, text: string): HTMLElement[] {
  if (text === "") return [];
  let shown = text;
  try {
    shown = JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    // No JSON, or cut short: as it came.
  }
  return [element("h3", {}, title), element("pre", { tabindex: 0 }, shown)];
}
