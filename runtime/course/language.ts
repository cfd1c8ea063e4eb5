/** A lesson in another language than its course brings its own messages. */
import { element } from "../dom.ts";
import type { Messages } from "../messages.ts";

/** Messages by the address of their script. */
const loaded = new Map<string, Messages | undefined>();

/** Address of the script that a page takes its messages from, or "". */
export function messagesAddress(page: Document, base: string): string {
  const source = [...page.scripts].map((script) => script.getAttribute("src") ?? "").find((address) => /(^|\/)messages-[^/]*\.js$/.test(address));
  return source === undefined ? "" : new URL(source, base).href;
}

/** Has the learner read in the language of this script from here on. One that cannot be had leaves the language as it is. */
export async function speak(address: string): Promise<void> {
  if (loaded.size === 0) loaded.set(messagesAddress(document, document.baseURI), globalThis.scormpackMessages);
  if (address === "") return;
  if (!loaded.has(address)) {
    const script = element("script", { src: address });
    await new Promise((resolve) => {
      script.addEventListener("load", resolve);
      script.addEventListener("error", resolve);
      document.head.append(script);
    });
    loaded.set(address, globalThis.scormpackMessages);
    script.remove();
  }
  globalThis.scormpackMessages = loaded.get(address);
}
