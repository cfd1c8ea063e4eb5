/** A learner's visit to a SCORM 1.2 package, and what it sets. */
import type { LearnerSession } from "../../session/events.ts";
import { openSession } from "../../session/session.ts";
import { FakeClock } from "../../session/testing/fake_clock.ts";
import { FakeStorage } from "../../session/testing/fake_storage.ts";
import { FakeWindow } from "../../session/testing/fake_window.ts";
import { lessonEntry, pageData } from "../../session/testing/samples.ts";
import { Local } from "../local.ts";
import { Scorm12 } from "../scorm12.ts";
import { FakeScorm12 } from "./fake_scorm12.ts";

export interface Visit {
  readonly session: LearnerSession;
  readonly window: FakeWindow;
  readonly clock: FakeClock;
}

export const COURSE = pageData({ kind: "course" }, [lessonEntry("one"), lessonEntry("two")]);

export async function visit(lms: FakeScorm12, storage = new FakeStorage(), page = pageData()): Promise<Visit> {
  const window = new FakeWindow();
  const clock = new FakeClock();
  const environment = { window, clock, storage };
  const opening = openSession(page, [new Scorm12(environment, { API: lms.launch() }), new Local(environment, page.unit.id)], environment);
  await clock.turn(2500);
  return { session: await opening, window, clock };
}

export function sets(lms: FakeScorm12): string[] {
  return lms.calls.filter((call) => call.startsWith("set ")).map((call) => call.slice(4));
}

export function names(lms: FakeScorm12): string[] {
  return sets(lms).map((call) => call.replace(/=.*/s, ""));
}
