/** What every adapter must do, played through the session as a learner meets it. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { UnitData } from "../page/data.ts";
import type { LearnerSession } from "../session/events.ts";
import { openSession } from "../session/session.ts";
import { FakeClock } from "../session/testing/fake_clock.ts";
import { FakeStorage } from "../session/testing/fake_storage.ts";
import { FakeWindow } from "../session/testing/fake_window.ts";
import { answered, finished, pageData } from "../session/testing/samples.ts";
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

const PAGE = pageData();
const LAUNCH = new URLSearchParams({
  endpoint: "https://lrs.example.org/xapi",
  auth: "Basic a2V5OnNlY3JldA==",
  actor: JSON.stringify({ name: ["Jo"], mbox: ["mailto:jo@example.org"] }),
  registration: "6f2a1c52-6f5b-4c64-9d3e-0d5b6b0a6a01",
}).toString();

/** One place that keeps results, over all visits. */
interface World {
  readonly place: string;
  /** Until then a learner who fails has completed, with a score. */
  readonly tellsFailedAtTheEnd?: boolean;
  port(window: FakeWindow, clock: FakeClock, storage: FakeStorage): LmsPort;
  /** What somebody who looks at the results sees. */
  seen(storage: FakeStorage): { status: string; score: number | null };
  /** From now on nothing can be saved, or all can be again. */
  fail(failing: boolean, storage: FakeStorage): void;
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
  };
}

function lrsWorld(): World {
  const lrs = new FakeLrs();
  return {
    place: "lrs",
    port: (window, clock, storage) => {
      window.location.search = `?${LAUNCH}`;
      return new Xapi({ window, clock, storage }, PAGE, lrs.fetch);
    },
    seen: () => seenIn(lrs, PAGE.unit.id),
    fail: (failing) => {
      lrs.down = failing;
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

/** Each visit is launched anew, as a session of its own. */
function cmi5World(): World {
  const lms = new FakeCmi5(PAGE.unit.id);
  return {
    place: "lms",
    tellsFailedAtTheEnd: true,
    port: (window, clock, storage) => {
      window.location.search = lms.launch();
      return new Cmi5({ window, clock, storage }, PAGE, lms.fetch, new FakeStorage());
    },
    seen: () => {
      assert.deepEqual(lms.offences, []);
      return seenIn(lms.lrs, AU);
    },
    fail: (failing) => {
      lms.lrs.down = failing;
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
  };
}

interface Visit {
  readonly session: LearnerSession;
  readonly window: FakeWindow;
  readonly clock: FakeClock;
}

async function visit(world: World, storage: FakeStorage, unit: Partial<UnitData> = {}): Promise<Visit> {
  const window = new FakeWindow();
  const clock = new FakeClock();
  const session = await openSession({ ...PAGE, unit: { ...PAGE.unit, ...unit } }, [world.port(window, clock, storage)], { window, clock, storage });
  await clock.turn(0);
  return { session, window, clock };
}

const WORLDS: Readonly<Record<string, () => World>> = {
  "SCORM 1.2": () => scorm12World(false),
  "SCORM 1.2 that sends changes only": () => scorm12World(true),
  "SCORM 2004": () => scorm2004World(false, false),
  "SCORM 2004 that sends changes only": () => scorm2004World(true, false),
  "SCORM 2004 that judges by the manifest": () => scorm2004World(false, true),
  "xAPI": lrsWorld,
  "cmi5": cmi5World,
  "this browser": browserWorld,
};

for (const [name, create] of Object.entries(WORLDS)) {
  describe(name, () => {
    test("opening tells incomplete, and no score", async () => { // complaint 3, 4
      const [world, storage] = [create(), new FakeStorage()];
      const { session, clock } = await visit(world, storage);
      session.tell({ kind: "opened", lesson: "one" });
      await clock.turn(100);
      assert.equal(session.connection.place, world.place);
      assert.deepEqual(world.seen(storage), { status: "incomplete", score: null });
      assert.equal(session.connection.state, "saved");
    });

    test("passing is told with its score at once, without leaving", async () => { // complaint 1, 2, 44
      const [world, storage] = [create(), new FakeStorage()];
      const { session, clock } = await visit(world, storage);
      session.tell(answered("one", "q1"));
      session.tell(finished("one", 90));
      await clock.turn(0);
      assert.deepEqual(world.seen(storage), { status: "passed", score: 90 });
    });

    test("failing is told with its score, and passing afterwards takes its place", async () => {
      const [world, storage] = [create(), new FakeStorage()];
      const { session, clock } = await visit(world, storage);
      session.tell(finished("one", 30));
      await clock.turn(0);
      assert.deepEqual(world.seen(storage), { status: world.tellsFailedAtTheEnd ? "completed" : "failed", score: 30 });
      session.tell({ kind: "retried", lesson: "one" });
      session.tell(finished("one", 75));
      await clock.turn(0);
      assert.deepEqual(world.seen(storage), { status: "passed", score: 75 });
    });

    test("failing is told when the learner leaves, at the latest", async () => {
      const [world, storage] = [create(), new FakeStorage()];
      const { session, clock, window } = await visit(world, storage);
      session.tell(finished("one", 30));
      await clock.turn(100);
      window.leave();
      await clock.turn(100);
      assert.deepEqual(world.seen(storage), { status: "failed", score: 30 });
    });

    test("doing worse in a later visit changes nothing", async () => { // complaint 13
      const [world, storage] = [create(), new FakeStorage()];
      const first = await visit(world, storage);
      first.session.tell(finished("one", 90));
      await first.clock.turn(0);
      first.window.leave();
      await first.clock.turn(100);
      const second = await visit(world, storage);
      second.session.tell({ kind: "retried", lesson: "one" });
      second.session.tell(finished("one", 10));
      await second.clock.turn(0);
      second.window.leave();
      await second.clock.turn(100);
      assert.deepEqual(world.seen(storage), { status: "passed", score: 90 });
    });

    test("a later visit goes on where the last one left", async () => { // complaint 8, 10
      const [world, storage] = [create(), new FakeStorage()];
      const first = await visit(world, storage);
      first.session.tell(answered("one", "q1", "C", 0.5));
      first.window.leave();
      await first.clock.turn(100);
      const { session } = await visit(world, storage);
      world.seen(storage);
      assert.deepEqual(session.progress("one").answers, [{ ...session.progress("one").answers[0], packed: "C", share: 0.5 }]);
      assert.equal(session.location, "one");
    });

    test("shuffles stay put on resume", async () => {
      const [world, storage] = [create(), new FakeStorage()];
      const first = await visit(world, storage);
      const seed = first.session.seed("one");
      first.session.tell(answered("one", "q1"));
      first.window.leave();
      await first.clock.turn(100);
      assert.equal((await visit(world, storage)).session.seed("one"), seed);
      world.seen(storage);
    });

    test("a save that fails is told to the learner, tried again, and holds in the end", async () => { // complaint 11
      const [world, storage] = [create(), new FakeStorage()];
      const { session, clock } = await visit(world, storage);
      world.fail(true, storage);
      session.tell(finished("one", 80));
      await clock.turn(1000);
      assert.equal(session.connection.state, "unsaved");
      await clock.turn(20_000);
      assert.equal(session.connection.state, "unsaved");
      world.fail(false, storage);
      await clock.turn(60_000);
      assert.equal(session.connection.state, "saved");
      assert.deepEqual(world.seen(storage), { status: "passed", score: 80 });
    });

    test("what could not be saved before leaving is there at the next visit", async () => { // complaint 11
      const [world, storage] = [create(), new FakeStorage()];
      if (world.place === "browser") return; // a denied storage has nowhere to keep it
      const first = await visit(world, storage);
      await first.clock.turn(100);
      world.fail(true, storage);
      first.session.tell(answered("one", "q1"));
      first.session.tell(finished("one", 80));
      await first.clock.turn(1000);
      first.window.leave();
      await first.clock.turn(100);
      world.fail(false, storage);
      const second = await visit(world, storage);
      await second.clock.turn(100);
      assert.equal(second.session.progress("one").best, 80);
      assert.deepEqual(world.seen(storage), { status: "passed", score: 80 });
    });
  });
}
