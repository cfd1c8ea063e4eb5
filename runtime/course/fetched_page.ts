/** Fetches a page of the unit and takes out what the shell shows of it. */
import { resolveAddresses } from "../dom.ts";
import { showBuild } from "../page/build_id.ts";
import type { LessonData } from "../page/data.ts";
import { messagesAddress } from "./language.ts";
import { readPageData } from "../page/page_data.ts";

/** What differs from page to page outside `<main>`. */
export interface Look {
  readonly title: string;
  readonly language: string;
  readonly direction: string;
  readonly body: ReadonlyMap<string, string>;
  /** What stands before and after: it speaks the page's language, and says what comes next. */
  readonly around: ReadonlyMap<string, Node>;
  /** Address of its messages. */
  readonly messages: string;
}

export interface FetchedPage {
  readonly look: Look;
  readonly content: DocumentFragment;
  readonly lesson: LessonData;
  /** Relative addresses in its data count from here. */
  readonly base: string;
}

/** @throws whatever `fetch` throws, and Error where the answer is no lesson page (a login page, for one). */
export async function fetchPage(address: string): Promise<FetchedPage> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const parsed = new DOMParser().parseFromString(await response.text(), "text/html");
  const main = parsed.querySelector("main");
  const lesson = main && readPageData(main)?.lesson;
  if (!main || !lesson) throw new Error(`${address}: no lesson`);
  showBuild(parsed);
  // Parsed without scripting, their content would be shown.
  for (const noscript of main.querySelectorAll("noscript")) noscript.remove();
  // Before they are adopted: images load at once then.
  resolveAddresses(main, address);
  const content = document.createDocumentFragment();
  content.append(...main.childNodes);
  return { look: readLook(parsed, address), content, lesson, base: address };
}

const AROUND = [".skip", ".site-footer"];

export function readLook(page: Document, base = document.baseURI): Look {
  const attributes = [...page.body.attributes].filter(({ name }) => name === "class" || name.startsWith("data-"));
  return {
    title: page.title,
    language: page.documentElement.lang,
    direction: page.documentElement.dir,
    body: new Map(attributes.map(({ name, value }) => [name, value])),
    around: new Map(AROUND.flatMap((place) => [...page.querySelectorAll(place)].map((node) => [place, node.cloneNode(true)] as const))),
    messages: messagesAddress(page, base),
  };
}

export function applyLook(look: Look): void {
  document.title = look.title;
  document.documentElement.lang = look.language;
  document.documentElement.dir = look.direction;
  for (const name of readLook(document).body.keys()) if (!look.body.has(name)) document.body.removeAttribute(name);
  for (const [name, value] of look.body) document.body.setAttribute(name, value);
  for (const [place, node] of look.around) document.querySelector(place)?.replaceChildren(...node.cloneNode(true).childNodes);
}
