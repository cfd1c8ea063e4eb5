import assert from "node:assert/strict";
import test from "node:test";
import { readLaunchParameters } from "./launch_parameters.ts";

const ACTOR = JSON.stringify({ objectType: "Agent", name: "Jo", mbox: "mailto:jo@example.org" });

function launch(changes: Record<string, string> = {}): ReturnType<typeof readLaunchParameters> {
  return readLaunchParameters(`?${new URLSearchParams({ endpoint: "https://lrs.example.org/xapi/", auth: "Basic a2V5", actor: ACTOR, ...changes }).toString()}`);
}

test("an endpoint ends in a slash, whether it came with one or not", () => { // complaint 43
  assert.equal(launch()?.endpoint, "https://lrs.example.org/xapi/");
  assert.equal(launch({ endpoint: "https://lrs.example.org/xapi" })?.endpoint, "https://lrs.example.org/xapi/");
});

test("credentials come as Basic or as a bare token", () => {
  assert.equal(launch()?.auth, "Basic a2V5");
  assert.equal(launch({ auth: "a2V5" })?.auth, "Basic a2V5");
  assert.equal(launch({ auth: "Bearer t.o.k" })?.auth, "Bearer t.o.k");
});

test("a plus of base64 that was not escaped is put back", () => {
  const query = `?endpoint=https%3A%2F%2Flrs%2F&actor=${encodeURIComponent(ACTOR)}&auth=`;
  assert.equal(readLaunchParameters(`${query}Basic%20a+b+c==`)?.auth, "Basic a+b+c==");
  assert.equal(readLaunchParameters(`${query}a+b==`)?.auth, "Basic a+b==");
});

test("an actor whose name and identifier are arrays is an actor", () => {
  assert.deepEqual(launch({ actor: '{"name":["Jo"],"mbox":["jo@example.org"]}' })?.actor, { objectType: "Agent", name: "Jo", mbox: "mailto:jo@example.org" });
  const old = '{"account":[{"accountServiceHomePage":"https://lms.example.org","accountName":"7"}]}';
  assert.deepEqual(launch({ actor: old })?.actor, { objectType: "Agent", account: { homePage: "https://lms.example.org", name: "7" } });
});

test("a grouping that is no absolute IRI is none", () => {
  assert.equal(launch({ grouping: "https://lms.example.org/p/7" })?.grouping, "https://lms.example.org/p/7");
  assert.deepEqual([launch()?.grouping, launch({ grouping: "program 7" })?.grouping], [null, null]);
});

test("registration, activity and platform may be missing", () => {
  assert.deepEqual([launch()?.registration, launch()?.activityId, launch()?.platform], [null, null, null]);
  assert.equal(launch({ registration: "r1" })?.registration, "r1");
});

test("without endpoint, credentials or a readable actor there is no launch", () => { // complaint 53
  for (const missing of [{ endpoint: "" }, { auth: "" }, { actor: "" }, { actor: "{" }, { actor: "null" }, { actor: '{"name":"Jo"}' }, { endpoint: "javascript:alert(1)" }]) {
    assert.equal(launch(missing as Record<string, string>), null, JSON.stringify(missing));
  }
  assert.equal(readLaunchParameters(""), null);
});
