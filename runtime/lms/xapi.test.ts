import assert from "node:assert/strict";
import test from "node:test";
import { FakeStorage } from "../session/testing/fake_storage.ts";
import { answered, finished, lessonEntry } from "../session/testing/samples.ts";
import { FakeLrs } from "./testing/fake_lrs.ts";
import { LAUNCH, UNIT, COURSE, visit } from "./testing/xapi_visit.ts";

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
