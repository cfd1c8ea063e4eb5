/** The API that a package finds, in every trouble and manner of the LMS. */
import assert from "node:assert/strict";
import test from "node:test";
import type { Call, States } from "../messages.ts";
import { LmsApi } from "./api.ts";
import type { Settings } from "./settings.ts";
import type { Standard } from "./standard.ts";
import { SCORM12, SCORM2004 } from "./standard.ts";

const CALM: States = { offline: false, refuse: false, slow: false, expired: false, moodle: false, strict: false };

interface Kept {
  readonly values: Readonly<Record<string, string>>;
  readonly isOver: boolean;
}

function open(standard: Standard, states: Partial<States> = {}, more: Partial<Settings> = {}) {
  const settings: Settings = {
    token: "t",
    opening: 1,
    standard: standard.api === "API" ? "scorm12" : "scorm2004",
    panel: "",
    address: "",
    title: "",
    learner: { id: "l-1", name: "Lovelace, Ada" },
    elements: {},
    isNew: true,
    mode: "normal",
    credit: "credit",
    mastery: null,
    launchData: "",
    maxTime: "",
    timeLimitAction: "",
    completionThreshold: null,
    items: ["a", "b"],
    item: "a",
    states: { ...CALM, ...states },
    ...more,
  };
  const calls: Call[] = [];
  const kept: Kept[] = [];
  const asked: string[] = [];
  const lms = new LmsApi(standard, settings, {
    onCall: (call) => calls.push(call),
    onKept: (values, isOver) => kept.push({ values, isOver }),
    onNavigate: (request) => asked.push(request),
  });
  const offered = lms.offer();
  const call = (name: string, ...args: string[]): string => String(offered[name]?.(...args));
  return { lms, call, calls, kept, asked };
}

test("a commit brings what was set since the last one, and the end brings the time", () => {
  const { call, kept, calls } = open(SCORM12, {}, { elements: { "cmi.core.total_time": "0000:01:00.00" }, isNew: false });
  assert.equal(call("LMSInitialize", ""), "true");
  call("LMSSetValue", "cmi.core.score.raw", "80");
  assert.equal(call("LMSCommit", ""), "true");
  call("LMSSetValue", "cmi.core.session_time", "0000:00:30.00");
  assert.equal(call("LMSFinish", ""), "true");
  assert.deepEqual(kept, [
    { values: { "cmi.core.score.raw": "80" }, isOver: false },
    { values: { "cmi.core.session_time": "0000:00:30.00", "cmi.core.total_time": "00:01:30" }, isOver: true },
  ]);
  assert.deepEqual(calls.map(({ error }) => error), ["0", "0", "0", "0", "0"]);
});

test("whoever suspended comes back with resume and all that was kept, but not with the last visit's own words", () => {
  const elements = { "cmi.core.exit": "suspend", "cmi.suspend_data": "s", "cmi.core.session_time": "0000:00:30.00", "cmi.core.student_id": "other" };
  const { call } = open(SCORM12, {}, { elements, isNew: false, mastery: 70, launchData: "hello" });
  call("LMSInitialize", "");
  const read = (element: string): string => call("LMSGetValue", element);
  assert.deepEqual(["cmi.core.entry", "cmi.suspend_data", "cmi.core.student_id", "cmi.student_data.mastery_score", "cmi.launch_data"].map(read), ["resume", "s", "l-1", "70", "hello"]);
});

for (const trouble of ["offline", "refuse", "expired"] as const) {
  test(`${trouble}: a commit fails with a code, nothing arrives, and what was set goes out with the next`, () => {
    const { lms, call, kept } = open(SCORM12, { [trouble]: true });
    call("LMSInitialize", "");
    call("LMSSetValue", "cmi.core.score.raw", "80");
    assert.equal(call("LMSCommit", ""), "false");
    assert.equal(call("LMSGetLastError"), "101");
    assert.equal(kept.length, 0);
    lms.states = CALM;
    assert.equal(call("LMSCommit", ""), "true");
    assert.deepEqual(kept[0]?.values, { "cmi.core.score.raw": "80" });
  });
}

test("Moodle-like: true when offline and by beacon, and what failed goes out only once it has changed", () => {
  const { lms, call, kept } = open(SCORM12, { moodle: true, refuse: true });
  call("LMSInitialize", "");
  call("LMSSetValue", "cmi.core.score.raw", "80");
  assert.equal(call("LMSCommit", ""), "false");
  lms.states = { ...CALM, moodle: true };
  call("LMSSetValue", "cmi.core.score.raw", "80");
  assert.equal(call("LMSCommit", ""), "true");
  call("LMSSetValue", "cmi.core.score.raw", "10");
  call("LMSSetValue", "cmi.core.score.raw", "80");
  call("LMSCommit", "");
  call("LMSSetValue", "cmi.core.score.raw", "90");
  call("LMSCommit", "");
  assert.deepEqual(kept.map(({ values }) => values), [{}, {}, { "cmi.core.score.raw": "90" }]);
  lms.states = { ...CALM, moodle: true, offline: true };
  assert.equal(call("LMSCommit", ""), "true");
  lms.states = { ...CALM, moodle: true, refuse: true };
  lms.isUnloading = true;
  assert.equal(call("LMSFinish", ""), "true");
  assert.equal(kept.length, 3);
});

test("a value beyond its limit is warned of, and refused where limits are strict", () => {
  const { lms, call, calls } = open(SCORM12);
  call("LMSInitialize", "");
  assert.equal(call("LMSSetValue", "cmi.suspend_data", "x".repeat(4097)), "true");
  assert.match(calls.at(-1)?.warning ?? "", /at most 4,096 characters, and has 4,097/);
  lms.states = { ...CALM, strict: true };
  assert.equal(call("LMSSetValue", "cmi.suspend_data", "x".repeat(4097)), "false");
  assert.equal(call("LMSGetLastError"), "405");
  assert.equal(call("LMSGetValue", "cmi.suspend_data").length, 4097);
  assert.equal(call("LMSSetValue", "cmi.suspend_data", "x".repeat(4096)), "true");
});

test("a call of before the beginning, or of what is read-only, has the standard's code", () => {
  const { call, calls } = open(SCORM12);
  call("LMSGetValue", "cmi.core.student_id");
  call("LMSInitialize", "");
  call("LMSSetValue", "cmi.core.student_id", "x");
  call("LMSGetValue", "cmi.core.exit");
  assert.deepEqual(calls.map(({ error }) => error), ["301", "0", "403", "404"]);
});

test("SCORM 2004: success by the passing score, the next part by its request, hundredths in times", () => {
  const { call, calls, kept, asked } = open(SCORM2004, {}, { mastery: 0.6 });
  assert.equal(call("Initialize", ""), "true");
  assert.deepEqual([call("GetValue", "adl.nav.request_valid.continue"), call("GetValue", "adl.nav.request_valid.previous"), call("GetValue", "adl.nav.request_valid.choice.{target=b}")], ["true", "false", "true"]);
  call("SetValue", "cmi.score.scaled", "0.7");
  call("SetValue", "cmi.interactions.0.id", "q");
  call("SetValue", "cmi.interactions.0.timestamp", "2026-11-25T10:00:00.123Z");
  assert.match(calls.at(-1)?.warning ?? "", /hundredths/);
  call("SetValue", "adl.nav.request", "{target=b}choice");
  assert.equal(call("Terminate", ""), "true");
  assert.equal(kept.at(-1)?.values["cmi.success_status"], "passed");
  assert.deepEqual(asked, ["{target=b}choice"]);
});
