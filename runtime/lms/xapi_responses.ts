/** xAPI's spelling of responses and of what is right: xAPI 1.0.3 Data 2.4.4.1, Appendix C. // complaint 15, 36 */
import { optionId, placeId } from "./component_ids.ts";
import { correctPatterns, responseText } from "./delimited_responses.ts";
import type { Interaction, Response } from "./port.ts";

export function responseOf({ response }: Interaction): string {
  return responseText(response);
}

/** The interaction's part of an activity definition. */
export function definitionOf(interaction: Interaction, language: string): Readonly<Record<string, unknown>> {
  const patterns = correctPatterns(interaction.correct);
  return {
    type: "http://adlnet.gov/expapi/activities/cmi.interaction",
    description: { [language]: interaction.description },
    interactionType: interaction.type,
    ...(patterns.length === 0 ? {} : { correctResponsesPattern: patterns }),
    ...componentsOf(interaction.response, language),
  };
}

/** What the ids in a response stand for. */
function componentsOf(response: Response, language: string): Readonly<Record<string, unknown>> {
  const describe = (texts: readonly string[], id: (index: number) => string): unknown[] =>
    texts.map((text, index) => ({ id: id(index), description: { [language]: text } }));
  switch (response.kind) {
    case "choices":
      return { choices: describe(response.options, optionId) };
    case "order":
      return { choices: describe(response.items, optionId) };
    case "pairs":
      return { source: describe(response.sources, placeId), target: describe(response.targets, optionId) };
    case "rating":
      return { scale: describe(response.scale, placeId) };
    case "steps":
      return { steps: describe(response.steps, optionId) };
    case "boolean":
    case "text":
    case "number":
    case "long-text":
      return {};
  }
}
