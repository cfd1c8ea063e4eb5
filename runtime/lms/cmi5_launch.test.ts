import assert from "node:assert/strict";
import test from "node:test";
import { readCmi5Launch } from "./cmi5_launch.ts";

const ACTOR = { objectType: "Agent", account: { homePage: "https://lms.example.org", name: "1625378" } };
const LAUNCH = {
  endpoint: "https://lrs.example.org/xapi",
  fetch: "https://lms.example.org/fetch?session=1&key=a%2Fb",
  actor: JSON.stringify(ACTOR),
  registration: "6f2a1c52-6f5b-4c64-9d3e-0d5b6b0a6a01",
  activityId: "https://lms.example.org/activities/9",
};

function query(launch: Readonly<Record<string, string>>): string {
  return `?${new URLSearchParams(launch).toString()}`;
}

test("a launch is read in any order, among other parameters", () => {
  const expected = { ...LAUNCH, endpoint: "https://lrs.example.org/xapi/", actor: ACTOR };
  assert.deepEqual(readCmi5Launch(query(LAUNCH)), expected);
  assert.deepEqual(readCmi5Launch(query({ other: "1", ...Object.fromEntries(Object.entries(LAUNCH).reverse()) })), expected);
});

for (const name of Object.keys(LAUNCH)) {
  test(`without a ${name}, or with one that is none, there is no cmi5 launch`, () => {
    const { [name]: _, ...rest } = LAUNCH as Readonly<Record<string, string>>;
    assert.equal(readCmi5Launch(query(rest)), null);
    assert.equal(readCmi5Launch(query({ ...rest, [name]: "" })), null);
    if (name !== "registration") assert.equal(readCmi5Launch(query({ ...rest, [name]: "javascript" })), null);
  });
}
