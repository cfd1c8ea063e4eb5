/** A report as xAPI statements. The same fact always has the same id, so telling it again is telling it once. */
import type { LessonEntry, UnitData } from "../page/data.ts";
import type { LaunchParameters } from "./launch_parameters.ts";
import type { Interaction, Objective, Question, Report } from "./port.ts";
import type { Activity, ContextActivities, Statement, Verb } from "./statement.ts";
import { answerParts, askedResult, duration, percentScore, sentence, verbId } from "./statement.ts";
import { uuidOf } from "./uuid.ts";

type Outcome = Pick<Objective, "completion" | "success" | "score">;

export class StatementWriter {
  readonly #unit: UnitData;
  readonly #launch: LaunchParameters;
  readonly #date: () => number;

  constructor(unit: UnitData, launch: LaunchParameters, date: () => number) {
    this.#unit = unit;
    this.#launch = launch;
    this.#date = date;
  }

  /** `visit` tells sessions apart. */
  initialized(visit: string): Statement {
    return this.#statement("initialized", this.#unitActivity(), visit, {});
  }

  /** The end of a session: suspended in the middle, terminated when all is done. */
  left(visit: string, report: Report): Statement {
    const verb = report.completion === "completed" ? "terminated" : "suspended";
    return this.#statement(verb, this.#unitActivity(), visit, { result: { duration: duration(report.sessionTime) } });
  }

  /** A question to the tutor; `occasion` tells one asked twice apart. */
  asked(occasion: string, question: Question, lesson: LessonEntry | null): Statement {
    const about = this.#unit.kind === "lesson" || lesson === null ? this.#unitActivity() : this.#lessonActivity(lesson);
    const result = askedResult(this.#unit, question);
    return this.#statement("asked", about, occasion, { result, ...(about.id === this.#unit.id ? {} : { activities: { parent: [this.#unitActivity()] } }) });
  }

  /** All that follows from a report, the small before the large; what was told before comes again with the same ids. */
  reported(report: Report): Statement[] {
    // A unit of one lesson is that lesson: its result is told once, on the unit's id.
    const lessons = this.#unit.kind === "lesson" ? [] : report.objectives;
    return [
      ...report.interactions.flatMap((interaction) => (interaction === null ? [] : [this.#answered(interaction, report.objectives)])),
      ...lessons.flatMap((lesson) => this.#verdicts(this.#lessonActivity(lesson), lesson, { parent: [this.#unitActivity()] })),
      // On the unit's own id, which is what LMSs look at. // complaint 45
      ...this.#verdicts(this.#unitActivity(), report, undefined),
    ];
  }

  #answered(interaction: Interaction, lessons: readonly Objective[]): Statement {
    const { language } = this.#unit;
    const lesson = this.#unit.kind === "lesson" ? undefined : lessons.find(({ id }) => id === interaction.lesson);
    const { object, result, occasion } = answerParts(interaction, language);
    return this.#statement("answered", object, occasion, {
      result,
      timestamp: new Date(interaction.timestamp).toISOString(),
      activities: lesson === undefined ? { parent: [this.#unitActivity()] } : { parent: [this.#lessonActivity(lesson)], grouping: [this.#unitActivity()] },
    });
  }

  #verdicts(activity: Activity, { completion, success, score }: Outcome, activities: ContextActivities | undefined): Statement[] {
    const about = activities === undefined ? {} : { activities };
    const judged = success !== "unknown";
    const done = completion === "completed";
    const scored = score === null ? {} : { score: percentScore(score) };
    const statements: Statement[] = [];
    // Where no verdict is due, the score goes with the completion; a better one is told again.
    if (done) statements.push(this.#statement("completed", activity, judged ? "" : String(score), { result: { completion: true, ...(judged ? {} : scored) }, ...about }));
    if (judged) statements.push(this.#statement(success, activity, String(score), { result: { success: success === "passed", completion: done, ...scored }, ...about }));
    if (!done && !judged && score !== null) statements.push(this.#statement("scored", activity, String(score), { result: scored, ...about }));
    return statements;
  }

  #statement(verb: Verb, object: Activity, occasion: string, more: { result?: object; timestamp?: string; activities?: ContextActivities }): Statement {
    const { actor, registration, platform } = this.#launch;
    const { language } = this.#unit;
    return {
      id: uuidOf([JSON.stringify(actor), registration, this.#unit.id, verb, object.id, occasion].join("\n")),
      actor,
      ...sentence(verb, object),
      ...(more.result === undefined ? {} : { result: more.result }),
      context: {
        ...(registration === null ? {} : { registration }),
        ...this.#contextActivities(more.activities),
        platform: platform ?? "scormpack",
        language,
      },
      timestamp: more.timestamp ?? new Date(this.#date()).toISOString(),
    };
  }

  /** The package's own, and what the launcher groups by. */
  #contextActivities(own: ContextActivities = {}): { contextActivities?: ContextActivities } {
    const { grouping } = this.#launch;
    if (grouping !== null) return { contextActivities: { ...own, grouping: [...(own.grouping ?? []), { id: grouping }] } };
    return Object.keys(own).length === 0 ? {} : { contextActivities: own };
  }

  #unitActivity(): Activity {
    const { id, kind, title, language } = this.#unit;
    return { id, definition: { type: `http://adlnet.gov/expapi/activities/${kind}`, name: { [language]: title } } };
  }

  #lessonActivity({ iri, title }: Pick<Objective, "iri" | "title">): Activity {
    return { id: iri, definition: { type: "http://adlnet.gov/expapi/activities/lesson", name: { [this.#unit.language]: title } } };
  }
}

export function isFailed(statement: Statement): boolean {
  return statement.verb.id === verbId("failed");
}
