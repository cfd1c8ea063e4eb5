/** SCORM 2004's spelling of responses and of what is right: 4th RTE 4.2.9.1 and 4.2.9.2. // complaint 15 */
import { correctPatterns as patternsOf, responseText } from "./delimited_responses.ts";
import type { Interaction } from "./port.ts";
import { clip, decimal } from "./scorm_values.ts";

/** Smallest permitted maxima: of a text in a blank, of one in sentences, and of the patterns. */
const FILL_IN_LIMIT = 250;
const LONG_LIMIT = 4000;
const PATTERN_LIMIT = 5;
const PLACES = 7; // real(10,7), RTE 4.1.1.8

/** cmi.interactions.n.learner_response; "" = nothing to write. */
export function learnerResponse({ response }: Interaction): string {
  switch (response.kind) {
    case "text":
      return responseText({ ...response, values: response.values.map(blank) });
    case "number":
      return Number.isFinite(response.value) ? decimal(response.value, PLACES) : "";
    case "long-text":
      return clip(response.text, LONG_LIMIT);
    default:
      return responseText(response);
  }
}

/** cmi.interactions.n.correct_responses.m.pattern, one a pattern. */
export function correctPatterns({ correct }: Interaction): string[] {
  switch (correct.kind) {
    case "text":
      return distinct(patternsOf({ ...correct, values: correct.values.map((accepted) => distinct(accepted.map(blank))) }));
    case "number":
      return [`${decimal(correct.min, PLACES)}[:]${decimal(correct.max, PLACES)}`];
    default:
      return patternsOf(correct);
  }
}

/** A delimiter in a text would part it. */
function blank(text: string): string {
  return clip(text.replaceAll("[,]", ","), FILL_IN_LIMIT);
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].slice(0, PATTERN_LIMIT);
}
