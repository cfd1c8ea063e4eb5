/** The LMS's window around the package: its frame in the size that an LMS gives it. */
import { element } from "../../dom.ts";
import type { FromPanel, FromPlayer } from "../messages.ts";
import { isEnvelope } from "../messages.ts";
import { region, sentence } from "./parts.ts";

/** lms-behaviour: Moodle's frame beside its side menu, without it, and on a phone. */
export const SIZES = [
  { id: "phone", name: "Phone", width: 367, height: 640, hint: "367 px: Moodle on a phone" },
  { id: "moodle", name: "Moodle", width: 650, height: 666, hint: "650 px: Moodle beside its side menu" },
  { id: "wide", name: "Wide", width: 867, height: 666, hint: "867 px: Moodle without its side menu" },
  { id: "full", name: "Full", width: 0, height: 0, hint: "All the room there is" },
] as const;

/** The line below the window. */
const FACTS = 26;

/** How long a package may take over its last words. */
const LAST_WORDS = 4000;

export class Stage {
  readonly #place = region("place");
  readonly #card = element("div", { class: "window" });
  readonly #bar = element("div", { class: "bar" });
  readonly #glass = element("div", { class: "glass" });
  #frame: HTMLIFrameElement | null = null;
  #token = "";
  #size: (typeof SIZES)[number] = SIZES[1];
  #left: (() => void) | null = null;

  constructor(origin: () => string, obey: (message: FromPlayer) => void) {
    this.#card.append(this.#bar, this.#glass);
    this.#place.append(this.#card);
    new ResizeObserver(() => this.#fit()).observe(this.#place);
    window.addEventListener("message", ({ data, source, origin: from }) => {
      // Only the player page of the visit that is open: a package cannot speak for it from its own window.
      if (from !== origin() || this.#frame === null || source !== this.#frame.contentWindow) return;
      if (!isEnvelope(data) || data.scormpackPreview !== this.#token) return;
      const message = data.message as FromPlayer;
      if (message.kind === "left") this.#left?.();
      else obey(message);
    });
  }

  /** What stands in the window's bar. */
  label(...children: readonly (Node | string)[]): void {
    this.#bar.replaceChildren(...children);
  }

  resize(id: string): void {
    this.#size = SIZES.find((size) => size.id === id) ?? SIZES[1];
    this.#fit();
  }

  open(address: string, token: string, title: string): void {
    this.#token = token;
    // Never to the top window, which is the panel's.
    const sandbox = "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-modals allow-downloads allow-pointer-lock";
    this.#frame = element("iframe", { title: `Player: ${title}`, sandbox, allow: "autoplay; fullscreen", src: address });
    this.#glass.replaceChildren(this.#frame);
    this.#fit();
  }

  say(message: FromPanel, origin: string): void {
    this.#frame?.contentWindow?.postMessage({ scormpackPreview: this.#token, message }, origin);
  }

  /** Closes what is open, after its last words. `forget`: the browser's storage is emptied too. */
  async leave(origin: string, forget: boolean): Promise<void> {
    if (this.#frame === null) return;
    await new Promise<void>((resolve) => {
      this.#left = resolve;
      setTimeout(resolve, LAST_WORDS);
      this.say({ kind: "leave", forget }, origin);
    });
    this.#left = null;
    this.#frame?.remove();
    this.#frame = null;
  }

  /** Instead of a package: why there is none. */
  explain(title: string, sentences: readonly string[]): void {
    this.#frame = null;
    this.#glass.replaceChildren(element("div", { class: "instead" }, element("h2", {}, title), element("ul", {}, ...sentences.map((words) => element("li", {}, ...sentence(words))))));
    this.#fit();
  }

  /** A frame wider than the stage is shown smaller, not narrower: its page must believe in its width. */
  #fit(): void {
    const { clientWidth, clientHeight } = this.#place;
    const bar = this.#bar.offsetHeight;
    const { width, height } = this.#size;
    const isFull = width === 0;
    const scale = isFull ? 1 : Math.min(1, clientWidth / width);
    const shown = isFull ? clientWidth : width * scale;
    const room = Math.max(240, clientHeight - bar - FACTS);
    this.#card.style.width = `${shown}px`;
    this.#glass.style.height = `${isFull ? room : Math.min(room, Math.max(height * scale, Math.min(room, height)))}px`;
    this.#card.dataset["scale"] = scale < 0.995 ? `${Math.round(scale * 100)} %` : "";
    if (this.#frame === null) return;
    this.#frame.style.width = isFull ? "100%" : `${width}px`;
    this.#frame.style.height = `${100 / scale}%`;
    this.#frame.style.transform = scale < 0.995 ? `scale(${scale})` : "";
  }
}
