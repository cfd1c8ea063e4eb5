/** Every call of the package: what was asked, what the LMS said, and what a stricter one would have said. */
import { element } from "../../dom.ts";
import type { Call } from "../messages.ts";
import { foldedLine, Log, terms } from "./log.ts";
import { icon } from "./parts.ts";
import { shortened } from "./words.ts";

const KINDS = [
  ["all", "All"],
  ["set", "Set"],
  ["get", "Get"],
  ["life", "Open, save, close"],
  ["trouble", "Trouble"],
] as const;

export class Calls {
  readonly log: Log;
  count = 0;

  constructor() {
    const filters = element("div", { class: "filters", role: "group", "aria-label": "Which calls" });
    this.log = new Log("Nothing was called yet. Open a package: each call of its SCORM API shows here.", filters);
    for (const [kind, name] of KINDS) {
      const made = element("button", { type: "button", "aria-pressed": String(kind === "all") }, name);
      made.addEventListener("click", () => {
        this.log.lines.dataset["only"] = kind;
        for (const other of filters.children) other.setAttribute("aria-pressed", String(other === made));
      });
      filters.append(made);
    }
  }

  add(call: Call): void {
    this.count += 1;
    this.log.add(line(call));
  }

  /** Another visit begins. */
  separate(words: string): void {
    this.log.add(element("li", { class: "visit" }, words));
  }
}

export function isTrouble(call: Call): boolean {
  return call.warning !== "" || isWrong(call);
}

/** SCORM 2004 RTE 3.1.7: 403 is how an LMS says that there is no value yet, and asking is how a package finds out. */
function isWrong(call: Call): boolean {
  const isEmpty = call.error === "403" && call.name === "GetValue";
  return (call.error !== "0" && !isEmpty) || call.result === null;
}

/** The error code where there is one; a tick for "true". */
function said({ error, result }: Call, kind: string): HTMLElement {
  if (error !== "0") return element("span", { class: "said" }, error);
  if (result === "true" && kind !== "get") return element("span", { class: "said", title: "true" }, icon("check"), element("span", { class: "unseen" }, "true"));
  return element("span", { class: "said" }, kind === "get" ? "" : (result ?? "threw"));
}

function line(call: Call): HTMLElement {
  const [first = "", second] = call.args;
  const short = call.name.replace(/^LMS/, "");
  const kind = /set/i.test(short) ? "set" : /get/i.test(short) ? "get" : "life";
  const tone = isWrong(call) ? "wrong" : call.warning !== "" ? "warn" : "plain";
  const value = second ?? (kind === "get" ? call.result : null);
  const made = foldedLine(
    tone,
    [
      element("span", { class: "time" }, `${(call.at / 1000).toFixed(2)}`),
      element("span", { class: `verb ${kind}` }, short.replace("Value", "")),
      element("span", { class: "what" }, element("b", {}, first.replace(/^cmi\./, "")), ...(value === null || value === "" ? [] : [" ", element("i", {}, shortened(value, 120))])),
      said(call, kind),
      ...(call.warning === "" ? [] : [element("span", { class: "why" }, call.warning)]),
      ...(call.error === "0" || tone !== "wrong" ? [] : [element("span", { class: "why" }, call.errorText)]),
    ],
    () => [
      terms([
        ["Call", `${call.name}(${call.args.map((argument) => JSON.stringify(argument)).join(", ")})`],
        ["Returned", call.result === null ? "nothing: it threw" : JSON.stringify(call.result)],
        ["Error code", call.error === "0" ? "0, no error" : `${call.error}: ${call.errorText}`],
        ["Took", `${call.took.toFixed(1)} ms`],
        ["Length", second === undefined ? "" : `${second.length} characters`],
        ["A strict LMS", call.warning],
      ]),
    ],
  );
  made.dataset["kind"] = kind;
  return made;
}
