/**
 * An LMS's player page: scorm-again is the SCORM 1.2 API, and a store in localStorage keeps what Moodle keeps.
 *
 * Each call of the package is noted under `lms:calls`, in order; what a commit brought stands under `lms:store:<student>`,
 * element by element. Both outlive the page, so the last words of a page that goes can be read afterwards.
 */
"use strict";

const options = {
  student: "s-1",
  mode: "normal",
  credit: "credit",
  /** Milliseconds until the API is there. */
  late: 0,
  /** "frame", or "window": the package opens in a window of its own. */
  display: "frame",
  /** Moodle: a finished attempt opens again in review; LMSFinish judges by the masteryscore. */
  moodle: false,
  mastery: null,
  /** Interactions are kept over visits, as Moodle does; other LMSs forget them. */
  keepsInteractions: true,
  /** Moodle: a value counts as sent though its commit failed, and goes out again only when it has changed. */
  changesOnly: false,
  /** The limits of the standard hold: Moodle with its setting `scormstandard`. */
  strict: false,
  /** "false" or "throw": what LMSInitialize does. */
  initialize: null,
  /** "false" or "throw": what LMSInitialize does after a finish; null: another session is opened in the same page. */
  again: null,
  launch: "package/index.html",
  /** Answers of the first commits; see `lms.commits`. */
  commits: [],
  ...JSON.parse(new URLSearchParams(location.search).get("options") ?? "{}"),
};

const read = (key, fallback) => JSON.parse(localStorage.getItem(key) ?? JSON.stringify(fallback));
const write = (key, value) => localStorage.setItem(key, JSON.stringify(value));
const STORE = `lms:store:${options.student}`;

/** What a test may change while the package runs. */
window.lms = {
  /**
   * Answers of the next commits: "true", "false" (refused), "throw", "null", "slow" (arrives after five seconds),
   * or "lost" (says "true", and nothing arrives).
   */
  commits: options.commits,
  /** Logged out: every commit is refused, until the player is opened anew. */
  loggedOut: false,
  /** Element → "false" or "throw": what LMSSetValue does with it. */
  sets: {},
  /** The LMS's window is there, and all its functions throw. */
  gone: false,
};

const calls = read("lms:calls", []);
const visit = 1 + Math.max(0, ...calls.map((call) => call.visit));

function note(name, args, result, error) {
  calls.push({ visit, name, args, result, error });
  write("lms:calls", calls);
}

/** What the package set since the last commit; a commit empties it, held or not (lms-behaviour: Moodle, "Sending"). */
let pending = {};

/** What the LMS takes for sent. */
const sent = new Map();

function commit() {
  const answer = lms.loggedOut ? "false" : lms.commits.shift() ?? (navigator.onLine ? "true" : "lost");
  if (answer === "slow") for (const end = Date.now() + 5000; Date.now() < end; );
  if (answer === "true" || answer === "slow") write(STORE, { ...read(STORE, {}), ...pending });
  for (const [element, value] of Object.entries(pending)) sent.set(element, value);
  pending = {};
  if (answer === "throw") throw new Error("the commit failed");
  return answer === "null" ? null : answer === "false" ? "false" : "true";
}

function set(element, value) {
  if (!options.changesOnly || sent.get(element) !== value) pending[element] = value;
}

function finish() {
  isOver = true;
  const store = { ...read(STORE, {}), ...pending };
  const score = store["cmi.core.score.raw"];
  store["cmi.core.lesson_status"] ??= "completed";
  if (options.moodle && options.mastery !== null && score !== undefined && options.mode === "normal") {
    store["cmi.core.lesson_status"] = Number(score) >= options.mastery ? "passed" : "failed";
  }
  store["cmi.core.total_time"] = standard.cmi.getCurrentTotalTime();
  store["cmi.core.entry"] = store["cmi.core.exit"] === "suspend" ? "resume" : "";
  const answer = lms.loggedOut ? "false" : lms.commits.shift() ?? (navigator.onLine ? "true" : "lost");
  if (answer === "true") write(STORE, store);
  return "true";
}

const standard = new Scorm12API({ autocommit: false, logLevel: 5, lmsCommitUrl: false });

function load() {
  const store = read(STORE, {});
  const ended = ["passed", "completed", "failed"].includes(store["cmi.core.lesson_status"]);
  if (options.moodle && ended) Object.assign(options, { mode: "review", credit: "no-credit" });
  const kept = Object.entries(store).filter(
    ([name]) => !/\.(exit|session_time)$/.test(name) && (options.keepsInteractions || !name.startsWith("cmi.interactions.")),
  );
  standard.loadFromFlattenedJSON({
    "cmi.core.student_id": options.student,
    "cmi.core.student_name": "Lovelace, Ada",
    "cmi.core.lesson_mode": options.mode,
    "cmi.core.credit": options.credit,
    "cmi.core.entry": "ab-initio",
    ...(options.mastery === null ? {} : { "cmi.student_data.mastery_score": String(options.mastery) }),
    ...Object.fromEntries(kept),
  });
  for (const [element, value] of kept) sent.set(element, value);
}

/** Of a call that never came to scorm-again. */
let error = null;
/** A session was finished in this page. */
let isOver = false;

const LIMITS = { "cmi.suspend_data": 4096, "cmi.comments": 4096 };

/** What the test wants a function to do: "false", "throw", or undefined. */
function faultOf(name, [element]) {
  if (name === "LMSInitialize") return (isOver ? options.again : options.initialize) ?? undefined;
  if (name !== "LMSSetValue") return undefined;
  return lms.sets[element];
}

/** Calls scorm-again, says yes or no as the test wants, and notes what was said. */
function wrap(name, after) {
  return (...args) => {
    if (lms.gone) {
      note(name, args, null, "gone");
      throw new Error("the LMS is gone");
    }
    const fault = faultOf(name, args);
    if (fault !== undefined) note(name, args, fault, "fault");
    if (fault !== undefined && name === "LMSInitialize") error = "101"; // SCORM 1.2 RTE 3.3.3
    if (fault === "throw") throw new Error(`${name} failed`);
    if (fault === "false") return "false";
    if (isOver && options.again !== null) {
      error = "301"; // SCORM 1.2 RTE 3.3.3: nothing is open; scorm-again would take values all the same
      note(name, args, "false", error);
      return name === "LMSGetValue" ? "" : "false";
    }
    if (options.strict && name === "LMSSetValue" && args[1].length > (LIMITS[args[0]] ?? 255)) {
      note(name, args, "false", "405"); // SCORM 1.2 RTE 3.4.3: beyond CMIString255 or CMIString4096
      return "false";
    }
    error = null;
    let result = standard[name](...args);
    try {
      if (result === "true" && after) result = after(...args);
    } finally {
      note(name, args, result, standard.LMSGetLastError());
    }
    return result;
  };
}

function offer() {
  window.API = {
    LMSInitialize: wrap("LMSInitialize"),
    LMSFinish: wrap("LMSFinish", finish),
    LMSGetValue: wrap("LMSGetValue"),
    LMSSetValue: wrap("LMSSetValue", (element, value) => (set(element, value), "true")),
    LMSCommit: wrap("LMSCommit", commit),
    LMSGetLastError: () => error ?? standard.LMSGetLastError(),
    LMSGetErrorString: (code) => standard.LMSGetErrorString(code),
    LMSGetDiagnostic: (code) => standard.LMSGetDiagnostic(code),
  };
}

function show() {
  if (options.display === "window") {
    window.open(options.launch, "sco", "width=867,height=666");
    return;
  }
  const frame = document.createElement("iframe");
  Object.assign(frame, { name: "sco", title: "Lesson", width: 867, height: 666, src: options.launch });
  document.body.append(frame);
}

load();
if (options.late > 0) setTimeout(offer, options.late);
else offer();
addEventListener("DOMContentLoaded", () => {
  document.getElementById("exit").addEventListener("click", () => (location.href = "left.html"));
  show();
});
