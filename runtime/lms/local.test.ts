import assert from "node:assert/strict";
import test from "node:test";
import { FakeClock } from "../session/testing/fake_clock.ts";
import { FakeStorage } from "../session/testing/fake_storage.ts";
import { FakeWindow } from "../session/testing/fake_window.ts";
import { MemoryStore } from "../session/storage.ts";
import { Local } from "./local.ts";
import type { Report } from "./port.ts";

const REPORT: Report = { state: "1AAB...~", location: "one", completion: "completed", success: "passed", score: 80, interactions: [], objectives: [], sessionTime: 1, exit: "suspend" };

function local(storage = new FakeStorage(), unit = "u1"): Local {
  return new Local({ window: new FakeWindow(), clock: new FakeClock(), storage }, unit);
}

test("what was saved is there when the page is opened again", async () => {
  const storage = new FakeStorage();
  await local(storage).save(REPORT);
  const { state, location, score, success } = await local(storage).open();
  assert.deepEqual([state, location, score, success], [REPORT.state, "one", 80, "passed"]);
});

test("two units in one browser do not share results", async () => { // complaint 37
  const storage = new FakeStorage();
  await local(storage).save(REPORT);
  assert.equal((await local(storage, "u2").open()).state, "");
});

test("on a web site the browser is where results belong", async () => {
  const environment = { window: new FakeWindow(), clock: new FakeClock(), storage: new FakeStorage() };
  assert.equal((await new Local(environment, "u1", ["site", "nowhere"]).open()).place, "site");
  assert.equal((await new Local({ ...environment, storage: new MemoryStore() }, "u1", ["site", "nowhere"]).open()).place, "nowhere");
});

test("a storage that is full is told", async () => {
  const storage = new FakeStorage();
  storage.denied = true;
  assert.deepEqual(await local(storage).save(REPORT).then((saved) => saved.ok), false);
});

test("where the browser keeps nothing the place is called memory", async () => { // complaint 53
  const port = new Local({ window: new FakeWindow(), clock: new FakeClock(), storage: new MemoryStore() }, "u1");
  assert.equal((await port.open()).place, "memory");
  assert.equal((await port.save(REPORT)).ok, true);
});

test("results that cannot be read are read as none", async () => {
  const storage = new FakeStorage();
  storage.set("scormpack:results:u1", "{");
  assert.equal((await local(storage).open()).state, "");
});
