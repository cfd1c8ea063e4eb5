/** The course page: each lesson's state, how far the course is, where to go on, and how to find a lesson. */
import { message } from "../messages.ts";
import type { LearnerSession, LessonProgress } from "../session/events.ts";
import type { PageData } from "../page/data.ts";
import { bindFinder } from "./finder.ts";
import { openModuleOf, showModules } from "./modules.ts";
import { nextLesson } from "./next_lesson.ts";
import { showOverall } from "./overall.ts";
import { isFinished, readProgress, sayStatus, type ProgressMap } from "./progress_map.ts";
import type { SearchIndex } from "./search_index.ts";

/** Returns how to stop. */
export function bindHome(page: PageData, session: LearnerSession, main: HTMLElement, loadIndex: () => Promise<SearchIndex>): () => void {
  // Coming from a lesson, this is the lesson; the session forgets it when it is told that the learner went home.
  const from = session.location;
  let progress = readProgress(page, session);
  const next = nextLesson(page.lessons, (id) => progress.get(id) ?? session.progress(id), session.location || from);
  if (next) openModuleOf(main, next.id);
  const endFinder = bindFinder(main, page, loadIndex);
  const show = (): void => {
    progress = readProgress(page, session);
    for (const card of main.querySelectorAll<HTMLElement>("[data-lesson]")) showState(card, progress);
    showModules(main, (id) => isFinished(progress.get(id)));
    showOverall(main, page, session.connection, progress);
    showContinue(main, page, session, progress, from);
  };
  show();
  const stop = session.watch(show);
  return () => {
    stop();
    endFinder();
  };
}

function showState(card: HTMLElement, progress: ProgressMap): void {
  const place = card.querySelector<HTMLElement>(".lesson-state");
  const { status, best } = progress.get(card.dataset["lesson"] ?? "") ?? { status: "new", best: null };
  if (!place) return;
  const state = sayStatus(status);
  const words = best === null ? state : message("state.with-score", { state, score: best });
  if (place.textContent === words && words !== "") return;
  place.textContent = words;
  place.className = `lesson-state lesson-state--${status}`;
}

function showContinue(main: HTMLElement, page: PageData, session: LearnerSession, progress: ProgressMap, from: string): void {
  const link = main.querySelector<HTMLAnchorElement>("#continue");
  if (!link) return;
  const statusOf = (id: string): LessonProgress => progress.get(id) ?? session.progress(id);
  const isNew = page.lessons.every(({ id }) => statusOf(id).status === "new");
  const lesson = isNew ? (page.lessons[0] ?? null) : nextLesson(page.lessons, statusOf, session.location || from);
  link.hidden = lesson === null;
  if (lesson === null) return;
  link.href = lesson.href;
  link.textContent = message(isNew ? "home.start" : "home.continue", { title: lesson.title });
}
