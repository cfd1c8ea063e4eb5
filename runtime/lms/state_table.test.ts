/**
 * The state table of docs/what-the-lms-is-told.md: each row, in each standard, with each `report` pair.
 *
 * `SCORMPACK_REWRITE_GOLDEN=1` writes what is told today into the golden table, which the docs page is held to as well.
 */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import test from "node:test";
import type { PageData, ReportPair } from "../page/data.ts";
import type { LearnerSession } from "../session/events.ts";
import { openSession } from "../session/session.ts";
import { FakeClock } from "../session/testing/fake_clock.ts";
import { FakeStorage } from "../session/testing/fake_storage.ts";
import { FakeWindow } from "../session/testing/fake_window.ts";
import { answered, finished, lessonEntry, pageData } from "../session/testing/samples.ts";
import { Cmi5 } from "./cmi5.ts";
import type { LmsPort } from "./port.ts";
import { Scorm12 } from "./scorm12.ts";
import { Scorm2004 } from "./scorm2004.ts";
import type { Statement } from "./statement.ts";
import { FakeCmi5 } from "./testing/fake_cmi5.ts";
import { isDefined } from "./testing/cmi5_rules.ts";
import { FakeLrs } from "./testing/fake_lrs.ts";
import type { FakeScorm } from "./testing/fake_scorm.ts";
import { FakeScorm12 } from "./testing/fake_scorm12.ts";
import { FakeScorm2004, JUDGED } from "./testing/fake_scorm2004.ts";
import { Xapi } from "./xapi.ts";

type Standard = "scorm12" | "scorm2004" | "xapi" | "cmi5";

interface Row {
  /** "A learner has …" */
  readonly row: string;
  /** By `report` pair, then by standard. */
  readonly told: Readonly<Record<ReportPair, Readonly<Record<Standard, string>>>>;
}

const GOLDEN = new URL("../../tests/golden/what_the_lms_is_told.json", import.meta.url);
const PAIRS = ["passed-failed", "passed-incomplete", "completed"] as const;
const QUERY = { endpoint: "https://lrs.example.org/xapi/", auth: "a2V5OnNlY3JldA==", actor: '{"mbox":"mailto:jo@example.org"}' };

/** What the LMS judges by: formats/ims/mastery.py and formats/scorm2004/manifest.py. */
function manifestOf({ unit }: PageData): Readonly<Record<string, string>> {
  const { "cmi.completion_threshold": threshold } = JUDGED;
  return unit.kind === "lesson" && unit.report === "passed-failed" ? JUDGED : { "cmi.completion_threshold": threshold };
}

/** One learner, and one place that keeps the results. */
class Learner {
  readonly scorm12 = new FakeScorm12();
  readonly scorm2004: FakeScorm2004;
  readonly lrs = new FakeLrs();
  readonly cmi5: FakeCmi5;
  /** Of the next launch. */
  mode: "Normal" | "Review" = "Normal";
  readonly #standard: Standard;
  readonly #page: PageData;
  readonly #storage = new FakeStorage();
  #window = new FakeWindow();
  #clock = new FakeClock();
  #session: LearnerSession | null = null;

  constructor(standard: Standard, page: PageData) {
    this.scorm2004 = new FakeScorm2004({}, manifestOf(page));
    this.cmi5 = new FakeCmi5(page.unit.id);
    this.#standard = standard;
    this.#page = page;
  }

  async visit(): Promise<LearnerSession> {
    [this.#window, this.#clock] = [new FakeWindow(), new FakeClock()];
    this.#window.location.search = this.#standard === "cmi5" ? this.cmi5.launch({ mode: this.mode, moveOn: "Completed" }) : `?${new URLSearchParams(QUERY).toString()}`;
    const environment = { window: this.#window, clock: this.#clock, storage: this.#storage };
    const ports: Readonly<Record<Standard, () => LmsPort>> = {
      scorm12: () => new Scorm12(environment, { API: this.scorm12.launch() }),
      scorm2004: () => new Scorm2004(environment, { API_1484_11: this.scorm2004.launch() }, this.#page.lessons.length),
      xapi: () => new Xapi(environment, this.#page, this.lrs.fetch),
      cmi5: () => new Cmi5(environment, this.#page, this.cmi5.fetch, new FakeStorage()),
    };
    const port = ports[this.#standard]();
    this.#session = await openSession(this.#page, [port], environment);
    await this.settle();
    return this.#session;
  }

  async settle(): Promise<void> {
    await this.#clock.turn(100);
  }

  async leave(): Promise<void> {
    this.#window.leave();
    await this.settle();
  }

  get told(): string {
    return { scorm12: () => this.#scorm12(), scorm2004: () => this.#scorm2004(), xapi: () => this.#xapi(), cmi5: () => this.#cmi5() }[this.#standard]();
  }

  #scorm12(): string {
    const held = (element: string): string | undefined => this.scorm12.stored.get(`cmi.${element}`);
    const score = (at: string): string => held(`${at}score.raw`) ?? "no score";
    return this.#scorm(this.scorm12, `${held("core.lesson_status")}, ${score("core.")}`, (at) => `${held(`${at}status`)}, ${score(at)}`, held("core.exit"));
  }

  #scorm2004(): string {
    const held = (element: string): string | undefined => this.scorm2004.stored.get(`cmi.${element}`);
    const score = (at: string): string => (held(`${at}score.raw`) === undefined ? "no score" : `${held(`${at}score.raw`)} / ${held(`${at}score.scaled`)}`);
    const result = (at: string): string => `${held(`${at}completion_status`)}, ${held(`${at}success_status`) ?? "unknown"}, ${score(at)}`;
    return this.#scorm(this.scorm2004, result(""), result, held("exit"));
  }

  #scorm(lms: FakeScorm, result: string, objective: (at: string) => string, exit: string | undefined): string {
    const count = [...lms.stored.keys()].filter((element) => /^cmi\.interactions\.\d+\.id$/.test(element)).length;
    const lessons = [0, 1].filter((at) => this.#page.unit.kind === "course" && lms.stored.has(`cmi.objectives.${at}.id`));
    return [
      result,
      ...lessons.map((at) => `objective ${lms.stored.get(`cmi.objectives.${at}.id`)} ${objective(`objectives.${at}.`)}`),
      ...(count === 0 ? [] : [`${count} interaction`]),
      ...(lms.finishes > 0 ? [`exit ${exit ?? "not set"}`] : []),
    ].join("; ");
  }

  #xapi(): string {
    return [...this.lrs.statements.values()].map((statement) => this.#say(statement)).join("; ");
  }

  /** What is no "cmi5 defined" statement stands in brackets. */
  #cmi5(): string {
    if (this.#page.unit.kind === "course") return "each lesson by itself";
    const said = (statement: Statement): string => (isDefined(statement) ? this.#say(statement) : `(${this.#say(statement)})`);
    return this.cmi5.sessions.flatMap(({ all }) => all.map(said)).join("; ");
  }

  #say({ verb, object, result }: Statement): string {
    const about = this.#page.lessons.find(({ iri }) => this.#page.unit.kind === "course" && iri === object.id)?.id;
    const scaled = (result as { score?: { scaled: number } } | undefined)?.score?.scaled;
    const word = verb.id.replace(/^.*\//, "");
    return [...(about === undefined ? [] : [`${about}:`]), word, ...(word === "answered" || scaled === undefined ? [] : [scaled])].join(" ");
  }
}

type Doing = (learner: Learner) => Promise<void>;

const LESSON = [lessonEntry("one")];
const READING = [lessonEntry("one", { points: 0, passMark: null })];
const COURSE = [lessonEntry("one"), lessonEntry("two")];

const finish = (...scores: readonly (readonly [lesson: string, score: number])[]): Doing => async (learner) => {
  const session = await learner.visit();
  for (const [lesson, score] of scores) {
    session.tell(finished(lesson, score));
    await learner.settle();
    session.tell({ kind: "retried", lesson });
  }
};

/** In the order in which the page shows them; a row's name completes "A learner has …". */
const ROWS: readonly (readonly [row: string, lessons: PageData["lessons"], does: Doing])[] = [
  ["opened the lesson", LESSON, async (learner) => void (await learner.visit())],
  ["answered a question", LESSON, async (learner) => {
    (await learner.visit()).tell(answered("one", "q1"));
    await learner.settle();
  }],
  ["read a lesson without a quiz", READING, async (learner) => {
    (await learner.visit()).tell({ kind: "read", lesson: "one" });
    await learner.settle();
  }],
  ["passed the quiz with 80", LESSON, finish(["one", 80])],
  ["failed the quiz with 30", LESSON, finish(["one", 30])],
  ["failed with 30, then passed with 80", LESSON, finish(["one", 30], ["one", 80])],
  ["passed with 80, then got 30", LESSON, finish(["one", 80], ["one", 30])],
  ["left in the middle", LESSON, async (learner) => {
    (await learner.visit()).tell(answered("one", "q1"));
    await learner.leave();
  }],
  ["passed with 80 and left", LESSON, async (learner) => {
    await finish(["one", 80])(learner);
    await learner.leave();
  }],
  ["come back after passing with 80, and got 30", LESSON, async (learner) => {
    await finish(["one", 80])(learner);
    await learner.leave();
    await finish(["one", 30])(learner);
  }],
  ["come back in review after 80, and got 90", LESSON, async (learner) => {
    await finish(["one", 80])(learner);
    await learner.leave();
    learner.scorm12.stored.set("cmi.core.lesson_mode", "review");
    learner.scorm2004.stored.set("cmi.mode", "review");
    learner.mode = "Review";
    await finish(["one", 90])(learner);
  }],
  ["passed one of two lessons with 80", COURSE, finish(["one", 80])],
  ["passed both lessons with 80 and 70", COURSE, finish(["one", 80], ["two", 70])],
  ["passed one lesson with 80, failed the other with 30", COURSE, finish(["one", 80], ["two", 30])],
];

async function play(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [row, lessons, does] of ROWS) {
    const told = async (report: ReportPair, standard: Standard): Promise<string> => {
      const learner = new Learner(standard, pageData({ kind: lessons.length > 1 ? "course" : "lesson", report }, lessons));
      await does(learner);
      assert.deepEqual([...learner.scorm12.offences, ...learner.scorm2004.offences, ...learner.cmi5.offences], []);
      return learner.told;
    };
    const all = async (pair: ReportPair): Promise<Record<Standard, string>> => ({
      scorm12: await told(pair, "scorm12"),
      scorm2004: await told(pair, "scorm2004"),
      xapi: await told(pair, "xapi"),
      cmi5: await told(pair, "cmi5"),
    });
    const pairs = await Promise.all(PAIRS.map(async (pair) => [pair, await all(pair)] as const));
    rows.push({ row, told: Object.fromEntries(pairs) as Row["told"] });
  }
  return rows;
}

const today = await play();
if (process.env["SCORMPACK_REWRITE_GOLDEN"] === "1") writeFileSync(GOLDEN, `${JSON.stringify(today, null, 2)}\n`);
const golden = JSON.parse(readFileSync(GOLDEN, "utf8")) as Row[];

test("the golden table has the rows that are played, in their order", () => {
  assert.deepEqual(golden.map(({ row }) => row), today.map(({ row }) => row));
});

for (const [at, { row, told }] of golden.entries()) {
  test(`A learner has ${row}: each standard is told what the table says, with each pair of words`, () => { // complaint 3, 4, 13, 14
    assert.deepEqual(today[at]?.told, told);
  });
}
