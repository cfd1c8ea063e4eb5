import assert from "node:assert/strict";
import test from "node:test";
import { FakePort } from "../session/testing/fake_port.ts";
import { connect } from "./connect.ts";
import { NoLms } from "./port.ts";

function failing(error: Error): FakePort {
  return Object.assign(new FakePort(), { open: () => Promise.reject(error) });
}

test("the first port that opens is used, and those after it are left alone", async () => {
  const [first, second, third] = [failing(new NoLms("none")), new FakePort(), new FakePort()];
  assert.equal((await connect([first, second, third])).port, second);
  assert.equal(third.opens, 0);
});

test("a port that fails in some other way does not take the lesson away", async () => {
  const last = new FakePort();
  assert.equal((await connect([failing(new TypeError("a fault of ours")), last])).port, last);
});
