/** Sequencing: items to be put in order. */
import type { Response } from "../lms/port.ts";
import type { QuestionData } from "../page/data.ts";
import type { Unsealed } from "../seal.ts";
import { formatNumber, message } from "../messages.ts";
import { orderOf } from "./order.ts";
import { packPlaces, unpackPlaces } from "./packed_places.ts";
import type { Marked, PartMark, QuestionKind, QuestionView, Reading, Setting, Unpacked } from "./question.ts";
import { drawSequence } from "./sequence_list.ts";
import { shareOf } from "./share.ts";

type Order = Extract<Response, { kind: "order" }>;

interface Shown {
  /** Sanitised HTML, in an order that tells nothing. */
  readonly options: readonly string[];
  /** The same as plain text. */
  readonly texts: readonly string[];
}

interface Answer {
  readonly order: readonly number[];
  readonly scoring: "all-or-nothing" | "proportional";
}

const WORDS: Readonly<Record<Answer["scoring"], { readonly right: string; readonly wrong: string }>> = {
  "all-or-nothing": { right: "question.place-right", wrong: "question.place-wrong" },
  "proportional": { right: "question.neighbour-right", wrong: "question.neighbour-wrong" },
};

export const sequencing: QuestionKind<Order> = { draw, mark, pack, unpack };

function draw(question: QuestionData, setting: Setting): QuestionView<Order> {
  const { options, texts } = question.shown as Shown;
  const { order: right, scoring } = setting.open().answer as Answer;
  const list = drawSequence({
    id: setting.id,
    prompt: setting.readHtml(question.prompt),
    items: options.map(setting.readHtml),
    texts,
    order: startOrder(right, setting.mix),
    words: WORDS[scoring],
  });
  return {
    element: list.element,
    read(): Reading<Order> {
      // The order at the start is never right, and nobody's answer.
      if (!list.touched()) return { fault: message("question.order-first"), empty: true };
      return { response: { kind: "order", order: list.order(), items: texts } };
    },
    show: (response) => list.arrange(response.order),
    reveal: list.reveal,
    focus: list.focus,
  };
}

/** Mixed, and never right. */
export function startOrder(right: readonly number[], seed: number): number[] {
  const order = orderOf(right.length, seed);
  const isRight = order.every((item, at) => item === right[at]);
  return isRight ? [...order.slice(1), ...order.slice(0, 1)] : order;
}

function mark(question: QuestionData, opened: Unsealed, response: Order | null): Marked {
  const { texts } = question.shown as Shown;
  const { order, scoring } = opened.answer as Answer;
  const given = response?.order ?? [];
  const isRight = (item: number): boolean =>
    scoring === "proportional" ? isJoined(order, given, item) : given.indexOf(item) === order.indexOf(item);
  return {
    share: scoring === "proportional" ? shareOf(countNeighbours(order, given), order.length - 1) : isSame(order, given) ? 1 : 0,
    correct: { kind: "order", order },
    parts: order.map((_, item): PartMark => (response === null ? null : isRight(item) ? "right" : "wrong")),
    right: order.map((item, at) => message("question.numbered", { number: formatNumber(at + 1), item: texts[item] ?? "" })),
    feedback: [],
  };
}

function isSame(order: readonly number[], given: readonly number[]): boolean {
  return order.every((item, at) => item === given[at]);
}

/** How many items are followed by the item that should follow them. */
function countNeighbours(order: readonly number[], given: readonly number[]): number {
  return given.filter((item) => isFollowed(order, given, item)).length;
}

function isFollowed(order: readonly number[], given: readonly number[], item: number): boolean {
  const next = order[order.indexOf(item) + 1];
  return next !== undefined && given[given.indexOf(item) + 1] === next;
}

/** Whether the item stands before or behind one that it should stand before or behind. */
function isJoined(order: readonly number[], given: readonly number[], item: number): boolean {
  const before = given[given.indexOf(item) - 1];
  return isFollowed(order, given, item) || (before !== undefined && isFollowed(order, given, before));
}

function pack(response: Order): string {
  return packPlaces(response.order);
}

function unpack(question: QuestionData, packed: string): Unpacked<Order> | null {
  const { texts } = question.shown as Shown;
  const order = unpackPlaces(packed, texts.length)?.filter((item) => item !== null);
  if (order?.length !== texts.length || new Set(order).size !== texts.length) return null;
  return { response: { kind: "order", order, items: texts }, whole: true };
}
