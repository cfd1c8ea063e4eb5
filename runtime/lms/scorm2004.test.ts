/** What SCORM 2004 has of its own; what it shares with SCORM 1.2 is tried in `contract.test.ts` and `scorm12.test.ts`. */
import assert from "node:assert/strict";
import test from "node:test";
import type { LearnerSession } from "../session/events.ts";
import { openSession } from "../session/session.ts";
import { FakeClock } from "../session/testing/fake_clock.ts";
import { FakeStorage } from "../session/testing/fake_storage.ts";
import { FakeWindow } from "../session/testing/fake_window.ts";
import { answered, finished, lessonEntry, pageData } from "../session/testing/samples.ts";
import { Local } from "./local.ts";
import type { Report } from "./port.ts";
import { Scorm2004 } from "./scorm2004.ts";
import { FakeScorm2004, JUDGED } from "./testing/fake_scorm2004.ts";

interface Visit {
  readonly session: LearnerSession;
  readonly window: FakeWindow;
  readonly clock: FakeClock;
}

const COURSE = pageData({ kind: "course" }, [lessonEntry("one"), lessonEntry("two")]);
const REPORT: Report = { state: "1AAB...~", location: "one", completion: "incomplete", success: "unknown", score: null, interactions: [], objectives: [], sessionTime: 1, exit: "suspend" };

async function visit(lms: FakeScorm2004, page = pageData()): Promise<Visit> {
  const [window, clock] = [new FakeWindow(), new FakeClock()];
  const environment = { window, clock, storage: new FakeStorage() };
  const port = new Scorm2004(environment, { parent: { API_1484_11: lms.launch() } }, page.lessons.length);
  const opening = openSession(page, [port, new Local(environment, page.unit.id)], environment);
  await clock.turn(2500);
  return { session: await opening, window, clock };
}

function sets(lms: FakeScorm2004): string[] {
  return lms.calls.filter((call) => call.startsWith("set ")).map((call) => call.slice(4));
}

function held(lms: FakeScorm2004, ...elements: readonly string[]): (string | undefined)[] {
  return elements.map((element) => lms.stored.get(`cmi.${element}`));
}

test("SCORM 2004: min, max, raw, scaled, progress, the two statuses, then the rest, then commit", async () => { // complaint 14, 19, 20
  const lms = new FakeScorm2004();
  const { session, clock } = await visit(lms);
  lms.calls.length = 0;
  session.tell(answered("one", "q1"));
  session.tell(finished("one", 67));
  await clock.turn(0);
  assert.deepEqual([...sets(lms).filter((call) => !/\.0\.(?!id)|suspend_data/.test(call)), lms.calls.at(-1)], [
    "cmi.score.min=0", "cmi.score.max=100", "cmi.score.raw=67", "cmi.score.scaled=0.67", "cmi.progress_measure=1",
    "cmi.completion_status=completed", "cmi.success_status=failed", "cmi.interactions.0.id=one.q1", "cmi.objectives.0.id=one", "cmi.location=one", "Commit",
  ]);
  assert.deepEqual(lms.offences, []);
});

test("SCORM 2004: an interaction has all its fields, in the standard's words, with what was asked", async () => { // complaint 16, 36
  const lms = new FakeScorm2004();
  const { session, clock } = await visit(lms);
  session.tell(answered("one", "q1", "A", 0, { result: "incorrect", description: "{a} or\nb?", response: { kind: "choices", chosen: [0, 2], options: ["x", "y", "z"] } }));
  await clock.turn(0);
  assert.deepEqual(sets(lms).filter((call) => call.startsWith("cmi.interactions.0.")), [
    "cmi.interactions.0.id=one.q1", "cmi.interactions.0.type=choice", "cmi.interactions.0.objectives.0.id=one",
    "cmi.interactions.0.timestamp=2026-01-02T03:04:05.00+00:00", "cmi.interactions.0.correct_responses.0.pattern=b", "cmi.interactions.0.weighting=1",
    "cmi.interactions.0.learner_response=a[,]c", "cmi.interactions.0.result=incorrect", "cmi.interactions.0.latency=PT0H0M3.50S",
    "cmi.interactions.0.description= {a} or b?",
  ]);
  assert.deepEqual(lms.offences, []);
});

test("SCORM 2004: an LMS that judges says what it was told, from the first moment on", async () => { // complaint 12
  const lms = new FakeScorm2004({}, JUDGED);
  const { session, clock } = await visit(lms);
  session.tell({ kind: "opened", lesson: "one" });
  await clock.turn(0);
  assert.deepEqual(held(lms, "completion_status", "success_status", "score.scaled"), ["incomplete", "unknown", undefined]);
  session.tell(finished("one", 70));
  await clock.turn(0);
  assert.deepEqual(held(lms, "completion_status", "success_status"), ["completed", "passed"]);
});

test("SCORM 2004: what is sent again lowers neither status nor a measure that the LMS judges by, not even for a moment", async () => { // complaint 13
  const lms = new FakeScorm2004({ sendsChangesOnly: true }, JUDGED);
  const first = await visit(lms);
  first.session.tell(finished("one", 100));
  await first.clock.turn(0);
  first.window.leave();
  lms.history.length = 0;
  lms.commitFaults.push("false", "answer-lost");
  const { session, clock } = await visit(lms);
  await clock.turn(10_000);
  assert.equal(session.connection.state, "saved");
  assert.deepEqual(lms.history.filter(([element]) => /status|measure|scaled/.test(element) && !element.includes("objectives")), []);
});

test("SCORM 2004: where a teacher has set another mark, that one counts", async () => {
  const lms = new FakeScorm2004({}, { "cmi.scaled_passing_score": "0.9" });
  const { session, clock } = await visit(lms);
  session.tell(finished("one", 80));
  await clock.turn(0);
  assert.ok(sets(lms).includes("cmi.success_status=failed"));
});

test("SCORM 2004: lessons are objectives of their own, after those of the manifest", async () => {
  const lms = new FakeScorm2004({}, { "cmi.objectives.0.id": "result" });
  const { session, clock } = await visit(lms, COURSE);
  session.tell(finished("two", 90));
  await clock.turn(0);
  assert.deepEqual(held(lms, "objectives.0.id", "objectives.0.score.raw"), ["result", undefined]);
  const fields = ["id", "score.raw", "score.scaled", "completion_status", "success_status", "description"].map((field) => `objectives.1.${field}`);
  assert.deepEqual(held(lms, ...fields), ["two", "90", "0.9", "completed", "passed", "Lesson two"]);
  assert.deepEqual(held(lms, "progress_measure", "completion_status"), ["0.5", "incomplete"]);
});

test("SCORM 2004: a question answered in a later visit keeps its index", async () => {
  const lms = new FakeScorm2004();
  const first = await visit(lms);
  first.session.tell(answered("one", "q1"));
  first.session.tell(answered("one", "q2"));
  first.window.leave();
  const { session, clock } = await visit(lms);
  session.tell(answered("one", "q2", "C", 0, { result: "incorrect" }));
  session.tell(answered("one", "q3"));
  await clock.turn(0);
  assert.deepEqual(held(lms, "interactions.0.id", "interactions.1.id", "interactions.1.result", "interactions.2.id", "interactions.3.id"), ["one.q1", "one.q2", "incorrect", "one.q3", undefined]);
  assert.deepEqual(lms.offences, []);
});

test("SCORM 2004: leaving terminates once, with exit suspend and the time of the visit", async () => { // complaint 10, 17, 21
  const lms = new FakeScorm2004();
  const { session, clock, window } = await visit(lms);
  session.tell(finished("one", 80));
  await clock.turn(60_000);
  window.leave();
  window.leave();
  assert.deepEqual([lms.finishes, ...held(lms, "exit")], [1, "suspend"]);
  assert.ok(Math.abs(lms.totalSeconds - 62.5) < 0.1, `${lms.totalSeconds}`);
});

test("SCORM 2004: a course that ends its attempts is left with exit normal once it is finished", async () => { // complaint 21, 55
  const lms = new FakeScorm2004();
  const { session, clock, window } = await visit(lms, pageData({ exit: "normal" }));
  session.tell(finished("one", 80));
  await clock.turn(0);
  window.leave();
  assert.deepEqual([...held(lms, "exit"), lms.offences], ["normal", []]);
});

for (const [element, value] of [["mode", "review"], ["mode", "browse"], ["credit", "no-credit"]] as const) {
  test(`SCORM 2004: with cmi.${element} ${value} the pages work and nothing is written`, async () => { // complaint 13
    const lms = new FakeScorm2004();
    lms.stored.set(`cmi.${element}`, value);
    const { session, clock, window } = await visit(lms);
    session.tell(finished("one", 30));
    await clock.turn(10_000);
    assert.equal(session.connection.state, "practice");
    window.leave();
    assert.deepEqual([lms.calls.filter((call) => call.startsWith("set ") || call === "Commit"), lms.finishes], [[], 1]);
  });
}

test("SCORM 2004: what the LMS holds is read, the score from either of its two forms", async () => {
  for (const [element, value] of [["score.raw", "80"], ["score.scaled", "0.8"]] as const) {
    const lms = new FakeScorm2004();
    for (const [name, text] of [[element, value], ["completion_status", "completed"], ["success_status", "passed"], ["location", "one"]]) lms.stored.set(`cmi.${name}`, text ?? "");
    const port = new Scorm2004({ window: new FakeWindow(), clock: new FakeClock() }, { API_1484_11: lms.launch() }, 1);
    const opened = await port.open();
    assert.deepEqual([opened.score, opened.completion, opened.success, opened.location, opened.learner, opened.stateLimit], [80, "completed", "passed", "one", "learner-7", 64_000]);
    assert.equal(port.learnerName(), "Doe, Jo");
  }
});

test("SCORM 2004: an LMS that is already initialized is used, one that fails is not", async () => { // complaint 53
  for (const [fault, place] of [["already", "lms"], ["false", "browser"], ["throw", "browser"]] as const) {
    const lms = new FakeScorm2004();
    lms.initializeFault = fault;
    assert.equal((await visit(lms)).session.connection.place, place);
  }
});

test("SCORM 2004: a session that the LMS has ended is told to the learner and not tried again", async () => {
  const lms = new FakeScorm2004();
  const [window, clock, api] = [new FakeWindow(), new FakeClock(), lms.launch()];
  const environment = { window, clock, storage: new FakeStorage() };
  const session = await openSession(pageData(), [new Scorm2004(environment, { API_1484_11: api }, 1)], environment);
  await clock.turn(0);
  api.Terminate("");
  session.tell(finished("one", 80));
  await clock.turn(0);
  assert.deepEqual([session.connection.fault?.reason, session.connection.fault?.final], ["session-gone", true]);
});

test("SCORM 2004: another item is asked for where the LMS says that it can be reached, and then only before the end", async () => {
  const lms = new FakeScorm2004();
  lms.stored.set("adl.nav.request_valid.choice.{target=item-lesson-two}", "true");
  const port = new Scorm2004({ window: new FakeWindow(), clock: new FakeClock() }, { API_1484_11: lms.launch() }, 1);
  assert.equal(port.reaches("item-lesson-two"), false);
  await port.open();
  assert.deepEqual([port.reaches("item-lesson-two"), port.reaches("item-lesson-three")], [true, false]);
  assert.deepEqual([port.goTo("item-lesson-three"), port.goTo("item-lesson-two")], [false, true]);
  assert.deepEqual(sets(lms), ["adl.nav.request={target=item-lesson-two}choice"]);
  port.leave(REPORT);
  assert.deepEqual([port.reaches("item-lesson-two"), port.goTo("item-lesson-two")], [false, false]);
  assert.deepEqual(lms.offences, []);
});

test("SCORM 2004: a lesson in another item is gone to once, and what was reached is told before", async () => {
  const lms = new FakeScorm2004();
  lms.stored.set("adl.nav.request_valid.choice.{target=item-lesson-two}", "true");
  const { session, clock, window } = await visit(lms);
  assert.equal(session.wayTo("three"), null);
  session.tell(finished("one", 80));
  const go = session.wayTo("two");
  await clock.turn(0);
  go?.();
  go?.();
  window.leave();
  assert.deepEqual([lms.stored.get("adl.nav.request"), lms.stored.get("cmi.success_status"), lms.finishes], ["{target=item-lesson-two}choice", "passed", 1]);
  assert.equal(session.wayTo("two"), null);
  assert.deepEqual(lms.offences, []);
});
