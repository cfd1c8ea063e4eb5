import assert from "node:assert/strict";
import { test } from "node:test";
import type { Refusal } from "../lms/port.ts";
import type { Connection } from "../session/events.ts";
import { noticeOf } from "./banner.ts";

// Without messages each text is its key's last words.
const notice = (given: Partial<Connection>): ReturnType<typeof noticeOf> =>
  noticeOf({ place: "lms", state: "saved", fault: null, score: null, passed: null, completed: false, ...given });
const fault = (reason: Refusal["reason"], final = false): Refusal => ({ ok: false, reason, final, detail: "" });

test("There is no banner while all is well with an LMS or an LRS", () => {
  assert.equal(notice({}), null);
  assert.equal(notice({ place: "lrs", state: "saving" }), null);
});

test("A page that is not connected says so", () => {
  // complaint 53
  assert.deepEqual(notice({ place: "browser" }), { tone: "notice", text: "browser" });
  assert.deepEqual(notice({ place: "memory" }), { tone: "warning", text: "memory" });
});

test("A web site never speaks of an LMS: silent where this browser keeps results, a warning where it keeps none", () => {
  assert.equal(notice({ place: "site" }), null);
  assert.deepEqual(notice({ place: "nowhere" }), { tone: "warning", text: "nowhere" });
  assert.equal(notice({ place: "nowhere", state: "unsaved", kept: false, fault: fault("storage-denied") })?.text, "storage denied");
});

test("Each way in which a save fails is told in words of its own", () => {
  // complaint 11
  const reasons = ["offline", "unreachable", "refused", "session-gone", "not-allowed", "storage-denied"] as const;
  const words = reasons.map((reason) => notice({ state: "unsaved", fault: fault(reason) })?.text);
  assert.deepEqual(words, ["offline", "unreachable", "refused", "session gone", "not allowed", "storage denied"]);
});

test("A save that will not be tried again does not promise another try", () => {
  assert.equal(notice({ state: "unsaved", fault: fault("refused", true) })?.text, "refused for good");
});

test("Where this browser keeps nothing, no text says that it does", () => {
  const unkept = { state: "unsaved", kept: false } as const;
  assert.equal(notice({ ...unkept, fault: fault("offline") })?.text, "unkept");
  assert.equal(notice({ ...unkept, fault: fault("session-gone", true) })?.text, "unkept for good");
  assert.equal(notice({ ...unkept, place: "browser", fault: fault("storage-denied") })?.text, "storage denied");
});

test("A session that is over, and practice, are told before anything else", () => {
  assert.equal(notice({ state: "ended", place: "browser" })?.text, "ended");
  assert.equal(notice({ state: "practice", place: "browser" })?.text, "finished");
});
