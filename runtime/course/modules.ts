/** Modules of a large course: folded, each with how much of it is finished. */
import { write } from "../dom.ts";
import { message } from "../messages.ts";

/** Unfolds the module of a lesson, and folds the one that stands open from the start: once, then it is the learner's to say. */
export function openModuleOf(main: HTMLElement, lesson: string): void {
  const modules = main.querySelector<HTMLElement>("#modules");
  if (!modules || modules.dataset["opened"] !== undefined) return;
  modules.dataset["opened"] = "";
  const module = modules.querySelector(`[data-lesson="${CSS.escape(lesson)}"]`)?.closest("details");
  if (!module) return;
  for (const other of modules.querySelectorAll("details")) other.open = other === module;
}

export function showModules(main: HTMLElement, isDone: (lesson: string) => boolean): void {
  for (const place of main.querySelectorAll<HTMLElement>("#modules .module-state")) {
    const lessons = [...(place.closest(".module")?.querySelectorAll<HTMLElement>("[data-lesson]") ?? [])];
    const done = lessons.filter((card) => isDone(card.dataset["lesson"] ?? "")).length;
    write(place, message("home.module-done", { done, n: lessons.length }));
    place.classList.toggle("module-state--done", done === lessons.length);
  }
}
