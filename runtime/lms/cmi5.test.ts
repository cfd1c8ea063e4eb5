/** What is cmi5's own; that it does what every adapter must is in contract.test.ts, each statement's form in testing/cmi5_rules.ts. */
import assert from "node:assert/strict";
import test from "node:test";
import type { PageData } from "../page/data.ts";
import type { LearnerSession } from "../session/events.ts";
import { openSession } from "../session/session.ts";
import { FakeClock } from "../session/testing/fake_clock.ts";
import { FakeStorage } from "../session/testing/fake_storage.ts";
import { FakeWindow } from "../session/testing/fake_window.ts";
import { answered, finished, pageData } from "../session/testing/samples.ts";
import { Cmi5 } from "./cmi5.ts";
import { Local } from "./local.ts";
import type { Fetch } from "./lrs_request.ts";
import type { LaunchChoices } from "./testing/fake_cmi5.ts";
import { AU, FakeCmi5 } from "./testing/fake_cmi5.ts";

const UNIT = pageData().unit.id;

interface Visit {
  readonly session: LearnerSession;
  readonly window: FakeWindow;
  readonly clock: FakeClock;
}

interface Choices {
  readonly page?: PageData;
  readonly storage?: FakeStorage;
  readonly tab?: FakeStorage;
  /** A page that is loaded again has the address of the first. */
  readonly search?: string;
  readonly launch?: LaunchChoices;
  readonly wait?: number;
}

async function visit(lms: FakeCmi5, { page = pageData(), storage = new FakeStorage(), tab = new FakeStorage(), search, launch, wait = 0 }: Choices = {}): Promise<Visit> {
  const [window, clock] = [new FakeWindow(), new FakeClock()];
  window.location.search = search ?? lms.launch(launch);
  const environment = { window, clock, storage };
  const opening = openSession(page, [new Cmi5(environment, page, lms.fetch, tab), new Local(environment, page.unit.id)], environment);
  for (let turned = 0; turned <= wait; turned += 500) await clock.turn(500);
  const session = await opening;
  await clock.turn(0);
  return { session, window, clock };
}

async function settle({ clock }: Visit): Promise<void> {
  await clock.turn(100);
}

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

test("a page that is loaded again by a key goes on with its token in its session", async () => { // complaint 47
  for (const [key, ctrl] of [["F5", false], ["r", true]] as const) {
    const lms = new FakeCmi5(UNIT);
    const [storage, tab] = [new FakeStorage(), new FakeStorage()];
    const first = await visit(lms, { storage, tab });
    first.session.tell(finished("one", 30));
    first.session.tell(answered("one", "q1"));
    await settle(first);
    first.window.press(key, ctrl);
    first.window.leave();
    await settle(first);
    const second = await visit(lms, { storage, tab, search: first.window.location.search });
    assert.equal(second.session.progress("one").answers.length, 1);
    second.session.tell(finished("one", 80));
    await settle(second);
    second.window.leave();
    await settle(second);
    assert.deepEqual(lms.verbs(), ["initialized", "answered", "completed", "scored", "passed", "terminated"]);
    assert.deepEqual([lms.fetches.length, lms.offences], [1, []]);
  }
});

test("a page that is loaded again in another way fetches nothing twice, says that the session is over, and the next one tells what is new", async () => { // complaint 47
  const lms = new FakeCmi5(UNIT);
  const [storage, tab] = [new FakeStorage(), new FakeStorage()];
  const first = await visit(lms, { storage, tab });
  first.session.tell(answered("one", "q1"));
  first.window.leave();
  await settle(first);
  const again = await visit(lms, { storage, tab, search: first.window.location.search });
  again.session.tell(finished("one", 80));
  await settle(again);
  assert.deepEqual([again.session.connection.state, again.session.connection.fault?.reason], ["unsaved", "session-gone"]);
  again.window.leave();
  await settle(again);
  assert.deepEqual([lms.verbs(), lms.fetches.length], [["initialized", "answered", "terminated"], 1]);
  const next = await visit(lms, { storage });
  await settle(next);
  assert.deepEqual(lms.verbs(2), ["initialized", "completed", "passed"]);
  assert.deepEqual(lms.offences, []);
});

test("a page from the back-forward cache says that its session is over", async () => { // complaint 7
  const lms = new FakeCmi5(UNIT);
  const one = await visit(lms);
  one.window.leave();
  await settle(one);
  one.window.restore();
  await settle(one);
  one.session.tell(finished("one", 80));
  await settle(one);
  assert.deepEqual([one.session.connection.state, lms.verbs(), lms.offences], ["ended", ["initialized", "terminated"], []]);
});

test("a fetch address that gives no token: the page says so, keeps what is reached, and the next session tells it", async () => {
  const faults = [
    () => Response.json({ "error-code": "1", "error-text": "used" }),
    () => Response.json({ "auth-token": "" }),
    () => new Response("<html>", { status: 200 }),
    () => new Response("no", { status: 403 }),
    () => new Response("down", { status: 503 }),
  ];
  for (const fault of faults) {
    const lms = new FakeCmi5(UNIT);
    const storage = new FakeStorage();
    lms.fetchFault = fault;
    const one = await visit(lms, { storage, wait: 5000 });
    one.session.tell(answered("one", "q1"));
    one.session.tell(finished("one", 80));
    await settle(one);
    assert.deepEqual([one.session.connection.state, one.session.connection.fault?.reason, one.session.connection.kept], ["unsaved", "session-gone", true]);
    one.window.leave();
    lms.fetchFault = null;
    const next = await visit(lms, { storage });
    await settle(next);
    assert.deepEqual([lms.verbs(1), lms.verbs(2), lms.offences], [[], ["initialized", "answered", "completed", "passed"], []]);
  }
});

test("what the LMS has is not told again by the next session", async () => {
  const lms = new FakeCmi5(UNIT);
  const storage = new FakeStorage();
  const one = await visit(lms, { storage });
  for (const question of ["q1", "q2", "q3"]) {
    one.session.tell(answered("one", question));
    await settle(one);
  }
  one.window.leave();
  await settle(one);
  const before = lms.lrs.requests.length;
  await settle(await visit(lms, { storage }));
  const told = lms.lrs.requests.slice(before).filter(({ method }) => method === "POST");
  assert.deepEqual(told.map(({ body }) => (JSON.parse(body) as unknown[]).length), [1]); // initialized
});

test("an LMS that does not answer at first is asked again", async () => {
  const lms = new FakeCmi5(UNIT);
  lms.lrs.down = true;
  const opening = visit(lms, { wait: 5000 });
  lms.lrs.down = false;
  lms.lrs.faults.push({ status: 503 }); // the launch data
  const { session } = await opening;
  assert.deepEqual([session.connection.place, lms.verbs()], ["lms", ["initialized"]]);
});

test("without launch data there is no session: no statement would be right", async () => {
  const lms = new FakeCmi5(UNIT);
  const search = lms.launch();
  for (const text of [null, "[]", "{}", "<html>", '{"contextTemplate": []}']) {
    lms.lrs.states.clear();
    if (text !== null) lms.lrs.states.set([AU, '{"objectType":"Agent","name":"Jo","account":{"homePage":"https://lms.example.org","name":"jo"}}', "6f2a1c52-6f5b-4c64-9d3e-0d5b6b0a6a01", "LMS.LaunchData"].join("\n"), text);
    const tab = new FakeStorage();
    lms.fetches.length = 0;
    assert.equal((await visit(lms, { search, tab })).session.connection.fault?.reason, "session-gone");
  }
  assert.deepEqual(lms.verbs(), []);
});

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

test("the result and the end go before answers that find no room, which the next session tells", async () => { // complaint 44
  const lms = new FakeCmi5(UNIT);
  const storage = new FakeStorage();
  const one = await visit(lms, { storage });
  lms.lrs.down = true;
  for (let i = 0; i < 120; i += 1) one.session.tell(answered("one", `q${i}`, "B", 1, { description: "x".repeat(800) }));
  one.session.tell(finished("one", 80));
  await one.clock.turn(0);
  lms.lrs.down = false;
  one.window.leave();
  await settle(one);
  const first = lms.verbs(1);
  assert.deepEqual([first[0], first.at(-1), first.includes("passed"), first.includes("completed")], ["initialized", "terminated", true, true]);
  const next = await visit(lms, { storage });
  await settle(next);
  assert.equal(lms.verbs().filter((verb) => verb === "answered").length, 120);
  assert.deepEqual(lms.offences, []);
});

test("an answer that the LMS has without our knowing does not keep the end of the next session from it", async () => {
  const lms = new FakeCmi5(UNIT);
  const storage = new FakeStorage();
  const first = await visit(lms, { storage });
  lms.lrs.faults.push("answer-lost");
  first.session.tell(answered("one", "q1"));
  await settle(first);
  first.window.leave();
  await settle(first);
  const { fetch } = lms;
  const lostUntilTheEnd: Fetch = (url, init) => (init.method === "POST" && url.endsWith("/statements") && !init.keepalive ? Promise.reject(new TypeError("lost")) : fetch(url, init));
  const second = await visit(Object.assign(lms, { fetch: lostUntilTheEnd }), { storage });
  await settle(second);
  second.window.leave();
  await settle(second);
  const third = await visit(Object.assign(lms, { fetch }), { storage });
  await settle(third);
  assert.deepEqual([lms.verbs(1), lms.verbs(2), lms.verbs(3)], [["initialized", "answered", "terminated"], ["initialized", "terminated"], ["initialized"]]);
  assert.deepEqual([third.session.connection.state, lms.offences], ["saved", []]);
});

test("the token is kept for the tab alone", async () => {
  const lms = new FakeCmi5(UNIT);
  const [storage, tab] = [new FakeStorage(), new FakeStorage()];
  const one = await visit(lms, { storage, tab });
  one.session.tell(finished("one", 80));
  await settle(one);
  one.window.leave();
  const [kept, ofTheTab] = [storage, tab].map(({ texts }) => [...texts].flat().join("\n"));
  assert.deepEqual([kept?.includes("dG9rZW4t"), ofTheTab?.includes("dG9rZW4t")], [false, true]);
});

test("a question to the tutor is a statement of its own, about the unit", async () => {
  const lms = new FakeCmi5(UNIT);
  const one = await visit(lms);
  assert.equal(one.session.recordsQuestions, true);
  one.session.tell({ kind: "asked", lesson: "one", question: "What is a brief?", answered: true });
  await settle(one);
  assert.deepEqual([lms.last("asked")?.object.id, lms.offences], [AU, []]);
});
