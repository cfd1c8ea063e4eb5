/** The adapter against the emulated run-time that several LMSs embed. */
import assert from "node:assert/strict";
import test from "node:test";
import * as scormAgain from "scorm-again/scorm12";
import type Scorm12Class from "scorm-again/scorm12";
import { openSession } from "../session/session.ts";
import { FakeClock } from "../session/testing/fake_clock.ts";
import { FakeStorage } from "../session/testing/fake_storage.ts";
import { FakeWindow } from "../session/testing/fake_window.ts";
import { answered, finished, pageData } from "../session/testing/samples.ts";
import { Scorm12 } from "./scorm12.ts";

/** The package's types tell of a default export; its module has a named one. */
const { Scorm12API } = scormAgain as unknown as { Scorm12API: typeof Scorm12Class };

const SETTINGS = { autocommit: false, logLevel: 5 } as const;

test("scorm-again takes a whole visit without one error, and gives it back at the next", async () => {
  const api = new Scorm12API(SETTINGS);
  const errors: string[] = [];
  api.on("LMSSetValue", () => {
    const code = api.LMSGetLastError();
    if (code !== "0") errors.push(code);
  });
  const window = new FakeWindow();
  const clock = new FakeClock();
  const environment = { window, clock, storage: new FakeStorage() };
  const session = await openSession(pageData(), [new Scorm12(environment, { API: api })], environment);
  session.tell(answered("one", "q1"));
  session.tell(answered("one", "q2", "D", 0, { type: "true-false", response: { kind: "boolean", value: true }, correct: { kind: "boolean", value: false }, result: "incorrect" }));
  session.tell(answered("one", "q3", "E", 1, { type: "numeric", response: { kind: "number", value: 42, typed: "42" }, correct: { kind: "number", min: 40, max: 44 } }));
  session.tell(answered("one", "q4", "F", 1, { type: "fill-in", response: { kind: "text", values: ["x"] }, correct: { kind: "text", values: [["x"]], caseMatters: false } }));
  await clock.turn(0);
  session.tell(finished("one", 75));
  await clock.turn(0);
  assert.equal(session.connection.state, "saved", JSON.stringify(session.connection.fault));
  assert.equal(api.LMSGetValue("cmi.core.lesson_status"), "passed");
  assert.equal(api.LMSGetValue("cmi.core.score.raw"), "75");
  assert.equal(api.LMSGetValue("cmi.interactions._count"), "4");
  const kept = JSON.parse(JSON.stringify(api.cmi)) as { core: object; suspend_data: string };
  window.leave();
  assert.deepEqual(errors, []);

  const next = new Scorm12API(SETTINGS);
  next.loadFromJSON({ core: { lesson_status: "passed", score: { raw: "75" } }, suspend_data: kept.suspend_data }, "cmi");
  const again = { window: new FakeWindow(), clock: new FakeClock(), storage: new FakeStorage() };
  const resumed = await openSession(pageData(), [new Scorm12(again, { API: next })], again);
  assert.equal(resumed.progress("one").best, 75);
  assert.equal(resumed.connection.passed, true);
});
