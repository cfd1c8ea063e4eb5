/** A learner's visit to an xAPI package. */
import type { PageData } from "../../page/data.ts";
import type { LearnerSession } from "../../session/events.ts";
import { openSession } from "../../session/session.ts";
import { FakeClock } from "../../session/testing/fake_clock.ts";
import { FakeStorage } from "../../session/testing/fake_storage.ts";
import { FakeWindow } from "../../session/testing/fake_window.ts";
import { lessonEntry, pageData } from "../../session/testing/samples.ts";
import { Local } from "../local.ts";
import { FakeLrs } from "./fake_lrs.ts";
import { Xapi } from "../xapi.ts";

export const LAUNCH = {
  endpoint: "https://lrs.example.org/xapi",
  auth: "a2V5OnNlY3JldA==",
  actor: '{"name":["Jo"],"mbox":["mailto:jo@example.org"]}',
  registration: "6f2a1c52-6f5b-4c64-9d3e-0d5b6b0a6a01",
};

export interface Visit {
  readonly session: LearnerSession;
  readonly window: FakeWindow;
  readonly clock: FakeClock;
}

interface Choices {
  readonly storage?: FakeStorage;
  readonly page?: PageData;
  readonly launch?: Partial<typeof LAUNCH>;
}

export async function visit(lrs: FakeLrs, { storage = new FakeStorage(), page = pageData(), launch = {} }: Choices = {}): Promise<Visit> {
  const window = new FakeWindow();
  window.location.search = `?${new URLSearchParams({ ...LAUNCH, ...launch }).toString()}`;
  const clock = new FakeClock();
  const environment = { window, clock, storage };
  const opening = openSession(page, [new Xapi(environment, page, lrs.fetch), new Local(environment, page.unit.id)], environment);
  await clock.turn(0);
  const session = await opening;
  await clock.turn(0);
  return { session, window, clock };
}

export const UNIT = pageData().unit.id;
export const COURSE = pageData({ kind: "course" }, [lessonEntry("one"), lessonEntry("two")]);
