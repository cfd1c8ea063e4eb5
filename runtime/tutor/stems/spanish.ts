/** Light stemming of Spanish: number, gender, and the commonest verb and noun endings. */
import { suffixStripper } from "./suffixes.ts";

const derived = suffixStripper("aciones acion adoras adores adora ador amiento amientos imiento imientos ancia encia idades idad mente ables able ibles ible", 4);
const inflected = suffixStripper("ariamos eriamos iriamos abamos aremos eremos iremos asteis isteis ando iendo ados adas idos idas ado ada ido ida aron ieron aba aban ara aran era eran ira iran amos emos imos ar er ir an en es as os a e i o", 3);

export function stemSpanish(word: string): string {
  return inflected(derived(word));
}
