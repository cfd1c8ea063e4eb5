import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeClock } from "../session/testing/fake_clock.ts";
import { Countdown, extensionOf } from "./countdown.ts";

const MINUTE = 60;

interface Run {
  readonly clock: FakeClock;
  readonly countdown: Countdown;
  /** What was called, with the seconds left. */
  readonly said: string[];
}

function run(limit: number, given: { left?: number; extensible?: boolean } = {}): Run {
  const clock = new FakeClock();
  const said: string[] = [];
  const say = (what: string): void => void said.push(`${what} ${countdown.left}`);
  const countdown: Countdown = new Countdown(clock, limit, given.left ?? limit, given.extensible ?? true, {
    changed: () => undefined,
    passed: (last) => say(last ? "warned" : "told"),
    keep: () => say("kept"),
    over: () => say("over"),
  });
  return { clock, countdown, said };
}

const spoken = ({ said }: Run): string[] => said.filter((words) => !words.startsWith("kept"));

test("Twenty minutes are told at half and at five minutes, warned of at one, and then over", async () => {
  const twenty = run(20 * MINUTE);
  await twenty.clock.turn(20 * MINUTE * 1000);
  assert.deepEqual(spoken(twenty), ["told 600", "told 300", "warned 60", "over 0"]);
});

test("One minute is warned of at its half, twenty seconds before its end at least", async () => {
  const one = run(MINUTE);
  await one.clock.turn(MINUTE * 1000);
  assert.deepEqual(spoken(one), ["warned 30", "over 0"]);
});

test("The time left is kept once a minute", async () => {
  const three = run(3 * MINUTE);
  await three.clock.turn(3 * MINUTE * 1000);
  assert.deepEqual(three.said.filter((words) => words.startsWith("kept")), ["kept 120", "kept 60"]);
});

test("The computer's clock set back gives no more time", async () => {
  const two = run(2 * MINUTE);
  await two.clock.turn(30_000);
  two.clock.setDate(two.clock.date() - 3_600_000);
  await two.clock.turn(90_000);
  assert.equal(two.countdown.left, 0);
});

test("A request gives a quarter of the limit in whole minutes, and can be made ten times and more", async () => {
  assert.deepEqual([20, 10, 1].map((minutes) => extensionOf(minutes * MINUTE) / MINUTE), [5, 3, 1]);
  const one = run(MINUTE);
  for (let time = 0; time < 12; time++) {
    await one.clock.turn(45_000);
    one.countdown.extend();
  }
  assert.equal(one.countdown.left, MINUTE + 12 * (MINUTE - 45));
  assert.equal(one.said.includes("over 0"), false);
});

test("More time is warned of again before it is over", async () => {
  const two = run(2 * MINUTE);
  await two.clock.turn(110_000);
  two.countdown.extend();
  await two.clock.turn(70_000);
  assert.deepEqual(spoken(two), ["warned 60", "warned 60", "over 0"]);
});

test("Who comes back with seconds left is warned and has twenty seconds to ask for more", async () => {
  const late = run(20 * MINUTE, { left: 3 });
  await late.clock.turn(1000);
  assert.deepEqual(late.said, ["warned 20"]);
  await late.clock.turn(19_000);
  assert.equal(late.countdown.left, 1);
});

test("A computer that slept over the warning gives it when it wakes", async () => {
  const slept = run(20 * MINUTE);
  slept.clock.sleep(3_600_000);
  await slept.clock.turn(0);
  assert.deepEqual(spoken(slept), ["warned 20"]);
});

test("Where nobody may ask for more, the time is over when it is over", async () => {
  const strict = run(20 * MINUTE, { left: 3, extensible: false });
  await strict.clock.turn(3000);
  assert.deepEqual(strict.said, ["warned 2", "over 0"]);
  const slept = run(20 * MINUTE, { extensible: false });
  slept.clock.sleep(3_600_000);
  await slept.clock.turn(0);
  assert.deepEqual(slept.said, ["over 0"]);
});

test("A countdown that was stopped says nothing more", async () => {
  const stopped = run(MINUTE);
  stopped.countdown.stop();
  await stopped.clock.turn(2 * MINUTE * 1000);
  assert.deepEqual(stopped.said, []);
});
