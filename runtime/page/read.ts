/** A lesson without a quiz is done when the learner says so. */
import { write } from "../dom.ts";
import { message } from "../messages.ts";
import type { LearnerSession } from "../session/events.ts";
import type { LessonData } from "./data.ts";

/** Returns how to stop. */
export function bindReadButton(main: HTMLElement, lesson: LessonData, session: LearnerSession): () => void {
  const button = main.querySelector<HTMLButtonElement>("#mark-read");
  if (!button) return () => undefined;
  const showDone = (): void => {
    const done = session.progress(lesson.id).status === "done";
    write(button, message(done ? "read.done" : "read.mark"));
    button.classList.toggle("button--done", done);
    // Not `disabled`: the focus would be lost with it.
    button.setAttribute("aria-disabled", String(done));
  };
  const tell = (): void => {
    if (session.progress(lesson.id).status !== "done") session.tell({ kind: "read", lesson: lesson.id });
  };
  showDone();
  button.disabled = false; // before, a click would have been lost
  button.addEventListener("click", tell);
  const unwatch = session.watch(showDone);
  return () => {
    button.removeEventListener("click", tell);
    unwatch();
  };
}
