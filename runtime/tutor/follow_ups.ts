/** Questions that the lesson can answer, near what was just said. */
import { message } from "../messages.ts";
import type { Finding } from "./tutor.ts";

const MOST = 3;

export interface FollowUpSetting {
  readonly main: HTMLElement;
  /** Each key term, then the other words for it. */
  readonly terms: readonly (readonly string[])[];
  /** What was asked already. */
  readonly asked: ReadonlySet<string>;
}

/** Terms that the answer names come first, then the headings around it, then whatever is left. */
export function suggestQuestions({ places }: Finding, { main, terms, asked }: FollowUpSetting): string[] {
  const said = places.slice(0, 3).map(({ passage }) => `${passage.term} ${passage.text}`.toLowerCase()).join(" ");
  const known = terms.flatMap(([term]) => (term === undefined ? [] : [term]));
  const named = known.filter((term) => said.includes(term.toLowerCase()));
  const others = known.filter((term) => !named.includes(term));
  const headings = [...main.querySelectorAll(".section > h2")].map((heading) => heading.textContent ?? "").filter((heading) => heading.split(" ").length >= 4);
  const near = headings.filter((heading) => places.slice(0, 3).some(({ passage }) => passage.heading.startsWith(heading)));
  const whatIs = (term: string): string => message("tutor.what-is", { term });
  const all = [...named.slice(0, 2).map(whatIs), ...near.slice(0, 1), ...others.map(whatIs), ...headings];
  return [...new Set(all)].filter((question) => !asked.has(question)).slice(0, MOST);
}
