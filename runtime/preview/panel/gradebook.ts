/** The learner's line of the gradebook, as Moodle would show it. */
import { element } from "../../dom.ts";
import type { AttemptResult, Learner, Package, Row } from "./lms.ts";
import { ring } from "./parts.ts";
import { gradeText, plural, span, statusName, statusTone } from "./words.ts";

/** Draws it into `host` anew. */
export function showGradebook(host: HTMLElement, learner: Learner, opened: Package | null, row: Row | null): void {
  if (opened?.standard === "web") {
    host.dataset["tone"] = "plain";
    host.replaceChildren(heading(), element("p", { class: "empty" }, "A web site has no LMS: results stay in the learner's browser."));
    return;
  }
  const attempts = row?.attempts ?? [];
  const latest = attempts.at(-1);
  const status = latest?.status ?? "not attempted";
  const grade = row?.grade ?? null;
  const seconds = attempts.reduce((sum, attempt) => sum + attempt.seconds, 0);
  host.dataset["tone"] = statusTone(status);
  host.replaceChildren(
    heading(),
    element(
      "div",
      { class: "grade" },
      element("div", { class: "dial" }, ring(grade), element("p", {}, element("strong", {}, gradeText(grade)), element("span", {}, "of 100"))),
      element(
        "dl",
        {},
        ...pair("Learner", learner.name),
        ...pair("Status", pill(status)),
        ...pair("Attempts", attempts.length === 0 ? "none yet" : `${attempts.length}, opened ${times(attempts)}`),
        ...pair("Time", seconds === 0 ? "when the learner leaves" : span(seconds)),
      ),
    ),
    ...(attempts.length > 1 ? [history(attempts)] : []),
    ...(opened !== null && opened.parts.length > 1 && latest !== undefined ? [parts(latest)] : []),
  );
}

function heading(): HTMLElement {
  return element("h2", { id: "gradebook-title" }, "Gradebook");
}

export function pill(status: string): HTMLElement {
  return element("span", { class: "pill", "data-tone": statusTone(status) }, statusName(status));
}

function pair(term: string, value: string | HTMLElement): HTMLElement[] {
  return [element("dt", {}, term), element("dd", {}, value)];
}

function times(attempts: readonly AttemptResult[]): string {
  return plural(attempts.reduce((sum, attempt) => sum + attempt.sessions, 0), "time");
}

function history(attempts: readonly AttemptResult[]): HTMLElement {
  const rows = attempts.map(({ number, status, grade }) => element("li", {}, element("span", {}, `Attempt ${number}`), pill(status), element("b", {}, gradeText(grade))));
  return element("ol", { class: "history", "aria-label": "Attempts" }, ...rows);
}

function parts({ parts: held }: AttemptResult): HTMLElement {
  const done = held.filter(({ status }) => statusTone(status) === "right").length;
  const rows = held.map(({ title, status, grade }) => element("li", {}, element("span", {}, title), pill(status), element("b", {}, gradeText(grade))));
  return element("details", { class: "parts" }, element("summary", {}, `${done} of ${held.length} parts done`), element("ol", { class: "history" }, ...rows));
}
