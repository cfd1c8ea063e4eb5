import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { showFonts } from "./fonts.ts";

const asked: string[] = [];

class FakeFace {
  constructor(family: string, source: string) {
    asked.push(`${family} ${source}`);
  }

  load(): Promise<this> {
    return Promise.resolve(this);
  }
}

/** A page with one file that is two faces. */
function pageFrom(protocol: string): Document {
  const links: { href: string; dataset: Record<string, string> }[] = [{ href: "a.woff2", dataset: { faces: "normal 400 text, normal 400 headings" } }];
  const page = {
    location: { protocol },
    querySelectorAll: () => links.filter(({ dataset }) => "faces" in dataset),
    fonts: { add: () => undefined },
  };
  return page as unknown as Document;
}

Object.assign(globalThis, { FontFace: FakeFace });
afterEach(() => asked.splice(0));

test("From disk each face is asked for once, however many add-ons ask", () => {
  const page = pageFrom("file:");
  showFonts(page);
  showFonts(page);
  assert.deepEqual(asked, ['course text url("a.woff2")', 'course headings url("a.woff2")']);
});

test("Over HTTP the page's own style sheet is enough", () => {
  showFonts(pageFrom("https:"));
  assert.deepEqual(asked, []);
});
