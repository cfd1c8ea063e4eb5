/** Makes elements. The one place of the runtime that turns HTML into nodes. */

type Child = Node | string | null;
type Attributes = Readonly<Record<string, string | number | boolean | null>>;

/** An element with attributes (`true`: empty, `false` or null: left out) and children (null: left out). */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value === false || value === null) continue;
    made.setAttribute(attribute, value === true ? "" : String(value));
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** A button of ours; `style` is what its class says beside `button`. */
export function drawButton(words: string, style: string, press: () => void): HTMLButtonElement {
  const button = element("button", { type: "button", class: style === "" ? "button" : `button button--${style}` }, words);
  button.addEventListener("click", press);
  return button;
}

/** Puts words into a place, if there is one. What they say already is not written again: a live region would say it again. */
export function write(place: Element | null | undefined, words: string): void {
  if (place && place.textContent !== words) place.textContent = words;
}

/** Turns HTML that the build sanitised (prompts, options, feedback, explanations) into nodes. */
export type ReadHtml = (html: string) => DocumentFragment;

/** Reads HTML whose relative addresses count from `base`: the lesson's own page, wherever it is shown. */
export function htmlReader(base: string): ReadHtml {
  return (html) => {
    const template = document.createElement("template");
    template.innerHTML = html;
    resolveAddresses(template.content, base);
    return template.content;
  };
}

const ADDRESSES = ["href", "src", "poster", "data"];

/** Makes the relative addresses under `root` absolute. Links within the page (`#…`) stay as they are. */
export function resolveAddresses(root: ParentNode, base: string): void {
  for (const name of ADDRESSES) {
    for (const node of root.querySelectorAll(`[${name}]`)) {
      const address = node.getAttribute(name) ?? "";
      if (!address.startsWith("#")) node.setAttribute(name, resolve(address, base));
    }
  }
  for (const node of root.querySelectorAll("[srcset]")) {
    const candidates = (node.getAttribute("srcset") ?? "").split(/,\s+/);
    node.setAttribute("srcset", candidates.map((candidate) => candidate.trim().replace(/^\S+/, (address) => resolve(address, base))).join(", "));
  }
}

function resolve(address: string, base: string): string {
  try {
    return new URL(address, base).href;
  } catch {
    return address;
  }
}
