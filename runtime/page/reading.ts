/** Notices how far the learner reads: where to go on, and which sections were read (docs/state.md, "Reading"). */
import type { LearnerSession } from "../session/events.ts";
import { READ_ALL } from "../state/progress.ts";
import type { LessonData } from "./data.ts";

/** How long the end of a section must be in view, in milliseconds. */
const DWELL = 1000;
/** Where in the window one reads: a hundredth of it, three tenths from its top. No thinner: rounding may leave nothing. */
const READING_LINE = "-30% 0px -69% 0px";
/** What only holds the text: its end is the end of what stands in it. */
const HOLDERS = "ul, ol, dl, div, section, blockquote, table, tbody, tr";

export interface Reading {
  /** Where the learner stopped on an earlier visit, until they are there again; null where they did not come far. */
  stopped(): HTMLElement | null;
  stop(): void;
}

export function watchReading(main: HTMLElement, lesson: LessonData, session: LearnerSession): Reading {
  const sections = [...main.querySelectorAll<HTMLElement>(".section")];
  const parts = [...sections, ...main.querySelectorAll<HTMLElement>("#practice, #quiz")];
  const before = session.progress(lesson.id);
  let stopped = before.place;
  let { place, read } = before;
  const seen = new Set(sections.slice(0, read));

  const tell = (at: number): void => {
    const arrives = stopped > 0 && at >= stopped;
    if (arrives) stopped = 0;
    // Who looks at the beginning again has not given up the place further on.
    const now = stopped || at || place;
    const unread = sections.findIndex((section) => !seen.has(section));
    const reached = unread < 0 ? READ_ALL : unread;
    if (now === place && reached <= read && !arrives) return;
    place = now;
    read = Math.max(read, reached);
    session.tell({ kind: "reading", lesson: lesson.id, place, read });
  };

  const lines = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) tell(parts.indexOf(target as HTMLElement) + 1);
    },
    // Of this document: in a frame, a margin is taken from the outermost window, or ignored.
    { root: document, rootMargin: READING_LINE },
  );
  for (const part of parts) lines.observe(part);

  const timers = new Map<Element, ReturnType<typeof setTimeout>>();
  const ends = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      clearTimeout(timers.get(target));
      const section = target.closest<HTMLElement>(".section");
      if (isIntersecting && section) timers.set(target, setTimeout(() => tell((seen.add(section), 0)), DWELL));
    }
  });
  for (const section of sections) ends.observe(endOf(section));

  // Whoever jumps by headings, keys or a screen reader need not scroll past every end.
  const jump = ({ target }: FocusEvent): void => {
    if (!(target as Element).closest("#practice, #quiz, .done")) return;
    for (const section of sections) seen.add(section);
    tell(0);
  };
  main.addEventListener("focusin", jump);

  return {
    stopped: () => (stopped > 1 ? (parts[stopped - 1] ?? null) : null),
    stop() {
      lines.disconnect();
      ends.disconnect();
      for (const timer of timers.values()) clearTimeout(timer);
      main.removeEventListener("focusin", jump);
    },
  };
}

/** The last piece of a section that shows. */
function endOf(section: Element): Element {
  const last = section.lastElementChild;
  if (!last) return section;
  return last.matches(HOLDERS) && last.lastElementChild ? endOf(last) : last;
}
