/** Says in plain words where results go, and whether they got there. */
import type { Place } from "../lms/port.ts";
import { message } from "../messages.ts";
import type { Connection } from "../session/events.ts";

/** Ends of keys; left out: nothing is kept there. */
const KEPT: Readonly<Partial<Record<Place, string>>> = { lms: "lms", lrs: "lrs", browser: "browser", site: "browser" };
const NOT_SAVED: Readonly<Partial<Record<Connection["state"], string>>> = {
  saving: "saved.saving",
  unsaved: "saved.not-yet",
  practice: "saved.practice",
  ended: "connection.ended",
};

/** The line above the quiz. */
export function sayWhere(connection: Connection, scored: boolean): string {
  if (connection.state === "practice") return sayPractice(connection);
  if (connection.state === "ended") return message("connection.ended");
  const at = KEPT[connection.place];
  return message(at ? `where.${scored ? "score" : "progress"}-${at}` : "where.nowhere");
}

/** Why nothing is written. */
export function sayPractice({ mode }: Connection): string {
  return message(mode === undefined || mode === "review" ? "practice.finished" : "practice.browsing");
}

/** The line below a result: said only as far as it is true at this moment (complaint 11). */
export function saySaved(connection: Connection): string {
  const at = KEPT[connection.place];
  return message(NOT_SAVED[connection.state] ?? (at ? `saved.${at}` : "where.nowhere"));
}
