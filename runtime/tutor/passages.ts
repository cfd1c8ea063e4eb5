/**
 * A lesson's page as passages: what the tutor may quote. Taken from the page itself, so nothing is in it twice.
 *
 * A passage is a paragraph, a point, a row of a table, a key term, a step. The quiz is never read: neither its
 * questions nor what is said of the answers.
 */

/** `intro`: what leads to the practice steps. */
export type PassageKind = "text" | "point" | "term" | "step" | "intro" | "row" | "picture";

export interface Passage {
  /** What the link jumps to and the highlight covers. */
  readonly place: HTMLElement;
  readonly kind: PassageKind;
  /** As it stands on the page, white space run together. */
  readonly text: string;
  /** The heading that it stands under. */
  readonly heading: string;
  /** The key term that it defines, or "". */
  readonly term: string;
  /** What it sets in bold. */
  readonly bold: string;
  /** What leads to it: the line before a list, a table's column headings. */
  readonly lead: string;
}

/** What the lesson does not say by itself: the page's own words, what is asked, and what is said of answers. */
const OTHERS = "#quiz, #tutor, #progress, nav, .objectives, .related, .contents, .order, script, style, noscript, template, [hidden], [popover], dialog, button, form, .markdown-alert-title";
const UNREAD = ".visually-hidden, .footnote-ref, .footnote-backref, .also, annotation, annotation-xml, [popover], button, input, script, style, noscript, [hidden]";
/** Stands against its word: as in Python's `plain_text`, nothing takes its place. */
const MARK = ".footnote-ref";
/** Between a row's cells. */
export const CELLS = " · ";
const BLOCKS = "p, li, dd, tr, pre, figcaption, img[alt], summary, dt";

export function readPassages(main: HTMLElement): Passage[] {
  const passages: Passage[] = [];
  for (const part of main.querySelectorAll<HTMLElement>("section, header")) {
    if (part.matches(OTHERS) || part.parentElement?.closest("section") !== null) continue;
    passages.push(...readPart(part));
  }
  return passages;
}

function readPart(part: HTMLElement): Passage[] {
  const passages: Passage[] = [];
  let heading = "";
  let lead = "";
  const isOpening = part.tagName === "HEADER";
  for (const block of part.querySelectorAll<HTMLElement>(`h1, h2, h3, h4, h5, h6, ${BLOCKS}`)) {
    if (block.closest(OTHERS) !== null || block.closest(".facts, .where") !== null) continue;
    if (/^H[1-6]$/.test(block.tagName)) {
      heading = block.tagName === "H2" || block.tagName === "H1" ? textOf(block) : `${textOf(part.querySelector("h2"))} ${textOf(block)}`.trim();
      lead = "";
      continue;
    }
    const found = readBlock(block, heading, lead);
    if (found === null) continue;
    // The summary leads into the lesson; it is no part of what it says.
    if (!isOpening) passages.push(found);
    if (block.tagName === "P") lead = /[:：]$/.test(found.text) ? found.text : "";
  }
  return passages;
}

function readBlock(block: HTMLElement, heading: string, lead: string): Passage | null {
  const usual = { place: block, kind: "text", heading, term: "", lead, bold: "" } as const;
  switch (block.tagName) {
    case "IMG": {
      const text = squeeze(block.getAttribute("alt") ?? "");
      return text.length < 40 ? null : { ...usual, place: block.closest("figure") ?? block, kind: "picture", text };
    }
    case "TR":
      return readRow(block as HTMLTableRowElement, usual);
    case "DT":
    case "SUMMARY":
      return null;
    case "DD": {
      if (block.querySelector("p, li") !== null) return null;
      return said({ ...usual, place: block.closest<HTMLElement>("dl > div") ?? block, kind: "term", term: textOf(termOf(block)), text: textOf(block) });
    }
    default:
      // Of nested blocks the inner ones are read; a list within a point is read by itself.
      if (block.matches(":has(p, li, tr, dd)") && !block.matches("li")) return null;
      return said({ ...usual, kind: kindOf(block), text: textOf(block), bold: [...block.querySelectorAll("strong")].map((bold) => textOf(bold)).join(" ") });
  }
}

function kindOf(block: HTMLElement): PassageKind {
  if (block.closest(".steps") !== null) return "step";
  if (block.closest("#practice") !== null) return "intro";
  return block.closest("li") === null ? "text" : "point";
}

function termOf(definition: Element): Element | null {
  let before = definition.previousElementSibling;
  while (before !== null && before.tagName !== "DT") before = before.previousElementSibling;
  return before;
}

function readRow(row: HTMLTableRowElement, usual: Omit<Passage, "text">): Passage | null {
  const cells = [...row.cells];
  if (cells.every((cell) => cell.tagName === "TH")) return null;
  const titles = [...(row.closest("table")?.querySelectorAll("thead th") ?? [])].map((cell) => textOf(cell)).join(" ");
  return said({ ...usual, kind: "row", lead: `${usual.lead} ${titles}`.trim(), text: cells.map((cell) => textOf(cell)).filter((text) => text !== "").join(CELLS) });
}

function said(passage: Passage): Passage | null {
  return passage.text === "" ? null : passage;
}

/** The words of a node as a reader sees them; of a point, without the blocks in it. */
export function textOf(node: Element | null): string {
  if (node === null) return "";
  const parts: string[] = [];
  const walk = (parent: Node): void => {
    for (const child of parent.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) parts.push(child.nodeValue ?? "");
      else if (child instanceof Element && !child.matches(UNREAD) && !child.matches("p, ul, ol, dl, table, pre, figure, div")) walk(child);
      else if (child instanceof HTMLElement && !child.matches(MARK)) parts.push(" ");
    }
  };
  walk(node);
  return squeeze(parts.join(""));
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
