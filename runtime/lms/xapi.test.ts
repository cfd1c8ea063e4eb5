import assert from "node:assert/strict";
import test from "node:test";
import type { PageData } from "../page/data.ts";
import type { LearnerSession } from "../session/events.ts";
import { openSession } from "../session/session.ts";
import { FakeClock } from "../session/testing/fake_clock.ts";
import { FakeStorage } from "../session/testing/fake_storage.ts";
import { FakeWindow } from "../session/testing/fake_window.ts";
import { answered, finished, lessonEntry, pageData } from "../session/testing/samples.ts";
import { Local } from "./local.ts";
import { FakeLrs } from "./testing/fake_lrs.ts";
import { Xapi } from "./xapi.ts";

const LAUNCH = {
  endpoint: "https://lrs.example.org/xapi",
  auth: "a2V5OnNlY3JldA==",
  actor: '{"name":["Jo"],"mbox":["mailto:jo@example.org"]}',
  registration: "6f2a1c52-6f5b-4c64-9d3e-0d5b6b0a6a01",
};

interface Visit {
  readonly session: LearnerSession;
  readonly window: FakeWindow;
  readonly clock: FakeClock;
}

interface Choices {
  readonly storage?: FakeStorage;
  readonly page?: PageData;
  readonly launch?: Partial<typeof LAUNCH>;
}

async function visit(lrs: FakeLrs, { storage = new FakeStorage(), page = pageData(), launch = {} }: Choices = {}): Promise<Visit> {
  const window = new FakeWindow();
  window.location.search = `?${new URLSearchParams({ ...LAUNCH, ...launch }).toString()}`;
  const clock = new FakeClock();
  const environment = { window, clock, storage };
  const opening = openSession(page, [new Xapi(environment, page, lrs.fetch), new Local(environment, page.unit.id)], environment);
  await clock.turn(0);
  const session = await opening;
  await clock.turn(0);
  return { session, window, clock };
}

const UNIT = pageData().unit.id;
const COURSE = pageData({ kind: "course" }, [lessonEntry("one"), lessonEntry("two")]);

test("a visit tells initialized, answered, completed, passed and terminated, in this order", async () => { // complaint 44
  const lrs = new FakeLrs();
  const { session, clock, window } = await visit(lrs);
  session.tell(answered("one", "q1"));
  await clock.turn(0);
  session.tell(finished("one", 80));
  await clock.turn(0);
  assert.deepEqual(lrs.verbs().slice(0, 2), ["initialized", "answered"]);
  assert.deepEqual(lrs.verbs(UNIT), ["initialized", "completed", "passed"]);
  await clock.turn(9000);
  window.leave();
  await clock.turn(0);
  assert.deepEqual(lrs.verbs(UNIT).at(-1), "terminated");
});

test("the result is on the unit's own id, with a scaled score", async () => { // complaint 45, 46
  const lrs = new FakeLrs();
  const { session, clock } = await visit(lrs, { launch: { activity_id: "https://elsewhere.example.org/x" } as object });
  session.tell(finished("one", 66.67));
  await clock.turn(0);
  const failed = [...lrs.statements.values()].find((statement) => JSON.stringify(statement).includes("verbs/failed"));
  assert.equal(failed?.object.id, UNIT);
  assert.deepEqual(failed?.["result"], { success: false, completion: true, score: { scaled: 0.67, raw: 67, min: 0, max: 100 } });
});

test("an answer tells the question, the response, its score, and where it belongs", async () => { // complaint 36
  const lrs = new FakeLrs();
  const { session, clock } = await visit(lrs, { page: COURSE });
  session.tell(answered("one", "q1"));
  await clock.turn(0);
  const statement = [...lrs.statements.values()].find((one) => one.object.id.endsWith("/q1"));
  assert.deepEqual(statement?.["result"], { response: "b", success: true, score: { scaled: 1, raw: 1, min: 0, max: 1 }, duration: "PT3.5S" });
  const context = statement?.["context"] as { registration: string; platform: string; contextActivities: { parent: { id: string }[]; grouping: { id: string }[] } };
  assert.deepEqual([context.contextActivities.parent[0]?.id, context.contextActivities.grouping[0]?.id], ["https://example.org/course/one", UNIT]);
  assert.equal(context.registration, LAUNCH.registration);
});

test("what the launcher groups by stands in every statement, after the package's own groups", async () => {
  const lrs = new FakeLrs();
  const program = "https://lms.example.org/programs/7";
  const { session, clock } = await visit(lrs, { page: COURSE, launch: { grouping: program } as object });
  session.tell(answered("one", "q1"));
  await clock.turn(0);
  const groups = [...lrs.statements.values()].map((statement) => {
    const { contextActivities } = statement["context"] as { contextActivities: { grouping: { id: string }[] } };
    return contextActivities.grouping.map(({ id }) => id);
  });
  assert.deepEqual(groups, [[program], [UNIT, program]]);
});

test("leaving in the middle is suspended, with the time", async () => {
  const lrs = new FakeLrs();
  const { clock, window } = await visit(lrs);
  await clock.turn(12_340);
  window.leave();
  await clock.turn(0);
  const last = [...lrs.statements.values()].at(-1);
  assert.deepEqual([lrs.verbs().at(-1), last?.["result"]], ["suspended", { duration: "PT12.34S" }]);
});

test("each lesson of a course is told on its own id, and the course when all are done", async () => {
  const lrs = new FakeLrs();
  const { session, clock } = await visit(lrs, { page: COURSE });
  session.tell(finished("one", 90));
  await clock.turn(0);
  assert.deepEqual(lrs.verbs("https://example.org/course/one"), ["completed", "passed"]);
  assert.deepEqual(lrs.verbs(UNIT), ["initialized", "scored"]);
  session.tell(finished("two", 80));
  await clock.turn(0);
  assert.deepEqual(lrs.verbs(UNIT), ["initialized", "scored", "completed", "passed"]);
});

test("passed is told once for a score, over visits and devices, and never followed by failed", async () => { // complaint 13
  const lrs = new FakeLrs();
  const first = await visit(lrs);
  first.session.tell(finished("one", 80));
  await first.clock.turn(0);
  first.window.leave();
  await first.clock.turn(0);
  const second = await visit(lrs);
  second.session.tell({ kind: "retried", lesson: "one" });
  second.session.tell(finished("one", 10));
  await second.clock.turn(0);
  assert.deepEqual(lrs.verbs(UNIT).filter((verb) => verb !== "initialized"), ["completed", "passed", "terminated"]);
  second.session.tell(finished("one", 95));
  await second.clock.turn(0);
  assert.equal(lrs.verbs(UNIT).filter((verb) => verb === "passed").length, 2);
});

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

test("a launch without parameters keeps results in this browser, and says so", async () => { // complaint 53
  const { session } = await visit(new FakeLrs(), { launch: { endpoint: "" } });
  assert.equal(session.connection.place, "browser");
});

test("a launch without a registration is a launch", async () => {
  const lrs = new FakeLrs();
  const { session, clock } = await visit(lrs, { launch: { registration: "" } });
  session.tell(finished("one", 80));
  await clock.turn(0);
  assert.deepEqual(lrs.verbs(UNIT), ["initialized", "completed", "passed"]);
  assert.equal(JSON.stringify([...lrs.statements.values()]).includes("registration"), false);
});

test("a page from the back-forward cache goes on in a new visit", async () => { // complaint 7
  const lrs = new FakeLrs();
  const { session, clock, window } = await visit(lrs);
  session.tell(answered("one", "q1"));
  window.leave();
  await clock.turn(0);
  window.restore();
  await clock.turn(100);
  session.tell(finished("one", 80));
  await clock.turn(100);
  assert.deepEqual(lrs.verbs(UNIT), ["initialized", "suspended", "initialized", "completed", "passed"]);
  assert.equal(session.connection.state, "saved");
});

test("credentials and the learner's name are not kept in the browser beyond what statements hold", async () => {
  const lrs = new FakeLrs();
  const storage = new FakeStorage();
  const { session, clock } = await visit(lrs, { storage });
  session.tell(finished("one", 80));
  await clock.turn(100);
  const kept = [...storage.texts].flat().join("\n");
  assert.equal(kept.includes("a2V5OnNlY3JldA"), false);
  assert.equal(kept.includes("jo@example.org"), false);
});

test("a question to the tutor is a statement of its own, about its lesson, each time it is asked", async () => {
  const lrs = new FakeLrs();
  const { session, clock } = await visit(lrs, { page: COURSE });
  for (const answered of [true, false]) session.tell({ kind: "asked", lesson: "two", question: "What is a brief?", answered });
  await clock.turn(0);
  const asked = [...lrs.statements.values()].filter(({ verb }) => verb.id === "http://adlnet.gov/expapi/verbs/asked");
  assert.deepEqual(asked.map(({ object }) => object.id), [lessonEntry("two").iri, lessonEntry("two").iri]);
  assert.deepEqual(asked.map(({ result }) => result), [true, false].map((answered) => ({ response: "What is a brief?", extensions: { [`${COURSE.unit.id}/extensions/answered`]: answered } })));
});
