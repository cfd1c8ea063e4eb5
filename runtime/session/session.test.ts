import assert from "node:assert/strict";
import test from "node:test";
import { encode } from "../state/codec.ts";
import { keyOf } from "../state/hash.ts";
import type { LessonState } from "../state/progress.ts";
import { NEW_LESSON, NO_PROGRESS } from "../state/progress.ts";
import { FakePort } from "./testing/fake_port.ts";
import { FakeStorage } from "./testing/fake_storage.ts";
import { answered, finished, lessonEntry, manyIds, pageData } from "./testing/samples.ts";
import { visit } from "./testing/visit.ts";

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
