/**
 * What learners ask of a lesson, in its author's words: which passages answer it, and what the lesson leaves open.
 *
 * `src/scormpack/render/asks.py` writes it as a script of its own; the two files change together.
 */
import { fetchScript } from "../page/addon.ts";

/** Of the course, and answers what this one leaves open. */
export interface OtherLesson {
  readonly id: string;
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  /** Where to find it; "" where it is in this package. */
  readonly elsewhere: string;
}

export interface OpenQuestions {
  readonly lesson: OtherLesson | null;
  readonly questions: readonly string[];
}

export interface AsksData {
  /** Words of a passage, then the questions that it answers. */
  readonly answered: readonly (readonly string[])[];
  /** Questions that the lesson does not answer. */
  readonly open: readonly OpenQuestions[];
}

declare global {
  interface ScormpackAddons {
    /** By the lesson's id: within a course several lessons are open one after the other. */
    asks: Partial<Record<string, AsksData>>;
  }
}

export const NO_ASKS: AsksData = { answered: [], open: [] };

/** Without them the tutor still answers: where they cannot be had, that is told to the console alone. */
export async function loadAsks(lesson: string, address: string | null, base: URL | string): Promise<AsksData> {
  const loaded = (): AsksData | undefined => globalThis.scormpackAddons?.asks?.[lesson];
  if (address === null) return NO_ASKS;
  try {
    if (loaded() === undefined) await fetchScript(new URL(address, base).href);
  } catch (error) {
    console.warn("scormpack: the tutor does without its author's questions", error);
  }
  return loaded() ?? NO_ASKS;
}
