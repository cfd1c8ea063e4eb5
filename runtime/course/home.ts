/** The course page: each lesson's state, how far the course is, and where to go on. */
import { joinSentences, message } from "../messages.ts";
import type { LearnerSession, LessonProgress, LessonStatus } from "../session/events.ts";
import { nextLesson } from "./next_lesson.ts";
import type { PageData } from "../page/data.ts";

/** Returns how to stop. */
export function bindHome(page: PageData, session: LearnerSession, main: HTMLElement): () => void {
  // Coming from a lesson, this is the lesson; the session forgets it when it is told that the learner went home.
  const from = session.location;
  const show = (): void => {
    showLessons(main, session);
    showOverall(main, page, session);
    showContinue(main, page, session, from);
  };
  show();
  return session.watch(show);
}

function showLessons(main: HTMLElement, session: LearnerSession): void {
  for (const card of main.querySelectorAll<HTMLElement>("[data-lesson]")) {
    const state = card.querySelector<HTMLElement>(".lesson-state");
    if (!state) continue;
    const progress = session.progress(card.dataset["lesson"] ?? "");
    const words = sayState(progress);
    if (state.textContent === words && words !== "") continue;
    state.textContent = words;
    state.className = `lesson-state lesson-state--${progress.status}`;
  }
}

const STATES: Readonly<Record<LessonStatus, string>> = {
  new: "state.new",
  opened: "state.opened",
  done: "state.done",
  failed: "state.failed",
  passed: "state.passed",
};

function sayState({ status, best }: LessonProgress): string {
  const state = message(STATES[status]);
  return best === null ? state : message("state.with-score", { state, score: best });
}

function showOverall(main: HTMLElement, page: PageData, session: LearnerSession): void {
  const overall = main.querySelector<HTMLElement>("#overall");
  if (!overall) return;
  const done = page.lessons.filter(({ id }) => isDone(session.progress(id))).length;
  const { score, completed } = session.connection;
  const key = completed ? "overall.score" : "overall.score-so-far";
  const words = [
    message("overall.lessons", { done, n: page.lessons.length }),
    score === null ? "" : message(key, { score: Math.round(score) }),
  ];
  overall.textContent = joinSentences(words);
}

function isDone({ status }: LessonProgress): boolean {
  return status === "done" || status === "failed" || status === "passed";
}

function showContinue(main: HTMLElement, page: PageData, session: LearnerSession, from: string): void {
  const link = main.querySelector<HTMLAnchorElement>("#continue");
  if (!link) return;
  const lesson = nextLesson(page.lessons, (id) => session.progress(id), session.location || from);
  link.hidden = lesson === null;
  if (lesson === null) return;
  link.href = lesson.href;
  link.textContent = message("home.continue", { title: lesson.title });
}
