/**
 * A SCORM 1.2 LMS that fails at random and watches what it is told: nothing may fall, nothing may be too long.
 *
 * It takes a value for sent though its commit failed, and then sends it only when it changes: Moodle
 * (lms-behaviour, "Sending").
 */
"use strict";

const RANKS = ["not attempted", "incomplete", "failed", "completed", "passed"];
const COMMITS = ["false", "throw", "null", "answer-lost"];
const ESSENTIAL = ["cmi.core.score.raw", "cmi.core.lesson_status", "cmi.suspend_data"];

class RandomLms {
  constructor(learner, sendsChangesOnly) {
    this.sendsChangesOnly = sendsChangesOnly;
    this.stored = new Map([["cmi.core.student_id", learner], ["cmi.core.lesson_status", "not attempted"]]);
    /** What a commit that said "true" has stored: a detour may go below what the package was told is not there. */
    this.sure = { status: "not attempted", score: 0 };
    this.mend();
  }

  /** How one of the next calls fails. */
  break(random) {
    if (random.chance(30)) this.refused = random.pick(ESSENTIAL);
    else this.faults.push(random.pick(COMMITS));
  }

  mend() {
    this.faults = [];
    this.refused = null;
  }

  get(element) {
    return this.stored.get(`cmi.${element}`);
  }

  /** What the LMS puts above the page for one session. */
  launch() {
    const values = new Map(this.stored);
    const sent = new Map(this.stored);
    const lms = this;
    let phase = "new";
    let error = "0";
    const answer = (code, text) => ((error = code), text);
    const commit = () => {
      const fault = lms.faults.shift();
      if (fault === undefined || fault === "answer-lost") lms.store(values, sent);
      if (fault === undefined) lms.sure = { status: lms.get("core.lesson_status"), score: Number(lms.get("core.score.raw") ?? 0) };
      for (const [element, value] of values) sent.set(element, value);
      if (fault === "throw") throw new Error("the commit failed");
      if (fault === "null") return answer("101", null);
      return fault === undefined ? answer("0", "true") : answer("101", "false");
    };
    const api = {
      gone: false,
      LMSInitialize: () => (phase === "new" ? ((phase = "running"), answer("0", "true")) : answer("101", "false")),
      LMSFinish: () => (phase === "running" ? ((phase = "over"), commit()) : answer("301", "false")),
      LMSCommit: () => (phase === "running" ? commit() : answer("301", "false")),
      LMSGetValue: (element) => {
        if (phase !== "running") return answer("301", "");
        const list = /^(cmi\.\w+)\._count$/.exec(element)?.[1];
        return answer("0", list ? String(countOf(values, list)) : values.get(element) ?? "");
      },
      LMSSetValue: (element, value) => {
        if (phase !== "running") return answer("301", "false");
        if (element === lms.refused) return answer("101", "false");
        const [, list, index] = /^(cmi\.(?:interactions|objectives))\.(\d+)\./.exec(element) ?? [];
        if (list && Number(index) > countOf(values, list)) throw new Fault(`a gap: ${element}`);
        if (value === "" || value.length > (element === "cmi.suspend_data" ? 4096 : 255)) throw new Fault(`${element}: ${value.length}`);
        values.set(element, value);
        return answer("0", "true");
      },
      LMSGetLastError: () => error,
    };
    // A page that was killed reaches nothing any more.
    for (const [name, call] of Object.entries(api)) {
      if (typeof call === "function") api[name] = (...args) => (api.gone ? fail("gone") : call(...args));
    }
    return api;
  }

  store(values, sent) {
    for (const [element, value] of values) {
      if (this.sendsChangesOnly && sent.get(element) === value) continue;
      if (element === "cmi.core.lesson_status" && RANKS.indexOf(value) < RANKS.indexOf(this.sure.status)) {
        throw new Fault(`the status fell from ${this.sure.status} to ${value}`);
      }
      // A detour makes the score another number for a moment, a ten-millionth away.
      if (element === "cmi.core.score.raw" && Number(value) < this.sure.score - 1e-6) {
        throw new Fault(`the score fell from ${this.sure.score} to ${value}`);
      }
      this.stored.set(element, value);
    }
  }
}

/** What must not be. The runtime survives an LMS that throws, so each is remembered. */
class Fault extends Error {
  static all = [];

  constructor(text) {
    super(text);
    Fault.all.push(text);
  }
}

function countOf(values, list) {
  let count = 0;
  while (values.has(`${list}.${count}.id`)) count += 1;
  return count;
}

function fail(text) {
  throw new Error(text);
}
