/** The player page: the frame of the package, and above it the API that it looks for. Lives on the packages' origin. */
import type { FromPanel, States } from "../messages.ts";
import { LmsApi } from "./api.ts";
import { pretendOffline } from "./connection.ts";
import { Mailbox } from "./mailbox.ts";
import type { Settings } from "./settings.ts";
import type { Standard } from "./standard.ts";
import { SCORM12, SCORM2004 } from "./standard.ts";

const STANDARDS: Readonly<Record<string, Standard>> = { scorm12: SCORM12, scorm2004: SCORM2004 };

function play(settings: Settings): void {
  const mailbox = new Mailbox(settings);
  const frame = document.createElement("iframe");
  frame.name = "sco";
  frame.title = settings.title;
  frame.allow = "autoplay; fullscreen";
  let states: States = settings.states;
  let isLeaving = false;
  const standard = STANDARDS[settings.standard];
  const lms =
    standard === undefined
      ? null
      : new LmsApi(standard, settings, {
          onCall: (call) => {
            mailbox.say({ kind: "call", call });
            if (/initialize$/i.test(call.name) && call.result === "true" && lms !== null) mailbox.say({ kind: "data", elements: lms.elements() });
          },
          onKept: (values, isOver) => {
            mailbox.send(values, isOver, lms?.isUnloading === true && !isLeaving);
            mailbox.say({ kind: "kept", elements: Object.keys(values) });
          },
          onNavigate: (request) => mailbox.say({ kind: "navigate", request }),
        });
  if (lms !== null) (window as unknown as Record<string, unknown>)[lms.standard.api] = lms.offer();

  const settle = (): void => {
    if (frame.contentWindow !== null) pretendOffline(frame.contentWindow, states.offline);
  };
  frame.addEventListener("load", () => {
    settle();
    // The page that a cmi5 unit returns to (cmi5 10.2.6): the visit is over.
    if (framePath(frame) === "/_lms/left") mailbox.say({ kind: "returned" });
  });

  /** Takes the package away as an LMS does, lets it speak its last words, and waits until they are kept. */
  const leave = async (forget: boolean): Promise<void> => {
    isLeaving = true;
    if (lms !== null) lms.isUnloading = true;
    frame.remove();
    await mailbox.settled;
    // Another device: of this browser nothing is known there.
    if (forget) {
      localStorage.clear();
      sessionStorage.clear();
    }
    mailbox.say({ kind: "left" });
  };

  mailbox.hear((message: FromPanel) => {
    if (message.kind === "leave") void leave(message.forget);
    if (message.kind !== "states") return;
    states = message.states;
    if (lms !== null) lms.states = states;
    settle();
  });
  window.addEventListener("pagehide", () => {
    if (lms !== null) lms.isUnloading = true;
  });
  document.title = settings.title;
  mailbox.say({ kind: "ready" });
  document.body.append(frame);
  frame.src = settings.address;
}

function framePath(frame: HTMLIFrameElement): string {
  try {
    return frame.contentWindow?.location.pathname ?? "";
  } catch {
    return "";
  }
}

const token = location.pathname.split("/").at(-1) ?? "";
// No answer at all: the preview has ended meanwhile.
const answer = await fetch(`/_lms/launch/${encodeURIComponent(token)}`).catch(() => null);
if (answer?.ok === true) play((await answer.json()) as Settings);
else document.body.textContent = "This activity is closed. Open it again in the preview.";
