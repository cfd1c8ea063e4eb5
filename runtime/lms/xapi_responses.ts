/** xAPI's spelling of responses and of what is right: xAPI 1.0.3 Data 2.4.4.1, Appendix C. // complaint 15, 36 */
import type { Interaction } from "./port.ts";

const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
/** Several blanks with several answers each multiply. */
const PATTERN_LIMIT = 20;

/** Options by the author's order: a … z, 0 … 9, then 37, 38, … */
export function optionId(index: number): string {
  return LETTERS.charAt(index) || String(index + 1);
}

export function responseOf({ response }: Interaction): string {
  switch (response.kind) {
    case "choices":
      return response.chosen.map(optionId).join("[,]");
    case "boolean":
      return String(response.value);
    case "text":
      return response.values.join("[,]");
    case "number":
      return Number.isFinite(response.value) ? String(response.value) : response.typed;
  }
}

/** The interaction's part of an activity definition. */
export function definitionOf(interaction: Interaction, language: string): Readonly<Record<string, unknown>> {
  const { response } = interaction;
  return {
    type: "http://adlnet.gov/expapi/activities/cmi.interaction",
    description: { [language]: interaction.description },
    interactionType: interaction.type,
    correctResponsesPattern: correctPatterns(interaction),
    ...(response.kind === "choices" ? { choices: response.options.map((text, index) => ({ id: optionId(index), description: { [language]: text } })) } : {}),
  };
}

function correctPatterns({ correct }: Interaction): string[] {
  switch (correct.kind) {
    case "choices":
      return [correct.chosen.map(optionId).join("[,]")];
    case "boolean":
      return [String(correct.value)];
    case "text":
      return combinations(correct.values).map((values) => `{case_matters=${correct.caseMatters}}${values.join("[,]")}`);
    case "number":
      return [`${correct.min}[:]${correct.max}`];
  }
}

function combinations(blanks: readonly (readonly string[])[]): string[][] {
  let found: string[][] = [[]];
  for (const accepted of blanks) {
    found = found.flatMap((before) => accepted.map((text) => [...before, text])).slice(0, PATTERN_LIMIT);
  }
  return found;
}
