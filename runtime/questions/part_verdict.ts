/** Says of one option or blank whether it was right: an icon for the eye, words for everyone. */
import { element } from "../dom.ts";
import { message } from "../messages.ts";
import type { PartMark } from "./question.ts";

const ICONS = { right: "✓", partly: "◐", wrong: "✗", missed: "»" } as const;
/** Messages for a verdict, by what it is. */
type Words = Readonly<Partial<Record<Exclude<PartMark, null>, string>>>;

/** Adds the verdict to the end of `row`, once; takes it away where there is nothing to say. */
export function drawVerdict(row: HTMLElement, part: PartMark, words: Words = {}): void {
  row.querySelector(".part-verdict")?.remove();
  if (part === null) return;
  row.append(element("span", { class: `part-verdict part-verdict--${part}` }, drawIcon(part), message(words[part] ?? `question.part-${part}`)));
}

/** The icon alone; words must stand beside it. */
export function drawIcon(name: keyof typeof ICONS): HTMLElement {
  return element("span", { class: `icon icon--${name}`, "aria-hidden": "true" }, ICONS[name]);
}
