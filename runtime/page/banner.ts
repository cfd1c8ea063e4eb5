/** The banner that says when results are not where they should be (complaints 11, 53). Empty when all is well. */
import { write } from "../dom.ts";
import { message } from "../messages.ts";
import { isHere, type Refusal } from "../lms/port.ts";
import { sayPractice } from "../quiz/where.ts";
import type { Connection, LearnerSession } from "../session/events.ts";

/** How long "saved again" stays, in milliseconds. */
const RELIEF = 6000;

export interface Notice {
  readonly tone: "notice" | "warning" | "good";
  readonly text: string;
}

export function bindBanner(session: LearnerSession): void {
  const banner = document.getElementById("connection");
  if (!banner) return;
  let shown: Notice | null = null;
  const show = (notice: Notice | null): void => {
    shown = notice;
    banner.className = notice ? `connection--${notice.tone}` : "";
    write(banner, notice?.text ?? "");
  };
  const update = (): void => {
    const { connection } = session;
    // While it tries again, nothing is known to be better.
    if (connection.state === "saving" && shown) return;
    const notice = noticeOf(connection);
    if (!notice && shown?.tone === "warning") {
      show({ tone: "good", text: message("connection.saved-again") });
      setTimeout(() => shown?.tone === "good" && show(null), RELIEF);
    } else if (notice || shown?.tone !== "good") show(notice);
  };
  update();
  session.watch(update);
}

export function noticeOf(connection: Connection): Notice | null {
  const { state, place, fault } = connection;
  if (state === "ended") return { tone: "warning", text: message("connection.ended") };
  if (state === "practice") return { tone: "notice", text: sayPractice(connection) };
  if (state === "unsaved") return { tone: "warning", text: connection.kept === false ? sayUnkept(connection) : sayFault(fault) };
  // On a site nobody expects an LMS.
  if (!isHere(place) || place === "site") return null;
  return { tone: place === "browser" ? "notice" : "warning", text: message(`progress.${place}`) };
}

/** No word of "kept in this browser" where it is not. */
function sayUnkept({ place, fault }: Connection): string {
  if (isHere(place)) return sayFault(fault);
  return message(fault?.final ? "connection.unkept-for-good" : "connection.unkept");
}

function sayFault(fault: Refusal | null): string {
  const reason = fault?.reason ?? "refused";
  return message(reason === "refused" && fault?.final ? "connection.refused-for-good" : `connection.${reason}`);
}
