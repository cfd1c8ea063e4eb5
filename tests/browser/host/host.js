/**
 * An LMS's player page: scorm-again is the SCORM API, and a store in localStorage keeps what Moodle keeps.
 *
 * Each call of the package is noted under `lms:calls`, in order; what a commit brought stands under `lms:store:<student>`,
 * element by element. Both outlive the page, so the last words of a page that goes can be read afterwards.
 */
"use strict";

/** What the standards call things: SCORM 1.2 RTE 3.3 and 3.4, SCORM 2004 RTE 3.1 and 4.2. */
const STANDARDS = {
  1.2: {
    api: "API",
    Api: "Scorm12API",
    functions: ["LMSInitialize", "LMSFinish", "LMSGetValue", "LMSSetValue", "LMSCommit", "LMSGetLastError", "LMSGetErrorString", "LMSGetDiagnostic"],
    codes: { initialize: "101", closed: "301", tooLong: "405" },
    core: "cmi.core.",
    names: { student: "student_id", name: "student_name", mode: "lesson_mode", status: "lesson_status" },
    limits: { "cmi.suspend_data": 4096, "cmi.comments": 4096 },
    ended: ["passed", "completed", "failed"],
    /** In percent. */
    mark: (mastery) => ({ "cmi.student_data.mastery_score": String(mastery) }),
    /** Moodle, "Mastery and grades": LMSFinish judges by the masteryscore. */
    judge: (store, mastery) => {
      const score = store["cmi.core.score.raw"];
      store["cmi.core.lesson_status"] ??= "completed";
      if (options.moodle && mastery !== null && score !== undefined && options.mode === "normal") {
        store["cmi.core.lesson_status"] = Number(score) >= mastery ? "passed" : "failed";
      }
    },
  },
  2004: {
    api: "API_1484_11",
    Api: "Scorm2004API",
    functions: ["Initialize", "Terminate", "GetValue", "SetValue", "Commit", "GetLastError", "GetErrorString", "GetDiagnostic"],
    codes: { initialize: "103", closed: "133", tooLong: "406" },
    core: "cmi.",
    names: { student: "learner_id", name: "learner_name", mode: "mode", status: "completion_status" },
    limits: { "cmi.suspend_data": 64000, "cmi.location": 1000 },
    ended: ["completed"],
    mark: (mastery) => ({ "cmi.scaled_passing_score": String(mastery / 100) }),
    /** RTE 4.2.4.1 and 4.2.22.1: the LMS judges by the measures. */
    judge: (store, mastery) => {
      const [scaled, progress] = [store["cmi.score.scaled"], store["cmi.progress_measure"]];
      store["cmi.completion_status"] = Number(progress) >= 1 ? "completed" : "incomplete";
      if (mastery !== null) store["cmi.success_status"] = scaled === undefined ? "unknown" : Number(scaled) >= mastery / 100 ? "passed" : "failed";
    },
  },
};

const options = {
  /** "1.2" or "2004". */
  standard: "1.2",
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
  /** Item → its page: what the LMS opens instead, when a package asks for it (SCORM 2004, adl.nav.request). */
  items: {},
  /** Answers of the first commits; see `lms.commits`. */
  commits: [],
  ...JSON.parse(new URLSearchParams(location.search).get("options") ?? "{}"),
};

const spec = STANDARDS[options.standard];
const [INITIALIZE, FINISH, GET, SET, COMMIT, ERROR, TEXT, DIAGNOSTIC] = spec.functions;

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
  spec.judge(store, options.mastery);
  store[`${spec.core}total_time`] = standard.cmi.getCurrentTotalTime();
  store[`${spec.core}entry`] = store[`${spec.core}exit`] === "suspend" ? "resume" : "";
  const answer = lms.loggedOut ? "false" : lms.commits.shift() ?? (navigator.onLine ? "true" : "lost");
  const item = /^\{target=(.+)\}choice$/.exec(store["adl.nav.request"] ?? "")?.[1];
  delete store["adl.nav.request"]; // obeyed once
  if (answer === "true") write(STORE, store);
  if (item in options.items) {
    const next = { ...options, launch: options.items[item] };
    setTimeout(() => (location.search = new URLSearchParams({ options: JSON.stringify(next) }).toString()));
  }
  return "true";
}

const standard = new window[spec.Api]({ autocommit: false, logLevel: 5, lmsCommitUrl: false });

function load() {
  const store = read(STORE, {});
  const ended = spec.ended.includes(store[spec.core + spec.names.status]);
  if (options.moodle && ended) Object.assign(options, { mode: "review", credit: "no-credit" });
  const kept = Object.entries(store).filter(
    ([name]) => !/\.(exit|session_time)$/.test(name) && (options.keepsInteractions || !name.startsWith("cmi.interactions.")),
  );
  standard.loadFromFlattenedJSON({
    [spec.core + spec.names.student]: options.student,
    [spec.core + spec.names.name]: "Lovelace, Ada",
    [spec.core + spec.names.mode]: options.mode,
    [`${spec.core}credit`]: options.credit,
    [`${spec.core}entry`]: "ab-initio",
    ...(options.mastery === null ? {} : spec.mark(options.mastery)),
    ...Object.fromEntries(kept),
  });
  for (const [element, value] of kept) sent.set(element, value);
}

/** Of a call that never came to scorm-again. */
let error = null;
/** A session was finished in this page. */
let isOver = false;

/** What the test wants a function to do: "false", "throw", or undefined. */
function faultOf(name, [element]) {
  if (name === INITIALIZE) return (isOver ? options.again : options.initialize) ?? undefined;
  if (name !== SET) return undefined;
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
    if (fault !== undefined && name === INITIALIZE) error = spec.codes.initialize;
    if (fault === "throw") throw new Error(`${name} failed`);
    if (fault === "false") return "false";
    if (isOver && options.again !== null) {
      error = spec.codes.closed; // nothing is open; scorm-again would take values all the same
      note(name, args, "false", error);
      return name === GET ? "" : "false";
    }
    if (options.strict && name === SET && args[1].length > (spec.limits[args[0]] ?? 255)) {
      note(name, args, "false", spec.codes.tooLong); // SCORM 1.2 RTE 3.4.3: beyond CMIString255 or CMIString4096
      return "false";
    }
    error = null;
    const target = /^adl\.nav\.request_valid\.choice\.\{target=(.+)\}$/.exec(args[0] ?? "")?.[1];
    if (name === GET && target !== undefined) return target in options.items ? "true" : "false";
    let result = standard[name](...args);
    try {
      if (result === "true" && after) result = after(...args);
    } finally {
      note(name, args, result, standard[ERROR]());
    }
    return result;
  };
}

function offer() {
  window[spec.api] = {
    [INITIALIZE]: wrap(INITIALIZE),
    [FINISH]: wrap(FINISH, finish),
    [GET]: wrap(GET),
    [SET]: wrap(SET, (element, value) => (set(element, value), "true")),
    [COMMIT]: wrap(COMMIT, commit),
    [ERROR]: () => error ?? standard[ERROR](),
    [TEXT]: (code) => standard[TEXT](code),
    [DIAGNOSTIC]: (code) => standard[DIAGNOSTIC](code),
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
