import assert from "node:assert/strict";
import { test } from "node:test";
import { parseNumber } from "./parsed_number.ts";

const numbers: readonly [typed: string, value: number][] = [
  ["42", 42],
  [" 42 ", 42],
  ["+42", 42],
  ["-3", -3],
  ["\u22123", -3],
  ["\u20133,5", -3.5],
  ["- 3", -3],
  ["1.5", 1.5],
  ["1,5", 1.5],
  [".5", 0.5],
  [",5", 0.5],
  ["5.", 5],
  ["0,125", 0.125],
  ["1.125", 1.125],
  ["1 000", 1000],
  ["1\u202f000\u202f000,25", 1000000.25],
  ["1'000.5", 1000.5],
  ["1\u2019000", 1000],
  ["1,000,000", 1e6],
  ["1.000.000", 1e6],
  ["1,234.5", 1234.5],
  ["1.234,5", 1234.5],
  ["1234,567", 1234.567],
  ["1e3", 1000],
  ["2.5E-3", 0.0025],
  ["\u0664\u0662", 42],
  ["\u06f1\u06f2\u066b\u06f5", 12.5],
  ["\u0661\u066c\u0660\u0660\u0660", 1000],
  ["\u200f\u0664\u0662", 42],
  ["\uff14\uff12", 42],
  ["-0", 0],
  ["12,34,567", 1234567],
  ["1,23,456.5", 123456.5],
  ["\u0967\u0968,\u0969\u096a,\u096b\u096c\u096d", 1234567],
  ["\u0969.\u096b", 3.5],
  ["\u0663\u060c\u0665", 3.5],
  ["\u061c-\u0663\u066b\u0665", -3.5],
  ["\u0661\u066c\u0662\u0663\u0664\u066b\u0665", 1234.5],
];

for (const [typed, value] of numbers) {
  test(`"${typed}" is ${value}`, () => {
    assert.deepEqual(parseNumber(typed, ".", ",", null), { kind: "number", value });
  });
}

for (const typed of ["", ".", ",", "-", "e3", "four", "4 2", "1 00", "12 34 567", "1,23,45", "123,45,678", "1.2.3", "1,000 000", "4-2", "1e999", "0x10", "Infinity", "NaN", "1/2"]) {
  test(`"${typed}" is no number`, () => {
    assert.deepEqual(parseNumber(typed, ".", ",", null), { kind: "unclear" });
  });
}

test("\"9,000\" is nine thousand where the page's language writes it so, and \"9.000\" likewise", () => {
  assert.deepEqual(parseNumber("9,000", ".", ",", null), { kind: "number", value: 9000 });
  assert.deepEqual(parseNumber("9.000", ",", ".", null), { kind: "number", value: 9000 });
});

test("\"1.000\" on a page whose language writes neither 1.5 nor 1.000 is asked back, not guessed", () => {
  assert.deepEqual(parseNumber("1.000", ",", "\u202f", null), { kind: "ambiguous", whole: "1000", fraction: "1.000" });
});

test("The page's own decimal mark is never asked back", () => {
  assert.deepEqual(parseNumber("1,125", ",", ".", null), { kind: "number", value: 1.125 });
});

test("On a page with Arabic digits their own marks are read as they are, and a comma is asked back", () => {
  const read = (typed: string) => parseNumber(typed, "\u066b", "\u066c", null);
  assert.deepEqual(read("\u0661\u066b\u0662\u0663\u0664"), { kind: "number", value: 1.234 });
  assert.deepEqual(read("\u0661\u066c\u0662\u0663\u0664"), { kind: "number", value: 1234 });
  assert.deepEqual(read("\u0661\u060c\u0662\u0663\u0664"), { kind: "ambiguous", whole: "1234", fraction: "1.234" });
});

test("The unit may be typed along, before or behind, in any case", () => {
  assert.deepEqual(parseNumber("42 Tokens", ".", ",", "tokens"), { kind: "number", value: 42 });
  assert.deepEqual(parseNumber("$42", ".", ",", "$"), { kind: "number", value: 42 });
  assert.deepEqual(parseNumber("42 euros", ".", ",", "tokens"), { kind: "unclear" });
});
