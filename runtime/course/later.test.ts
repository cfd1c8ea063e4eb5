import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { Later } from "./later.ts";

test("Of each kind only the last work is done, when its time has come, and none is lost at the end", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const done: string[] = [];
  const later = new Later();
  later.do("a", 100, () => done.push("a1"));
  later.do("b", 50, () => done.push("b1"));
  later.do("a", 100, () => done.push("a2"));
  mock.timers.tick(60);
  assert.deepEqual(done, ["b1"]);
  mock.timers.tick(60);
  assert.deepEqual(done, ["b1", "a2"]);
  later.do("a", 100, () => done.push("a3"));
  later.do("a", 0, () => done.push("a4"));
  later.do("b", 100, () => done.push("b2"));
  later.finish();
  mock.timers.tick(500);
  assert.deepEqual(done, ["b1", "a2", "a4", "b2"]);
  mock.timers.reset();
});
