/** A learner's visit, by a port that the test holds. */
import type { Refusal } from "../../lms/port.ts";
import type { LearnerSession } from "../events.ts";
import { openSession } from "../session.ts";
import { FakeClock } from "./fake_clock.ts";
import { FakePort } from "./fake_port.ts";
import { FakeStorage } from "./fake_storage.ts";
import { FakeWindow } from "./fake_window.ts";
import { pageData } from "./samples.ts";

export interface Visit {
  readonly session: LearnerSession;
  readonly port: FakePort;
  readonly window: FakeWindow;
  readonly clock: FakeClock;
}

export async function visit(port = new FakePort(), storage = new FakeStorage(), page = pageData()): Promise<Visit> {
  const window = new FakeWindow();
  const clock = new FakeClock();
  const session = await openSession(page, [port], { window, clock, storage });
  await clock.turn(0);
  return { session, port, window, clock };
}

export const REFUSED: Refusal = { ok: false, reason: "refused", final: false, detail: "no" };
