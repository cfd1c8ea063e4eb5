/** An LRS that refuses, forgets or does not answer, and another browser that was quicker. */
import assert from "node:assert/strict";
import test from "node:test";
import { FakeStorage } from "../session/testing/fake_storage.ts";
import { answered, finished } from "../session/testing/samples.ts";
import { FakeLrs } from "./testing/fake_lrs.ts";
import { UNIT, COURSE, visit } from "./testing/xapi_visit.ts";

test("a statement whose answer was lost is sent again and is there once", async () => { // complaint 44
  const lrs = new FakeLrs();
  const { session, clock } = await visit(lrs);
  lrs.faults.push("answer-lost");
  session.tell(finished("one", 80));
  await clock.turn(0);
  assert.equal(session.connection.state, "unsaved");
  await clock.turn(5000);
  assert.equal(session.connection.state, "saved");
  assert.deepEqual(lrs.verbs(UNIT), ["initialized", "completed", "passed"]);
});

test("what a page could not send, the next one sends, in order and once", async () => { // complaint 43
  const lrs = new FakeLrs();
  const storage = new FakeStorage();
  const first = await visit(lrs, { storage });
  lrs.down = true;
  for (const question of ["q1", "q2", "q3"]) first.session.tell(answered("one", question));
  first.session.tell(finished("one", 80));
  await first.clock.turn(0);
  first.window.leave();
  await first.clock.turn(0);
  lrs.down = false;
  const second = await visit(lrs, { storage });
  assert.equal(second.session.progress("one").best, 80);
  await second.clock.turn(100);
  assert.deepEqual(lrs.verbs(), ["initialized", "answered", "answered", "answered", "completed", "passed", "terminated", "initialized"]);
});

test("a result that the LRS has already from another browser is no fault", async () => {
  const lrs = new FakeLrs();
  lrs.hasStates = false;
  for (let browser = 0; browser < 2; browser += 1) {
    const { session, clock } = await visit(lrs);
    await clock.turn(browser * 1000);
    session.tell(finished("one", 80));
    await clock.turn(0);
    assert.equal(session.connection.state, "saved");
  }
  assert.deepEqual(lrs.verbs(UNIT), ["initialized", "completed", "passed", "initialized"]);
});

test("a later visit does not send again what the state says was told", async () => {
  const lrs = new FakeLrs();
  const first = await visit(lrs, { page: COURSE });
  first.session.tell(finished("one", 80));
  first.session.tell(finished("two", 80));
  await first.clock.turn(0);
  first.window.leave();
  await first.clock.turn(0);
  lrs.requests.length = 0;
  const { clock } = await visit(lrs, { page: COURSE });
  await clock.turn(0);
  const sent = lrs.requests.filter(({ path }) => path === "statements").flatMap(({ body }) => JSON.parse(body) as unknown[]);
  assert.equal(sent.length, 1);
});

test("a state that was saved on leaving without its statements does not pass for told on another device", async () => {
  const lrs = new FakeLrs();
  const first = await visit(lrs);
  first.session.tell(finished("one", 80));
  lrs.faults.push({ status: 500 }, { status: 500 }); // the last save's statements, and those sent on leaving
  first.window.leave();
  await first.clock.turn(0);
  assert.deepEqual([lrs.verbs(UNIT), lrs.states.size], [["initialized"], 1]);
  const second = await visit(lrs);
  await second.clock.turn(100);
  assert.deepEqual(lrs.verbs(UNIT).filter((verb) => verb !== "initialized"), ["completed", "passed"]);
});

test("a failed that waits in one browser is not sent when the learner has passed in another", async () => { // complaint 13
  const lrs = new FakeLrs();
  const storage = new FakeStorage();
  const first = await visit(lrs, { storage });
  lrs.down = true;
  first.session.tell(finished("one", 30));
  await first.clock.turn(0);
  lrs.down = false;
  const second = await visit(lrs);
  second.session.tell(finished("one", 80));
  await second.clock.turn(0);
  const third = await visit(lrs, { storage });
  await third.clock.turn(100);
  assert.equal(lrs.verbs(UNIT).includes("failed"), false);
});

test("no answer is the connection's fault only where the browser says so", async () => {
  const lrs = new FakeLrs();
  const { session, clock, window } = await visit(lrs);
  lrs.down = true;
  session.tell(finished("one", 80));
  await clock.turn(0);
  assert.equal(session.connection.fault?.reason, "unreachable");
  window.goOffline();
  await clock.turn(2000);
  assert.equal(session.connection.fault?.reason, "offline");
});

test("the wait of a 429 is kept", async () => {
  const lrs = new FakeLrs();
  const { session, clock } = await visit(lrs);
  lrs.faults.push({ status: 429, retryAfter: "30" });
  session.tell(finished("one", 80));
  await clock.turn(29_000);
  assert.equal(session.connection.state, "unsaved");
  await clock.turn(1500);
  assert.equal(session.connection.state, "saved");
});

for (const status of [500, 502, 503]) {
  test(`a ${status} is tried again until it holds`, async () => {
    const lrs = new FakeLrs();
    const { session, clock } = await visit(lrs);
    lrs.faults.push({ status }, { status });
    session.tell(finished("one", 80));
    await clock.turn(0);
    assert.equal(session.connection.state, "unsaved");
    await clock.turn(10_000);
    assert.equal(session.connection.state, "saved");
  });
}

for (const status of [401, 403]) {
  test(`a ${status} is told as it is, not tried again, and kept for the next launch`, async () => {
    const lrs = new FakeLrs();
    const storage = new FakeStorage();
    const { session, clock } = await visit(lrs, { storage });
    lrs.faults.push({ status });
    session.tell(finished("one", 80));
    await clock.turn(0);
    const requests = lrs.requests.length;
    await clock.turn(600_000);
    assert.deepEqual([session.connection.fault?.reason, lrs.requests.length], ["not-allowed", requests]);
    const next = await visit(lrs, { storage });
    await next.clock.turn(100);
    assert.ok(lrs.verbs(UNIT).includes("passed"));
  });
}

test("an LRS that forbids what it has already, where its answer was lost, gets the others, and nobody is troubled", async () => {
  const lrs = new FakeLrs();
  lrs.forbidsAgain = true;
  const { session, clock } = await visit(lrs);
  session.tell(answered("one", "q1"));
  lrs.faults.push("answer-lost");
  await clock.turn(0);
  session.tell(finished("one", 80));
  await clock.turn(10_000);
  assert.equal(session.connection.state, "saved");
  assert.deepEqual(lrs.verbs(), ["initialized", "answered", "completed", "passed"]);
});

test("a statement that the LRS does not take is set aside and does not hold up the others", async () => {
  const lrs = new FakeLrs();
  lrs.rejects = (statement) => statement.object.id.endsWith("/q2");
  const { session, clock } = await visit(lrs);
  for (const question of ["q1", "q2", "q3"]) session.tell(answered("one", question));
  session.tell(finished("one", 80));
  await clock.turn(0);
  assert.deepEqual(lrs.verbs(), ["initialized", "answered", "answered", "completed", "passed"]);
  assert.equal(session.connection.state, "saved");
});

test("a result that the LRS does not take is told, and kept trying", async () => {
  const lrs = new FakeLrs();
  lrs.rejects = (statement) => JSON.stringify(statement).includes("verbs/passed");
  const { session, clock } = await visit(lrs);
  session.tell(answered("one", "q1"));
  session.tell(finished("one", 80));
  await clock.turn(60_000);
  assert.equal(session.connection.state, "unsaved");
  assert.deepEqual(lrs.verbs(), ["initialized", "answered", "completed"]);
  lrs.rejects = () => false;
  await clock.turn(61_000);
  assert.equal(session.connection.state, "saved");
  assert.ok(lrs.verbs().includes("passed"));
});

test("an LRS without a State resource still gets the result, and this browser keeps the state", async () => { // complaint 43
  const lrs = new FakeLrs();
  lrs.hasStates = false;
  const storage = new FakeStorage();
  const first = await visit(lrs, { storage });
  first.session.tell(answered("one", "q1"));
  await first.clock.turn(0);
  assert.equal(first.session.connection.state, "saved");
  first.window.leave();
  const second = await visit(lrs, { storage });
  assert.equal(second.session.progress("one").answers.length, 1);
});

test("a state that cannot be read at the start does not stop the page", async () => {
  for (const fault of ["network", { status: 500 }, { status: 401 }] as const) {
    const lrs = new FakeLrs();
    lrs.faults.push(fault);
    assert.equal((await visit(lrs)).session.connection.place, "lrs");
  }
});

test("an LRS that does not answer is given up after twenty seconds and tried again", async () => {
  const lrs = new FakeLrs();
  const { session, clock } = await visit(lrs);
  lrs.silent = true;
  session.tell(finished("one", 80));
  await clock.turn(19_000);
  assert.equal(session.connection.state, "saving");
  await clock.turn(2000);
  assert.equal(session.connection.state, "unsaved");
  lrs.silent = false;
  await clock.turn(3000);
  assert.equal(session.connection.state, "saved");
});

test("leaving sends at most 64 KB, the first statements first, and the rest at the next visit", async () => { // complaint 44
  const lrs = new FakeLrs();
  const storage = new FakeStorage();
  const { session, clock, window } = await visit(lrs, { storage });
  lrs.down = true;
  for (let i = 0; i < 120; i += 1) session.tell(answered("one", `q${i}`, "B", 1, { description: "x".repeat(800) }));
  await clock.turn(0);
  lrs.down = false;
  window.leave();
  await clock.turn(0);
  const kept = lrs.requests.filter((request) => request.keepalive);
  assert.ok(kept.reduce((sum, request) => sum + request.body.length, 0) < 64_000);
  assert.ok(lrs.verbs().filter((verb) => verb === "answered").length > 10);
  const next = await visit(lrs, { storage });
  await next.clock.turn(100);
  assert.equal(lrs.verbs().filter((verb) => verb === "answered").length, 120);
});
