/** The adapter against the emulated run-time that several LMSs embed. */
import assert from "node:assert/strict";
import test from "node:test";
import * as scormAgain from "scorm-again/scorm12";
import type Scorm12Class from "scorm-again/scorm12";
import * as scormAgain2004 from "scorm-again/scorm2004";
import type Scorm2004Class from "scorm-again/scorm2004";
import { openSession } from "../session/session.ts";
import { FakeClock } from "../session/testing/fake_clock.ts";
import { FakeStorage } from "../session/testing/fake_storage.ts";
import { FakeWindow } from "../session/testing/fake_window.ts";
import { answered, finished, pageData } from "../session/testing/samples.ts";
import type { ApiWindow } from "./find_api.ts";
import { Scorm12 } from "./scorm12.ts";
import { Scorm2004 } from "./scorm2004.ts";

/** The package's types tell of default exports; its modules have named ones. */
const { Scorm12API } = scormAgain as unknown as { Scorm12API: typeof Scorm12Class };
const { Scorm2004API } = scormAgain2004 as unknown as { Scorm2004API: typeof Scorm2004Class };

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

test("scorm-again takes a whole visit of SCORM 2004 without one error, judges it as we do, and gives it back at the next", async () => { // complaint 14
  const api = new Scorm2004API({ ...SETTINGS, scaled_passing_score: 0.7 } as typeof SETTINGS);
  const errors: string[] = [];
  const watched = new Proxy(api, {
    get: (target, name) => {
      const method: unknown = Reflect.get(target, name);
      if (name !== "SetValue" || typeof method !== "function") return method;
      return (element: string, value: string): unknown => {
        const answer: unknown = api.SetValue(element, value);
        if (api.GetLastError() !== "0") errors.push(`${api.GetLastError()} ${element}=${value}`);
        return answer;
      };
    },
  });
  const environment = { window: new FakeWindow(), clock: new FakeClock(), storage: new FakeStorage() };
  const session = await openSession(pageData(), [new Scorm2004(environment, { API_1484_11: watched }, 1)], environment);
  session.tell(answered("one", "q1", "B", 1, { response: { kind: "choices", chosen: [0, 2], options: ["x", "y", "z"] }, correct: { kind: "choices", chosen: [0, 2] } }));
  session.tell(answered("one", "q2", "D", 0, { type: "true-false", response: { kind: "boolean", value: true }, correct: { kind: "boolean", value: false }, result: "incorrect" }));
  session.tell(answered("one", "q3", "E", 1, { type: "numeric", response: { kind: "number", value: 42, typed: "42" }, correct: { kind: "number", min: 40, max: 44 } }));
  session.tell(answered("one", "q4", "F", 1, { type: "fill-in", response: { kind: "text", values: ["x", "y"] }, correct: { kind: "text", values: [["x"], ["y", "z"]], caseMatters: false } }));
  session.tell(answered("one", "q5", "G", 1, { type: "matching", response: { kind: "pairs", chosen: [1, 0], sources: ["A", "B"], targets: ["x", "y"] }, correct: { kind: "pairs", chosen: [1, 0] } }));
  session.tell(answered("one", "q6", "H", 1, { type: "sequencing", response: { kind: "order", order: [1, 0], items: ["A", "B"] }, correct: { kind: "order", order: [0, 1] } }));
  session.tell(answered("one", "q7", "I", null, { type: "likert", response: { kind: "rating", chosen: 2, scale: ["a", "b", "c"] }, correct: { kind: "none" }, result: "neutral" }));
  session.tell(answered("one", "q8", "J", null, { type: "long-fill-in", response: { kind: "long-text", text: "In a few words.", check: null }, correct: { kind: "none" }, result: "neutral" }));
  session.tell(answered("one", "q9", "K", 1, { type: "performance", response: { kind: "steps", done: [0, 1], steps: ["A", "B"] }, correct: { kind: "steps", count: 2 } }));
  await environment.clock.turn(0);
  session.tell(finished("one", 75));
  await environment.clock.turn(0);
  assert.deepEqual(errors, []);
  assert.equal(session.connection.state, "saved", JSON.stringify(session.connection.fault));
  const told = ["completion_status", "success_status", "score.raw", "score.scaled", "interactions._count"].map((name) => String(api.GetValue(`cmi.${name}`)));
  assert.deepEqual(told, ["completed", "passed", "75", "0.75", "9"]);
  const state = String(api.GetValue("cmi.suspend_data"));
  environment.window.leave();

  const next = new Scorm2004API(SETTINGS);
  next.loadFromJSON({ completion_status: "completed", success_status: "passed", score: { raw: "75", scaled: "0.75" }, suspend_data: state }, "cmi");
  const again = { window: new FakeWindow(), clock: new FakeClock(), storage: new FakeStorage() };
  const resumed = await openSession(pageData(), [new Scorm2004(again, { API_1484_11: next } as ApiWindow, 1)], again);
  assert.equal(resumed.progress("one").best, 75);
  assert.equal(resumed.connection.passed, true);
});
