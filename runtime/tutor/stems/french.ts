/** Light stemming of French: number, gender, and the commonest verb and noun endings. */
import { suffixStripper } from "./suffixes.ts";

const derived = suffixStripper("ations ation ateurs ateur atrices atrice ements ement ances ance ences ence ites ite ables able ibles ible ives ive ifs if euses euse eux", 4);
const inflected = suffixStripper("issaient issons issez issent issant eraient erions assions eront erait erais erez erons aient iez ants ante antes ant ees ee es er ez ir ira oir re ai as ait ais ent aux al s e x i", 3);

export function stemFrench(word: string): string {
  return inflected(derived(word)).replace(/(.)\1$/, "$1");
}
