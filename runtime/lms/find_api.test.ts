import assert from "node:assert/strict";
import test from "node:test";
import { FakeClock } from "../session/testing/fake_clock.ts";
import type { ApiWindow } from "./find_api.ts";
import { findApi, waitForApi } from "./find_api.ts";
import { SCORM12_API } from "./scorm12.ts";
import { FakeScorm12 } from "./testing/fake_scorm12.ts";

const API = new FakeScorm12().launch();

type Loose = { -readonly [key in keyof ApiWindow]: ApiWindow[key] };

/** Frames in frames, the first the outermost; the last one is returned. */
function frames(count: number, outermost: Loose = {}): Loose {
  let inner: Loose = { ...outermost };
  inner.parent = inner;
  const top = inner;
  for (let i = 1; i < count; i += 1) inner = { parent: inner, top };
  return inner;
}

function crossOrigin(): ApiWindow {
  return new Proxy({}, { get: () => { throw new DOMException("cross-origin", "SecurityError"); } });
}

test("the API is found in the page's own window", () => {
  assert.equal(findApi({ API }, SCORM12_API)?.api, API);
});

test("the API is found five frames up", () => {
  assert.equal(findApi(frames(6, { API }), SCORM12_API)?.api, API);
});

test("the API is found in the window that opened the page, and in that one's parents", () => { // complaint 10
  assert.equal(findApi({ opener: { API } }, SCORM12_API)?.api, API);
  assert.equal(findApi({ opener: frames(3, { API }) }, SCORM12_API)?.api, API);
});

test("the API is found in the opener of the outermost frame", () => {
  const top: Loose = { opener: { API } };
  top.parent = top;
  assert.equal(findApi({ parent: { parent: top }, top }, SCORM12_API)?.api, API);
});

test("frames of another origin on the way do not stop the search", () => { // complaint 9
  assert.equal(findApi({ parent: crossOrigin(), opener: { API } }, SCORM12_API)?.api, API);
  assert.equal(findApi({ parent: crossOrigin(), top: { API } }, SCORM12_API)?.api, API);
  assert.equal(findApi({ parent: crossOrigin(), top: crossOrigin(), opener: crossOrigin() }, SCORM12_API), null);
});

test("with the API comes when its page was opened, where that can be told", () => {
  const performance = { timeOrigin: 1767312000000.5 };
  assert.equal(findApi({ parent: { API, performance } }, SCORM12_API)?.since, 1767312000000.5);
  assert.equal(findApi({ parent: { API } }, SCORM12_API)?.since, null);
});

test("a chain of windows without end is given up", () => {
  const endless: ApiWindow = { get parent() { return { parent: endless }; } };
  assert.equal(findApi(endless, SCORM12_API), null);
});

test("something else that is called API is not taken for one", () => {
  assert.equal(findApi({ API: { version: 1 } }, SCORM12_API), null);
  assert.equal(findApi({ API: null }, SCORM12_API), null);
});

test("an API that comes late is waited for, up to two seconds", async () => { // complaint 38
  const clock = new FakeClock();
  const parent: Loose = {};
  parent.parent = parent;
  const found = waitForApi({ parent }, SCORM12_API, clock);
  await clock.turn(1900);
  parent.API = API;
  await clock.turn(200);
  assert.equal((await found)?.api, API);
});

test("after two seconds the page goes on without", async () => {
  const clock = new FakeClock();
  const found = waitForApi({ parent: {} }, SCORM12_API, clock);
  await clock.turn(2100);
  assert.equal(await found, null);
});

test("a page that stands alone does not wait", async () => {
  const alone: Loose = {};
  alone.parent = alone;
  assert.equal(await waitForApi(alone, SCORM12_API, new FakeClock()), null);
});
