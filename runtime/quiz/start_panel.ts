/** Stands before the questions of a quiz with a time limit: its rules, and the button that starts the clock. */
import { drawButton, element } from "../dom.ts";
import { message } from "../messages.ts";
import type { Quiz } from "./quiz.ts";
import { remaining } from "./quiz.ts";
import { listRules } from "./rules.ts";
import { sayTime, sayTimeLeft } from "./time_panel.ts";

export interface StartPanel {
  readonly element: HTMLElement;
  focus(): void;
}

export function drawStart(quiz: Quiz, start: () => void): StartPanel {
  const begun = quiz.timeLeft !== null;
  const heading = element("h3", { id: "quiz-start-heading", tabindex: -1 }, message(begun ? "start.heading-again" : "start.heading"));
  const rules = begun ? listProgress(quiz, quiz.timeLeft) : [...listRules(quiz), ...listTimeRules(quiz)];
  return {
    element: element(
      "section",
      { class: "quiz-start", "aria-labelledby": "quiz-start-heading" },
      heading,
      element("ul", { class: "start-rules" }, ...rules.map((rule) => element("li", {}, rule))),
      drawButton(message(begun ? "start.go-on" : "start.start"), "primary", start),
    ),
    focus: () => heading.focus(),
  };
}

function listTimeRules({ data }: Quiz): string[] {
  return [
    message("start.time", { time: sayTime(data.timeLimit ?? 0) }),
    message("start.clock-stops"),
    message(data.moreTime ? "start.more-time" : "start.no-more-time"),
  ];
}

function listProgress(quiz: Quiz, left: number): string[] {
  const all = quiz.questions.length;
  return [
    message("quiz.progress", { answered: all - remaining(quiz), n: all }),
    sayTimeLeft(left),
    ...(quiz.data.moreTime ? [message("start.more-time")] : []),
  ];
}
