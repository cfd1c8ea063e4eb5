/** A small lesson's passages, for tests that need no page. */
import type { Passage } from "../passages.ts";

export function passage(text: string, more: Partial<Passage> = {}): Passage {
  return { place: {} as HTMLElement, kind: "text", text, heading: "", term: "", lead: "", bold: "", ...more };
}

export const BREAD: readonly Passage[] = [
  passage("Bread needs four things: flour, water, salt and time. Nothing else is missing from a plain loaf.", { heading: "What goes in" }),
  passage("Knead the dough for ten minutes. It is ready when it springs back under your finger. Stop when it tears.", { heading: "Working the dough" }),
  passage("Let it rise for twelve hours in the fridge, because a slow rise gives more flavour.", { heading: "The long rise" }),
  passage("Bake it at 230 degrees for 35 minutes. A loaf that sounds hollow is done.", { heading: "In the oven" }),
  passage("A piece of dough that is kept back to raise the next loaf.", { heading: "Key terms", kind: "term", term: "Starter" }),
];

export const TERMS = [["Starter", "sourdough", "mother dough"]];
