/** Draws items that can be moved: by buttons, by keys, and by dragging. */
import { element } from "../dom.ts";
import { message } from "../messages.ts";
import { letDrag } from "./dragging.ts";
import { drawVerdict } from "./part_verdict.ts";
import type { PartMark } from "./question.ts";

export interface SequenceData {
  readonly id: string;
  readonly prompt: Node;
  readonly items: readonly Node[];
  /** The items as plain text: names for the buttons. */
  readonly texts: readonly string[];
  /** Which item stands where at first. */
  readonly order: readonly number[];
  /** What right and wrong are called. */
  readonly words: { readonly right: string; readonly wrong: string };
}

/** Items are named by their index in `items`, wherever they stand. */
export interface SequenceList {
  readonly element: HTMLElement;
  order(): number[];
  /** Whether the learner, or an earlier answer, has put them in order. */
  touched(): boolean;
  arrange(order: readonly number[]): void;
  reveal(parts: readonly PartMark[]): void;
  focus(): void;
}

export function drawSequence(data: SequenceData): SequenceList {
  const { id, texts } = data;
  const said = element("p", { class: "visually-hidden", role: "status" });
  const buttons = data.items.map((_, item) => ({ up: drawButton(item, "up"), down: drawButton(item, "down") }));
  const rows = data.items.map((content, item) =>
    element(
      "li",
      { class: "sequence-item" },
      element("span", { class: "sequence-handle", "aria-hidden": "true" }),
      element("div", { class: "sequence-text" }, content),
      element("div", { class: "sequence-buttons" }, buttons[item]?.up ?? null, buttons[item]?.down ?? null),
    ),
  );
  const list = element("ol", { class: "sequence", role: "list", "aria-labelledby": `${id}-prompt` }, ...data.order.map((item) => rows[item] ?? null));
  // Paper has them as they were at first, which tells nothing (style/print.css).
  for (const [place, item] of data.order.entries()) rows[item]?.style.setProperty("--start", String(place));
  let touched = false;

  function drawButton(item: number, way: "up" | "down"): HTMLButtonElement {
    const name = message(way === "up" ? "question.move-up" : "question.move-down", { item: texts[item] ?? "" });
    const button = element("button", { type: "button", class: `sequence-button sequence-button--${way}`, "aria-label": name, "aria-describedby": `${id}-fault` });
    button.addEventListener("click", () => move(item, placeOf(item) + (way === "up" ? -1 : 1)));
    button.addEventListener("keydown", (event) => {
      const places: Readonly<Record<string, number>> = { ArrowUp: placeOf(item) - 1, ArrowDown: placeOf(item) + 1, Home: 0, End: rows.length - 1 };
      const place = places[event.key];
      if (place === undefined) return;
      event.preventDefault();
      move(item, place);
    });
    return button;
  }

  const order = (): number[] => [...list.children].map((row) => rows.indexOf(row as HTMLLIElement));
  const placeOf = (item: number): number => order().indexOf(item);

  /** The others make way: a node that is taken out and put in again would lose the focus. */
  function move(item: number, place: number): void {
    const row = rows[item];
    if (!row || place < 0 || place >= rows.length) return;
    for (let at = placeOf(item); at > place; at--) row.after(row.previousElementSibling as Element);
    for (let at = placeOf(item); at < place; at++) row.before(row.nextElementSibling as Element);
    settle(item);
  }

  function settle(item: number): void {
    touched = true;
    markEnds();
    said.textContent = message("question.moved", { item: texts[item] ?? "", place: placeOf(item) + 1, n: rows.length });
    list.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** Said to be of no use, not switched off: a button that is switched off loses the focus. */
  function markEnds(): void {
    for (const [place, item] of order().entries()) {
      buttons[item]?.up.setAttribute("aria-disabled", String(place === 0));
      buttons[item]?.down.setAttribute("aria-disabled", String(place === rows.length - 1));
    }
  }

  letDrag(list, { may: () => !(buttons[0]?.up.disabled ?? true), dropped: (row) => settle(rows.indexOf(row as HTMLLIElement)) });
  markEnds();
  return {
    element: element(
      "div",
      { role: "group", "aria-labelledby": `${id}-prompt` },
      element("div", { class: "prompt", id: `${id}-prompt` }, data.prompt),
      element("p", { class: "instruction" }, message("question.order-how")),
      list,
      said,
    ),
    order,
    touched: () => touched,
    arrange(items) {
      list.append(...items.flatMap((item) => rows[item] ?? []));
      touched = true;
      markEnds();
    },
    reveal(parts) {
      for (const [item, row] of rows.entries()) {
        const part = parts[item] ?? null;
        if (part !== null) row.classList.add(`sequence-item--${part}`);
        drawVerdict(row, part, data.words);
      }
    },
    focus: () => list.querySelector("button")?.focus(),
  };
}
