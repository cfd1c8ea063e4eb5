import assert from "node:assert/strict";
import test from "node:test";
import { detour } from "./scorm2004_detour.ts";
import { isValid } from "../preview/limits/scorm2004.ts";
import { isPattern, isResponse } from "./testing/scorm2004_data_model.ts";

const VALUES: Readonly<Record<string, readonly string[]>> = {
  "cmi.completion_status": ["completed"],
  "cmi.success_status": ["passed", "failed"],
  "cmi.progress_measure": ["0", "0.25", "1"],
  "cmi.score.raw": ["0", "69.99", "100"],
  "cmi.score.scaled": ["0", "0.6999", "1"],
  "cmi.score.min": ["0"],
  "cmi.score.max": ["100"],
  "cmi.objectives.3.completion_status": ["completed"],
  "cmi.objectives.3.score.scaled": ["1"],
  "cmi.objectives.3.description": ["One", "x".repeat(250)],
  "cmi.interactions.3.id": ["one.q1", "x".repeat(255)],
  "cmi.interactions.3.objectives.0.id": ["one"],
  "cmi.interactions.3.timestamp": ["2026-01-02T03:04:05.67+00:00", "2026-01-02T03:04:05.00+00:00"],
  "cmi.interactions.3.type": ["choice", "other"],
  "cmi.interactions.3.weighting": ["1"],
  "cmi.interactions.3.result": ["correct", "incorrect", "neutral"],
  "cmi.interactions.3.latency": ["PT0H0M3.50S"],
  "cmi.interactions.3.description": ["Which one?"],
};

const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  "true-false": ["true", "false"],
  "choice": ["a[,]c"],
  "matching": ["1[.]c[,]3[.]a"],
  "performance": ["a[.]false[,]b[.]true"],
  "sequencing": ["b[,]a"],
  "likert": ["3"],
  "numeric": ["42", "-0.5"],
  "fill-in": ["a[,]b"],
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

test("the detour of an answer fits its type, which may have stayed", () => {
  for (const [type, values] of Object.entries(ANSWERS)) {
    for (const value of values) {
      const other = detour("cmi.interactions.3.learner_response", value) ?? "";
      assert.notEqual(other, value);
      assert.ok(isResponse(type, other), `${type}: ${other}`);
    }
  }
  for (const range of ["1[:]2.5", "40[:]44", "-3[:]-3"]) assert.ok(isPattern("numeric", detour("cmi.interactions.3.correct_responses.0.pattern", range) ?? "", 0), range);
});

test("an objective's id makes none, for it is written once; exit, location and state neither", () => { // complaint 21
  for (const element of ["cmi.objectives.3.id", "cmi.exit", "cmi.location", "cmi.suspend_data", "cmi.session_time"]) assert.equal(detour(element, "x"), null);
});
