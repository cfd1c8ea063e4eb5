/** Practice steps that can be ticked; the session keeps the ticks. */
import { message } from "../messages.ts";
import type { LearnerSession, LessonProgress } from "../session/events.ts";
import type { LessonData } from "./data.ts";

/** Returns how to stop. */
export function bindPractice(main: HTMLElement, lesson: LessonData, session: LearnerSession): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  const count = main.querySelector("#practice-count");
  const showCount = (): void => {
    const done = stepsDone(session.progress(lesson.id), lesson);
    const all = done === lesson.steps;
    const words = message(all ? "practice.all" : "practice.count", { done, n: lesson.steps });
    if (!count || count.textContent === words) return;
    count.textContent = words;
    count.classList.toggle("is-done", all);
  };
  showCount();
  // A live region from here on: what was ticked on an earlier visit is no news.
  count?.setAttribute("role", "status");
  const { ticks } = session.progress(lesson.id);
  for (const box of main.querySelectorAll<HTMLInputElement>("#practice input[type=checkbox][data-step]")) {
    const step = Number(box.dataset["step"]);
    const known = ticks.includes(step);
    const tell = (): void => {
      session.tell({ kind: "ticked", lesson: lesson.id, step, done: box.checked });
      showCount();
    };
    box.addEventListener("change", tell, { signal });
    // Ticked while the session was being opened.
    if (box.checked && !known) tell();
    else box.checked = known;
  }
  return () => ended.abort();
}

/** Of the steps that the lesson has now. */
export function stepsDone({ ticks }: LessonProgress, { steps }: LessonData): number {
  return ticks.filter((step) => step < steps).length;
}
