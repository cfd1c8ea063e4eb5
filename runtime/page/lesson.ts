/** Brings a lesson's page to life. */
import { htmlReader, write } from "../dom.ts";
import { message } from "../messages.ts";
import { distinguish } from "../quiz/fingerprints.ts";
import { showQuiz } from "../quiz/view.ts";
import { sayWhere } from "../quiz/where.ts";
import { browserClock } from "../session/clock.ts";
import { loadAddon } from "./addon.ts";
import type { LessonPage } from "./lesson_page.ts";
import { bindReadButton } from "./read.ts";
import type {} from "./reader.ts";

/** Returns how to leave the page. */
export function bindLesson(page: LessonPage): () => void {
  const { main, lesson, session } = page;
  session.tell({ kind: "opened", lesson: lesson.id });
  const endings = [
    bindReadButton(main, lesson, session),
    ...bindQuiz(page),
    loadReader(page),
  ];
  return () => {
    for (const end of endings) end();
  };
}

function loadReader(page: LessonPage): () => void {
  const { main, lesson, base } = page;
  let left = false;
  let stop = (): void => undefined;
  loadAddon("reader", new URL(lesson.reader, base).href).then(
    ({ bindReader }) => {
      if (!left) stop = bindReader(page, loadAddon);
    },
    (error: unknown) => {
      console.error("scormpack: no reader", error);
      // What the page says of it before would not come true.
      for (const place of main.querySelectorAll<HTMLElement>("#standing, #progress, #practice-count")) place.hidden = true;
    },
  );
  return () => {
    left = true;
    stop();
  };
}

function bindQuiz({ main, lesson, session, leaving, base }: LessonPage): (() => void)[] {
  const root = main.querySelector<HTMLElement>("#quiz-root");
  if (!root || !lesson.quiz) return [];
  const quiz = { ...lesson.quiz, questions: distinguish(lesson.quiz.questions) };
  const where = main.querySelector("#quiz-where");
  const scored = quiz.questions.some(({ points }) => points > 0);
  const sayIt = (): void => write(where, sayWhere(session.connection, scored));
  sayIt();
  const readHtml = htmlReader(base);
  try {
    return [session.watch(sayIt), showQuiz({ root, lesson, data: quiz, session, leaving, readHtml, clock: browserClock })];
  } catch (error) {
    // Data that this runtime cannot read must not take the lesson away.
    console.error("scormpack: no quiz", error);
    root.replaceChildren(message("quiz.broken"));
    return [];
  }
}
