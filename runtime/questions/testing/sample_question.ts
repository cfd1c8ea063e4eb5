/** A question for tests; give what the test is about. */
import type { QuestionData } from "../../page/data.ts";

export function sampleQuestion(given: Partial<QuestionData> = {}): QuestionData {
  const id = given.id ?? "q1";
  return {
    id,
    iri: `https://example.org/course/lesson/${id}`,
    type: "true-false",
    prompt: "<p>Is it so?</p>",
    text: "Is it so?",
    hint: null,
    points: 1,
    fingerprint: "aB",
    shown: {},
    sealed: "",
    ...given,
  };
}
