/** Search as you type, and filters: the lessons found stand in a list of their own, a few at a time. */
import { drawButton, write } from "../dom.ts";
import { joinSentences, message } from "../messages.ts";
import type { PageData } from "../page/data.ts";
import { isFiltered, readFilters, showCounts } from "./filters.ts";
import { doWhenIdle, whenIdle } from "./idle.ts";
import { formsIn } from "./forms.ts";
import { keepFind, keptFind } from "./kept_find.ts";
import { Later } from "./later.ts";
import { Results } from "./results.ts";
import type { Found } from "./search.ts";
import { search } from "./search.ts";
import type { SearchIndex } from "./search_index.ts";

/** How many lessons are drawn, and how many of them at once on each key: more would take longer than a frame on a slow phone. */
const BATCH = 20;
const AT_ONCE = 2;
/** Milliseconds without a key after which the others are drawn, and after which the count is said. */
const PAUSE = 120;
const QUIET = 700;
/** The share of the window above which the first lesson found is to stand. */
const LOW = 0.6;

/** `loadIndex` rejects where the index cannot be had; the next call tries again. Returns how to stop. */
export function bindFinder(main: HTMLElement, page: PageData, loadIndex: () => Promise<SearchIndex>): () => void {
  const form = main.querySelector<HTMLFormElement>("#finder");
  const facets = page.course?.facets ?? [];
  const [box, clear, found, status, results, modules] = ["#find", "#find-clear", "#found", "#found-status", "#results", "#modules"].map((place) =>
    main.querySelector<HTMLElement>(place),
  );
  if (!form || !(box instanceof HTMLInputElement) || !clear || !found || !status || !results || !modules) {
    return () => undefined;
  }
  const filters = readFilters(form, facets);
  const formsOf = formsIn(page.unit.language);
  const drawn = new Results(results, modules, page.lessons);
  const ended = new AbortController();
  const { signal } = ended;
  let index: SearchIndex | null = null;
  let shown = BATCH;
  const later = new Later();

  const say = (text: string): void => {
    write(found, text);
    later.do("say", QUIET, () => (status.textContent = text));
  };
  const list = (result: Found | null, atOnce: number): void => {
    const matches = result?.lessons ?? [...page.lessons.keys()];
    const kept = isFiltered(filters) ? matches.filter((lesson) => filters.every((filter) => filter.holds(lesson))) : matches;
    drawn.draw(kept.slice(0, atOnce), result);
    say(sayFound(kept.length, result));
    // What takes longest waits until the typing pauses: each key is answered within a frame.
    later.do("rest", atOnce < shown ? PAUSE : 0, () => {
      drawn.draw(kept.slice(0, shown), result);
      if (kept.length > shown) results.append(drawMore(kept.length - shown, more));
      showCounts(filters, result?.lessons ?? null, page.lessons.length);
      if (document.activeElement === box) bringUp(form, results);
    });
  };
  const show = (atOnce = shown, words = box.value.trim()): void => {
    const active = words !== "" || isFiltered(filters);
    modules.classList.toggle("is-away", active);
    results.hidden = found.hidden = clear.hidden = !active;
    if (!active) {
      results.replaceChildren();
      found.textContent = "";
      later.do("say", 0, () => (status.textContent = ""));
      later.do("rest", PAUSE, () => showCounts(filters, null, page.lessons.length));
    } else if (words === "") list(null, atOnce);
    else if (index) list(search(index, words, formsOf), atOnce);
    else {
      results.replaceChildren();
      say(message("find.loading"));
      load();
    }
    later.do("keep", PAUSE, () => keepFind(page.unit.id, { words: box.value, filters: filters.map(({ select }) => select.value), shown }));
  };
  const load = (): void => {
    loadIndex().then(
      (loaded) => {
        if (index || signal.aborted) return;
        index = loaded;
        if (box.value.trim() !== "") show();
        else if (results.hidden) rehearse(loaded);
      },
      () => box.value.trim() !== "" && say(message("find.not-loaded")),
    );
  };
  /** Answers once, unseen: what answers the first key is compiled then, and its letters are shaped; in pieces, for somebody may type meanwhile. */
  const rehearse = (loaded: SearchIndex): void => {
    const title = page.lessons[0]?.title ?? "";
    const draw = (): void => {
      const result = search(loaded, title, formsOf);
      drawn.draw(result.lessons.slice(0, 1), result);
    };
    const answer = (inBetween?: () => void): void => {
      show(AT_ONCE, title);
      inBetween?.();
      show(shown, "");
    };
    const say = (): string => sayFound(AT_ONCE, search(loaded, title, formsOf));
    // A page without its list may be too short to stay scrolled as far as it is.
    const layOut = (): void => {
      if (window.scrollY === 0) answer(() => results.getBoundingClientRect());
    };
    doWhenIdle([say, draw, () => layOutUnseen(results), answer, layOut], () => results.hidden && !signal.aborted);
  };
  const more = (): void => {
    const first = shown;
    shown += 2 * BATCH;
    show();
    results.querySelectorAll<HTMLElement>("[data-lesson] a")[first]?.focus();
  };
  const change = (): void => {
    shown = BATCH;
    show(AT_ONCE);
  };
  const goToResults = (event: Event): void => {
    event.preventDefault();
    results.querySelector<HTMLElement>("[data-lesson] a")?.focus();
  };

  const kept = keptFind(page.unit.id);
  if (kept && box.value === "" && !isFiltered(filters)) {
    box.value = kept.words;
    for (const [number, { select }] of filters.entries()) select.value = kept.filters[number] ?? "";
    shown = Math.max(BATCH, kept.shown);
  } else shown = Math.max(BATCH, results.querySelectorAll("[data-lesson]").length);
  box.addEventListener("input", change, { signal });
  box.addEventListener("focus", load, { signal });
  box.addEventListener("keydown", (event) => event.key === "ArrowDown" && !results.hidden && goToResults(event), { signal });
  form.addEventListener("submit", goToResults, { signal });
  // A lesson of its own page (file://) may be opened before the typing paused.
  window.addEventListener("pagehide", () => later.finish(), { signal });
  form.addEventListener("change", (event) => event.target !== box && change(), { signal });
  clear.addEventListener(
    "click",
    () => {
      box.value = "";
      for (const { select } of filters) select.value = "";
      change();
      box.focus();
    },
    { signal },
  );
  show();
  whenIdle(load);
  return () => {
    ended.abort();
    later.finish();
  };
}

/** The first layout of a card takes longest, for its letters. */
function layOutUnseen(results: HTMLElement): void {
  results.style.cssText = "position: absolute; visibility: hidden";
  results.hidden = false;
  results.getBoundingClientRect();
  results.hidden = true;
  results.style.cssText = "";
}

/** On a phone what is found would stand below the window, or below the keyboard. */
function bringUp(form: HTMLElement, results: HTMLElement): void {
  const height = window.visualViewport?.height ?? window.innerHeight;
  if (results.getBoundingClientRect().top > LOW * height) form.scrollIntoView({ block: "start", behavior: "instant" });
}

/** A button for the lessons found that are not drawn yet. */
function drawMore(left: number, more: () => void): HTMLElement {
  const button = drawButton(message("find.more", { n: left }), "", more);
  button.classList.add("find-more");
  return button;
}

function sayFound(count: number, found: Found | null): string {
  const spelt = (found?.corrected ?? []).map(([typed, meant]) => message("find.corrected", { typed, meant }));
  return joinSentences([...spelt, count === 0 ? message("find.none") : message("find.found", { n: count })]);
}
