import assert from "node:assert/strict";
import test from "node:test";
import type { Objective, Report } from "./port.ts";
import { duration, judged, progressMeasure, rankOfMeasure, timestamp } from "./scorm2004_values.ts";
import { isValid } from "../preview/limits/scorm2004.ts";

const NOBODY = { passingScore: null, completionThreshold: null };

function report(changes: Partial<Report>): Report {
  return { state: "", location: "", completion: "incomplete", success: "unknown", score: null, interactions: [], objectives: [], sessionTime: 0, exit: "suspend", ...changes };
}

function lesson(completion: Objective["completion"]): Objective {
  return { id: "one", iri: "https://example.org/one", title: "One", completion, success: "unknown", score: null };
}

test("a duration is ISO 8601 with all its parts and always two decimals", () => { // complaint 17
  assert.deepEqual([0, 1.5, 59.999, 3661.07, 360000, -3].map(duration), [
    "PT0H0M0.00S", "PT0H0M1.50S", "PT0H1M0.00S", "PT1H1M1.07S", "PT100H0M0.00S", "PT0H0M0.00S",
  ]);
});

test("a timestamp has two decimals and a zone, and no bare Z, which Moodle refuses", () => {
  assert.equal(timestamp(Date.UTC(2026, 0, 2, 3, 4, 5, 678)), "2026-01-02T03:04:05.67+00:00");
  const taken = [timestamp(0), "2026-01-02T03:04:05Z", "2026-01-02T03:04:05.678Z"].map((text) => isValid("cmi.interactions.0.timestamp", text));
  assert.deepEqual(taken, [true, false, false]);
});

test("a result is judged by the LMS's mark where it has one, and stays without verdict where ours has none", () => { // complaint 12
  const at = (score: number | null, success: Report["success"], passingScore: number | null): string => judged(report({ score, success }), { ...NOBODY, passingScore });
  assert.deepEqual([at(70, "passed", null), at(70, "passed", 0.7), at(75, "passed", 0.8), at(65, "failed", 0.6)], ["passed", "passed", "failed", "passed"]);
  assert.deepEqual([at(75, "unknown", 0.7), at(null, "passed", 0.7)], ["unknown", "passed"]);
});

test("progress is the share of lessons done, 1 when completed and never before, and never falls", () => {
  const objectives = [lesson("completed"), lesson("incomplete")];
  assert.equal(progressMeasure(report({ objectives }), 4, 0, NOBODY), 0.25);
  assert.equal(progressMeasure(report({ objectives }), 4, 0.5, NOBODY), 0.5);
  assert.equal(progressMeasure(report({ completion: "completed" }), 4, 0, NOBODY), 1);
  // All lessons done, and still not completed: the report is `passed-incomplete`, and the learner has failed.
  assert.equal(progressMeasure(report({ objectives: [lesson("completed")] }), 1, 0, NOBODY), 0.99);
  assert.ok(progressMeasure(report({ objectives: [lesson("completed")] }), 1, 0, { ...NOBODY, completionThreshold: 0.6 }) < 0.6);
});

test("a measure on a detour is no higher than before, and less than all of it is lower", () => {
  assert.deepEqual(["0.57", "0.5700001", "1", "0.9999999", "", "x"].map(rankOfMeasure), [5700, 5700, 10000, 9999, null, null]);
});
