/**
 * Many pages, one session: shows the lessons of a unit within its course page.
 *
 * The session is opened once, by `index.html`, and outlives every change of page. A lesson is a whole page
 * of its own, which is fetched and whose `<main>` is swapped in.
 */
import type { LearnerSession } from "../session/events.ts";
import type { PageData } from "../page/data.ts";
import { applyLook, fetchPage, readLook, type Look } from "./fetched_page.ts";
import { bindHome } from "./home.ts";
import type { CourseSetting } from "./start.ts";
import type { Leaving } from "../page/leaving.ts";
import { drawPageFault } from "../page/page_fault.ts";
import { speak } from "./language.ts";
import { focusHeading, goToAnchor } from "../page/places.ts";
import { formatRoute, parseRoute, routeOf, type Route } from "../page/routes.ts";
import { SUMMARY } from "./overall.ts";
import { drawSummary } from "./summary.ts";
import type { SearchIndex } from "./search_index.ts";
import { message } from "../messages.ts";

type LoadIndex = () => Promise<SearchIndex>;
/** What is on show: the course page, its summary of results, or (by its id) a lesson. */
type View = { readonly kind: "home" | "summary" | "lesson"; readonly lesson: string | null };

export function startShell(setting: CourseSetting, loadIndex: LoadIndex): void {
  new Shell(setting, loadIndex).start();
}

class Shell {
  readonly #page: PageData;
  readonly #session: LearnerSession;
  readonly #leaving: Leaving;
  readonly #bindLesson: CourseSetting["bindLesson"];
  readonly #main: HTMLElement;
  readonly #http: boolean;
  readonly #loadIndex: LoadIndex;
  readonly #home: { readonly address: URL; readonly look: Look; readonly nodes: readonly ChildNode[] };
  #view: View = { kind: "home", lesson: null };
  #unbind: () => void;
  /** It could not be loaded: asking for it again tries again. */
  #broken = false;
  /** Counts the pages asked for: an answer that comes late for an earlier one is dropped. */
  #turn = 0;
  /** Number of the history entry on show, the highest one given, and how far down each was read. */
  #entry = 0;
  #entries = 0;
  readonly #positions = new Map<number, number>();

  constructor({ page, session, leaving, main, http, bindLesson }: CourseSetting, loadIndex: LoadIndex) {
    this.#page = page;
    this.#http = http;
    this.#loadIndex = loadIndex;
    this.#bindLesson = bindLesson;
    this.#leaving = leaving;
    this.#session = session;
    this.#main = main;
    this.#home = { address: new URL(location.href), look: readLook(document), nodes: [...main.childNodes] };
    this.#unbind = bindHome(page, session, main, loadIndex);
  }

  start(): void {
    // From file:// a lesson is another document, and the browser knows best.
    if (this.#http) history.scrollRestoration = "manual";
    this.#entry = this.#entries = entryOf(history.state) ?? 0;
    history.replaceState({ entry: this.#entry }, "");
    document.addEventListener("click", (event) => this.#follow(event));
    window.addEventListener("scroll", () => this.#positions.set(this.#entry, window.scrollY), { passive: true });
    window.addEventListener("popstate", (event) => void this.#goBack(event.state));
    const route = parseRoute(location.hash);
    if (this.#viewOf(route).kind !== "home") void this.#arrive(route);
  }

  /** Links to a page of the unit are shown here; all others, and those for another tab, are the browser's. */
  #follow(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
    if (!link || (link.target !== "" && link.target !== "_self") || link.hasAttribute("download")) return;
    const route = this.#routeOf(link);
    if (!route) return;
    event.preventDefault();
    void this.#go(route);
  }

  #routeOf(link: HTMLAnchorElement): Route | null {
    const address = link.getAttribute("href") ?? "";
    // A place on the page on show, whichever that is.
    if (address.startsWith("#") && !address.startsWith("#/")) return { lesson: this.#view.lesson, anchor: parseRoute(address).anchor };
    const route = routeOf(new URL(link.href), this.#home.address, this.#page.lessons);
    return route?.lesson == null || this.#http ? route : null;
  }

  #viewOf({ lesson, anchor }: Route): View {
    if (this.#http && this.#page.lessons.some(({ id }) => id === lesson)) return { kind: "lesson", lesson };
    return { kind: lesson === null && anchor === SUMMARY ? "summary" : "home", lesson: null };
  }

  async #go(route: Route): Promise<void> {
    const entry = (this.#entries += 1);
    history.pushState({ entry }, "", formatRoute(route) || location.pathname + location.search);
    await this.#arrive(route, entry);
  }

  /** `entry` is on show from the moment its page is, not before: until then the reader scrolls in the earlier one. */
  async #arrive(route: Route, entry = this.#entry): Promise<void> {
    const outcome = await this.#show(route);
    if (outcome === "superseded") return;
    this.#entry = entry;
    if (outcome === "shown") settle(this.#main, route);
  }

  async #goBack(state: unknown): Promise<void> {
    const route = parseRoute(location.hash);
    const entry = entryOf(state);
    if (entry === null) return this.#arrive(route);
    const changes = !isSame(this.#viewOf(route), this.#view);
    const outcome = await this.#show(route);
    if (outcome === "superseded") return;
    this.#entry = entry;
    if (outcome === "broken") return;
    if (changes) focusHeading(this.#main);
    window.scrollTo(0, this.#positions.get(entry) ?? 0);
  }

  /** Puts the route's page on show. `superseded`: another one was asked for meanwhile. */
  async #show(route: Route): Promise<"shown" | "broken" | "superseded"> {
    const turn = ++this.#turn;
    const view = this.#viewOf(route);
    if (isSame(view, this.#view) && !this.#broken) return "shown";
    const entry = this.#page.lessons.find(({ id }) => id === view.lesson);
    if (!entry) {
      await this.#showOwn(view);
      return "shown";
    }
    this.#main.classList.add("is-loading");
    this.#main.setAttribute("aria-busy", "true");
    try {
      const fetched = await fetchPage(new URL(entry.href, this.#home.address).href);
      if (turn === this.#turn) await speak(fetched.look.messages);
      if (turn !== this.#turn) return "superseded";
      this.#swap(fetched.look, [fetched.content], view);
      this.#unbind = this.#bindLesson({
        main: this.#main,
        lesson: fetched.lesson,
        session: this.#session,
        leaving: this.#leaving,
        base: fetched.base,
      });
      return "shown";
    } catch (error) {
      if (turn !== this.#turn) return "superseded";
      console.warn("scormpack: no lesson", error);
      this.#swap({ ...readLook(document), title: entry.title }, [drawPageFault(entry.title, () => void this.#arrive(route))], view);
      this.#broken = true;
      focusHeading(this.#main);
      return "broken";
    } finally {
      if (turn === this.#turn) {
        this.#main.classList.remove("is-loading");
        this.#main.removeAttribute("aria-busy");
      }
    }
  }

  /** The course page, or its summary: nothing is fetched for them. */
  async #showOwn(view: View): Promise<void> {
    const { look, nodes } = this.#home;
    await speak(look.messages);
    if (view.kind === "summary") {
      const title = `${message("summary.title")} · ${this.#page.unit.title}`;
      this.#swap({ ...look, title }, [drawSummary(this.#page, this.#session, nodes)], view);
    } else {
      this.#swap(look, nodes, view);
      this.#unbind = bindHome(this.#page, this.#session, this.#main, this.#loadIndex);
    }
    this.#session.tell({ kind: "home" });
  }

  #swap(look: Look, nodes: readonly Node[], view: View): void {
    this.#unbind();
    this.#unbind = () => undefined;
    this.#main.replaceChildren(...nodes);
    applyLook(look);
    this.#view = view;
    this.#broken = false;
  }
}

function isSame(one: View, other: View): boolean {
  return one.kind === other.kind && one.lesson === other.lesson;
}

function entryOf(state: unknown): number | null {
  const entry = (state as { entry?: unknown } | null)?.entry;
  return typeof entry === "number" ? entry : null;
}

/** On arrival: at the place that the link names, or at the top. */
function settle(main: HTMLElement, { anchor }: Route): void {
  if (anchor !== "" && goToAnchor(anchor)) return;
  window.scrollTo(0, 0);
  focusHeading(main);
}
