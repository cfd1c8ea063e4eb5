/** What a learner should know before the first answer. */
import { joinSentences, message } from "../messages.ts";
import type { Quiz } from "./quiz.ts";

/** In one line; of a quiz that draws its questions, that the next attempt has others. */
export function sayRules(quiz: Quiz): string {
  return joinSentences(ruleTexts(quiz));
}

/** The same one by one, and how many questions there are. */
export function listRules(quiz: Quiz): string[] {
  return [message("start.questions", { n: quiz.questions.length }), ...ruleTexts(quiz)];
}

function ruleTexts({ data, attempt }: Quiz): string[] {
  const scored = data.questions.some(({ points }) => points > 0);
  const texts = [
    scored && data.passMark !== null ? message("quiz.pass-mark", { mark: data.passMark }) : "",
    data.attempts !== null ? message("quiz.attempt-of", { attempt, n: data.attempts }) : "",
    data.draw !== null && data.attempts !== 1 ? message("quiz.drawn") : "",
    data.feedback === "after-each" ? message("quiz.after-each") : data.feedback === "at-end" ? message("quiz.at-end") : "",
  ];
  return texts.filter((text) => text !== "");
}
