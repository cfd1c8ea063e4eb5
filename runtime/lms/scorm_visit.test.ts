import assert from "node:assert/strict";
import test from "node:test";
import type { LearnerSession } from "../session/events.ts";
import { openSession } from "../session/session.ts";
import { MemoryStore } from "../session/storage.ts";
import { FakeClock } from "../session/testing/fake_clock.ts";
import { FakeStorage } from "../session/testing/fake_storage.ts";
import { FakeWindow } from "../session/testing/fake_window.ts";
import { answered, finished, pageData } from "../session/testing/samples.ts";
import { Local } from "./local.ts";
import { Scorm12 } from "./scorm12.ts";
import type { Scorm12Api } from "./testing/fake_scorm12.ts";
import { FakeScorm12 } from "./testing/fake_scorm12.ts";

/** A player page, as it is opened once by the learner; its frame may be loaded again. */
interface Player {
  readonly API: Scorm12Api;
  readonly performance: { readonly timeOrigin: number };
}

interface Frame {
  readonly session: LearnerSession;
  readonly window: FakeWindow;
  readonly clock: FakeClock;
}

/** One tab of one browser. */
class Tab {
  readonly storage = new FakeStorage();
  readonly store = new MemoryStore();
  #opened = 0;

  player(lms: FakeScorm12): Player {
    this.#opened += 1;
    return { API: lms.launch(), performance: { timeOrigin: this.#opened } };
  }

  async load(player: Player): Promise<Frame> {
    const window = new FakeWindow();
    const clock = new FakeClock();
    const environment = { window, clock, storage: this.storage };
    const page = pageData();
    const session = await openSession(page, [new Scorm12(environment, { parent: player }, this.store), new Local(environment, page.unit.id)], environment);
    await clock.turn(100);
    return { session, window, clock };
  }
}

test("a frame that is loaded again where no second session is opened says so, and goes on where it was", async () => { // complaint 10
  const [tab, lms] = [new Tab(), new FakeScorm12()];
  const player = tab.player(lms);
  const first = await tab.load(player);
  first.session.tell(answered("one", "q1"));
  await first.clock.turn(0);
  first.window.leave();
  const second = await tab.load(player);
  assert.deepEqual([second.session.connection.place, second.session.connection.state, second.session.connection.fault?.reason], ["lms", "unsaved", "session-gone"]);
  assert.equal(second.session.progress("one").answers.length, 1);
});

test("what was done in such a frame reaches the LMS at the next visit, once", async () => { // complaint 10
  const [tab, lms] = [new Tab(), new FakeScorm12()];
  const player = tab.player(lms);
  const first = await tab.load(player);
  first.session.tell(answered("one", "q1"));
  await first.clock.turn(0);
  first.window.leave();
  const second = await tab.load(player);
  second.session.tell(answered("one", "q2"));
  second.session.tell(finished("one", 80));
  second.window.leave();
  assert.deepEqual([lms.stored.get("cmi.core.lesson_status"), lms.finishes], ["incomplete", 1]);
  const third = await tab.load(tab.player(lms));
  assert.deepEqual([third.session.connection.state, third.session.progress("one").best], ["saved", 80]);
  assert.deepEqual([lms.stored.get("cmi.core.lesson_status"), lms.stored.get("cmi.core.score.raw")], ["passed", "80"]);
  assert.deepEqual([0, 1, 2].map((index) => lms.stored.get(`cmi.interactions.${index}.id`)), ["one.q1", "one.q2", undefined]);
  assert.deepEqual(lms.offences, []);
});

test("such a frame lowers nothing that the LMS holds", async () => { // complaint 13
  const [tab, lms] = [new Tab(), new FakeScorm12()];
  const player = tab.player(lms);
  const first = await tab.load(player);
  first.session.tell(finished("one", 90));
  await first.clock.turn(0);
  first.window.leave();
  const second = await tab.load(player);
  assert.equal(second.session.connection.score, 90);
  second.session.tell({ kind: "retried", lesson: "one" });
  second.session.tell(finished("one", 10));
  second.window.leave();
  await tab.load(tab.player(lms));
  assert.deepEqual([lms.stored.get("cmi.core.lesson_status"), lms.stored.get("cmi.core.score.raw")], ["passed", "90"]);
});

test("in review a frame that is loaded again is still for practice", async () => {
  const [tab, lms] = [new Tab(), new FakeScorm12()];
  lms.stored.set("cmi.core.lesson_mode", "review");
  const player = tab.player(lms);
  (await tab.load(player)).window.leave();
  assert.equal((await tab.load(player)).session.connection.state, "practice");
});

test("another player page of the same tab gets nothing of it, for another learner may sit there", async () => { // complaint 37
  const [tab, lms] = [new Tab(), new FakeScorm12()];
  const first = await tab.load(tab.player(lms));
  first.session.tell(finished("one", 80));
  await first.clock.turn(0);
  first.window.leave();
  lms.initializeFault = "false";
  const { connection } = (await tab.load(tab.player(lms))).session;
  assert.deepEqual([connection.place, connection.score], ["browser", null]);
});

test("a record that cannot be read is none", async () => {
  const [tab, lms] = [new Tab(), new FakeScorm12()];
  const player = tab.player(lms);
  (await tab.load(player)).window.leave();
  tab.store.set("scormpack:visit:/content/1/", "{");
  assert.equal((await tab.load(player)).session.connection.place, "browser");
});
