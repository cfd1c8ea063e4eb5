/** Takes what was committed to the server, in order; and what is said to the panel. */
import type { FromPanel, FromPlayer } from "../messages.ts";
import { isEnvelope } from "../messages.ts";
import type { Settings } from "./settings.ts";

/** Browsers let about 64 KiB outlive a page. */
const KEEPALIVE_BYTES = 60_000;

export class Mailbox {
  readonly #settings: Settings;
  #number = 0;
  #chain: Promise<unknown> = Promise.resolve();

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  say(message: FromPlayer): void {
    window.parent.postMessage({ scormpackPreview: this.#settings.token, message }, this.#settings.panel);
  }

  hear(obey: (message: FromPanel) => void): void {
    window.addEventListener("message", ({ data, source, origin }) => {
      if (source !== window.parent || origin !== this.#settings.panel) return;
      if (isEnvelope(data) && data.scormpackPreview === this.#settings.token) obey(data.message as FromPanel);
    });
  }

  /** `isLast`: the page is going, and nothing is waited for. */
  send(values: Readonly<Record<string, string>>, finish: boolean, isLast: boolean): void {
    this.#number += 1;
    const { opening, token } = this.#settings;
    const body = JSON.stringify({ values, finish, opening, number: this.#number });
    const post = (): Promise<unknown> =>
      fetch(`/_lms/commit/${token}`, { method: "POST", body, keepalive: isLast && body.length < KEEPALIVE_BYTES }).catch(() => null);
    if (isLast) void post();
    else this.#chain = this.#chain.then(post);
  }

  /** Resolves when the server has all that was sent. */
  get settled(): Promise<unknown> {
    return this.#chain;
  }
}
