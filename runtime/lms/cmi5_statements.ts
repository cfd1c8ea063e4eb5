/** A report as cmi5 statements: each fact once, in the order of section 9.3. The same fact always has the same id. */
import type { UnitData } from "../page/data.ts";
import { CMI5_CATEGORY, contextOf, MASTERY_EXTENSION, MOVEON_CATEGORY } from "./cmi5_context.ts";
import type { Cmi5Launch } from "./cmi5_launch.ts";
import type { LaunchData } from "./cmi5_launch_data.ts";
import type { Interaction, Question, Report, Success } from "./port.ts";
import type { Activity, ContextActivities, Statement, Verb } from "./statement.ts";
import { answerParts, askedResult, duration, percentScore, sentence } from "./statement.ts";
import type { KeptState } from "./state_resource.ts";
import { uuidOf } from "./uuid.ts";

interface More {
  readonly result?: object;
  readonly activities?: ContextActivities;
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly timestamp?: number;
}

export class Cmi5StatementWriter {
  readonly #unit: UnitData;
  readonly #launch: Cmi5Launch;
  readonly #data: LaunchData;
  /** Tells sessions of a registration apart. */
  readonly #session: string;
  readonly #since: number;
  readonly #date: () => number;
  /** 9.3: "terminated" is the last by its timestamp, whatever is done to the computer's clock. */
  #latest: number;
  /** The score that the LMS has with "passed", or has had apart. */
  #toldScore: number | null = null;
  readonly #sent: readonly string[];

  /** `session`: what tells it apart; `since`: when it was initialized, in milliseconds since 1970; `kept`: of the registration so far. */
  constructor(unit: UnitData, launch: Cmi5Launch, data: LaunchData, visit: { session: string; since: number; kept: KeptState }, date: () => number) {
    this.#unit = unit;
    this.#launch = launch;
    this.#data = data;
    this.#session = visit.session;
    this.#since = this.#latest = visit.since;
    this.#date = date;
    this.#sent = visit.kept.sent;
    if (this.#sent.includes(this.#id("passed", launch.activityId, ""))) this.#toldScore = visit.kept.score;
  }

  /** 9.3.2 */
  initialized(): Statement {
    return this.#defined("initialized", this.#session, { timestamp: this.#since });
  }

  /** 9.3.8, 9.5.4.1: the time since "initialized". */
  terminated(): Statement {
    return this.#defined("terminated", this.#session, { result: { duration: duration((this.#now() - this.#since) / 1000) } });
  }

  /** A question to the tutor; its moment tells one asked twice apart. */
  asked(question: Question): Statement {
    return this.#allowed("asked", this.#au(), String(this.#now()), { result: askedResult(this.#unit, question) });
  }

  /**
   * All that follows from a report, the small before the large; what was told before comes again with the same ids.
   *
   * `ends`: the session does. 9.3: a session has "passed" or "failed", not both. So "failed" waits for its end, since a
   * learner who fails may try again and pass; the score is told at once, as a statement of our own.
   */
  reported(report: Report, ends = false): Statement[] {
    return [...report.interactions.flatMap((interaction) => (interaction === null ? [] : [this.#answered(interaction)])), ...this.verdicts(report, ends)];
  }

  /** Those on the unit itself. */
  verdicts({ completion, success, score, sessionTime }: Pick<Report, "completion" | "success" | "score" | "sessionTime">, ends: boolean): Statement[] {
    const time = { duration: duration(sessionTime) }; // 9.5.4.1
    const scored = score === null ? {} : { score: percentScore(score) };
    const verdict = this.#judged(success, score);
    const statements: Statement[] = [];
    // 9.5.1, 9.5.3: neither a score nor a success.
    if (completion === "completed") statements.push(this.#defined("completed", "", { result: { completion: true, ...time } }));
    // 9.5.2, 9.5.3: no completion. 9.3: once in a registration, so a better score later is told apart.
    if (verdict === "passed") {
      this.#toldScore ??= score;
      statements.push(this.#defined("passed", "", { result: { success: true, ...scored, ...time }, ...this.#mastery() }));
    }
    const told = verdict === "passed" && score === this.#toldScore;
    if (score !== null && !told) statements.push(this.#allowed("scored", this.#au(), String(score), { result: scored }));
    // An id of the session's own: what is said at its end goes in one breath, and must not meet its double.
    if (verdict === "failed" && ends && !this.#sent.includes(failedWith(score))) statements.push(this.#defined("failed", `${score}\n${this.#session}`, { result: { success: false, ...scored, ...time }, ...this.#mastery() }));
    return statements;
  }

  /**
   * What goes when the page does: the result and the end first; answers that find no room are told in the next session.
   *
   * Not those of the last session: the LRS may have them in other words, and would refuse the end along with them.
   */
  rank({ object, timestamp }: Statement): number {
    return object.id === this.#launch.activityId ? 2 : Date.parse(timestamp) > this.#since ? 1 : 0;
  }

  /** What a state notes of the result that the LMS has: ids, and the score of the last "failed". */
  noted({ score, success }: Pick<Report, "score" | "success">, settled: readonly string[], ended: boolean): string[] {
    const failed = failedWith(score);
    const told = this.#sent.includes(failed) || (ended && this.#judged(success, score) === "failed");
    return told ? [...settled, failed] : [...settled];
  }

  /** 9.3.4, 9.3.5: never against the LMS's mastery score, which may have changed since. */
  #judged(success: Success, score: number | null): Success {
    const { masteryScore } = this.#data;
    if (success === "unknown" || masteryScore === null || score === null) return success;
    return score / 100 >= masteryScore === (success === "passed") ? success : "unknown";
  }

  /** 9.6.3.2 */
  #mastery(): Pick<More, "extensions"> {
    const { masteryScore } = this.#data;
    return masteryScore === null ? {} : { extensions: { [MASTERY_EXTENSION]: masteryScore } };
  }

  #answered(interaction: Interaction): Statement {
    const { object, result, occasion } = answerParts(interaction, this.#unit.language);
    // 9.3: "initialized" is the first by its timestamp, also before an answer of the last session that is told in this one.
    const timestamp = Math.max(interaction.timestamp, this.#since);
    return this.#allowed("answered", object, occasion, { result, timestamp });
  }

  /** A statement of cmi5's own: 9.3 to 9.6 say what it holds. */
  #defined(verb: Verb, occasion: string, more: More): Statement {
    const judges = verb === "completed" || verb === "passed" || verb === "failed";
    const category = judges ? [CMI5_CATEGORY, MOVEON_CATEGORY] : [CMI5_CATEGORY]; // 9.6.2.1, 9.6.2.2
    return this.#statement(verb, this.#au(), occasion, { ...more, activities: { category } });
  }

  /** "cmi5 allowed" (7.1.2): anything else, with the context that the LMS gave. */
  #allowed(verb: Verb, object: Activity, occasion: string, more: More): Statement {
    const activities = object.id === this.#launch.activityId ? {} : { parent: [this.#au()] };
    return this.#statement(verb, object, occasion, { ...more, activities });
  }

  #statement(verb: Verb, object: Activity, occasion: string, { result, activities = {}, extensions = {}, timestamp }: More): Statement {
    const { actor, registration } = this.#launch;
    return {
      id: this.#id(verb, object.id, occasion), // 9.1
      actor, // 9.2
      ...sentence(verb, object),
      ...(result && { result }),
      context: contextOf(this.#data, { registration, language: this.#unit.language, activities, extensions }),
      timestamp: new Date(this.#at(timestamp)).toISOString(), // 9.7
    };
  }

  #id(verb: Verb, object: string, occasion: string): string {
    const { actor, registration, activityId } = this.#launch;
    return uuidOf([JSON.stringify(actor), registration, activityId, verb, object, occasion].join("\n"));
  }

  #at(timestamp: number = this.#now()): number {
    this.#latest = Math.max(this.#latest, timestamp);
    return timestamp;
  }

  #now(): number {
    return Math.max(this.#latest, this.#date());
  }

  /** 9.4 */
  #au(): Activity {
    const { title, language } = this.#unit;
    return { id: this.#launch.activityId, definition: { type: "http://adlnet.gov/expapi/activities/lesson", name: { [language]: title } } };
  }
}

function failedWith(score: number | null): string {
  return `failed ${score}`;
}
