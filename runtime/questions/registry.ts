/** The question types: one line each. */
import type { QuestionType } from "../page/data.ts";
import { choice } from "./choice.ts";
import { fillIn } from "./fill_in.ts";
import { likert } from "./likert.ts";
import { longFillIn } from "./long_fill_in.ts";
import { matching } from "./matching.ts";
import { numeric } from "./numeric.ts";
import { performance } from "./performance.ts";
import type { QuestionKind } from "./question.ts";
import { sequencing } from "./sequencing.ts";
import { trueFalse } from "./true_false.ts";

export const QUESTION_KINDS: Readonly<Record<QuestionType, QuestionKind>> = {
  "choice": choice,
  "true-false": trueFalse,
  "fill-in": fillIn,
  "numeric": numeric,
  "matching": matching,
  "sequencing": sequencing,
  "likert": likert,
  "long-fill-in": longFillIn,
  "performance": performance,
};
