/** The question types: one line each. */
import type { QuestionType } from "../page/data.ts";
import { choice } from "./choice.ts";
import { fillIn } from "./fill_in.ts";
import { numeric } from "./numeric.ts";
import type { QuestionKind } from "./question.ts";
import { trueFalse } from "./true_false.ts";

export const QUESTION_KINDS: Readonly<Record<QuestionType, QuestionKind>> = {
  "choice": choice,
  "true-false": trueFalse,
  "fill-in": fillIn,
  "numeric": numeric,
};
