/** Small pieces that several parts of the panel are made of. */
import { element } from "../../dom.ts";

const SVG = "http://www.w3.org/2000/svg";

/** Stroke paths on a square of 24; drawn for this panel. */
const ICONS = {
  offline: "M3 3l18 18M8.5 16.5a5 5 0 0 1 7 0M5 12.9a10 10 0 0 1 5-2.7M19 12.9a10 10 0 0 0-2-1.6M2 9a15 15 0 0 1 4.5-2.8M22 9A15 15 0 0 0 11 5M12 20h.01",
  refuse: "M12 3v10M12 3l-4 4M12 3l4 4M5 15v4h14v-4M15 14l5-5M20 14l-5-5",
  slow: "M12 3a9 9 0 1 0 9 9M12 7v5l3 2M17 3h4v4",
  expired: "M14 4h5v16h-5M10 8l-4 4 4 4M6 12h9",
  moodle: "M3 10l9-5 9 5-9 5zM7 12.5V17c3 2 7 2 10 0v-4.5M21 10v5",
  strict: "M4 8h16v8H4zM8 8v4M12 8v5M16 8v4",
  back: "M4 12a8 8 0 1 0 2.5-5.8M4 4v4h4",
  plus: "M12 5v14M5 12h14",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 20c1-4 4-6 8-6s7 2 8 6",
  device: "M4 5h12v9H4zM2 18h11M16 9h5v11h-5z",
  leave: "M10 4H5v16h5M15 8l4 4-4 4M19 12H9",
  warning: "M12 4l9 16H3zM12 10v4M12 17h.01",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6L19 19M5 19l1.4-1.4M17.6 6.4L19 5",
  moon: "M20 14.5A8 8 0 1 1 9.5 4a6.5 6.5 0 0 0 10.5 10.5z",
  menu: "M4 7h16M4 12h16M4 17h16",
  check: "M5 12.5l4.5 4.5L19 7.5",
} as const;

export type IconName = keyof typeof ICONS;

export function icon(name: IconName): SVGSVGElement {
  const drawn = document.createElementNS(SVG, "svg");
  drawn.setAttribute("viewBox", "0 0 24 24");
  drawn.setAttribute("aria-hidden", "true");
  drawn.classList.add("icon");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  drawn.append(path);
  return drawn;
}

/** A ring that is full at 100; null: empty. */
export function ring(percent: number | null): SVGSVGElement {
  const drawn = document.createElementNS(SVG, "svg");
  drawn.setAttribute("viewBox", "0 0 64 64");
  drawn.setAttribute("aria-hidden", "true");
  drawn.classList.add("ring");
  const length = 2 * Math.PI * 28;
  for (const [name, share] of [["track", 1], ["value", Math.min(100, Math.max(0, percent ?? 0)) / 100]] as const) {
    const circle = document.createElementNS(SVG, "circle");
    for (const [attribute, value] of Object.entries({ cx: 32, cy: 32, r: 28, class: name })) circle.setAttribute(attribute, String(value));
    circle.setAttribute("stroke-dasharray", `${share * length} ${length}`);
    if (share > 0) drawn.append(circle);
  }
  return drawn;
}

/** A button with an icon and its words. `hint`: what happens, for the pointer and for screen readers. */
export function button(name: IconName | null, words: string, hint: string, act: () => void): HTMLButtonElement {
  const made = element("button", { type: "button", title: hint }, name === null ? null : icon(name), element("span", {}, words));
  made.addEventListener("click", act);
  return made;
}

/** A sentence whose parts in backticks are code. */
export function sentence(words: string): Node[] {
  return words.split("`").map((part, at) => (at % 2 === 1 ? element("code", {}, part) : document.createTextNode(part)));
}

/** Found in panel.html, which is written for this script. */
export function region(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`panel.html has no #${id}`);
  return found;
}
