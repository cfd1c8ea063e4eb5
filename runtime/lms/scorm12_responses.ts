/** SCORM 1.2's spelling of responses and of what is right, by type of interaction: RTE 3.4.4, cmi.interactions.n */
import { optionId, placeId, SHORT_OPTIONS } from "./component_ids.ts";
import type { CorrectResponse, Interaction, Response } from "./port.ts";
import { TEXT_LIMIT } from "./scorm12_values.ts";
import { clip as clipTo, decimal } from "./scorm_values.ts";

/** SCORM 1.2 has no long-fill-in; and a choice of more options than single characters can name goes as fill-in too. */
export function interactionType(interaction: Interaction): string {
  return interaction.type === "long-fill-in" || isLongChoice(interaction) ? "fill-in" : interaction.type;
}

function isLongChoice({ response }: Interaction): boolean {
  return response.kind === "choices" && response.options.length > SHORT_OPTIONS;
}

/** cmi.interactions.n.student_response; "" = nothing to write. */
export function studentResponse(interaction: Interaction): string {
  const { response } = interaction;
  switch (response.kind) {
    case "choices":
      return choices(response.chosen, isLongChoice(interaction));
    case "boolean":
      return response.value ? "t" : "f";
    case "text":
      return clip(response.values.join(","));
    case "number":
      return number(response);
    case "pairs":
      return pairs(response.chosen);
    case "order":
      return ids(response.order);
    case "rating":
      return placeId(response.chosen);
    case "long-text":
      return clip(response.text);
    case "steps":
      return ids(response.done);
  }
}

/** cmi.interactions.n.correct_responses.0.pattern; "" = nothing to write. */
export function correctPattern(interaction: Interaction): string {
  const { correct } = interaction;
  switch (correct.kind) {
    case "choices":
      return choices(correct.chosen, isLongChoice(interaction));
    case "boolean":
      return correct.value ? "t" : "f";
    case "text":
      return clip(correct.values.map((accepted) => accepted[0] ?? "").join(","));
    case "number":
      return range(correct);
    case "pairs":
      return pairs(correct.chosen);
    case "order":
      return ids(correct.order);
    case "steps":
      return ids(Array.from({ length: correct.count }, (_, at) => at));
    case "none":
      return "";
  }
}

function choices(chosen: readonly number[], long: boolean): string {
  // In a fill-in, every option is its number.
  return long ? clip(chosen.map((index) => String(index + 1)).join(",")) : ids(chosen);
}

function ids(indices: readonly number[]): string {
  return indices.map(optionId).join(",");
}

/** `1.c,2.a`: sources without a target are left out. */
function pairs(chosen: readonly (number | null)[]): string {
  return chosen.flatMap((target, source) => (target === null ? [] : [`${placeId(source)}.${optionId(target)}`])).join(",");
}

function number({ value, typed }: Extract<Response, { kind: "number" }>): string {
  return Number.isFinite(value) ? decimal(value, 10) : clip(typed);
}

/** SCORM 1.2 knows no range: the one number, or both ends. */
function range({ min, max }: Extract<CorrectResponse, { kind: "number" }>): string {
  return min === max ? decimal(min, 10) : clip(`${decimal(min, 10)},${decimal(max, 10)}`);
}

function clip(text: string): string {
  return clipTo(text, TEXT_LIMIT);
}
