/** The lesson's tutor, as far as every page loads it: the add-on comes when a learner turns to it. */
import { element } from "../dom.ts";
import { message } from "../messages.ts";
import type { Ask } from "../tutor/panel.ts";
import type { loadAddon } from "./addon.ts";
import type { LessonPage } from "./lesson_page.ts";

/** Returns how to stop. */
export function bindTutor({ main, lesson, session, base }: LessonPage, load: typeof loadAddon): () => void {
  const root = main.querySelector<HTMLElement>("#tutor");
  const box = root?.querySelector("input");
  const log = root?.querySelector("#tutor-log");
  const { tutor } = lesson;
  if (!root || !box || !log || !tutor) return () => undefined;
  const ended = new AbortController();
  const { signal } = ended;
  let opened: Promise<Ask> | undefined;
  const open = (): Promise<Ask> =>
    (opened ??= load("tutor", new URL(tutor.addon, base).href).then(({ openTutor }) => openTutor({ main, root, lesson, tutor, session, base, signal })));
  const ask = (question: string): void => {
    open().then(
      (answer) => answer(question),
      (error) => {
        opened = undefined;
        console.warn("scormpack: no tutor", error);
        log.append(element("p", {}, message("tutor.broken")));
      },
    );
  };
  const recorded = root.querySelector<HTMLElement>("#tutor-recorded");
  if (recorded && tutor.record && session.recordsQuestions) {
    recorded.hidden = false;
    recorded.textContent = message("tutor.recorded");
  }
  for (const control of root.querySelectorAll<HTMLButtonElement | HTMLInputElement>("button, input")) control.disabled = false;
  root.addEventListener("focusin", () => void open().catch(() => (opened = undefined)), { signal, once: true });
  root.addEventListener("submit", (event) => {
    event.preventDefault();
    const question = box.value.trim();
    box.value = "";
    box.focus();
    if (question !== "") ask(question);
  }, { signal });
  root.addEventListener("click", ({ target }) => {
    const chip = target instanceof Element ? target.closest("#tutor-chips button") : null;
    if (chip) ask(chip.textContent ?? "");
  }, { signal });
  return () => ended.abort();
}
