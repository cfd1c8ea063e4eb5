/** Says of one option or blank whether it was right: an icon for the eye, words for everyone. */
import { element } from "../dom.ts";
import { message } from "../messages.ts";
import type { PartMark } from "./question.ts";

const VERDICTS = {
  right: { icon: "✓", words: "question.part-right" },
  wrong: { icon: "✗", words: "question.part-wrong" },
  missed: { icon: "→", words: "question.part-missed" },
} as const;

/** Adds the verdict to the end of `row`, once; takes it away where there is nothing to say. */
export function drawVerdict(row: HTMLElement, part: PartMark): void {
  row.querySelector(".part-verdict")?.remove();
  if (part === null) return;
  row.append(element("span", { class: `part-verdict part-verdict--${part}` }, drawIcon(part), message(VERDICTS[part].words)));
}

/** The icon alone; words must stand beside it. */
export function drawIcon(part: keyof typeof VERDICTS): HTMLElement {
  return element("span", { class: `icon icon--${part}`, "aria-hidden": "true" }, VERDICTS[part].icon);
}
