/** When a session saves, and what it does where saving fails. */
import assert from "node:assert/strict";
import test from "node:test";
import { decode } from "../state/codec.ts";
import { answered, finished } from "./testing/samples.ts";
import { visit, REFUSED } from "./testing/visit.ts";

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
