/** A SCORM 1.2 LMS that refuses, forgets, throws or is gone. */
import assert from "node:assert/strict";
import test from "node:test";
import { openSession } from "../session/session.ts";
import { FakeClock } from "../session/testing/fake_clock.ts";
import { FakeStorage } from "../session/testing/fake_storage.ts";
import { FakeWindow } from "../session/testing/fake_window.ts";
import { answered, finished, pageData } from "../session/testing/samples.ts";
import { Scorm12 } from "./scorm12.ts";
import { FakeScorm12 } from "./testing/fake_scorm12.ts";
import { visit } from "./testing/scorm12_visit.ts";

test("an LMS that takes no interactions and no objectives still gets score, status and state", async () => { // complaint 32
  const lms = new FakeScorm12();
  lms.setFault = (element) => (/interactions|objectives|score\.m/.test(element) ? "false" : null);
  const { session, clock } = await visit(lms);
  session.tell(answered("one", "q1"));
  session.tell(finished("one", 80));
  await clock.turn(0);
  assert.equal(session.connection.state, "saved");
  assert.deepEqual([lms.stored.get("cmi.core.score.raw"), lms.stored.get("cmi.core.lesson_status")], ["80", "passed"]);
});

test("reading that throws or finds nothing does not stop the page", async () => { // complaint 32
  for (const fault of ["throw", "empty"] as const) {
    const lms = new FakeScorm12();
    lms.getFault = () => fault;
    const { session, clock } = await visit(lms);
    session.tell(finished("one", 80));
    await clock.turn(0);
    assert.deepEqual([session.connection.place, lms.stored.get("cmi.core.lesson_status")], ["lms", "passed"]);
  }
});

test("an LMS that is already initialized is used", async () => {
  const lms = new FakeScorm12();
  lms.initializeFault = "already";
  assert.equal((await visit(lms)).session.connection.place, "lms");
});

test("an LMS whose initialization fails or throws leaves the results in the browser, and the page says so", async () => { // complaint 53
  for (const fault of ["false", "throw"] as const) {
    const lms = new FakeScorm12();
    lms.initializeFault = fault;
    assert.equal((await visit(lms)).session.connection.place, "browser");
  }
});

test("a score, status or state that is refused is told and tried again", async () => {
  for (const refused of ["cmi.core.score.raw", "cmi.core.lesson_status", "cmi.suspend_data"]) {
    const lms = new FakeScorm12();
    const { session, clock } = await visit(lms);
    lms.setFault = (element) => (element === refused ? "throw" : null);
    session.tell(finished("one", 80));
    await clock.turn(0);
    assert.equal(session.connection.state, "unsaved");
    assert.match(session.connection.fault?.detail ?? "", new RegExp(refused));
    lms.setFault = () => null;
    await clock.turn(3000);
    assert.equal(session.connection.state, "saved");
    assert.equal(lms.stored.get("cmi.core.score.raw"), "80");
  }
});

for (const fault of ["false", "throw", "null", "answer-lost"] as const) {
  test(`a commit that answers ${fault} is told, and holds when it is tried again`, async () => { // complaint 11, 52
    const lms = new FakeScorm12({ sendsChangesOnly: true });
    const { session, clock } = await visit(lms);
    lms.commitFaults.push(fault);
    session.tell(answered("one", "q1"));
    session.tell(finished("one", 80));
    await clock.turn(0);
    assert.equal(session.connection.state, "unsaved");
    await clock.turn(2000);
    assert.equal(session.connection.state, "saved");
    assert.deepEqual([lms.stored.get("cmi.core.score.raw"), lms.stored.get("cmi.core.lesson_status")], ["80", "passed"]);
    assert.deepEqual([0, 1].map((index) => lms.stored.get(`cmi.interactions.${index}.id`)), ["one.q1", undefined]);
    assert.deepEqual(["type", "student_response", "result"].map((field) => lms.stored.get(`cmi.interactions.0.${field}`)), ["choice", "b", "correct"]);
  });
}

test("a commit that says true with no connection is not believed", async () => { // complaint 11
  const lms = new FakeScorm12({ sendsChangesOnly: true });
  const { session, clock, window } = await visit(lms);
  window.goOffline();
  lms.commitFaults.push("unsent", "unsent");
  session.tell(finished("one", 80));
  await clock.turn(2000);
  assert.deepEqual([session.connection.state, session.connection.fault?.reason], ["unsaved", "offline"]);
  window.goOnline();
  await clock.turn(0);
  assert.equal(session.connection.state, "saved");
  assert.equal(lms.stored.get("cmi.core.lesson_status"), "passed");
});

test("sending again never takes the status below what the LMS acknowledged", async () => { // complaint 13
  const lms = new FakeScorm12({ sendsChangesOnly: true });
  const first = await visit(lms);
  first.session.tell(finished("one", 80));
  await first.clock.turn(0);
  first.window.leave();
  lms.history.length = 0;
  const { session, clock } = await visit(lms);
  lms.commitFaults.push("answer-lost", "false");
  session.tell(finished("one", 95));
  await clock.turn(10_000);
  assert.equal(session.connection.state, "saved");
  assert.equal(lms.stored.get("cmi.core.score.raw"), "95");
  assert.deepEqual(lms.history.filter(([element]) => element === "cmi.core.lesson_status"), []);
});

test("what is sent again at the start of a visit is not below what the LMS holds, not even for a moment", async () => { // complaint 13
  const lms = new FakeScorm12({ sendsChangesOnly: true });
  const first = await visit(lms);
  first.session.tell(finished("one", 80));
  await first.clock.turn(0);
  first.window.leave();
  lms.history.length = 0;
  lms.commitFaults.push("false", "answer-lost");
  const { session, clock } = await visit(lms);
  await clock.turn(10_000);
  assert.equal(session.connection.state, "saved");
  assert.deepEqual(lms.history.filter(([element]) => element === "cmi.core.lesson_status"), []);
});

test("an LMS that says the session is not open is told to the learner and not tried again", async () => {
  const lms = new FakeScorm12();
  const window = new FakeWindow();
  const clock = new FakeClock();
  const api = lms.launch();
  const environment = { window, clock, storage: new FakeStorage() };
  const session = await openSession(pageData(), [new Scorm12(environment, { API: api })], environment);
  await clock.turn(0);
  api.LMSFinish("");
  session.tell(finished("one", 80));
  await clock.turn(0);
  const calls = lms.calls.length;
  assert.deepEqual([session.connection.fault?.reason, session.connection.fault?.final], ["session-gone", true]);
  await clock.turn(300_000);
  assert.equal(lms.calls.length, calls);
});

test("a status that was refused first and then sent in vain is sent again", async () => { // complaint 20
  const lms = new FakeScorm12({ sendsChangesOnly: true });
  const { session, clock } = await visit(lms);
  lms.setFault = (element) => (element === "cmi.core.lesson_status" ? "false" : null);
  session.tell(finished("one", 80));
  await clock.turn(0);
  lms.setFault = () => null;
  lms.commitFaults.push("false");
  await clock.turn(2000);
  assert.equal(lms.stored.get("cmi.core.lesson_status"), "incomplete");
  await clock.turn(5000);
  assert.deepEqual([session.connection.state, lms.stored.get("cmi.core.lesson_status")], ["saved", "passed"]);
});

test("a last commit that fails, throws or answers nothing does not skip the finish", async () => { // complaint 52
  for (const fault of ["false", "throw", "null"] as const) {
    const lms = new FakeScorm12();
    const { window } = await visit(lms);
    lms.commitFaults.push(fault, fault);
    window.leave();
    assert.equal(lms.finishes, 1);
  }
});
