/** What to quote of a passage: the sentences that hold most of the question, or that its author put a like one to; never more than three. */
import type { Entry, Library } from "./library.ts";
import type { Question } from "./question.ts";
import { cover, likenessOf, weightOf } from "./features.ts";

const MOST_SENTENCES = 3;
/** Characters: a short passage is quoted whole, a long sentence stands alone. */
const COMFORTABLE = 340;

export function quoteOf(entry: Entry, question: Question, library: Library): string {
  const { sentences } = entry;
  const values = sentences.map((sentence, number) => {
    const asked = entry.asks.filter(({ sentence: answer }) => answer === number).map((own) => likenessOf(own, question, library).alike);
    return cover(sentence.stems, question) + weightOf(question) * Math.max(0, ...asked);
  });
  let best = { from: 0, to: 1, value: -1 };
  for (let from = 0; from < sentences.length; from += 1) {
    for (let to = from + 1; to <= Math.min(sentences.length, from + MOST_SENTENCES); to += 1) {
      const length = sentences.slice(from, to).reduce((sum, { text }) => sum + text.length + 1, 0);
      if (to > from + 1 && length > COMFORTABLE) break;
      const peak = Math.max(...values.slice(from, to));
      const others = values.slice(from, to).reduce((sum, value) => sum + value, 0) - peak;
      // What stands around the best sentence makes it easier to understand, most of all what follows it.
      const value = peak + 0.25 * others + 0.001 * (to - from) + (values[from] === peak ? 0.0005 : 0);
      if (value > best.value) best = { from, to, value };
    }
  }
  const first = sentences[best.from];
  const last = sentences[best.to - 1];
  // From the passage itself: what stands between two sentences is none, one space, or more.
  return first === undefined || last === undefined ? "" : entry.passage.text.slice(first.start, last.start + last.text.length);
}
