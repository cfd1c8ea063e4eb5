/** A report as the list of SCORM 1.2 elements to set, in the order in which they are set. */
import type { Interaction, Objective, Report } from "./port.ts";
import type { Element } from "./scorm_dialect.ts";
import { decimal, identifier } from "./scorm_values.ts";
import { correctPattern, interactionType, studentResponse } from "./scorm12_responses.ts";
import { lessonStatus, resultWord, timeOfDay, timespan } from "./scorm12_values.ts";

export function coreElements({ score, completion, success }: Report): Element[] {
  return [...(score === null ? [] : scoreElements("cmi.core.score", score)), ["cmi.core.lesson_status", lessonStatus(completion, success)]];
}

export function stateElements(report: Report): Element[] {
  return [
    ["cmi.suspend_data", report.state],
    ["cmi.core.lesson_location", report.location],
    // RTE 3.4.4: an empty exit is the normal one. "suspend" after completion too, unless the course says otherwise:
    // a new attempt could lower a result. // complaint 21
    ["cmi.core.exit", report.exit === "normal" ? "" : "suspend"],
  ];
}

export function timeElement(report: Report): Element {
  return ["cmi.core.session_time", timespan(report.sessionTime)];
}

/** RTE 3.4.4, cmi.interactions.n.* */
export function interactionElements(index: number, interaction: Interaction): Element[] {
  const at = `cmi.interactions.${index}`;
  return [
    [`${at}.id`, identifier(interaction.id)],
    [`${at}.objectives.0.id`, identifier(interaction.lesson)],
    [`${at}.time`, timeOfDay(interaction.timestamp)],
    [`${at}.type`, interactionType(interaction)],
    [`${at}.correct_responses.0.pattern`, correctPattern(interaction)],
    [`${at}.weighting`, decimal(Math.min(100, interaction.weighting))],
    [`${at}.student_response`, studentResponse(interaction)],
    [`${at}.result`, resultWord(interaction.result)],
    [`${at}.latency`, timespan(interaction.latency)],
  ];
}

/** RTE 3.4.4, cmi.objectives.n.* */
export function objectiveElements(index: number, objective: Objective): Element[] {
  const at = `cmi.objectives.${index}`;
  const { score } = objective;
  return [
    [`${at}.id`, identifier(objective.id)],
    ...(score === null ? [] : scoreElements(`${at}.score`, score)),
    [`${at}.status`, lessonStatus(objective.completion, objective.success)],
  ];
}

function scoreElements(at: string, score: number): Element[] {
  return [
    [`${at}.min`, "0"],
    [`${at}.max`, "100"],
    [`${at}.raw`, decimal(score)],
  ];
}
