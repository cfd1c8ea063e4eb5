/** Fill in: one box, or blanks within a text. */
import type { Response } from "../lms/port.ts";
import type { QuestionData } from "../page/data.ts";
import type { Unsealed } from "../seal.ts";
import { element } from "../dom.ts";
import { message } from "../messages.ts";
import { packTexts, unpackTexts } from "./packed_text.ts";
import { drawVerdict } from "./part_verdict.ts";
import type { Marked, QuestionKind, QuestionView, Reading, Setting, Unpacked } from "./question.ts";
import { shareOf } from "./share.ts";
import { sameText, type TextMatch } from "./text_match.ts";
import { drawTextBox } from "./text_box.ts";

type Texts = Extract<Response, { kind: "text" }>;

interface Shown {
  /** Sanitised HTML before, between and after the blanks; null: the only blank is a box below the prompt. */
  readonly parts: readonly string[] | null;
  readonly blanks: number;
}

interface Answer {
  /** For each blank, all that is right; the first is shown. */
  readonly accepted: readonly (readonly string[])[];
  readonly match: TextMatch;
}

export const fillIn: QuestionKind<Texts> = { draw, mark, pack, unpack };

function draw(question: QuestionData, setting: Setting): QuestionView<Texts> {
  const { parts, blanks } = question.shown as Shown;
  const { id } = setting;
  const boxes = Array.from({ length: blanks }, (_, at) =>
    drawTextBox(
      {
        id: `${id}-${at}`,
        labelledBy: parts === null ? `${id}-prompt ${id}-label` : null,
        label: message("question.blank", { n: at + 1, all: blanks }),
        size: parts === null ? 30 : 14,
        decimal: false,
      },
      `${id}-fault`,
    ),
  );
  const holders = boxes.map((box) => element("span", { class: "blank" }, box));
  const body = parts === null ? drawBelow(id, holders) : drawWithin(parts.map(setting.readHtml), holders);
  return {
    element: element(
      "div",
      { role: "group", "aria-labelledby": `${id}-prompt` },
      element("div", { class: "prompt", id: `${id}-prompt` }, setting.readHtml(question.prompt)),
      body,
    ),
    read(): Reading<Texts> {
      const values = boxes.map((box) => box.value.trim());
      // A blank left empty is wrong; nothing at all is no answer.
      if (values.every((value) => value === "")) return { fault: message("question.type-first"), empty: true };
      return { response: { kind: "text", values } };
    },
    show(response) {
      for (const [at, box] of boxes.entries()) box.value = response.values[at] ?? "";
    },
    reveal(marks) {
      for (const [at, holder] of holders.entries()) {
        const part = marks[at] ?? null;
        if (part !== null) holder.classList.add(`blank--${part}`);
        // A single answer's verdict is the question's own: said once, below.
        if (blanks > 1) drawVerdict(holder, part);
      }
    },
    focus: () => (boxes.find((box) => box.value === "") ?? boxes[0])?.focus(),
  };
}

function drawBelow(id: string, holders: readonly HTMLElement[]): HTMLElement {
  const label = element("label", { id: `${id}-label`, for: `${id}-0`, class: "box-label" }, message("question.your-answer"));
  return element("div", { class: "boxes" }, label, ...holders);
}

function drawWithin(parts: readonly Node[], holders: readonly HTMLElement[]): HTMLElement {
  // In a span that does not wrap, a word joiner behind each box: no line begins with the stop that belongs to a blank.
  // Outside of it no browser heeds one (CSS Text 3, 5.1: boxes break by what is around them).
  return element("div", { class: "text-with-blanks" }, ...parts.flatMap((part, at) => [part, element("span", {}, holders[at] ?? "", "\u2060")]));
}

function mark(_question: QuestionData, opened: Unsealed, response: Texts | null): Marked {
  const { accepted, match } = opened.answer as Answer;
  const right = accepted.map((texts, at) => {
    const given = response?.values[at] ?? "";
    return texts.some((text) => sameText(text, given, match));
  });
  return {
    share: shareOf(right.filter(Boolean).length, accepted.length),
    correct: { kind: "text", values: accepted, caseMatters: match.case },
    parts: right.map((is) => (response === null ? null : is ? "right" : "wrong")),
    right: accepted.map((texts) => texts[0] ?? ""),
    feedback: [],
  };
}

function pack(response: Texts): string {
  return packTexts(response.values);
}

function unpack(question: QuestionData, packed: string): Unpacked<Texts> | null {
  const { blanks } = question.shown as Shown;
  const kept = unpackTexts(packed);
  if (kept === null || kept.texts.length > blanks || (kept.whole && kept.texts.length < blanks)) return null;
  return { response: { kind: "text", values: kept.texts }, whole: kept.whole };
}
