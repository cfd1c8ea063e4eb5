import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { doWhenIdle } from "./idle.ts";

test("Pieces of work are done in turn, each when the browser is idle again, until they are not wanted any more", () => {
  const waiting: (() => void)[] = [];
  const done: string[] = [];
  let wanted = true;
  Object.assign(globalThis, { requestIdleCallback: (work: () => void) => waiting.push(work) });
  doWhenIdle(
    ["a", "b", "c"].map((name) => () => done.push(name)),
    () => wanted,
  );
  assert.deepEqual([done, waiting.length], [[], 1]);
  waiting.shift()?.();
  assert.deepEqual([done, waiting.length], [["a"], 1]);
  waiting.shift()?.();
  wanted = false;
  waiting.shift()?.();
  assert.deepEqual([done, waiting.length], [["a", "b"], 0]);
  Reflect.deleteProperty(globalThis, "requestIdleCallback");
});

test("A browser that does not say when it is idle does them a while after", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const done: string[] = [];
  doWhenIdle([() => done.push("a")]);
  mock.timers.tick(1000);
  assert.deepEqual(done, []);
  mock.timers.tick(1000);
  assert.deepEqual(done, ["a"]);
  mock.timers.reset();
});
