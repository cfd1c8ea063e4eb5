/** How pages of a unit of several lessons start: in one page, which holds the session and shows them all. */
import type { CourseSetting } from "../course/start.ts";
import { loadAddon } from "./addon.ts";
import type { CourseData, PageData } from "./data.ts";
import { bindLesson } from "./lesson.ts";
import { drawPageFault } from "./page_fault.ts";
import { formatRoute, parseRoute } from "./routes.ts";

export interface CourseStart {
  /** Where a lesson page of a larger unit belongs: into the course page. Null: it is where it should be. */
  addressOf(page: PageData): string | null;
  /** Links from the course page to lessons wait until it is open: the lessons' own pages would be out of its session. */
  holdLinks(page: PageData): void;
  open(page: PageData, course: CourseData, parts: Pick<CourseSetting, "session" | "leaving" | "main">): Promise<void>;
}

export const courseStart: CourseStart = {
  addressOf: (page) => {
    if (!page.lesson || page.unit.kind === "lesson" || !overHttp()) return null;
    const route = formatRoute({ lesson: page.lesson.id, anchor: parseRoute(location.hash).anchor });
    return `../index.html${location.search}${route}`;
  },
  /** The lesson asked for stands in the address, where the course page looks for it when it starts. */
  holdLinks: ({ course, lessons }) => {
    if (!course || !overHttp()) return;
    const hold = (event: MouseEvent): void => {
      const address = event.target instanceof Element ? event.target.closest("a")?.getAttribute("href") : null;
      const lesson = lessons.find(({ href }) => href === address);
      if (!lesson || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      history.pushState(null, "", formatRoute({ lesson: lesson.id, anchor: "" }));
      document.querySelector("main")?.classList.add("is-loading");
    };
    document.addEventListener("click", hold, { signal: opening.signal });
  },
  /** The add-on stands in the page, before this script; where it was lost on the way it is asked for once more. */
  open: async (page, { addon }, parts) => {
    try {
      (await loadAddon("course", addon)).startCourse({ page, ...parts, http: overHttp(), bindLesson, loadAddon });
    } catch (error) {
      console.error("scormpack: no course page", error);
      parts.main.replaceChildren(drawPageFault(page.unit.title, () => location.reload()));
    }
    opening.abort();
  },
};

const opening = new AbortController();

/** From `file://` nothing can be fetched, and no LMS is there: each page runs by itself, with plain links. */
function overHttp(): boolean {
  return location.protocol === "http:" || location.protocol === "https:";
}
