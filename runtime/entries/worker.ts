/** The service worker of a web package: keeps the site in the browser, so that it opens without a network. */
import { KeptSite } from "../site/kept_site.ts";
import type { SiteFiles } from "../site/site_files.ts";

interface LifeEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface AskingEvent extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

/** As much of `ServiceWorkerGlobalScope` as is used; TypeScript's own types of it exclude those of pages. */
interface WorkerScope {
  readonly scormpackSite: SiteFiles;
  readonly location: { readonly href: string };
  readonly caches: CacheStorage;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: LifeEvent) => void): void;
  addEventListener(type: "fetch", listener: (event: AskingEvent) => void): void;
  addEventListener(type: "message", listener: (event: MessageEvent) => void): void;
}

const scope = globalThis as unknown as WorkerScope;
const root = new URL("./", scope.location.href).href;
const kept = new KeptSite(scope.scormpackSite, { root, caches: scope.caches, fetch: (...request) => fetch(...request) });

scope.addEventListener("install", (event) => event.waitUntil(kept.install()));
// The first visit counts already; a later worker comes here only when nobody has the old pages open, or somebody asked.
scope.addEventListener("activate", (event) => event.waitUntil(kept.clear().then(() => scope.clients.claim())));
scope.addEventListener("message", ({ data }) => {
  if (data === "take-over") void scope.skipWaiting();
});
scope.addEventListener("fetch", (event) => {
  const answer = kept.answer(event.request);
  if (answer) event.respondWith(answer);
});
