/** Practice steps that can be ticked; the session keeps the ticks. */
import type { LearnerSession } from "../session/events.ts";
import type { LessonData } from "./data.ts";

/** Returns how to stop. */
export function bindPractice(main: HTMLElement, lesson: LessonData, session: LearnerSession): () => void {
  const { ticks } = session.progress(lesson.id);
  const ended = new AbortController();
  for (const box of main.querySelectorAll<HTMLInputElement>("#practice input[type=checkbox][data-step]")) {
    const step = Number(box.dataset["step"]);
    box.checked = ticks.includes(step);
    const tell = (): void => session.tell({ kind: "ticked", lesson: lesson.id, step, done: box.checked });
    box.addEventListener("change", tell, { signal: ended.signal });
  }
  return () => ended.abort();
}
