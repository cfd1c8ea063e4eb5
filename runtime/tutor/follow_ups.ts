/** Questions that the lesson can answer, near what was just said. */
import { message } from "../messages.ts";
import type { Finding } from "./tutor.ts";
import { isWholeQuestion } from "./whole_question.ts";

const MOST = 3;
/** Places near the answer whose questions are worth asking next. */
const NEAR = 4;

export interface FollowUpSetting {
  readonly main: HTMLElement;
  /** Each key term, then the other words for it. */
  readonly terms: readonly (readonly string[])[];
  /** What was asked already. */
  readonly asked: ReadonlySet<string>;
}

/** The author's questions to places near the answer come first, then terms that it names, then whatever is left. */
export function suggestQuestions({ places }: Finding, { main, terms, asked }: FollowUpSetting): string[] {
  const near = places.slice(0, NEAR);
  const said = near.map(({ passage }) => `${passage.term} ${passage.text}`.toLowerCase()).join(" ");
  const known = terms.flatMap(([term]) => (term === undefined ? [] : [term]));
  const named = known.filter((term) => said.includes(term.toLowerCase()));
  const others = known.filter((term) => !named.includes(term));
  const headings = [...main.querySelectorAll(".section > h2")].map((heading) => heading.textContent ?? "").filter((heading) => heading.split(" ").length >= 4);
  const around = headings.filter((heading) => near.some(({ passage }) => passage.heading.startsWith(heading)));
  const whatIs = (term: string): string => message("tutor.what-is", { term });
  // The first place was just read: what else it answers is no news.
  const asks = near.slice(1).map((place) => place.asks);
  const whole = asks.flatMap((questions) => questions.filter(isWholeQuestion).slice(0, 1));
  const terse = asks.flatMap((questions) => questions.slice(0, 1));
  const all = [...whole.slice(0, 2), ...named.slice(0, 2).map(whatIs), ...around.slice(0, 1), ...others.map(whatIs), ...headings, ...terse];
  return [...new Set(all)].filter((question) => !asked.has(question)).slice(0, MOST);
}
