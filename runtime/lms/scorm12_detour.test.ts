import assert from "node:assert/strict";
import test from "node:test";
import { detour } from "./scorm12_detour.ts";
import { isValid } from "../preview/limits/scorm12.ts";

const VALUES: Readonly<Record<string, readonly string[]>> = {
  "cmi.core.lesson_status": ["passed", "completed", "failed"],
  "cmi.core.score.raw": ["0", "69.99", "100"],
  "cmi.core.score.min": ["0"],
  "cmi.core.score.max": ["100"],
  "cmi.objectives.12.id": ["one", "x".repeat(255), `${"x".repeat(254)}_`],
  "cmi.objectives.12.status": ["passed"],
  "cmi.interactions.3.id": ["one.q1", "x".repeat(255)],
  "cmi.interactions.3.objectives.0.id": ["one"],
  "cmi.interactions.3.time": ["23:59:59", "00:00:00"],
  "cmi.interactions.3.type": ["choice", "performance"],
  "cmi.interactions.3.correct_responses.0.pattern": ["a,b"],
  "cmi.interactions.3.weighting": ["1", "100"],
  "cmi.interactions.3.student_response": ["t", "x".repeat(255)],
  "cmi.interactions.3.result": ["correct", "wrong", "neutral"],
  "cmi.interactions.3.latency": ["0000:00:03.50", "9999:59:59.99"],
};

test("a detour is another value, and one that the standard allows there", () => {
  for (const [element, values] of Object.entries(VALUES)) {
    for (const value of values) {
      const other = detour(element, value);
      assert.notEqual(other, null, element);
      assert.notEqual(other, value, element);
      assert.equal(isValid(element, other ?? ""), true, `${element}=${other}`);
    }
  }
});

test("the detour of a score is another number and rounds to the same grade", () => {
  for (const score of ["0", "69.99", "80", "100"]) {
    const other = Number(detour("cmi.core.score.raw", score));
    assert.notEqual(other, Number(score));
    assert.equal(Math.round(other * 100) / 100, Number(score));
  }
});

test("passed makes its detour by completed, not by anything that fails or reopens", () => { // complaint 13
  assert.equal(detour("cmi.core.lesson_status", "passed"), "completed");
});

test("exit, location and state make none", () => { // complaint 21
  for (const element of ["cmi.core.exit", "cmi.core.lesson_location", "cmi.suspend_data", "cmi.core.session_time"]) assert.equal(detour(element, "x"), null);
});
