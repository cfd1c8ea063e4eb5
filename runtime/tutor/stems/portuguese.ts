/** Light stemming of Portuguese: number, gender, and the commonest verb and noun endings. */
import { suffixStripper } from "./suffixes.ts";

const derived = suffixStripper("acoes acao adoras adores adora ador amento amentos imento imentos ancia encia idades idade mente aveis avel iveis ivel", 4);
const inflected = suffixStripper("ariamos eriamos iriamos avamos aremos eremos iremos ando endo indo ados adas idos idas ado ada ido ida aram eram iram ava avam ara era ira amos emos imos oes aes ais eis ois ar er ir am em es as os ao a e i o u", 3);

export function stemPortuguese(word: string): string {
  return inflected(derived(word));
}
