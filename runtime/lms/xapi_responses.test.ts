import assert from "node:assert/strict";
import test from "node:test";
import type { Interaction } from "./port.ts";
import { interaction } from "../session/testing/samples.ts";
import { optionId } from "./component_ids.ts";
import { definitionOf, responseOf } from "./xapi_responses.ts";

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

test("pairs are joined by [.], and the definition tells what sources and targets say", () => {
  const response = { kind: "pairs", chosen: [1, null], sources: ["Dog", "Cat"], targets: ["meows", "barks"] } as const;
  const matching = interaction("one", "q1", { type: "matching", response, correct: { kind: "pairs", chosen: [1, 0] } });
  assert.equal(responseOf(matching), "1[.]b");
  const { interactionType, correctResponsesPattern, source, target } = definitionOf(matching, "en");
  assert.deepEqual([interactionType, correctResponsesPattern], ["matching", ["1[.]b[,]2[.]a"]]);
  assert.deepEqual(source, [{ id: "1", description: { en: "Dog" } }, { id: "2", description: { en: "Cat" } }]);
  assert.deepEqual(target, [{ id: "a", description: { en: "meows" } }, { id: "b", description: { en: "barks" } }]);
});

test("a sequence is the items' ids in order, its items are the definition's choices", () => {
  const response = { kind: "order", order: [1, 0], items: ["End", "Start"] } as const;
  const sequence = interaction("one", "q1", { type: "sequencing", response, correct: { kind: "order", order: [1, 0] } });
  assert.equal(responseOf(sequence), "b[,]a");
  const { correctResponsesPattern, choices } = definitionOf(sequence, "en");
  assert.deepEqual(correctResponsesPattern, ["b[,]a"]);
  assert.deepEqual(choices, [{ id: "a", description: { en: "End" } }, { id: "b", description: { en: "Start" } }]);
});

test("a rating is a point of the scale, and no pattern is given", () => {
  const rating = interaction("one", "q1", { type: "likert", response: { kind: "rating", chosen: 1, scale: ["No", "Yes"] }, correct: { kind: "none" } });
  assert.equal(responseOf(rating), "2");
  assert.deepEqual(definitionOf(rating, "en"), {
    type: "http://adlnet.gov/expapi/activities/cmi.interaction",
    description: { en: "Which one?" },
    interactionType: "likert",
    scale: [{ id: "1", description: { en: "No" } }, { id: "2", description: { en: "Yes" } }],
  });
});

test("an answer in sentences goes whole, whatever its length", () => {
  const text = "One sentence, and another. ".repeat(100);
  const long = interaction("one", "q1", { type: "long-fill-in", response: { kind: "long-text", text, check: "yes" }, correct: { kind: "none" } });
  assert.equal(responseOf(long), text);
  assert.equal(definitionOf(long, "en")["interactionType"], "long-fill-in");
});

test("a performance tells of every step whether it is done", () => {
  const response = { kind: "steps", done: [1], steps: ["Open it", "Save it"] } as const;
  const performance = interaction("one", "q1", { type: "performance", response, correct: { kind: "steps", count: 2 } });
  assert.equal(responseOf(performance), "a[.]false[,]b[.]true");
  const { correctResponsesPattern, steps } = definitionOf(performance, "en");
  assert.deepEqual(correctResponsesPattern, ["a[.]true[,]b[.]true"]);
  assert.deepEqual(steps, [{ id: "a", description: { en: "Open it" } }, { id: "b", description: { en: "Save it" } }]);
});
