/** What a learner should know before the first answer. */
import { message } from "../messages.ts";
import type { Quiz } from "./quiz.ts";

export function sayRules({ data, attempt }: Quiz): string {
  const scored = data.questions.some(({ points }) => points > 0);
  return [
    scored && data.passMark !== null ? message("quiz.pass-mark", { mark: data.passMark }) : "",
    data.attempts !== null ? message("quiz.attempt-of", { attempt, n: data.attempts }) : "",
    data.feedback === "after-each" ? message("quiz.after-each") : data.feedback === "at-end" ? message("quiz.at-end") : "",
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}
