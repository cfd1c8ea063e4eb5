import assert from "node:assert/strict";
import { test } from "node:test";
import { readableName } from "./learner_name.ts";

test("A name from SCORM, last name first, is shown as people say it; any other stays as it is", () => {
  for (const [given, shown] of [
    ["Okafor, Amina", "Amina Okafor"],
    ["  van der Berg ,  Jan  Piet ", "Jan Piet van der Berg"],
    ["Amina Okafor", "Amina Okafor"],
    ["King, Jr.", "King, Jr."],
    ["Okafor,", "Okafor,"],
    ["a, b, c", "a, b, c"],
    ["王, 小明", "王小明"],
    ["김, 민준", "김민준"],
    ["", ""],
  ] as const) {
    assert.equal(readableName(given), shown);
  }
});
