import assert from "node:assert/strict";
import test from "node:test";
import type { Interaction } from "./port.ts";
import { interaction } from "../session/testing/samples.ts";
import { definitionOf, optionId, responseOf } from "./xapi_responses.ts";

function patterns(changes: Partial<Interaction>): unknown {
  return definitionOf(interaction("one", "q1", changes), "en")["correctResponsesPattern"];
}

test("options are called by the author's order, beyond z by digits, beyond 9 by numbers", () => {
  assert.deepEqual([0, 25, 26, 35, 36, 99].map(optionId), ["a", "z", "0", "9", "37", "100"]);
});

test("a choice is the options' ids, and the definition tells what they say", () => { // complaint 36
  const choice = interaction("one", "q1", { response: { kind: "choices", chosen: [0, 2], options: ["Red", "Green", "Blue"] } });
  assert.equal(responseOf(choice), "a[,]c");
  assert.deepEqual(definitionOf(choice, "en"), {
    type: "http://adlnet.gov/expapi/activities/cmi.interaction",
    description: { en: "Which one?" },
    interactionType: "choice",
    correctResponsesPattern: ["b"],
    choices: [{ id: "a", description: { en: "Red" } }, { id: "b", description: { en: "Green" } }, { id: "c", description: { en: "Blue" } }],
  });
});

test("true and false are written out", () => {
  assert.equal(responseOf(interaction("one", "q1", { response: { kind: "boolean", value: false } })), "false");
  assert.deepEqual(patterns({ correct: { kind: "boolean", value: true } }), ["true"]);
});

test("texts of several blanks are joined, and every accepted combination is a pattern", () => {
  assert.equal(responseOf(interaction("one", "q1", { response: { kind: "text", values: ["a", "b"] } })), "a[,]b");
  assert.deepEqual(patterns({ correct: { kind: "text", values: [["x", "y"], ["z"]], caseMatters: false } }), ["{case_matters=false}x[,]z", "{case_matters=false}y[,]z"]);
  const many = Array.from({ length: 9 }, (_, i) => String(i));
  assert.equal((patterns({ correct: { kind: "text", values: [many, many, many], caseMatters: true } }) as string[]).length, 20);
});

test("a number is a number, and what is right is a range", () => {
  assert.equal(responseOf(interaction("one", "q1", { response: { kind: "number", value: 42, typed: "42,0" } })), "42");
  assert.deepEqual(patterns({ correct: { kind: "number", min: 40, max: 44.5 } }), ["40[:]44.5"]);
});
