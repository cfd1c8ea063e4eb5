/** What every adapter must do, played through the session as a learner meets it. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import type { PageData } from "../page/data.ts";
import type { LearnerSession } from "../session/events.ts";
import { openSession } from "../session/session.ts";
import { FakeClock } from "../session/testing/fake_clock.ts";
import { FakeStorage } from "../session/testing/fake_storage.ts";
import { FakeWindow } from "../session/testing/fake_window.ts";
import { answered, finished, lessonEntry } from "../session/testing/samples.ts";
import { Local } from "./local.ts";
import { PAGE, type World, WORLDS } from "./testing/worlds.ts";

interface Visit {
  readonly session: LearnerSession;
  readonly window: FakeWindow;
  readonly clock: FakeClock;
}

async function visit(world: World, storage: FakeStorage, page: Partial<PageData> = {}): Promise<Visit> {
  const window = new FakeWindow();
  const clock = new FakeClock();
  const ports = [world.port(window, clock, storage), new Local({ window, clock, storage }, PAGE.unit.id)];
  const opening = openSession({ ...PAGE, ...page }, ports, { window, clock, storage });
  await clock.turn(5000); // an API that is late is waited for
  const session = await opening;
  await clock.turn(0);
  return { session, window, clock };
}

test("every port that a format starts with is played", () => {
  const folder = new URL("../entries/", import.meta.url);
  const entries = readdirSync(folder).filter((name) => name.endsWith(".ts")).map((name) => readFileSync(new URL(name, folder), "utf8"));
  const started = new Set(entries.flatMap((source) => [...source.matchAll(/import \{ (\w+) \} from "\.\.\/lms\//g)].map(([, port]) => port ?? "")));
  const played = readFileSync(new URL("testing/worlds.ts", import.meta.url), "utf8");
  assert.ok(started.size > 4);
  assert.deepEqual([...started].filter((port) => !played.includes(`new ${port}(`)), []);
});

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

    test("an answer is told at once, and a question once", async () => {
      const [world, storage] = [create(), new FakeStorage()];
      const { session, clock } = await visit(world, storage);
      session.tell(answered("one", "q1"));
      await clock.turn(100);
      session.tell(answered("one", "q2"));
      await clock.turn(100);
      world.seen(storage);
      assert.deepEqual(world.heard()?.answers ?? 2, 2);
    });

    test("a lesson without a quiz is completed by whoever has read it, and has no score", async () => {
      const [world, storage] = [create(), new FakeStorage()];
      const { session, clock } = await visit(world, storage, { lessons: [lessonEntry("one", { points: 0, passMark: null })] });
      session.tell({ kind: "read", lesson: "one" });
      await clock.turn(100);
      assert.deepEqual(world.seen(storage), { status: "completed", score: null });
    });

    test("leaving ends the session, once", async () => { // complaint 6
      const [world, storage] = [create(), new FakeStorage()];
      const { session, clock, window } = await visit(world, storage);
      session.tell(answered("one", "q1"));
      await clock.turn(100);
      window.leave();
      window.leave();
      await clock.turn(100);
      world.seen(storage);
      assert.deepEqual(world.heard()?.ends ?? 1, 1);
    });

    test("where it opens no session, results stay in this browser", async () => {
      const [world, storage] = [create(), new FakeStorage()];
      world.refuse?.();
      const { session, clock } = await visit(world, storage);
      session.tell(finished("one", 80));
      await clock.turn(100);
      assert.deepEqual([session.connection.place, session.connection.state], ["browser", "saved"]);
      assert.deepEqual(world.heard() ?? { answers: 0, ends: 0 }, { answers: 0, ends: 0 });
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
