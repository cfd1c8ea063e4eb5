/** What the statements of xAPI and of cmi5 have in common. */
import type { UnitData } from "../page/data.ts";
import type { Interaction, Question } from "./port.ts";
import { definitionOf, responseOf } from "./xapi_responses.ts";

export interface Statement {
  readonly id: string;
  readonly verb: { readonly id: string; readonly display: Readonly<Record<string, string>> };
  readonly object: { readonly objectType: "Activity"; readonly id: string };
  readonly timestamp: string;
  readonly [part: string]: unknown;
}

export type Verb = "initialized" | "asked" | "answered" | "scored" | "completed" | "passed" | "failed" | "suspended" | "terminated";

export interface Activity {
  readonly id: string;
  readonly definition?: Readonly<Record<string, unknown>>;
}

/** xAPI 1.0.3 Data 2.4.6.2 */
export interface ContextActivities {
  readonly parent?: readonly Activity[];
  readonly grouping?: readonly Activity[];
  readonly category?: readonly Activity[];
}

/** Verb and object; `display` is for whoever reads the statements. */
export function sentence(verb: Verb, object: Activity): Pick<Statement, "verb" | "object"> {
  return { verb: { id: verbId(verb), display: { "en-US": verb } }, object: { objectType: "Activity", ...object } };
}

export function verbId(verb: Verb): string {
  return `http://adlnet.gov/expapi/verbs/${verb}`;
}

/** An answer's question and result; `occasion` tells it from another answer to the same question. */
export function answerParts(interaction: Interaction, language: string): { object: Activity; result: object; occasion: string } {
  const response = responseOf(interaction);
  const result = {
    ...(response === "" ? {} : { response }),
    ...(interaction.result === "neutral" ? {} : { success: interaction.result === "correct" }),
    ...(interaction.weighting > 0 ? { score: pointsScore(interaction) } : {}),
    duration: duration(interaction.latency),
  };
  const object = { id: interaction.iri, definition: definitionOf(interaction, language) };
  return { object, result, occasion: `${interaction.attempt}\n${interaction.timestamp}` };
}

/** The result of a question to the tutor. */
export function askedResult({ id }: UnitData, { question, answered }: Question): object {
  // The key is an IRI, grown from the course's id: the same in all its packages. xAPI 1.0.3 Data 4.1
  const course = id.replace(/\/lessons\/[^/]*$/, "");
  return { response: question, extensions: { [`${course}/extensions/answered`]: answered } };
}

/** xAPI 1.0.3 Data 2.4.5.1 // complaint 19 */
export function percentScore(score: number): object {
  return { scaled: Math.round(score * 100) / 10000, raw: score, min: 0, max: 100 };
}

function pointsScore({ score, weighting }: Interaction): object {
  return { scaled: Math.round((score / weighting) * 10000) / 10000, raw: score, min: 0, max: weighting };
}

/** ISO 8601, to hundredths: xAPI 1.0.3 Data 4.6 // complaint 17 */
export function duration(seconds: number): string {
  return `PT${Math.round(Math.max(0, seconds) * 100) / 100}S`;
}
