import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import test from "node:test";
import { KeptSite } from "./kept_site.ts";
import type { SiteFiles } from "./site_files.ts";

const ROOT = "https://example.org/a/course/";

/** As much of the browser's caches as is used: each by its name, answers by address. */
class FakeCaches {
  readonly all = new Map<string, Map<string, Response>>();

  open(name: string): Promise<Cache> {
    const held = this.all.get(name) ?? new Map<string, Response>();
    this.all.set(name, held);
    const match = (address: string): Promise<Response | undefined> => Promise.resolve(held.get(address)?.clone());
    const put = (address: string, response: Response): Promise<void> => Promise.resolve(void held.set(address, response));
    return Promise.resolve({ match, put } as unknown as Cache);
  }

  match(address: string): Promise<Response | undefined> {
    return Promise.resolve([...this.all.values()].map((held) => held.get(address)).find(Boolean)?.clone());
  }

  keys(): Promise<string[]> {
    return Promise.resolve([...this.all.keys()]);
  }

  delete(name: string): Promise<boolean> {
    return Promise.resolve(this.all.delete(name));
  }
}

function describe(build: string, files: Record<string, string>, large: readonly string[] = []): SiteFiles {
  const sums = Object.entries(files).map(([path, text]) => [path, createHash("sha256").update(text).digest("base64")]);
  return { build, version: `${build}-1`, files: Object.fromEntries(sums), large };
}

/** A server that holds `files`, and judges `integrity` as a browser does; `asked` is what was fetched. */
function serve(files: Record<string, string>, site: SiteFiles, caches = new FakeCaches()) {
  const asked: string[] = [];
  const fetcher = (request: string | Request, options: RequestInit = {}): Promise<Response> => {
    const path = (typeof request === "string" ? request : request.url).slice(ROOT.length);
    asked.push(path);
    const text = files[path];
    if (text === undefined) return Promise.resolve(new Response("no such page", { status: 404 }));
    const sum = `sha256-${createHash("sha256").update(text).digest("base64")}`;
    if (options.integrity && options.integrity !== sum) return Promise.reject(new TypeError("integrity"));
    return Promise.resolve(new Response(text, { headers: { "content-type": "text/plain" } }));
  };
  const kept = new KeptSite(site, { root: ROOT, caches: caches as unknown as CacheStorage, fetch: fetcher as typeof fetch });
  return { kept, asked, caches };
}

const FILES = { "index.html": "one build1", "lessons/a.html": "a build1", "assets/style-0123456789.css": "p{}" };

async function read(kept: KeptSite, path: string, headers: Record<string, string> = {}): Promise<string | null> {
  const answer = await kept.answer(new Request(ROOT + path, { headers }));
  return answer ? `${answer.status} ${await answer.text()}` : null;
}

test("every file is kept, and found by its address, its folder, without its ending and with a query", async () => {
  const { kept, asked } = serve(FILES, describe("build1", FILES));
  await kept.install();
  assert.deepEqual([...asked].sort(), Object.keys(FILES).sort());
  for (const path of ["", "index.html", "index", "?from=mail"]) assert.equal(await read(kept, path), "200 one build1");
  assert.equal(await read(kept, "lessons/a"), "200 a build1");
  assert.equal(asked.length, 3);
});

test("what is not the site's is left to the network", async () => {
  const site = describe("build1", { ...FILES, "film.mp4": "long" }, ["film.mp4"]);
  const { kept } = serve(FILES, site);
  await kept.install();
  assert.equal(kept.answer(new Request(`${ROOT}other.html`)), null);
  assert.equal(kept.answer(new Request(`${ROOT}film.mp4`)), null);
  assert.equal(kept.answer(new Request("https://example.org/a/")), null);
  assert.equal(kept.answer(new Request("https://elsewhere.example/a/course/index.html")), null);
  assert.equal(kept.answer(new Request(`${ROOT}index.html`, { method: "POST" })), null);
});

test("while a server holds half of a new version, the old one stays", async () => {
  const page = { ...FILES, "lessons/a.html": "a build0" };
  await assert.rejects(serve(page, describe("build1", FILES)).kept.install(), /lessons\/a\.html is of another version/);
  const asset = { ...FILES, "assets/style-0123456789.css": "a login page" };
  await assert.rejects(serve(asset, describe("build1", FILES)).kept.install(), /integrity/);
});

test("what a host adds to a page does no harm", async () => {
  const { kept } = serve({ ...FILES, "index.html": "<script>count()</script> one build1" }, describe("build1", FILES));
  await kept.install();
  assert.match((await read(kept, "")) ?? "", /one build1/);
});

test("a new version fetches only what changed, and takes the old one's place alone", async () => {
  const { kept, caches } = serve(FILES, describe("build1", FILES));
  await kept.install();
  await caches.open("scormpack https://example.org/a/ x");
  await caches.open("somebody else's");
  const files = { ...FILES, "index.html": "two build2", "lessons/a.html": "b build2" };
  const renewed = serve(files, describe("build2", files), caches);
  await renewed.kept.install();
  assert.deepEqual(renewed.asked.sort(), ["index.html", "lessons/a.html"]);
  assert.equal(await read(kept, ""), "200 one build1");
  await renewed.kept.clear();
  assert.equal(await read(renewed.kept, "assets/style-0123456789.css"), "200 p{}");
  assert.deepEqual((await caches.keys()).sort(), ["scormpack https://example.org/a/ x", `scormpack ${ROOT} build2-1`, "somebody else's"]);
});

test("a copy that the browser threw away comes from the network again", async () => {
  const { kept, caches } = serve(FILES, describe("build1", FILES));
  await kept.install();
  caches.all.clear();
  assert.equal(await read(kept, "index.html"), "200 one build1");
});

test("players get the part of a sound that they ask for", async () => {
  const files = { "index.html": "build1", "assets/sound-0123456789.mp3": "0123456789" };
  const { kept } = serve(files, describe("build1", files));
  await kept.install();
  const sound = "assets/sound-0123456789.mp3";
  assert.equal(await read(kept, sound, { range: "bytes=2-4" }), "206 234");
  assert.equal(await read(kept, sound, { range: "bytes=7-" }), "206 789");
  assert.equal(await read(kept, sound, { range: "bytes=-2" }), "206 89");
  assert.equal(await read(kept, sound, { range: "bytes=20-" }), "416 ");
  assert.equal(await read(kept, sound, { range: "lines=1" }), "200 0123456789");
});
