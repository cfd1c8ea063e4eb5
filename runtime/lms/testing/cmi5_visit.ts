/** A learner's visit to a cmi5 unit. */
import type { PageData } from "../../page/data.ts";
import type { LearnerSession } from "../../session/events.ts";
import { openSession } from "../../session/session.ts";
import { FakeClock } from "../../session/testing/fake_clock.ts";
import { FakeStorage } from "../../session/testing/fake_storage.ts";
import { FakeWindow } from "../../session/testing/fake_window.ts";
import { pageData } from "../../session/testing/samples.ts";
import { Cmi5 } from "../cmi5.ts";
import { Local } from "../local.ts";
import type { LaunchChoices } from "./fake_cmi5.ts";
import { FakeCmi5 } from "./fake_cmi5.ts";

export const UNIT = pageData().unit.id;

export interface Visit {
  readonly session: LearnerSession;
  readonly window: FakeWindow;
  readonly clock: FakeClock;
}

interface Choices {
  readonly page?: PageData;
  readonly storage?: FakeStorage;
  readonly tab?: FakeStorage;
  /** A page that is loaded again has the address of the first. */
  readonly search?: string;
  readonly launch?: LaunchChoices;
  readonly wait?: number;
}

export async function visit(lms: FakeCmi5, { page = pageData(), storage = new FakeStorage(), tab = new FakeStorage(), search, launch, wait = 0 }: Choices = {}): Promise<Visit> {
  const [window, clock] = [new FakeWindow(), new FakeClock()];
  window.location.search = search ?? lms.launch(launch);
  const environment = { window, clock, storage };
  const opening = openSession(page, [new Cmi5(environment, page, lms.fetch, tab), new Local(environment, page.unit.id)], environment);
  for (let turned = 0; turned <= wait; turned += 500) await clock.turn(500);
  const session = await opening;
  await clock.turn(0);
  return { session, window, clock };
}

export async function settle({ clock }: Visit): Promise<void> {
  await clock.turn(100);
}
