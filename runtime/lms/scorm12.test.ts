import assert from "node:assert/strict";
import test from "node:test";
import { FakeClock } from "../session/testing/fake_clock.ts";
import { FakeStorage } from "../session/testing/fake_storage.ts";
import { FakeWindow } from "../session/testing/fake_window.ts";
import { answered, finished, pageData } from "../session/testing/samples.ts";
import { NoLms } from "./port.ts";
import { Scorm12 } from "./scorm12.ts";
import { FakeScorm12 } from "./testing/fake_scorm12.ts";
import { COURSE, visit, sets, names } from "./testing/scorm12_visit.ts";

test("the order is min, max, raw, status, interactions, objectives, state, location, exit, commit", async () => { // complaint 19, 20
  const lms = new FakeScorm12();
  const { session, clock } = await visit(lms);
  lms.calls.length = 0;
  session.tell(answered("one", "q1"));
  session.tell(finished("one", 80));
  await clock.turn(0);
  assert.deepEqual([...names(lms).filter((name) => !/interactions.0.(?!id)|objectives.0.(?!id)/.test(name)), lms.calls.at(-1)], [
    "cmi.core.score.min", "cmi.core.score.max", "cmi.core.score.raw", "cmi.core.lesson_status",
    "cmi.interactions.0.id", "cmi.objectives.0.id", "cmi.suspend_data", "cmi.core.lesson_location", "LMSCommit",
  ]);
});

test("an interaction has all its fields, in the standard's words, and is set once", async () => { // complaint 16, 36
  const lms = new FakeScorm12();
  const { session, clock } = await visit(lms);
  session.tell(answered("one", "q1", "A", 0, { result: "incorrect", response: { kind: "choices", chosen: [0, 2], options: ["x", "y", "z"] } }));
  await clock.turn(0);
  session.tell(answered("one", "q2"));
  await clock.turn(0);
  const first = sets(lms).filter((call) => call.startsWith("cmi.interactions.0.") && !call.includes(".time="));
  assert.deepEqual(first, [
    "cmi.interactions.0.id=one.q1", "cmi.interactions.0.objectives.0.id=one", "cmi.interactions.0.type=choice",
    "cmi.interactions.0.correct_responses.0.pattern=b", "cmi.interactions.0.weighting=1", "cmi.interactions.0.student_response=a,c",
    "cmi.interactions.0.result=wrong", "cmi.interactions.0.latency=0000:00:03.50",
  ]);
  assert.equal(lms.stored.get("cmi.interactions.1.id"), "one.q2");
});

test("nothing empty is ever written", async () => { // complaint 15
  const lms = new FakeScorm12();
  const { session, clock, window } = await visit(lms);
  session.tell(answered("one", "q1", "", 0, { response: { kind: "choices", chosen: [], options: ["x"] }, correct: { kind: "choices", chosen: [] } }));
  session.tell({ kind: "home" });
  await clock.turn(0);
  window.leave();
  assert.deepEqual(sets(lms).filter((call) => call.endsWith("=")), []);
});

test("a question answered in a later visit keeps its index, and a new one follows the earlier ones", async () => {
  const lms = new FakeScorm12();
  const first = await visit(lms);
  first.session.tell(answered("one", "q1"));
  first.session.tell(answered("one", "q2"));
  first.window.leave();
  const second = await visit(lms);
  second.session.tell(answered("one", "q2", "C", 0, { result: "incorrect" }));
  second.session.tell(answered("one", "q3"));
  await second.clock.turn(0);
  const ids = [0, 1, 2, 3].map((index) => lms.stored.get(`cmi.interactions.${index}.id`));
  assert.deepEqual(ids, ["one.q1", "one.q2", "one.q3", undefined]);
  assert.equal(lms.stored.get("cmi.interactions.1.result"), "wrong");
});

for (const count of ["told", "not told"]) {
  test(`an LMS that forgets interactions gets them from its first free index, its count being ${count}`, async () => {
    const lms = new FakeScorm12({ forgetsInteractions: true });
    const first = await visit(lms);
    first.session.tell(answered("one", "q1"));
    first.session.tell(answered("one", "q2"));
    first.window.leave();
    if (count === "not told") lms.getFault = (element) => (element.endsWith("_count") ? "empty" : null);
    for (const key of [...lms.stored.keys()]) if (key.startsWith("cmi.interactions")) lms.stored.delete(key);
    const second = await visit(lms);
    second.session.tell(answered("one", "q3"));
    second.session.tell(answered("one", "q4"));
    await second.clock.turn(0);
    second.session.tell(answered("one", "q1")); // its own index is taken meanwhile
    await second.clock.turn(0);
    assert.deepEqual([0, 1, 2, 3].map((index) => lms.stored.get(`cmi.interactions.${index}.id`)), ["one.q3", "one.q4", "one.q1", undefined]);
    assert.equal(second.session.connection.state, "saved");
  });
}

test("leaving finishes once, with exit suspend and the time of the visit", async () => { // complaint 10, 17, 21
  const lms = new FakeScorm12();
  const { session, clock, window } = await visit(lms);
  session.tell(finished("one", 80));
  await clock.turn(60_000);
  window.leave();
  window.leave();
  await clock.turn(60_000);
  assert.equal(lms.finishes, 1);
  assert.equal(lms.stored.get("cmi.core.exit"), "suspend");
  assert.equal(sets(lms).filter((call) => call.startsWith("cmi.core.session_time")).length, 1);
  assert.ok(Math.abs(lms.totalSeconds - 62.5) < 0.1, `${lms.totalSeconds}`);
});

test("after leaving nothing is written any more", async () => { // complaint 6
  const lms = new FakeScorm12();
  const { session, clock, window } = await visit(lms);
  session.tell(answered("one", "q1"));
  window.leave();
  const calls = lms.calls.length;
  session.tell(finished("one", 80));
  await clock.turn(100_000);
  assert.equal(lms.calls.length, calls);
});

test("a page that comes back from the back-forward cache says that its session is over", async () => { // complaint 7
  const lms = new FakeScorm12();
  const { session, clock, window } = await visit(lms);
  window.leave();
  window.restore();
  await clock.turn(100);
  assert.equal(session.connection.state, "ended");
  assert.equal(lms.finishes, 1);
});

for (const [element, value] of [["cmi.core.lesson_mode", "review"], ["cmi.core.lesson_mode", "browse"], ["cmi.core.credit", "no-credit"]] as const) {
  test(`with ${element} ${value} the pages work and nothing is written`, async () => { // complaint 13
    const lms = new FakeScorm12();
    lms.stored.set(element, value);
    lms.stored.set("cmi.core.score.raw", "80");
    const { session, clock, window } = await visit(lms);
    session.tell(answered("one", "q1"));
    session.tell(finished("one", 30));
    await clock.turn(10_000);
    assert.equal(session.connection.state, "practice");
    assert.equal(session.progress("one").best, 30);
    window.leave();
    assert.deepEqual(lms.calls.filter((call) => call.startsWith("set ") || call === "LMSCommit"), []);
    assert.equal(lms.finishes, 1);
  });
}

test("each lesson of a course is an objective that keeps its index over visits", async () => {
  const lms = new FakeScorm12();
  const first = await visit(lms, new FakeStorage(), COURSE);
  first.session.tell(finished("two", 90));
  first.window.leave();
  const second = await visit(lms, new FakeStorage(), COURSE);
  second.session.tell(finished("one", 50));
  await second.clock.turn(0);
  const objectives = [0, 1, 2].map((index) => ["id", "score.raw", "status"].map((field) => lms.stored.get(`cmi.objectives.${index}.${field}`)));
  assert.deepEqual(objectives, [["two", "90", "passed"], ["one", "50", "failed"], [undefined, undefined, undefined]]);
});

test("an unknown question count, time and place are never more than the standard's limits allow", async () => { // complaint 8, 15
  const lms = new FakeScorm12();
  const { session, clock } = await visit(lms);
  const long = "lesson".repeat(60);
  for (let i = 0; i < 300; i += 1) session.tell(answered(long, `q${i}`, "x".repeat(40)));
  await clock.turn(0);
  assert.equal(session.connection.state, "saved");
  assert.ok((lms.stored.get("cmi.suspend_data") ?? "").length <= 4096);
});

test("a session that was left is not left again, not saved to and not opened again", async () => { // complaint 6, 10
  const lms = new FakeScorm12();
  const clock = new FakeClock();
  const port = new Scorm12({ window: new FakeWindow(), clock }, { API: lms.launch() });
  await port.open();
  const report = { state: "1AAB...~", location: "one", completion: "incomplete", success: "unknown", score: null, interactions: [], objectives: [], sessionTime: 1, exit: "suspend" } as const;
  port.leave(report);
  port.leave(report);
  assert.equal(lms.finishes, 1);
  assert.equal((await port.save(report)).ok, false);
  await assert.rejects(port.open(), NoLms);
  assert.equal(lms.calls.filter((call) => call === "LMSInitialize").length, 1);
});

test("a normal exit is an empty one, for SCORM 1.2 has no other word for it", async () => { // complaint 21, 55
  const lms = new FakeScorm12();
  const { session, window, clock } = await visit(lms, new FakeStorage(), pageData({ exit: "normal" }));
  session.tell(finished("one", 80));
  await clock.turn(0);
  window.leave();
  assert.equal(sets(lms).filter((call) => call.startsWith("cmi.core.exit=")).at(-1), "cmi.core.exit=");
});
