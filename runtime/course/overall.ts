/** How far the learner is in the course: a bar, and in words what is reached and what is still to do. */
import { element, write } from "../dom.ts";
import { formatList, joinSentences, message } from "../messages.ts";
import type { LessonEntry, PageData } from "../page/data.ts";
import type { Connection } from "../session/events.ts";
import { isFinished, type ProgressMap } from "./progress_map.ts";

export function showOverall(main: HTMLElement, page: PageData, connection: Connection, progress: ProgressMap): void {
  const done = page.lessons.filter(({ id }) => isFinished(progress.get(id))).length;
  const bar = main.querySelector<HTMLProgressElement>("#overall-bar");
  if (bar && bar.value !== done) bar.value = done;
  showReached(main, page, connection, done);
  write(main.querySelector("#overall-left"), sayLeft(page, connection, progress));
  const link = main.querySelector<HTMLAnchorElement>("#see-summary");
  if (!link) return;
  link.href = `#${SUMMARY}`;
  link.hidden = !hasEarned(page, connection);
}

/** The place of the summary in the address: `index.html#summary`. */
export const SUMMARY = "summary";

/** Passed; completed where there is no mark to pass. */
export function hasEarned({ unit }: PageData, { passed, completed }: Connection): boolean {
  return unit.passMark === null ? completed : passed === true;
}

/** How many lessons stands out; what the score is of is said more quietly. */
function showReached(main: HTMLElement, { lessons }: PageData, { score, completed }: Connection, done: number): void {
  const count = message("overall.lessons", { done, n: lessons.length });
  const scored = score === null ? "" : message(completed ? "overall.score" : "overall.score-so-far", { score: Math.round(score) });
  const words = joinSentences([count, scored]);
  const place = main.querySelector("#overall");
  if (place?.textContent === words) return;
  place?.replaceChildren(element("strong", {}, count), words.slice(count.length));
}

function sayLeft(page: PageData, connection: Connection, progress: ProgressMap): string {
  const mark = page.unit.passMark === null ? "" : message("overall.pass-mark", { mark: page.unit.passMark });
  const open = page.lessons.filter(({ id }) => !isFinished(progress.get(id)));
  const quizzes = open.filter(isScored).length;
  const failed = page.lessons.filter(({ id }) => progress.get(id)?.status === "failed").length;
  const parts = [
    quizzes > 0 ? message("overall.quizzes", { n: quizzes }) : "",
    open.length > quizzes ? message("overall.reading", { n: open.length - quizzes }) : "",
    failed > 0 ? message("overall.failed", { n: failed }) : "",
  ].filter((part) => part !== "");
  if (parts.length === 0 || hasEarned(page, connection)) return mark;
  return joinSentences([mark, message("overall.left", { list: formatList(parts) })]);
}

function isScored({ points }: LessonEntry): boolean {
  return points > 0;
}
