/** The places that keep results, each as strict as it is: what the contract of the ports is played against. */
import assert from "node:assert/strict";
import { FakeStorage } from "../../session/testing/fake_storage.ts";
import type { FakeClock } from "../../session/testing/fake_clock.ts";
import type { FakeWindow } from "../../session/testing/fake_window.ts";
import { pageData } from "../../session/testing/samples.ts";
import { Cmi5 } from "../cmi5.ts";
import { Local } from "../local.ts";
import type { LmsPort } from "../port.ts";
import { Scorm12 } from "../scorm12.ts";
import { Scorm2004 } from "../scorm2004.ts";
import { Xapi } from "../xapi.ts";
import { AU, FakeCmi5 } from "./fake_cmi5.ts";
import { FakeLrs } from "./fake_lrs.ts";
import type { FakeScorm } from "./fake_scorm.ts";
import { FakeScorm12 } from "./fake_scorm12.ts";
import { FakeScorm2004, JUDGED } from "./fake_scorm2004.ts";

export const PAGE = pageData();
const LAUNCH = new URLSearchParams({
  endpoint: "https://lrs.example.org/xapi",
  auth: "Basic a2V5OnNlY3JldA==",
  actor: JSON.stringify({ name: ["Jo"], mbox: ["mailto:jo@example.org"] }),
  registration: "6f2a1c52-6f5b-4c64-9d3e-0d5b6b0a6a01",
}).toString();

/** One place that keeps results, over all visits. */
export interface World {
  readonly place: string;
  /** Until then a learner who fails has completed, with a score. */
  readonly tellsFailedAtTheEnd?: boolean;
  port(window: FakeWindow, clock: FakeClock, storage: FakeStorage): LmsPort;
  /** What somebody who looks at the results sees. */
  seen(storage: FakeStorage): { status: string; score: number | null };
  /** From now on nothing can be saved, or all can be again. */
  fail(failing: boolean, storage: FakeStorage): void;
  /** Questions of which the place has an answer, and ends of sessions; null: it hears of no such thing. */
  heard(): { answers: number; ends: number } | null;
  /** From now on it opens no session; absent: it cannot refuse. */
  refuse?(): void;
}

function scorm12World(sendsChangesOnly: boolean): World {
  const lms = new FakeScorm12({ sendsChangesOnly });
  return scormWorld(lms, (window, clock) => new Scorm12({ window, clock }, { API: lms.launch() }), () => lms.stored.get("cmi.core.lesson_status") ?? "", "cmi.core.score.raw");
}

/** `judges`: the LMS completes and passes by itself, as our manifests ask it to. */
function scorm2004World(sendsChangesOnly: boolean, judges: boolean): World {
  const lms = new FakeScorm2004({ sendsChangesOnly }, judges ? JUDGED : {});
  const status = (): string => {
    const success = lms.stored.get("cmi.success_status") ?? "";
    return success === "unknown" ? (lms.stored.get("cmi.completion_status") ?? "") : success;
  };
  return scormWorld(lms, (window, clock) => new Scorm2004({ window, clock }, { API_1484_11: lms.launch() }, 1), status, "cmi.score.raw");
}

function scormWorld(lms: FakeScorm, port: World["port"], status: () => string, scoreElement: string): World {
  return {
    place: "lms",
    port,
    seen: () => {
      assert.deepEqual(lms.offences, []);
      const raw = lms.stored.get(scoreElement);
      return { status: status(), score: raw === undefined ? null : Number(raw) };
    },
    fail: (failing) => {
      lms.commitFaults.length = 0;
      if (failing) lms.commitFaults.push(...Array.from({ length: 100 }, () => "false" as const));
    },
    heard: () => ({ answers: [...lms.stored.keys()].filter((element) => /^cmi\.interactions\.\d+\.id$/.test(element)).length, ends: lms.finishes }),
    refuse: () => {
      lms.initializeFault = "false";
    },
  };
}

function lrsWorld(): World {
  const lrs = new FakeLrs();
  let launch = `?${LAUNCH}`;
  return {
    place: "lrs",
    port: (window, clock, storage) => {
      window.location.search = launch;
      return new Xapi({ window, clock, storage }, PAGE, lrs.fetch);
    },
    seen: () => seenIn(lrs, PAGE.unit.id),
    fail: (failing) => {
      lrs.down = failing;
    },
    heard: () => heardBy(lrs),
    refuse: () => {
      launch = "";
    },
  };
}

function seenIn(lrs: FakeLrs, activityId: string): { status: string; score: number | null } {
  const verbs = lrs.verbs(activityId);
  const scores = [...lrs.statements.values()]
    .filter((statement) => statement.object.id === activityId)
    .map((statement) => (statement["result"] as { score?: { scaled: number } } | undefined)?.score?.scaled)
    .filter((scaled) => scaled !== undefined);
  const status = ["passed", "failed", "completed"].find((verb) => verbs.includes(verb)) ?? "incomplete";
  return { status, score: scores.length === 0 ? null : Math.max(...scores) * 100 };
}

function heardBy(lrs: FakeLrs): { answers: number; ends: number } {
  const verbs = lrs.verbs();
  return { answers: verbs.filter((verb) => verb === "answered").length, ends: verbs.filter((verb) => verb === "suspended" || verb === "terminated").length };
}

/** Each visit is launched anew, as a session of its own. */
function cmi5World(): World {
  const lms = new FakeCmi5(PAGE.unit.id);
  let launches = true;
  return {
    place: "lms",
    tellsFailedAtTheEnd: true,
    port: (window, clock, storage) => {
      window.location.search = launches ? lms.launch() : "";
      return new Cmi5({ window, clock, storage }, PAGE, lms.fetch, new FakeStorage());
    },
    seen: () => {
      assert.deepEqual(lms.offences, []);
      return seenIn(lms.lrs, AU);
    },
    fail: (failing) => {
      lms.lrs.down = failing;
    },
    heard: () => heardBy(lms.lrs),
    refuse: () => {
      launches = false;
    },
  };
}

function browserWorld(): World {
  return {
    place: "browser",
    port: (window, clock, storage) => new Local({ window, clock, storage }, PAGE.unit.id),
    seen: (storage) => {
      const kept = JSON.parse([...storage.texts.values()][0] ?? "{}") as { success?: string; completion?: string; score?: number | null };
      return { status: (kept.success !== "unknown" ? kept.success : kept.completion) ?? "", score: kept.score ?? null };
    },
    fail: (failing, storage) => {
      storage.denied = failing;
    },
    heard: () => null,
  };
}

export const WORLDS: Readonly<Record<string, () => World>> = {
  "SCORM 1.2": () => scorm12World(false),
  "SCORM 1.2 that sends changes only": () => scorm12World(true),
  "SCORM 2004": () => scorm2004World(false, false),
  "SCORM 2004 that sends changes only": () => scorm2004World(true, false),
  "SCORM 2004 that judges by the manifest": () => scorm2004World(false, true),
  "xAPI": lrsWorld,
  "cmi5": cmi5World,
  "this browser": browserWorld,
};
