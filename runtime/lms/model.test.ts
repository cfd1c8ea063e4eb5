/** Random learners, random faults, against a model that knows what must never be lost. Seeded: a failure names its seed. */
import assert from "node:assert/strict";
import test from "node:test";
import type { PageData } from "../page/data.ts";
import type { LearnerEvent, LearnerSession } from "../session/events.ts";
import { openSession } from "../session/session.ts";
import { FakeClock } from "../session/testing/fake_clock.ts";
import { FakeStorage } from "../session/testing/fake_storage.ts";
import { FakeWindow } from "../session/testing/fake_window.ts";
import { Random } from "../session/testing/random.ts";
import { answered, finished, lessonEntry, pageData } from "../session/testing/samples.ts";
import { Cmi5 } from "./cmi5.ts";
import { Local } from "./local.ts";
import type { LmsPort } from "./port.ts";
import { Scorm12 } from "./scorm12.ts";
import { Scorm2004 } from "./scorm2004.ts";
import { AU, FakeCmi5 } from "./testing/fake_cmi5.ts";
import { FakeLrs } from "./testing/fake_lrs.ts";
import type { FakeScorm } from "./testing/fake_scorm.ts";
import { FakeScorm12 } from "./testing/fake_scorm12.ts";
import { FakeScorm2004, JUDGED } from "./testing/fake_scorm2004.ts";
import { Xapi } from "./xapi.ts";

const STEPS = 30;
/** `SCORMPACK_SEQUENCES=5` plays five times as many. */
const FACTOR = Number(process.env["SCORMPACK_SEQUENCES"] ?? 1);
const LESSON = pageData();
const COURSE = pageData({ kind: "course" }, ["one", "two", "three"].map((id) => lessonEntry(id)));
const RANKS = ["not attempted", "incomplete", "failed", "completed", "passed"];

/** A place that keeps results, its faults, and what must hold of it at every moment. */
interface World {
  /** The learner may come from another device. */
  readonly isShared: boolean;
  port(window: FakeWindow, clock: FakeClock, storage: FakeStorage): LmsPort;
  break(random: Random): void;
  connect(connected: boolean): void;
  mend(): void;
  /** After every step. */
  check(): void;
  /** The LMS acknowledged all that was told. */
  acknowledged(session: LearnerSession, isLesson: boolean, oneDevice: boolean): void;
}

function scorm12World(sendsChangesOnly: boolean): World {
  const lms = new FakeScorm12({ sendsChangesOnly });
  const elements = { score: "cmi.core.score.raw", status: "cmi.core.lesson_status" };
  return scormWorld(lms, elements, () => lms.stored.get(elements.status) ?? "", (window, clock) => new Scorm12({ window, clock }, { API: lms.launch() }));
}

/** A lesson's LMS judges by the manifest. */
function scorm2004World(sendsChangesOnly: boolean, page: PageData): World {
  const isLesson = page.unit.kind === "lesson";
  const lms = new FakeScorm2004({ sendsChangesOnly }, isLesson ? JUDGED : { "cmi.completion_threshold": JUDGED["cmi.completion_threshold"] });
  const status = (): string => {
    const [completion, success] = [lms.stored.get("cmi.completion_status") ?? "", lms.stored.get("cmi.success_status") ?? ""];
    if (success !== "unknown") return success;
    return completion === "unknown" ? "not attempted" : completion;
  };
  const elements = { score: "cmi.score.raw", status: "cmi.completion_status" };
  return scormWorld(lms, elements, status, (window, clock) => new Scorm2004({ window, clock }, { API_1484_11: lms.launch() }, page.lessons.length));
}

function scormWorld(lms: FakeScorm, elements: { score: string; status: string }, status: () => string, port: World["port"]): World {
  let [rank, score] = [0, -1];
  const held = (): { rank: number; score: number } => {
    const raw = lms.stored.get(elements.score);
    return { rank: RANKS.indexOf(status()), score: raw === undefined ? -1 : Number(raw) };
  };
  return {
    isShared: true,
    port,
    break: (random) => {
      if (random.chance(30)) {
        const broken = random.pick([elements.score, elements.status, "cmi.suspend_data"]);
        lms.setFault = (element) => (element === broken ? "false" : null);
      } else lms.commitFaults.push(random.pick(["false", "throw", "null", "answer-lost"] as const));
    },
    connect: (connected) => (lms.offline = !connected),
    mend: () => {
      lms.commitFaults.length = 0;
      lms.setFault = () => null;
      lms.offline = false;
    },
    check: () => {
      assert.deepEqual(lms.offences, []);
      assert.ok(held().rank >= rank, `status fell to ${RANKS[held().rank]}`); // complaint 13
      assert.ok(held().score >= score - 1e-6, `score fell from ${score} to ${held().score}`);
    },
    acknowledged: (session, _, oneDevice) => {
      ({ rank, score } = held());
      assert.equal(score === -1 ? null : Math.round(score * 100) / 100, session.connection.score);
      if (session.connection.passed) assert.equal(status(), "passed");
      // What one device left half-way, another cannot know; the first one puts it right when the learner comes back.
      if (!oneDevice) return;
      const ids = [...lms.stored].filter(([element]) => /^cmi\.interactions\.\d+\.id$/.test(element)).map(([, id]) => id);
      assert.equal(new Set(ids).size, ids.length, "an interaction is there twice");
      assert.ok(ids.every((id) => !id.endsWith("_")), "a detour was left behind");
    },
  };
}

function lrsWorld(page: PageData): World {
  const lrs = new FakeLrs();
  const scores = (): number[] => {
    const results = [...lrs.statements.values()].filter((statement) => statement.object.id === page.unit.id).map((statement) => statement["result"]);
    return results.flatMap((result) => (result as { score?: { raw: number } } | undefined)?.score?.raw ?? []);
  };
  return {
    isShared: true,
    port: (window, clock, storage) => {
      const query = { endpoint: "https://lrs.example.org/xapi", auth: "a2V5OnNlY3JldA==", actor: '{"mbox":"mailto:jo@example.org"}' };
      window.location.search = `?${new URLSearchParams(query).toString()}`;
      return new Xapi({ window, clock, storage }, page, lrs.fetch);
    },
    break: (random) => lrs.faults.push(random.pick(["network", "answer-lost", { status: 500 }, { status: 429, retryAfter: "7" }] as const)),
    connect: (connected) => (lrs.down = !connected),
    mend: () => {
      lrs.faults.length = 0;
      lrs.down = false;
    },
    check: () => {
      const verdicts = lrs.verbs(page.unit.id).filter((verb) => verb === "passed" || verb === "failed");
      assert.equal(verdicts.lastIndexOf("failed") > verdicts.indexOf("passed") && verdicts.includes("passed"), false, "failed after passed");
    },
    acknowledged: (session, isLesson, oneDevice) => {
      if (isLesson && session.connection.score !== null) {
        const best = Math.max(...scores());
        // The LRS may know more from another device, whose state did not arrive.
        assert.ok(oneDevice ? best === session.connection.score : best >= session.connection.score, `${best}, ${session.connection.score}`);
      }
      const facts = [...lrs.statements.values()].filter(({ object }) => object.id === page.unit.id).map((statement) => `${statement.verb.id} ${JSON.stringify(statement["result"])}`);
      const verdicts = facts.filter((fact) => /passed|failed|completed/.test(fact));
      assert.equal(new Set(verdicts).size, verdicts.length, "a result is there twice");
    },
  };
}

/** Every visit is a session of its own; the LMS judges each statement by the specification. */
function cmi5World(page: PageData): World {
  const lms = new FakeCmi5(page.unit.id);
  return {
    isShared: true,
    port: (window, clock, storage) => {
      window.location.search = lms.launch();
      return new Cmi5({ window, clock, storage }, page, lms.fetch, new FakeStorage());
    },
    break: (random) => lms.lrs.faults.push(random.pick(["network", "answer-lost", { status: 500 }, { status: 429, retryAfter: "7" }] as const)),
    connect: (connected) => (lms.lrs.down = !connected),
    mend: () => {
      lms.lrs.faults.length = 0;
      lms.lrs.down = false;
    },
    check: () => assert.deepEqual(lms.offences, []),
    acknowledged: (session) => {
      const verbs = lms.lrs.verbs(AU);
      assert.ok(!session.connection.passed || verbs.includes("passed"), "passed is not told");
      assert.ok(!session.connection.completed || verbs.includes("completed"), "completed is not told");
      const scores = [...lms.lrs.statements.values()].filter(({ object }) => object.id === AU).map((statement) => statement["result"] as { score?: { raw: number } } | undefined);
      assert.ok(session.connection.score === null || scores.some((result) => result?.score?.raw === session.connection.score), "the score is not told");
    },
  };
}

function browserWorld(): World {
  return {
    isShared: false,
    port: (window, clock, storage) => new Local({ window, clock, storage }, "unit"),
    break: () => {},
    connect: () => {},
    mend: () => {},
    check: () => {},
    acknowledged: () => {},
  };
}

interface Bound {
  best: number;
  passed: boolean;
}

function event(random: Random, lesson: string): LearnerEvent {
  const kind = random.below(10);
  if (kind < 5) return answered(lesson, `q${random.below(6)}`, random.pick(["A", "B", "x".repeat(40)]), random.pick([0, 0.5, 1, null]));
  if (kind < 7) return finished(lesson, random.below(101));
  if (kind === 7) return { kind: "retried", lesson };
  if (kind === 8) return { kind: "ticked", lesson, step: random.below(8), done: random.chance(70) };
  return random.chance(50) ? { kind: "home" } : { kind: "opened", lesson };
}

async function play(random: Random, world: World, page: PageData): Promise<number> {
  const devices = [new FakeStorage(), new FakeStorage()];
  /** Of every lesson: what the LMS acknowledged, and what each device was told. */
  const sure = new Map<string, Bound>();
  const told = devices.map(() => new Map<string, Bound>());
  const ids = page.lessons.map(({ id }) => id);
  let device = 0;
  let [window, clock] = [new FakeWindow(), new FakeClock()];
  let session: LearnerSession;
  let faults = 0;
  let moved = false;

  const atLeast = (bounds: ReadonlyMap<string, Bound>, why: string): void => {
    for (const [id, bound] of bounds) {
      const { best, status } = session.progress(id);
      assert.ok((best ?? -1) >= bound.best, `${why}: best of ${id} is ${best}, was ${bound.best}`);
      assert.ok(!bound.passed || status === "passed", `${why}: ${id} is ${status}, was passed`);
    }
  };
  const visit = async (): Promise<void> => {
    [window, clock] = [new FakeWindow(), new FakeClock()];
    const storage = devices[device] as FakeStorage;
    const opening = openSession(page, [world.port(window, clock, storage)], { window, clock, storage });
    await clock.turn(0);
    session = await opening;
    atLeast(told[device] as Map<string, Bound>, "kept on this device");
    atLeast(sure, "acknowledged");
  };
  const note = (): void => {
    world.check();
    if (session.connection.state !== "saved") return;
    world.acknowledged(session, page.unit.kind === "lesson", !moved);
    for (const id of ids) {
      const { best, status } = session.progress(id);
      sure.set(id, { best: best ?? -1, passed: status === "passed" });
    }
  };

  world.mend();
  await visit();
  for (let step = 0; step < STEPS; step += 1) {
    const move = random.below(20);
    if (move < 11) {
      const lesson = random.pick(ids);
      const next = event(random, lesson);
      session!.tell(next);
      const { best, status } = session!.progress(lesson);
      (told[device] as Map<string, Bound>).set(lesson, { best: best ?? -1, passed: status === "passed" });
    } else if (move < 13) {
      faults += 1;
      world.break(random);
    } else if (move === 13) {
      faults += 1;
      const connected = random.chance(50);
      world.connect(connected);
      if (connected) window.goOnline();
      else window.goOffline();
    } else if (move === 14) {
      window.hide();
      window.show();
    } else if (move < 17) {
      faults += 1;
      if (random.chance(60)) window.leave(); // or the browser crashes
      await clock.turn(random.below(2) * 100);
      world.mend(); // an LMS that cannot be reached cannot launch
      if (world.isShared && random.chance(20)) {
        device = 1 - device;
        moved = true;
      }
      await visit();
    } else await clock.turn(random.pick([0, 10, 1500, 3000, 70_000]));
    if (random.chance(60)) await clock.turn(0);
    note();
  }
  window.leave();
  await clock.turn(0);
  world.mend();
  await visit();
  await clock.turn(200_000);
  assert.equal(session!.connection.state, "saved", "all is well again");
  note();
  return faults;
}

const WORLDS: readonly (readonly [name: string, sequences: number, create: (page: PageData) => World])[] = [
  ["SCORM 1.2", 400, () => scorm12World(false)],
  ["SCORM 1.2 that sends changes only", 400, () => scorm12World(true)],
  ["SCORM 2004", 300, (page) => scorm2004World(false, page)],
  ["SCORM 2004 that sends changes only", 300, (page) => scorm2004World(true, page)],
  ["xAPI", 300, lrsWorld],
  ["cmi5", 300, cmi5World],
  ["this browser", 300, browserWorld],
];

for (const [name, usual, create] of WORLDS) {
  const sequences = usual * FACTOR;
  test(`${name}: in ${sequences} random sequences nothing is lowered, lost after a save that held, there twice or beyond a limit`, async (t) => {
    let faults = 0;
    for (let seed = 1; seed <= sequences; seed += 1) {
      // In cmi5 each lesson of a course is a unit of its own.
      const page = seed % 2 === 0 || name === "cmi5" ? LESSON : COURSE;
      try {
        faults += await play(new Random(seed * 7919), create(page), page);
      } catch (error) {
        throw new Error(`seed ${seed}`, { cause: error });
      }
    }
    t.diagnostic(`${sequences} sequences, ${sequences * STEPS} steps, ${faults} faults`);
  });
}
