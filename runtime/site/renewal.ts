/** Has the site kept in this browser by its service worker, and says when there is a new version. */
import { element } from "../dom.ts";
import { message } from "../messages.ts";

/** A tab may stay open for days: on coming back to it a new version is asked for, at most this often (milliseconds). */
const ASK_AGAIN = 60 * 60 * 1000;

/** All works without it: from `file://`, over plain http, in a browser that has no service workers. */
export async function keepSite(): Promise<void> {
  const manifest = document.querySelector<HTMLLinkElement>("link[rel=manifest]");
  // In a frame the page is somebody else's guest, and is kept by nobody.
  if (!manifest || window.top !== window || !isSecureContext || !location.protocol.startsWith("http")) return;
  if (!("serviceWorker" in navigator)) return;
  try {
    const { serviceWorker } = navigator;
    const renewal = new Renewal(serviceWorker);
    // Beside the manifest, so that its scope is the whole site, whatever folder that lies in.
    const registration = await serviceWorker.register(new URL("worker.js", manifest.href), { updateViaCache: "none" });
    renewal.watch(registration);
    let asked = Date.now();
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden" || Date.now() - asked < ASK_AGAIN) return;
      asked = Date.now();
      registration.update().catch(() => undefined); // without a network there is nothing new
    });
  } catch (error) {
    console.warn("scormpack: the site is not kept for use without a network", error);
  }
}

class Renewal {
  readonly #container: ServiceWorkerContainer;
  readonly #line = element("div", { id: "renewal", role: "status" });
  #isRenewed = false;

  constructor(container: ServiceWorkerContainer) {
    this.#container = container;
    // A live region must be there, and not hidden, before it speaks.
    document.body.append(this.#line);
    let served = container.controller !== null;
    container.addEventListener("controllerchange", () => {
      if (this.#isRenewed) location.reload();
      else if (served) this.#show(() => location.reload()); // another tab has taken the new version
      served = true;
    });
  }

  watch(registration: ServiceWorkerRegistration): void {
    if (registration.waiting) this.#offer(registration.waiting);
    this.#expect(registration.installing);
    registration.addEventListener("updatefound", () => this.#expect(registration.installing));
  }

  #expect(worker: ServiceWorker | null): void {
    worker?.addEventListener("statechange", () => {
      // Without a page of an earlier version there is nothing to renew: it is the first visit.
      if (worker.state === "installed" && this.#container.controller) this.#offer(worker);
    });
  }

  #offer(worker: ServiceWorker): void {
    this.#show(() => {
      this.#isRenewed = true;
      worker.postMessage("take-over");
    });
  }

  #show(renew: () => void): void {
    const button = element("button", { type: "button", class: "button" }, message("renewal.open"));
    button.addEventListener("click", () => {
      button.disabled = true;
      renew();
    });
    this.#line.replaceChildren(element("span", {}, message("renewal.there")), " ", button);
  }
}
