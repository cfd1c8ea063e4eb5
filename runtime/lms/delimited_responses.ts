/**
 * Responses and what is right, in the spelling that xAPI took over from SCORM 2004: `[,]`, `[.]` and `[:]` between the parts.
 * xAPI 1.0.3 Data 2.4.4.1, Appendix C; SCORM 2004 4th RTE 4.2.9.1. // complaint 15, 36
 */
import { optionId, placeId } from "./component_ids.ts";
import type { CorrectResponse, Response } from "./port.ts";

/** Several blanks with several answers each multiply. */
const PATTERN_LIMIT = 20;

export function responseText(response: Response): string {
  switch (response.kind) {
    case "choices":
      return response.chosen.map(optionId).join("[,]");
    case "boolean":
      return String(response.value);
    case "text":
      return response.values.join("[,]");
    case "number":
      return Number.isFinite(response.value) ? String(response.value) : response.typed;
    case "pairs":
      return pairs(response.chosen);
    case "order":
      return response.order.map(optionId).join("[,]");
    case "rating":
      return placeId(response.chosen);
    case "long-text":
      return response.text;
    case "steps":
      return response.steps.map((_, at) => `${optionId(at)}[.]${response.done.includes(at)}`).join("[,]");
  }
}

function pairs(chosen: readonly (number | null)[]): string {
  return chosen.flatMap((target, source) => (target === null ? [] : [`${placeId(source)}[.]${optionId(target)}`])).join("[,]");
}

export function correctPatterns(correct: CorrectResponse): string[] {
  switch (correct.kind) {
    case "choices":
      return [correct.chosen.map(optionId).join("[,]")];
    case "boolean":
      return [String(correct.value)];
    case "text":
      return combinations(correct.values).map((values) => `{case_matters=${correct.caseMatters}}${values.join("[,]")}`);
    case "number":
      return [`${correct.min}[:]${correct.max}`];
    case "pairs":
      return [pairs(correct.chosen)];
    case "order":
      return [correct.order.map(optionId).join("[,]")];
    case "steps":
      return [Array.from({ length: correct.count }, (_, at) => `${optionId(at)}[.]true`).join("[,]")];
    case "none":
      return [];
  }
}

function combinations(blanks: readonly (readonly string[])[]): string[][] {
  let found: string[][] = [[]];
  for (const accepted of blanks) {
    found = found.flatMap((before) => accepted.map((text) => [...before, text])).slice(0, PATTERN_LIMIT);
  }
  return found;
}
