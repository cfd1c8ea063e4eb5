/** Says in plain words where results go, and whether they got there. */
import { message } from "../messages.ts";
import type { Connection } from "../session/events.ts";

/** The line above the quiz. */
export function sayWhere(connection: Connection, scored: boolean): string {
  if (connection.state === "practice") return sayPractice(connection);
  if (connection.state === "ended") return message("connection.ended");
  switch (connection.place) {
    case "lms":
      return message(scored ? "where.score-lms" : "where.progress-lms");
    case "lrs":
      return message(scored ? "where.score-lrs" : "where.progress-lrs");
    case "browser":
    case "site":
      return message(scored ? "where.score-browser" : "where.progress-browser");
    default:
      return message("where.nowhere");
  }
}

/** Why nothing is written. */
export function sayPractice({ mode }: Connection): string {
  return message(mode === undefined || mode === "review" ? "practice.finished" : "practice.browsing");
}

/** The line below a result: said only as far as it is true at this moment (complaint 11). */
export function saySaved(connection: Connection): string {
  switch (connection.state) {
    case "saving":
      return message("saved.saving");
    case "unsaved":
      return message("saved.not-yet");
    case "practice":
      return message("saved.practice");
    case "ended":
      return message("connection.ended");
    case "saved":
      break;
  }
  switch (connection.place) {
    case "lms":
      return message("saved.lms");
    case "lrs":
      return message("saved.lrs");
    case "browser":
    case "site":
      return message("saved.browser");
    default:
      return message("where.nowhere");
  }
}
