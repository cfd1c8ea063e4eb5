import assert from "node:assert/strict";
import test from "node:test";
import { Local } from "../lms/local.ts";
import type { Refusal } from "../lms/port.ts";
import { decode, encode } from "../state/codec.ts";
import { keyOf } from "../state/hash.ts";
import type { LessonState } from "../state/progress.ts";
import { NEW_LESSON, NO_PROGRESS } from "../state/progress.ts";
import type { LearnerSession } from "./events.ts";
import { openSession } from "./session.ts";
import { openStorage } from "./storage.ts";
import { FakeClock } from "./testing/fake_clock.ts";
import { FakePort } from "./testing/fake_port.ts";
import { FakeStorage } from "./testing/fake_storage.ts";
import { FakeWindow } from "./testing/fake_window.ts";
import { answered, finished, interaction, lessonEntry, manyIds, pageData } from "./testing/samples.ts";

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

const REFUSED: Refusal = { ok: false, reason: "refused", final: false, detail: "no" };

test("what happens in one go is saved once", async () => { // complaint 33
  const { session, port, clock } = await visit();
  const before = port.reports.length;
  session.tell(answered("one", "q1"));
  session.tell(finished("one", 80));
  await clock.turn(0);
  assert.equal(port.reports.length, before + 1);
  assert.equal(port.reports.at(-1)?.score, 80);
});

test("while a save is on its way the later ones become one", async () => { // complaint 6
  const { session, port, clock } = await visit();
  port.answers.push("held");
  session.tell(answered("one", "q1"));
  await clock.turn(0);
  const before = port.reports.length;
  session.tell(answered("one", "q2"));
  await clock.turn(0);
  session.tell(finished("one", 70));
  await clock.turn(5000);
  assert.equal(port.reports.length, before);
  assert.equal(session.connection.state, "saving");
  port.release();
  await clock.turn(0);
  assert.equal(port.reports.length, before + 1);
  assert.equal(port.reports.at(-1)?.score, 70);
  assert.equal(session.connection.state, "saved");
});

test("each report has a state of its own, so that an LMS that sends changes only sends it", async () => {
  const { session, port, clock } = await visit();
  port.answers.push(REFUSED, REFUSED);
  session.tell(finished("one", 80));
  await clock.turn(10_000);
  const states = port.reports.map((report) => report.state);
  assert.equal(new Set(states).size, states.length);
});

test("refused saves are tried again after 2, 5, 15, 30, 60 and 60 seconds", async () => {
  const { port, clock, session } = await visit();
  port.answers.push(...Array.from({ length: 7 }, () => REFUSED));
  session.tell(finished("one", 80));
  await clock.turn(0);
  const waits = [];
  for (let tries = port.reports.length, seconds = 0; waits.length < 6; seconds += 1) {
    await clock.turn(1000);
    if (port.reports.length === tries) continue;
    tries = port.reports.length;
    waits.push(seconds + 1);
    seconds = -1;
  }
  assert.deepEqual(waits, [2, 5, 15, 30, 60, 60]);
});

test("whoever does something during a failure waits two seconds for the next try, however many failed", async () => {
  const { port, clock, session } = await visit();
  port.answers.push(...Array.from({ length: 6 }, () => REFUSED));
  for (const question of ["q1", "q2", "q3", "q4", "q5", "q6"]) {
    session.tell(answered("one", question));
    await clock.turn(0);
  }
  assert.equal(session.connection.state, "unsaved");
  await clock.turn(2000);
  assert.equal(session.connection.state, "saved");
});

test("the wait that the other side asks for is kept", async () => {
  const { port, clock, session } = await visit();
  port.answers.push({ ...REFUSED, retryAfter: 40 });
  session.tell(finished("one", 80));
  session.tell(answered("one", "q1"));
  await clock.turn(39_000);
  const before = port.reports.length;
  assert.equal(before, 2);
  await clock.turn(2000);
  assert.equal(port.reports.length, before + 1);
});

test("a refused save is tried again at once with the next thing the learner does, and when the connection is back", async () => {
  for (const spur of ["event", "online"]) {
    const { session, port, clock, window } = await visit();
    port.answers.push(REFUSED);
    session.tell(finished("one", 80));
    await clock.turn(0);
    assert.equal(session.connection.state, "unsaved");
    if (spur === "event") session.tell({ kind: "home" });
    else window.goOnline();
    await clock.turn(0);
    assert.equal(session.connection.state, "saved");
  }
});

test("a final refusal is told and not tried again", async () => {
  const { session, port, clock, window } = await visit();
  port.answers.push({ ...REFUSED, final: true, reason: "not-allowed" });
  session.tell(finished("one", 80));
  await clock.turn(0);
  const before = port.reports.length;
  session.tell(answered("one", "q1"));
  window.goOnline();
  await clock.turn(600_000);
  assert.equal(port.reports.length, before);
  assert.deepEqual([session.connection.state, session.connection.fault?.reason], ["unsaved", "not-allowed"]);
});

test("an adapter that throws does not stop the page", async () => {
  const { session, port, clock } = await visit();
  port.answers.push("throw");
  session.tell(finished("one", 80));
  await clock.turn(0);
  assert.equal(session.connection.state, "unsaved");
  await clock.turn(2000);
  assert.equal(session.connection.state, "saved");
});

test("hiding the page saves what is owed and finishes nothing", async () => { // complaint 5
  const { session, port, window, clock } = await visit();
  session.tell(finished("one", 80));
  window.hide();
  assert.equal(port.reports.at(-1)?.score, 80);
  await clock.turn(1000);
  assert.equal(port.left.length, 0);
});

test("leaving after hiding hands over the last report once", async () => { // complaint 6, 10
  const { session, port, window } = await visit();
  session.tell(finished("one", 80));
  window.leave();
  window.leave();
  assert.equal(port.left.length, 1);
  assert.equal(port.left[0]?.score, 80);
});

test("hiding after leaving hands over nothing more", async () => { // complaint 6
  const { session, port, window } = await visit();
  session.tell(finished("one", 80));
  const before = port.reports.length;
  window.leaveForAnother();
  assert.deepEqual([port.left.length, port.left[0]?.score, port.reports.length], [1, 80, before]);
});

test("a port that can open again does so when the page comes back, and nothing is lost", async () => { // complaint 7
  const port = new FakePort();
  port.reopens = true;
  const { session, window, clock } = await visit(port);
  session.tell(finished("one", 80));
  window.leave();
  assert.equal(session.connection.state, "ended");
  window.restore();
  await clock.turn(100);
  assert.equal(session.connection.state, "saved");
  assert.equal(port.reports.at(-1)?.score, 80);
  window.leave();
  assert.equal(port.left.length, 2);
});

test("the time of the visit is the time in view, whatever is done to the computer's clock", async () => { // complaint 17, 18
  const { port, window, clock } = await visit();
  await clock.turn(10_000);
  window.hide();
  await clock.turn(500_000);
  window.show();
  clock.setDate(0);
  await clock.turn(5000);
  window.leave();
  assert.equal(port.left[0]?.sessionTime, 15);
});

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

test("the pages are told what the LMS called the visit", async () => {
  for (const mode of ["normal", "review", "browse"] as const) {
    const port = new FakePort();
    port.opened = { ...port.opened, mode };
    assert.equal((await visit(port)).session.connection.mode, mode);
  }
});

test("seeds differ between lessons, learners and attempts, and not within an attempt", async () => {
  const { session } = await visit();
  const before = session.seed("one");
  session.tell(answered("one", "q1"));
  assert.equal(session.seed("one"), before);
  session.tell(finished("one", 10));
  // The review shows the attempt as it was.
  assert.equal(session.seed("one"), before);
  session.tell({ kind: "retried", lesson: "one" });
  assert.notEqual(session.seed("one"), before);
  assert.notEqual(session.seed("two"), session.seed("three"));
});

test("the seed of an attempt is the same when it is read again, however many there were", async () => {
  const first = await visit();
  for (let attempt = 0; attempt < 20; attempt += 1) {
    first.session.tell(answered("one", "q1"));
    first.session.tell(finished("one", 10));
    first.session.tell({ kind: "retried", lesson: "one" });
    await first.clock.turn(0);
    const again = await visit(Object.assign(new FakePort(), { opened: { ...first.port.opened, state: first.port.reports.at(-1)?.state ?? "" } }));
    assert.equal(again.session.seed("one"), first.session.seed("one"));
  }
});

test("a unit that reports no interactions reports none", async () => {
  const { session, port, clock } = await visit(new FakePort(), new FakeStorage(), pageData({ interactions: false }));
  session.tell(answered("one", "q1"));
  await clock.turn(0);
  assert.deepEqual(port.reports.at(-1)?.interactions, []);
});

test("a lesson's page alone, opened from a file, judges nothing of its course", async () => {
  const lesson = { id: "one", iri: "https://example.org/course/one", title: "One", steps: 0, reader: "", quiz: null, tutor: null };
  const alone = { ...pageData({ kind: "course" }, []), page: "lesson", lesson } as const;
  const { session, port, clock } = await visit(new FakePort(), new FakeStorage(), alone);
  session.tell(finished("one", 100));
  await clock.turn(0);
  const { completion, success, score } = port.reports.at(-1) ?? {};
  assert.deepEqual([completion, success, score], ["incomplete", "unknown", null]);
  assert.equal(session.progress("one").status, "passed");
});

test("ticks in a row are saved together", async () => {
  const { session, port, clock } = await visit();
  const before = port.reports.length;
  for (const step of [0, 1, 2]) session.tell({ kind: "ticked", lesson: "one", step, done: true });
  await clock.turn(2000);
  assert.equal(port.reports.length, before + 1);
  assert.deepEqual(decode(port.reports.at(-1)?.state ?? "", ["one"]).lessons.size, 1);
});

test("an answer right after a tick does not wait for the ticks", async () => {
  const { session, port, clock } = await visit();
  session.tell({ kind: "ticked", lesson: "one", step: 0, done: true });
  session.tell(finished("one", 80));
  await clock.turn(0);
  assert.equal(port.reports.at(-1)?.score, 80);
});

test("a tick right after an answer does not hold the answer up", async () => { // complaint 20
  const { session, port, clock } = await visit();
  session.tell(finished("one", 80));
  session.tell({ kind: "ticked", lesson: "one", step: 0, done: true });
  await clock.turn(0);
  assert.equal(port.reports.at(-1)?.score, 80);
});

test("pages are told of every change until they stop watching", async () => {
  const { session, clock } = await visit();
  let told = 0;
  const stop = session.watch(() => (told += 1));
  session.tell(finished("one", 80));
  await clock.turn(0);
  assert.ok(told >= 2);
  stop();
  const before = told;
  session.tell({ kind: "home" });
  assert.equal(told, before);
});

test("a course of 1,596 lessons opens and tells an event within a second", async () => {
  const lessons = manyIds(1596).map((id) => lessonEntry(id));
  const states = new Map(lessons.map(({ id }): [string, LessonState] => [keyOf(id), { ...NEW_LESSON, status: "passed", best: 80, finished: 1 }]));
  const port = new FakePort();
  port.opened = { ...port.opened, state: encode({ ...NO_PROGRESS, lessons: states }, lessons.map(({ id }) => id), 4096) };
  const start = process.hrtime.bigint();
  const { session, clock } = await visit(port, new FakeStorage(), pageData({ kind: "course", interactions: false }, lessons));
  session.tell(answered("lesson-0007", "q1"));
  await clock.turn(0);
  assert.ok(Number(process.hrtime.bigint() - start) < 1e9);
  assert.ok((port.reports.at(-1)?.state.length ?? 0) <= 4096);
  assert.equal(session.progress("lesson-1596").best, 80);
});

test("in review, browse and no-credit visits the port is handed nothing, and nothing is kept", async () => {
  for (const change of [{ mode: "review" }, { mode: "browse" }, { credit: false }] as const) {
    const [port, storage] = [new FakePort(), new FakeStorage()];
    port.opened = { ...port.opened, ...change };
    const { session, clock, window } = await visit(port, storage);
    session.tell(finished("one", 80));
    window.hide();
    await clock.turn(100_000);
    assert.deepEqual([port.reports.length, storage.texts.size, session.connection.state], [0, 0, "practice"]);
  }
});

test("a unit is left as the course says once it is finished, and suspended before", async () => { // complaint 21, 55
  const { session, port, clock } = await visit(new FakePort(), new FakeStorage(), pageData({ exit: "normal" }));
  session.tell(answered("one", "q1"));
  await clock.turn(0);
  assert.equal(port.reports.at(-1)?.exit, "suspend");
  session.tell(finished("one", 80));
  await clock.turn(0);
  assert.equal(port.reports.at(-1)?.exit, "normal");
});
