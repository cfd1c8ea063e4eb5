/** Tells the questions of one lesson apart where their two-character fingerprints agree by chance. */
import type { QuestionData } from "../page/data.ts";
import { fingerprint } from "../state/hash.ts";

/** Two of ten questions agree in one lesson of ninety; the later one gets another fingerprint, the same on every visit. */
export function distinguish(questions: readonly QuestionData[]): QuestionData[] {
  const taken = new Set<string>();
  return questions.map((question) => {
    let mark = question.fingerprint;
    for (let turn = 1; taken.has(mark) && turn < 4096; turn++) mark = fingerprint(`${question.fingerprint} ${turn}`);
    taken.add(mark);
    return mark === question.fingerprint ? question : { ...question, fingerprint: mark };
  });
}
