/** Matching: to each source its target, chosen from a list. */
import type { Response } from "../lms/port.ts";
import type { QuestionData } from "../page/data.ts";
import type { Unsealed } from "../seal.ts";
import { element } from "../dom.ts";
import { message } from "../messages.ts";
import { orderOf } from "./order.ts";
import { packPlaces, unpackPlaces } from "./packed_places.ts";
import { drawVerdict } from "./part_verdict.ts";
import type { Marked, PartMark, QuestionKind, QuestionView, Reading, Setting, Unpacked } from "./question.ts";
import { shareOf } from "./share.ts";

type Pairs = Extract<Response, { kind: "pairs" }>;

interface Shown {
  /** Sanitised HTML, in the author's order. */
  readonly sources: readonly string[];
  /** The same as plain text. */
  readonly sourceTexts: readonly string[];
  /** Plain text, in an order that tells nothing. */
  readonly targets: readonly string[];
}

interface Answer {
  /** For each source, its target. */
  readonly correct: readonly number[];
  readonly scoring: "all-or-nothing" | "proportional";
}

export const matching: QuestionKind<Pairs> = { draw, mark, pack, unpack };

function draw(question: QuestionData, setting: Setting): QuestionView<Pairs> {
  const { sources, sourceTexts, targets } = question.shown as Shown;
  const { id } = setting;
  const lists = sources.map((_, at) => drawList(`${id}-${at}`, `${id}-fault`, targets, setting.mix));
  const rows = sources.map((source, at) =>
    element(
      "div",
      { class: "match" },
      element("label", { class: "match-source", for: `${id}-${at}` }, setting.readHtml(source)),
      lists[at] ?? null,
    ),
  );
  return {
    element: element(
      "div",
      { role: "group", "aria-labelledby": `${id}-prompt` },
      element("div", { class: "prompt", id: `${id}-prompt` }, setting.readHtml(question.prompt)),
      element("div", { class: "matches" }, ...orderOf(rows.length, setting.seed).map((at) => rows[at] ?? null)),
      // On paper no list can be opened.
      element("ol", { class: "on-paper" }, ...targets.map((target) => element("li", { dir: "auto" }, target))),
    ),
    read(): Reading<Pairs> {
      const chosen = lists.map((list) => (list.value === "" ? null : Number(list.value)));
      // A source left open is wrong; none at all is no answer.
      if (chosen.every((target) => target === null)) return { fault: message("question.match-first"), empty: true };
      return { response: { kind: "pairs", chosen, sources: sourceTexts, targets } };
    },
    show(response) {
      for (const [at, list] of lists.entries()) list.value = String(response.chosen[at] ?? "");
    },
    reveal(parts) {
      for (const [at, row] of rows.entries()) {
        const part = parts[at] ?? null;
        if (part !== null) row.classList.add(`match--${part}`);
        drawVerdict(row, part);
        // A closed list cuts a long text off, and nothing is to be chosen any more.
        if (part !== null) lists[at]?.replaceWith(drawSaid(lists[at]?.selectedOptions[0]));
      }
    },
    focus: () => (lists.find((list) => list.value === "") ?? lists[0])?.focus(),
  };
}

function drawList(id: string, fault: string, targets: readonly string[], seed: number): HTMLSelectElement {
  return element(
    "select",
    { id, class: "match-target", "aria-describedby": fault, autocomplete: "off" },
    element("option", { value: "" }, message("question.choose")),
    ...orderOf(targets.length, seed).map((at) => element("option", { value: at, dir: "auto" }, targets[at] ?? "")),
  );
}

function drawSaid(chosen: HTMLOptionElement | undefined): HTMLElement {
  const words = chosen && chosen.value !== "" ? chosen.text : message("verdict.open");
  return element("div", { class: "match-target match-target--said", dir: "auto" }, words);
}

function mark(question: QuestionData, opened: Unsealed, response: Pairs | null): Marked {
  const { sourceTexts, targets } = question.shown as Shown;
  const { correct, scoring } = opened.answer as Answer;
  const right = correct.map((target, at) => response?.chosen[at] === target);
  const got = right.filter(Boolean).length;
  return {
    share: shareOf(scoring === "proportional" || got === correct.length ? got : 0, correct.length),
    correct: { kind: "pairs", chosen: correct },
    parts: right.map((is): PartMark => (response === null ? null : is ? "right" : "wrong")),
    right: correct.map((target, at) => message("question.pair", { source: sourceTexts[at] ?? "", target: targets[target] ?? "" })),
    feedback: [],
  };
}

function pack(response: Pairs): string {
  return packPlaces(response.chosen);
}

function unpack(question: QuestionData, packed: string): Unpacked<Pairs> | null {
  const { sourceTexts, targets } = question.shown as Shown;
  const chosen = unpackPlaces(packed, targets.length);
  if (chosen?.length !== sourceTexts.length || chosen.every((target) => target === null)) return null;
  return { response: { kind: "pairs", chosen, sources: sourceTexts, targets }, whole: true };
}
