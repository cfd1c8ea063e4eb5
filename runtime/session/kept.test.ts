/** What a browser keeps of what was not acknowledged, and for whom. */
import assert from "node:assert/strict";
import test from "node:test";
import { Local } from "../lms/local.ts";
import { openSession } from "./session.ts";
import { openStorage } from "./storage.ts";
import { FakeClock } from "./testing/fake_clock.ts";
import { FakePort } from "./testing/fake_port.ts";
import { FakeStorage } from "./testing/fake_storage.ts";
import { FakeWindow } from "./testing/fake_window.ts";
import { answered, finished, interaction, pageData } from "./testing/samples.ts";
import { visit, REFUSED } from "./testing/visit.ts";

test("what was not acknowledged is kept for this learner and this place, with its interactions", async () => { // complaint 11
  const storage = new FakeStorage();
  const port = new FakePort();
  const first = await visit(port, storage);
  port.answers.push(REFUSED, REFUSED);
  first.session.tell(answered("one", "q1"));
  first.session.tell(finished("one", 80));
  await first.clock.turn(100);
  const next = new FakePort();
  next.opened = { ...next.opened, state: port.reports[0]?.state ?? "" };
  const second = await visit(next, storage);
  assert.equal(second.session.progress("one").best, 80);
  assert.deepEqual(second.port.reports.at(-1)?.interactions.map((one) => one?.id), [interaction("one", "q1").id]);
});

test("another learner of the same browser gets none of it", async () => { // complaint 37
  const storage = new FakeStorage();
  const first = await visit(new FakePort(), storage);
  first.port.answers.push(REFUSED);
  first.session.tell(finished("one", 80));
  await first.clock.turn(100);
  for (const learner of ["someone else", ""]) {
    const other = new FakePort();
    other.opened = { ...other.opened, learner };
    assert.equal((await visit(other, storage)).session.progress("one").best, null);
  }
});

test("a learner whom the LMS does not name leaves nothing in the browser", async () => { // complaint 37
  const storage = new FakeStorage();
  const port = new FakePort();
  port.opened = { ...port.opened, learner: "" };
  const { session, clock } = await visit(port, storage);
  port.answers.push(REFUSED);
  session.tell(finished("one", 80));
  await clock.turn(100);
  assert.equal(storage.texts.size, 0);
});

test("what was acknowledged is no longer kept in the browser", async () => { // complaint 37
  const storage = new FakeStorage();
  const { session, clock } = await visit(new FakePort(), storage);
  session.tell(finished("one", 80));
  await clock.turn(100);
  assert.equal(storage.texts.size, 0);
});

test("what one tab has not sent yet outlives what another tab has sent", async () => {
  const storage = new FakeStorage();
  const [first, second] = [await visit(new FakePort(), storage), await visit(new FakePort(), storage)];
  first.port.answers.push("held");
  first.session.tell(answered("one", "q1"));
  await first.clock.turn(0);
  second.port.answers.push(REFUSED);
  second.session.tell(finished("one", 80));
  await second.clock.turn(0);
  first.port.release();
  await first.clock.turn(0);
  assert.equal(first.session.connection.state, "saved");
  const next = new FakePort();
  next.opened = { ...next.opened, state: first.port.reports.at(-1)?.state ?? "" };
  assert.equal((await visit(next, storage)).session.progress("one").best, 80);
});

test("what a learner does after the session's end is kept for the next visit", async () => { // complaint 7
  const storage = new FakeStorage();
  const first = await visit(new FakePort(), storage);
  first.window.leave();
  first.window.restore();
  await first.clock.turn(0);
  assert.equal(first.session.connection.state, "ended");
  first.session.tell(finished("one", 80));
  const next = new FakePort();
  next.opened = { ...next.opened, state: first.port.left[0]?.state ?? "" };
  assert.equal((await visit(next, storage)).session.progress("one").best, 80);
});

test("the pages are told whether this browser keeps what is not saved", async () => {
  const named = await visit();
  assert.equal(named.session.connection.kept, true);
  const port = new FakePort();
  port.opened = { ...port.opened, learner: "" };
  assert.equal((await visit(port)).session.connection.kept, false);
});

test("a new attempt in the LMS does not inherit what an earlier attempt could not send", async () => {
  const storage = new FakeStorage();
  const first = await visit(new FakePort(), storage);
  first.session.tell(answered("one", "q1"));
  await first.clock.turn(100);
  first.port.answers.push(REFUSED);
  first.session.tell(finished("one", 80));
  await first.clock.turn(100);
  const same = new FakePort();
  same.opened = { ...same.opened, state: first.port.reports[1]?.state ?? "" };
  same.answers.push(REFUSED);
  assert.equal((await visit(same, storage)).session.progress("one").best, 80);
  assert.equal((await visit(new FakePort(), storage)).session.progress("one").best, null);
});

test("what one tab has reached, the other does not lower", async () => { // complaint 13
  const storage = new FakeStorage();
  const [first, second] = [await visit(new FakePort(), storage), await visit(new FakePort(), storage)];
  storage.listeners.add((key, text) => second.window.store(key, text));
  first.session.tell(finished("one", 90));
  await first.clock.turn(0);
  second.session.tell(finished("one", 20));
  await second.clock.turn(0);
  assert.deepEqual([second.port.reports.at(-1)?.score, second.port.reports.at(-1)?.success], [90, "passed"]);
});

test("a browser that denies its storage does not stop anything", async () => {
  const denied = openStorage({ get localStorage(): Storage { throw new DOMException("denied", "SecurityError"); } });
  const environment = { window: new FakeWindow(), clock: new FakeClock(), storage: denied };
  const session = await openSession(pageData(), [new Local(environment, "unit")], environment);
  session.tell(finished("one", 80));
  await environment.clock.turn(100);
  assert.deepEqual([session.connection.place, session.connection.state], ["memory", "saved"]);
});
