/** Shows how far the learner is in the lesson: the panel, the line at the top that also leads on, the ticks in the contents. */
import { write } from "../dom.ts";
import { message } from "../messages.ts";
import type { LearnerSession, LessonProgress } from "../session/events.ts";
import { noticeOf } from "./banner.ts";
import type { LessonData } from "./data.ts";
import { stepsDone } from "./practice.ts";
import type { Reading } from "./reading.ts";

/** Returns how to stop. */
export function bindStanding(main: HTMLElement, lesson: LessonData, session: LearnerSession, reading: Reading): () => void {
  const sections = main.querySelectorAll(".section").length;
  const show = (): void => {
    const progress = session.progress(lesson.id);
    const read = Math.min(progress.read, sections);
    const readWords = message("progress.sections", { done: read, n: sections });
    const ticked = stepsDone(progress, lesson);
    const over = progress.status === "passed" || progress.status === "done";
    showPart(main, "read", readWords, read === sections);
    showPart(main, "practice", message("practice.count", { done: ticked, n: lesson.steps }), ticked === lesson.steps);
    showPart(main, "quiz", sayQuiz(progress, lesson), over);
    write(main.querySelector("#progress-where"), sayWhereKept(session));
    const stopped = reading.stopped();
    const heading = stopped?.querySelector("h2");
    main.querySelector("#standing")?.setAttribute("href", `#${heading && stopped ? stopped.id || heading.id : "progress"}`);
    write(main.querySelector("#standing strong"), message(heading ? "progress.go-on" : "progress.heading"));
    write(main.querySelector("#standing span"), heading?.textContent ?? (over ? sayQuiz(progress, lesson) : readWords));
    main.querySelectorAll(".contents li").forEach((item, place) => item.classList.toggle("is-read", place < read));
  };
  show();
  return session.watch(show);
}

function showPart(main: HTMLElement, name: string, words: string, done: boolean): void {
  const part = main.querySelector(`[data-progress=${name}]`);
  part?.classList.toggle("is-done", done);
  write(part?.querySelector("dd"), words);
}

/** The best result so far, and how far the attempt under way has come. */
function sayQuiz({ status, best, underWay, answers }: LessonProgress, { quiz }: LessonData): string {
  const judged = status !== "new" && status !== "opened";
  const state = message(`state.${judged ? status : "new"}`);
  const words = best === null ? [state] : [message("state.with-score", { state, score: best })];
  if (underWay && quiz) {
    const progress = message("quiz.progress", { answered: answers.length, n: quiz.draw ?? quiz.questions.length });
    if (judged) words.push(progress);
    else words[0] = progress;
  }
  return words.join(" \u00b7 ");
}

/** As the banner has it; where there is none, all is well. */
function sayWhereKept({ connection }: LearnerSession): string {
  return noticeOf(connection)?.text ?? message(`progress.${connection.place}`);
}
