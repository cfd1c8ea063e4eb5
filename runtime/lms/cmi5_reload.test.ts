/** A cmi5 session over reloads, lost tokens and an LMS that does not answer. */
import assert from "node:assert/strict";
import test from "node:test";
import { FakeStorage } from "../session/testing/fake_storage.ts";
import { answered, finished } from "../session/testing/samples.ts";
import type { Fetch } from "./lrs_request.ts";
import { AU, FakeCmi5 } from "./testing/fake_cmi5.ts";
import { UNIT, visit, settle } from "./testing/cmi5_visit.ts";

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
