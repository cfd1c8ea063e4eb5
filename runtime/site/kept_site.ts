/**
 * A copy of the site in this browser, whole and of one version: pages and what they load always fit together.
 *
 * Every file is answered from the copy first. A new version is fetched whole beside the old one, and takes its place
 * when nobody has the old one open, or when a learner asks for it.
 */
import type { SiteFiles } from "./site_files.ts";

/** What the copy needs of the browser. */
export interface SiteBrowser {
  /** Address of the worker's folder, with a slash at its end. */
  readonly root: string;
  readonly caches: CacheStorage;
  readonly fetch: typeof fetch;
}

const AT_ONCE = 6;

/** Our assets are named after what they hold: the same name, the same bytes. */
const NAMED_BY_CONTENT = /-[0-9a-f]{10}\.\w+$/;

export class KeptSite {
  readonly #site: SiteFiles;
  readonly #browser: SiteBrowser;
  readonly #large: ReadonlySet<string>;
  /** A space stands in no address, so that no folder's name begins another's. */
  readonly #prefix: string;

  constructor(site: SiteFiles, browser: SiteBrowser) {
    this.#site = site;
    this.#browser = browser;
    this.#large = new Set(site.large);
    this.#prefix = `scormpack ${browser.root} `;
  }

  /** Fetches what is not here yet. Rejects where one file is not this version's: then the old copy stays. */
  async install(): Promise<void> {
    const cache = await this.#open();
    const wanted = Object.keys(this.#site.files).filter((path) => !this.#large.has(path));
    for (let start = 0; start < wanted.length; start += AT_ONCE) {
      await Promise.all(wanted.slice(start, start + AT_ONCE).map((path) => this.#keep(path, cache)));
    }
  }

  /** Deletes the copies of earlier versions. */
  async clear(): Promise<void> {
    const { caches } = this.#browser;
    const old = (await caches.keys()).filter((name) => name.startsWith(this.#prefix) && name !== this.#name);
    await Promise.all(old.map((name) => caches.delete(name)));
  }

  /** Null where the site has no such file, or none that is kept: that is the network's. */
  answer(request: Request): Promise<Response> | null {
    const path = request.method === "GET" ? this.#pathOf(request.url) : null;
    return path === null ? null : this.#answer(request, path);
  }

  get #name(): string {
    return this.#prefix + this.#site.version;
  }

  #open(): Promise<Cache> {
    return this.#browser.caches.open(this.#name);
  }

  #address(path: string): string {
    return this.#browser.root + path;
  }

  async #keep(path: string, cache: Cache): Promise<void> {
    const address = this.#address(path);
    if (await cache.match(address)) return;
    const earlier = NAMED_BY_CONTENT.test(path) ? await this.#browser.caches.match(address) : undefined;
    await cache.put(address, earlier ?? (await this.#fetch(path)));
  }

  async #fetch(path: string): Promise<Response> {
    const isPage = path.endsWith(".html");
    // Hosts add to pages (analytics, a header), so pages are told by their build id; the rest must be what was built.
    const integrity = isPage ? "" : `sha256-${this.#site.files[path]}`;
    // A page's name stays while it changes: the browser's own cache may hold an old one.
    const cache = NAMED_BY_CONTENT.test(path) ? "default" : "reload";
    const response = await this.#browser.fetch(this.#address(path), { cache, integrity, credentials: "same-origin" });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    const body = await response.blob();
    if (isPage && !(await body.text()).includes(this.#site.build)) throw new Error(`${path} is of another version`);
    // Made anew: a redirected answer may not be given for a page (Fetch, §4.3), and some hosts redirect `a.html` to `a`.
    return new Response(body, { headers: response.headers });
  }

  #pathOf(address: string): string | null {
    const url = new URL(address);
    const root = new URL(this.#browser.root);
    if (url.origin !== root.origin || !url.pathname.startsWith(root.pathname)) return null;
    const asked = url.pathname.slice(root.pathname.length);
    const path = asked === "" || asked.endsWith("/") ? `${asked}index.html` : asked;
    return [path, `${path}.html`].find((one) => Object.hasOwn(this.#site.files, one) && !this.#large.has(one)) ?? null;
  }

  async #answer(request: Request, path: string): Promise<Response> {
    const kept = await (await this.#open()).match(this.#address(path));
    // The browser may have thrown the copy away.
    if (!kept) return this.#browser.fetch(request);
    const range = request.headers.get("range");
    return range === null ? kept : slice(kept, range);
  }
}

/** A part of a sound or film: players ask for parts, and some take nothing else (RFC 9110, 14). */
async function slice(kept: Response, range: string): Promise<Response> {
  const body = await kept.blob();
  const [, from = "", to = ""] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? [];
  if (from === "" && to === "") return new Response(body, { headers: kept.headers });
  const start = from === "" ? Math.max(0, body.size - Number(to)) : Number(from);
  const end = from === "" || to === "" ? body.size : Math.min(Number(to) + 1, body.size);
  if (start >= end) return new Response(null, { status: 416, headers: { "content-range": `bytes */${body.size}` } });
  const headers = new Headers(kept.headers);
  headers.set("content-range", `bytes ${start}-${end - 1}/${body.size}`);
  headers.set("content-length", String(end - start));
  return new Response(body.slice(start, end), { status: 206, headers });
}
