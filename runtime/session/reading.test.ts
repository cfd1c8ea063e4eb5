/** The reading position and the ticks, as the session keeps them: no commit for scrolling, and nothing lost for want of room. */
import assert from "node:assert/strict";
import test from "node:test";
import { decode } from "../state/codec.ts";
import { lessonState } from "../state/progress.ts";
import type { LearnerEvent, LearnerSession } from "./events.ts";
import { openSession } from "./session.ts";
import { FakeClock } from "./testing/fake_clock.ts";
import { FakePort } from "./testing/fake_port.ts";
import { FakeStorage } from "./testing/fake_storage.ts";
import { FakeWindow } from "./testing/fake_window.ts";
import { answered, lessonEntry, manyIds, pageData } from "./testing/samples.ts";

interface Visit {
  readonly session: LearnerSession;
  readonly port: FakePort;
  readonly window: FakeWindow;
  readonly clock: FakeClock;
}

async function visit(port = new FakePort(), storage = new FakeStorage(), page = pageData()): Promise<Visit> {
  const window = new FakeWindow();
  const clock = new FakeClock();
  const session = await openSession(page, [port], { window, clock, storage });
  await clock.turn(0);
  return { session, port, window, clock };
}

function reading(place: number, read: number): LearnerEvent {
  return { kind: "reading", lesson: "one", place, read };
}

test("scrolling alone commits nothing, and the page does not say that it is saving", async () => {
  const { session, port, clock } = await visit();
  const before = port.reports.length;
  session.tell(reading(3, 2));
  await clock.turn(60_000);
  assert.deepEqual([port.reports.length, session.connection.state], [before, "saved"]);
  assert.deepEqual([session.progress("one").place, session.progress("one").read], [3, 2]);
});

test("the reading goes along with the next save", async () => {
  const { session, port, clock } = await visit();
  session.tell(reading(3, 2));
  session.tell(answered("one", "q1"));
  await clock.turn(0);
  assert.equal(lessonState(decode(port.reports.at(-1)?.state ?? "", ["one"]), "one").place, 3);
});

test("hiding the page saves the reading once, and nothing where nothing was read", async () => {
  const { session, port, window, clock } = await visit();
  const before = port.reports.length;
  window.hide();
  await clock.turn(0);
  assert.equal(port.reports.length, before);
  window.show();
  session.tell(reading(3, 2));
  window.hide();
  await clock.turn(0);
  window.show();
  window.hide();
  await clock.turn(0);
  assert.equal(port.reports.length, before + 1);
  assert.equal(lessonState(decode(port.reports.at(-1)?.state ?? "", ["one"]), "one").place, 3);
});

test("a visit in review keeps the reading on the page and writes nothing", async () => {
  const port = new FakePort();
  port.opened = { ...port.opened, mode: "review" };
  const storage = new FakeStorage();
  const { session, window } = await visit(port, storage);
  session.tell(reading(3, 2));
  window.hide();
  assert.deepEqual([session.progress("one").place, port.reports.length, storage.texts.size], [3, 0, 0]);
});

test("ticks that the LMS has no room for stay in this browser, and what fits leaves nothing there", async () => {
  const ids = manyIds(12);
  const page = pageData({ kind: "course" }, ids.map((id) => lessonEntry(id)));
  const storage = new FakeStorage();
  const port = new FakePort();
  port.opened = { ...port.opened, stateLimit: 120 };
  const first = await visit(port, storage, page);
  for (const lesson of ids) first.session.tell({ kind: "ticked", lesson, step: 2, done: true });
  await first.clock.turn(1000);
  const sent = port.reports.at(-1)?.state ?? "";
  assert.ok(sent.length <= 120);
  assert.deepEqual(lessonState(decode(sent, ids), ids[0] ?? "").ticks, []);
  const next = new FakePort();
  next.opened = { ...next.opened, state: sent };
  const second = await visit(next, storage, page);
  assert.deepEqual(ids.map((id) => second.session.progress(id).ticks), ids.map(() => [2]));
  await second.clock.turn(1000);
  assert.equal(storage.texts.size, 0); // this LMS has room for all of it
});
