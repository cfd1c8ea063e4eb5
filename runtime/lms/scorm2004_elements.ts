/** A report as the list of SCORM 2004 elements to set, in the order in which they are set. */
import type { Completion, Interaction, Objective, Report, Success } from "./port.ts";
import type { Element } from "./scorm_dialect.ts";
import { clip, decimal, identifier } from "./scorm_values.ts";
import { correctPatterns, learnerResponse } from "./scorm2004_responses.ts";
import { duration, timestamp } from "./scorm2004_values.ts";

/** Of a localized string: smallest permitted maximum. */
export const DESCRIPTION_LIMIT = 250;

/** Moodle grades by raw, others by scaled. RTE 4.2.20, 4.2.18, 4.2.4, 4.2.22 */
export function coreElements({ score, completion }: Report, success: Success, progress: number): Element[] {
  return [...scoreElements("cmi", score), ["cmi.progress_measure", decimal(progress, 4)], ...statusElements("cmi", completion, success)];
}

export function stateElements(report: Report): Element[] {
  return [
    ["cmi.suspend_data", report.state],
    ["cmi.location", report.location],
    // "suspend" after completion too, unless the course says otherwise: a new attempt could lower a result. // complaint 21
    ["cmi.exit", report.exit],
  ];
}

export function timeElement(report: Report): Element {
  return ["cmi.session_time", duration(report.sessionTime)];
}

/** RTE 4.2.9: the id makes the record, and the type says how responses are read. */
export function interactionElements(index: number, interaction: Interaction): Element[] {
  const at = `cmi.interactions.${index}`;
  return [
    [`${at}.id`, identifier(interaction.id)],
    [`${at}.type`, interaction.type],
    [`${at}.objectives.0.id`, identifier(interaction.lesson)],
    [`${at}.timestamp`, timestamp(interaction.timestamp)],
    ...correctPatterns(interaction).map((pattern, which): Element => [`${at}.correct_responses.${which}.pattern`, pattern]),
    [`${at}.weighting`, decimal(interaction.weighting)],
    [`${at}.learner_response`, learnerResponse(interaction)],
    [`${at}.result`, interaction.result],
    [`${at}.latency`, duration(interaction.latency)],
    [`${at}.description`, localized(interaction.description)],
  ];
}

/** RTE 4.2.17 */
export function objectiveElements(index: number, objective: Objective): Element[] {
  const at = `cmi.objectives.${index}`;
  return [
    [`${at}.id`, identifier(objective.id)],
    ...scoreElements(at, objective.score),
    ...statusElements(at, objective.completion, objective.success),
    [`${at}.description`, localized(objective.title)],
  ];
}

function scoreElements(at: string, score: number | null): Element[] {
  if (score === null) return [];
  return [
    [`${at}.score.min`, "0"],
    [`${at}.score.max`, "100"],
    [`${at}.score.raw`, decimal(score)],
    [`${at}.score.scaled`, decimal(score / 100, 4)],
  ];
}

/** "unknown" is what every LMS begins with. */
function statusElements(at: string, completion: Completion, success: Success): Element[] {
  return [[`${at}.completion_status`, completion], [`${at}.success_status`, success === "unknown" ? "" : success]];
}

/** RTE 4.1.1.2, localized_string_type: a brace at its beginning would open a language. */
function localized(text: string): string {
  return clip(text.replace(/^\{/, " {"), DESCRIPTION_LIMIT);
}
