/** What is cmi5's own; that it does what every adapter must is in contract.test.ts, each statement's form in testing/cmi5_rules.ts. */
import assert from "node:assert/strict";
import test from "node:test";
import { FakeStorage } from "../session/testing/fake_storage.ts";
import { answered, finished, pageData } from "../session/testing/samples.ts";
import { AU, FakeCmi5 } from "./testing/fake_cmi5.ts";
import { UNIT, visit, settle } from "./testing/cmi5_visit.ts";

test("a session is initialized first and terminated last, each told as soon as it is true", async () => { // complaint 44
  const lms = new FakeCmi5(UNIT);
  const one = await visit(lms);
  assert.deepEqual(lms.verbs(), ["initialized"]);
  one.session.tell(answered("one", "q1"));
  one.session.tell(finished("one", 80));
  await settle(one);
  assert.deepEqual(lms.verbs(), ["initialized", "answered", "completed", "passed"]);
  await one.clock.turn(9000);
  one.window.leave();
  await settle(one);
  assert.equal(lms.verbs().at(-1), "terminated");
  assert.deepEqual(lms.last("terminated")?.["result"], { duration: "PT9.6S" });
  assert.deepEqual(lms.offences, []);
});

test("passed goes with its score on the LMS's own activity id, judged by the LMS's mastery score", async () => { // complaint 45, 46, 48
  const lms = new FakeCmi5(UNIT);
  const one = await visit(lms, { launch: { masteryScore: 0.855 } });
  assert.equal(one.session.page.lessons[0]?.passMark, 85.5);
  one.session.tell(finished("one", 80, false));
  await settle(one);
  assert.deepEqual(lms.verbs(), ["initialized", "completed", "scored"]);
  one.session.tell(finished("one", 86, true));
  await settle(one);
  const passed = lms.last("passed");
  assert.equal(passed?.object.id, AU);
  assert.deepEqual((passed?.["result"] as { score: unknown }).score, { scaled: 0.86, raw: 86, min: 0, max: 100 });
  assert.equal((passed?.["context"] as { extensions: Record<string, unknown> }).extensions["https://w3id.org/xapi/cmi5/context/extensions/masteryscore"], 0.855);
  assert.deepEqual(lms.offences, []);
});

test("without a mastery score of the LMS the page's own pass mark judges", async () => {
  const lms = new FakeCmi5(UNIT);
  const one = await visit(lms, { launch: { masteryScore: null } });
  one.session.tell(finished("one", 70));
  await settle(one);
  assert.deepEqual([one.session.page.lessons[0]?.passMark, lms.verbs().at(-1), lms.offences], [70, "passed", []]);
});

test("a verdict that the LMS's mastery score would contradict is not told", async () => {
  const lms = new FakeCmi5(UNIT);
  const storage = new FakeStorage();
  const first = await visit(lms, { storage });
  lms.lrs.down = true;
  first.session.tell(finished("one", 75)); // passed, and never told
  await settle(first);
  first.window.leave();
  await settle(first);
  lms.lrs.down = false;
  const second = await visit(lms, { storage, launch: { masteryScore: 0.8 } });
  await settle(second);
  assert.deepEqual([lms.verbs(2), lms.offences], [["initialized", "completed", "scored"], []]);
});

test("an LMS that wants a pass hears of it though the author reports completion alone", async () => {
  const lms = new FakeCmi5(UNIT);
  const one = await visit(lms, { page: pageData({ report: "completed" }), launch: { moveOn: "CompletedAndPassed" } });
  one.session.tell(finished("one", 80));
  await settle(one);
  assert.deepEqual(lms.verbs(), ["initialized", "completed", "passed"]);
});

test("a learner who fails and leaves has failed; one who comes back and passes has passed", async () => { // complaint 13
  const lms = new FakeCmi5(UNIT);
  const scores = [30, 20, 80, 10, 95];
  for (const score of scores) {
    const one = await visit(lms);
    one.session.tell({ kind: "retried", lesson: "one" });
    one.session.tell(finished("one", score));
    await settle(one);
    one.window.leave();
    await settle(one);
  }
  const told = scores.map((_, at) => lms.verbs(at + 1).slice(1, -1));
  assert.deepEqual(told, [["completed", "scored", "failed"], [], ["passed"], [], ["scored"]]);
  assert.deepEqual(lms.offences, []);
});

for (const mode of ["Browse", "Review"] as const) {
  test(`in ${mode} mode nothing but the session's begin and end is told`, async () => { // complaint 14
    const lms = new FakeCmi5(UNIT);
    const one = await visit(lms, { launch: { mode } });
    assert.deepEqual([one.session.connection.state, one.session.connection.mode], ["practice", mode.toLowerCase()]);
    one.session.tell(answered("one", "q1"));
    one.session.tell(finished("one", 80));
    await settle(one);
    one.window.leave();
    await settle(one);
    assert.deepEqual([lms.verbs(), lms.offences], [["initialized", "terminated"], []]);
    assert.deepEqual(lms.lrs.requests.filter(({ method }) => method === "PUT"), []);
  });
}

test("the learner's preferences are asked for, and whoever wants no sound has none", async () => {
  for (const [preferences, muted] of [[null, false], ['{"languagePreference":"de","audioPreference":"off"}', true], ['{"audioPreference":"on"}', false], ["<", false]] as const) {
    const lms = new FakeCmi5(UNIT);
    lms.preferences = preferences;
    const { session } = await visit(lms);
    assert.deepEqual([session.wishes.muted, lms.lrs.requests.some(({ path }) => path === "agents/profile")], [muted, true]);
  }
});

test("the way back is where the LMS says, and never a script", async () => {
  for (const [returnUrl, wayBack] of [[undefined, null], [" https://lms.example.org/course?id=1 ", "https://lms.example.org/course?id=1"], ["javascript:alert(1)", null]] as const) {
    const { session } = await visit(new FakeCmi5(UNIT), { launch: returnUrl === undefined ? {} : { returnUrl } });
    assert.equal(session.wishes.wayBack, wayBack);
  }
});

test("what the template of the context holds stays, and ours comes beside it", async () => {
  const lms = new FakeCmi5(UNIT);
  const search = lms.launch();
  const [key, text] = [...lms.lrs.states].at(-1) as [string, string];
  const data = JSON.parse(text) as { contextTemplate: Record<string, unknown> & { contextActivities: Record<string, unknown> } };
  data.contextTemplate["platform"] = "LMS 3";
  data.contextTemplate.contextActivities["parent"] = { id: "https://lms.example.org/parent" }; // without its list
  lms.lrs.states.set(key, JSON.stringify(data));
  const one = await visit(lms, { search });
  one.session.tell(answered("one", "q1"));
  await settle(one);
  const context = lms.last("answered")?.["context"] as { platform: string; contextActivities: { parent: { id: string }[] } };
  assert.equal(context.platform, "LMS 3");
  assert.deepEqual(context.contextActivities.parent.map(({ id }) => id), ["https://lms.example.org/parent", AU]);
  assert.deepEqual(lms.offences, []);
});

test("a question to the tutor is a statement of its own, about the unit", async () => {
  const lms = new FakeCmi5(UNIT);
  const one = await visit(lms);
  assert.equal(one.session.recordsQuestions, true);
  one.session.tell({ kind: "asked", lesson: "one", question: "What is a brief?", answered: true });
  await settle(one);
  assert.deepEqual([lms.last("asked")?.object.id, lms.offences], [AU, []]);
});
