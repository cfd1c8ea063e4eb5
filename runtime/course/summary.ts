/** The summary of results: one page to print, for a learner who has passed. It says that it is no certificate. */
import { drawButton, element } from "../dom.ts";
import { formatDate, formatNumber, message } from "../messages.ts";
import type { PageData } from "../page/data.ts";
import type { LearnerSession } from "../session/events.ts";
import { readableName } from "./learner_name.ts";
import { hasEarned } from "./overall.ts";
import { isFinished, readProgress, sayStatus, type ProgressMap } from "./progress_map.ts";

/** `home`: what the course page holds; a large course, whose modules are folded there, is told module by module. */
export function drawSummary(page: PageData, session: LearnerSession, home: readonly ChildNode[]): HTMLElement {
  const progress = readProgress(page, session);
  const modules = home.flatMap((node) => (node instanceof Element ? [...node.querySelectorAll("details.module")] : []));
  return element(
    "article",
    { class: "summary-page" },
    element("p", { class: "where summary-back" }, element("a", { href: "index.html" }, message("summary.back"))),
    element(
      "header",
      { class: "opening" },
      element("p", { class: "where" }, message("summary.title")),
      element("h1", {}, page.unit.title),
      drawLearner(session),
      drawStanding(page, session, progress),
    ),
    drawPrintButton(),
    modules.length > 0 ? drawModules(modules, progress) : drawLessons(page, progress),
    element("p", { class: "summary-note" }, message("summary.note")),
  );
}

function drawLearner(session: LearnerSession): HTMLElement {
  const name = readableName(session.learnerName);
  const shown = name === "" ? element("span", { class: "summary-line" }) : element("strong", {}, name);
  return element("p", { class: "summary-learner" }, element("span", {}, message("summary.name")), shown);
}

function drawStanding(page: PageData, session: LearnerSession, progress: ProgressMap): HTMLElement {
  const { connection } = session;
  const done = page.lessons.filter(({ id }) => isFinished(progress.get(id))).length;
  const mark = page.unit.passMark;
  const rows: [string, string][] = [[message("summary.result"), message(resultKey(page, session))]];
  if (connection.score !== null) rows.push([message("summary.score"), percent(Math.round(connection.score))]);
  if (mark !== null) rows.push([message("summary.pass-mark"), percent(mark)]);
  rows.push([message("summary.lessons"), message("home.module-done", { done, n: page.lessons.length })]);
  rows.push([message("summary.date"), today()]);
  return element("dl", { class: "summary-facts" }, ...rows.map(([name, value]) => element("div", {}, element("dt", {}, name), element("dd", {}, value))));
}

function resultKey(page: PageData, { connection }: LearnerSession): string {
  if (!connection.completed) return hasEarned(page, connection) ? "state.passed" : "summary.not-finished";
  if (page.unit.passMark === null) return "state.done";
  return hasEarned(page, connection) ? "state.passed" : "state.failed";
}

function drawPrintButton(): HTMLElement {
  return element("p", { class: "summary-actions" }, drawButton(message("summary.print"), "primary", () => print()));
}

function drawLessons(page: PageData, progress: ProgressMap): HTMLElement {
  const rows = page.lessons.map(({ id, title }) => {
    const { status, best } = progress.get(id) ?? { status: "new", best: null };
    return [title, sayStatus(status), best === null ? "–" : percent(best)];
  });
  return drawTable([message("summary.lesson"), message("summary.state"), message("summary.best")], rows);
}

/** A sheet or two, where the lessons would be dozens. */
function drawModules(modules: readonly Element[], progress: ProgressMap): HTMLElement {
  const rows = modules.map((module) => {
    const lessons = [...module.querySelectorAll<HTMLElement>("[data-lesson]")];
    const done = lessons.filter(({ dataset }) => isFinished(progress.get(dataset["lesson"] ?? ""))).length;
    return [module.querySelector("h2")?.textContent ?? "", message("home.module-done", { done, n: lessons.length })];
  });
  return drawTable([message("summary.lessons"), message("summary.state")], rows);
}

function drawTable(head: readonly string[], lines: readonly (readonly string[])[]): HTMLElement {
  const rows = lines.map(([name = "", ...cells], number) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, element("span", { class: "number" }, formatNumber(number + 1)), " ", name),
      ...cells.map((cell) => element("td", {}, cell)),
    ),
  );
  return element(
    "table",
    { class: "summary-table" },
    element("caption", { class: "visually-hidden" }, message("summary.table")),
    element("thead", {}, element("tr", {}, ...head.map((name) => element("th", { scope: "col" }, name)))),
    element("tbody", {}, ...rows),
  );
}

function percent(value: number): string {
  return message("summary.percent", { value });
}

/** The day on which the page is printed: the LMS, not this page, knows when each result was reached. */
function today(): string {
  return formatDate(new Date());
}
