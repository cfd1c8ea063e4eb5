/**
 * Learns at random in the package's frame, by clicking and typing, while the LMS fails, the frame is loaded again, the
 * learner leaves or the browser is killed; and knows from a plain model what must be there afterwards. Seeded.
 */
"use strict";

const MOVES = 10;
const counts = { sequences: 0, steps: 0, faults: 0 };

/** mulberry32 */
class Random {
  constructor(seed) {
    this.state = seed >>> 0;
  }

  below(bound) {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * bound);
  }

  chance(percent) {
    return this.below(100) < percent;
  }

  pick(items) {
    return items[this.below(items.length)];
  }
}

/** What there is to see, and what must be there, of one learner. */
class Robot {
  constructor(random, lms, questions) {
    Object.assign(this, { random, lms, questions });
    /** Question id → right, of the attempt under way. */
    this.answers = new Map();
    /** The latest answer to each question of all attempts. */
    this.latest = new Map();
    this.finished = false;
    this.best = null;
    this.api = null;
    this.frame = null;
  }

  get document() {
    return this.frame.contentDocument;
  }

  find(selector) {
    return this.document?.querySelector(selector) ?? null;
  }

  button(within, words) {
    return [...this.document.querySelectorAll(`${within} button`)].find((one) => one.textContent === words);
  }

  async visit() {
    this.lms.mend(); // an LMS that cannot be reached cannot launch
    this.api = window.API = this.lms.launch();
    this.frame = document.createElement("iframe");
    Object.assign(this.frame, { title: "Lesson", width: 867, height: 666, src: "package/index.html" });
    document.body.append(this.frame);
    await this.opened("a new visit");
  }

  async reload() {
    counts.faults += 1;
    const loaded = new Promise((resolve) => this.frame.addEventListener("load", resolve, { once: true }));
    this.frame.contentWindow.location.reload();
    await loaded;
    await this.opened("the frame loaded again");
  }

  /** Killed: nothing gets out any more, not even the last words. */
  close(isKilled) {
    if (isKilled) counts.faults += 1;
    this.api.gone = isKilled;
    this.frame.remove();
  }

  async opened(why) {
    await until(() => this.find("#quiz-root .question, #quiz-root .quiz-result"), `${why}: the quiz is there`);
    const shown = this.find("#quiz").innerText;
    const expected = this.finished ? `Your best score so far is ${this.best}%.` : `${this.answers.size} of ${this.questions.length} answered`;
    check(shown.includes(expected), `${why}: not "${expected}" but: ${shown}`);
  }

  async answer() {
    const open = this.questions.filter(({ id }) => !this.answers.has(id));
    if (this.finished || open.length === 0) return this.again();
    const question = this.random.pick(open);
    const isRight = this.random.chance(70);
    const card = this.find(`#quiz-question-${question.id}`);
    const { options, texts } = isRight ? question.right : question.wrong;
    for (const name of options) [...card.querySelectorAll("label")].find((label) => label.textContent.trim() === name).click();
    card.querySelectorAll("input[type=text]").forEach((box, at) => {
      box.value = texts[at];
      box.dispatchEvent(new Event("input", { bubbles: true }));
    });
    card.querySelector(".button--check").click();
    this.answers.set(question.id, isRight);
    this.latest.set(question.id, isRight);
    if (this.answers.size === this.questions.length) await this.judge();
  }

  async finish() {
    const now = this.button(".quiz-actions", "Finish now");
    if (this.finished || !now) return;
    now.click();
    this.button("dialog", "Finish now").click();
    await this.judge();
  }

  async judge() {
    const points = (questions) => questions.reduce((sum, one) => sum + one.points, 0);
    const score = Math.round((100 * points(this.questions.filter(({ id }) => this.answers.get(id)))) / points(this.questions));
    this.finished = true;
    this.best = Math.max(this.best ?? 0, score);
    await until(() => this.find(".result-score")?.textContent === `You scored ${score}%.`, `a score of ${score}`, () => this.find("#quiz").innerText);
  }

  again() {
    const button = this.button("#quiz-root", "Try again");
    if (!this.finished || !button) return;
    button.click();
    this.finished = false;
    this.answers.clear();
  }

  /** All is well again: the LMS must have all of it, and have it once. */
  async settle() {
    this.lms.mend();
    this.frame.contentWindow.dispatchEvent(new Event("online"));
    const status = this.best === null ? "incomplete" : this.best >= 70 ? "passed" : "failed";
    const holds = () => this.lms.get("core.lesson_status") === status && (this.lms.get("core.score.raw") ?? null) === (this.best === null ? null : String(this.best));
    await until(() => holds() && this.hasAllAnswers() && this.isQuiet(), "the LMS has all of it", () => this.describe(status));
  }

  isQuiet() {
    const banner = this.find("#connection");
    return banner.textContent === "" || banner.className === "connection--good";
  }

  interactions() {
    const ids = [];
    while (this.lms.get(`interactions.${ids.length}.id`) !== undefined) ids.push(this.lms.get(`interactions.${ids.length}.id`));
    return ids.map((id, at) => [id.split(".")[1], this.lms.get(`interactions.${at}.result`) === "correct"]);
  }

  hasAllAnswers() {
    const told = this.interactions();
    return told.length === this.latest.size && told.every(([id, isRight]) => this.latest.get(id) === isRight);
  }

  describe(status) {
    const held = [this.lms.get("core.lesson_status"), this.lms.get("core.score.raw"), JSON.stringify(this.interactions())];
    return `${held.join(" ")}; must be ${status} ${this.best} ${JSON.stringify([...this.latest])}; ${this.find("#connection").innerText}`;
  }

  async move() {
    const { random } = this;
    const move = random.below(100);
    counts.steps += 1;
    if (move < 58) await this.answer();
    else if (move < 74) {
      counts.faults += 1;
      this.lms.break(random);
    } else if (move < 78) await this.finish();
    else if (move < 84) this.again();
    else if (move < 89) await this.reload();
    else if (move < 96) {
      this.close(random.chance(50));
      await this.visit();
    } else await pause(random.below(60));
    if (random.chance(70)) await pause(0); // else two things happen in one go
  }
}

/** One learner, from the first visit to the last. */
async function play(seed, questions) {
  const random = new Random(seed * 7919);
  const lms = new RandomLms(`learner-${seed}`, seed % 2 === 0);
  const robot = new Robot(random, lms, questions);
  await robot.visit();
  for (let move = 0; move < MOVES; move += 1) await robot.move();
  robot.close(random.chance(50));
  await robot.visit();
  await robot.settle();
  robot.close(false);
  // Another device: what the LMS has is all there is.
  localStorage.clear();
  await robot.visit();
  robot.close(false);
  check(Fault.all.length === 0, Fault.all.join("; "));
  counts.sequences += 1;
}

/** Plays the seeds in turn; a failure names its seed. */
async function playAll(seeds, questions) {
  for (const seed of seeds) {
    try {
      await play(seed, questions);
    } catch (error) {
      throw new Error(`seed ${seed}: ${error.message}`);
    }
  }
  return counts;
}

async function until(holds, what, describe = () => "") {
  for (const end = performance.now() + 15_000; !holds(); await pause(5)) {
    check(performance.now() < end, `not within 15 seconds: ${what}; ${describe()}`);
  }
}

function check(holds, what) {
  if (!holds) throw new Error(what);
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
