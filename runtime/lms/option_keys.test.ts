import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { interaction } from "../session/testing/samples.ts";
import { optionId } from "./component_ids.ts";
import { studentResponse } from "./scorm12_responses.ts";

const { keys } = JSON.parse(readFileSync(new URL("../../tests/golden/option_keys.json", import.meta.url), "utf8")) as { keys: string[] };

test("xAPI's option ids are those of the golden file that Python's tincan.xml follows too", () => {
  assert.equal(keys.length, 100);
  assert.deepEqual(keys.map((_, index) => optionId(index)), keys);
});

test("SCORM 1.2 names an option by the same character", () => { // complaint 15
  const options = keys.slice(0, 36);
  const response = { kind: "choices", chosen: options.map((_, index) => index), options } as const;
  assert.equal(studentResponse(interaction("l", "q", { response })), options.join(","));
});
