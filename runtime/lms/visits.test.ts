/** What one visit reached and the next must find, at every place that keeps results: short visits after long ones, reloads, two at once. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { LearnerSession } from "../session/events.ts";
import { openSession } from "../session/session.ts";
import { FakeClock } from "../session/testing/fake_clock.ts";
import { FakeStorage } from "../session/testing/fake_storage.ts";
import { FakeWindow } from "../session/testing/fake_window.ts";
import { answered, finished } from "../session/testing/samples.ts";
import { PAGE, type World, WORLDS } from "./testing/worlds.ts";

class Visit {
  readonly session: LearnerSession;
  readonly window: FakeWindow;
  readonly clock: FakeClock;

  private constructor(session: LearnerSession, window: FakeWindow, clock: FakeClock) {
    [this.session, this.window, this.clock] = [session, window, clock];
  }

  static async begin(world: World, storage: FakeStorage): Promise<Visit> {
    const [window, clock] = [new FakeWindow(), new FakeClock()];
    storage.listeners.add((key, text) => window.store(key, text));
    const opening = openSession(PAGE, [world.port(window, clock, storage)], { window, clock, storage });
    await clock.turn(0);
    const session = await opening;
    await clock.turn(0);
    return new Visit(session, window, clock);
  }

  /** Each answer is saved by itself. */
  async answer(...questions: readonly string[]): Promise<void> {
    for (const question of questions) {
      this.session.tell(answered("one", question));
      await this.clock.turn(100);
    }
  }

  async finish(score: number): Promise<void> {
    this.session.tell(finished("one", score));
    await this.clock.turn(100);
  }

  async leave(): Promise<void> {
    this.window.leave();
    await this.clock.turn(100);
  }

  get answers(): number {
    return this.session.progress("one").answers.length;
  }
}

for (const [name, create] of Object.entries(WORLDS)) {
  describe(name, () => {
    test("a short visit after a long one is as good as it: each goes on from the last", async () => {
      const [world, storage] = [create(), new FakeStorage()];
      const first = await Visit.begin(world, storage);
      await first.answer("q1", "q2", "q3", "q4", "q5", "q6");
      await first.leave();
      for (const [index, question] of ["q7", "q8", "q9"].entries()) {
        const later = await Visit.begin(world, storage);
        assert.equal(later.answers, 6 + index);
        await later.answer(question);
        await later.leave();
      }
      const last = await Visit.begin(world, storage);
      assert.equal(last.answers, 9);
      await last.finish(80);
      await last.leave();
      const after = await Visit.begin(world, storage);
      assert.deepEqual([after.session.progress("one").underWay, after.session.progress("one").best], [false, 80]);
      assert.deepEqual(world.seen(storage), { status: "passed", score: 80 });
    });

    test("a page that goes without a word, in mid-quiz, has lost nothing that was saved", async () => {
      const [world, storage] = [create(), new FakeStorage()];
      const first = await Visit.begin(world, storage);
      await first.answer("q1", "q2", "q3");
      const second = await Visit.begin(world, storage);
      assert.equal(second.answers, 3);
      await second.answer("q4");
      assert.equal((await Visit.begin(world, storage)).answers, 4);
    });

    test("of two tabs the one that did nothing takes nothing away when it is closed last", async () => {
      const [world, storage] = [create(), new FakeStorage()];
      const [idle, busy] = [await Visit.begin(world, storage), await Visit.begin(world, storage)];
      await busy.answer("q1", "q2", "q3");
      await busy.finish(80);
      await busy.leave();
      await idle.leave();
      const after = await Visit.begin(world, storage);
      assert.deepEqual([after.session.progress("one").best, after.answers], [80, 3]);
      assert.deepEqual(world.seen(storage), { status: "passed", score: 80 });
    });

    test("of two devices the one that did nothing takes nothing away when it is closed last", async () => {
      const world = create();
      // Each has its own; and where an API sends all that it holds, however old, with each commit, no page can help it.
      if (world.place === "browser" || (name.startsWith("SCORM") && !name.endsWith("sends changes only"))) return;
      const [idle, busy] = [await Visit.begin(world, new FakeStorage()), await Visit.begin(world, new FakeStorage())];
      await busy.answer("q1", "q2", "q3");
      await busy.finish(80);
      await busy.leave();
      idle.window.hide();
      await idle.clock.turn(100);
      await idle.leave();
      const after = await Visit.begin(world, new FakeStorage());
      assert.deepEqual([after.session.progress("one").best, after.answers], [80, 3]);
      assert.equal(world.seen(new FakeStorage()).status, "passed");
    });
  });
}
