/** Starts the runtime on a page: reads its data, opens the session, brings the page to life. */
import type { CourseSetting } from "../course/start.ts";
import { message } from "../messages.ts";
import type { LmsPort } from "../lms/port.ts";
import { browserEnvironment, type Environment } from "../session/environment.ts";
import { openSession } from "../session/session.ts";
import { bindBanner } from "./banner.ts";
import type { PageData } from "./data.ts";
import { loadAddon } from "./addon.ts";
import { Leaving } from "./leaving.ts";
import { bindLesson } from "./lesson.ts";
import { readPageData } from "./page_data.ts";
import { drawPageFault } from "./page_fault.ts";
import { formatRoute, parseRoute } from "./routes.ts";

/** The ports to try for this page, in order; the last one must always open. */
export type MakePorts = (page: PageData, environment: Environment) => readonly LmsPort[];

export async function startPage(makePorts: MakePorts): Promise<void> {
  const page = readPageData(document);
  const main = document.querySelector("main");
  if (!page || !main) return;
  const course = courseAddress(page);
  if (course !== null) {
    location.replace(course);
    return;
  }
  document.getElementById("quiz-root")?.replaceChildren(message("quiz.opening"));
  const leaving = new Leaving(window);
  const environment = browserEnvironment();
  const session = await openSession(page, makePorts(page, environment), environment);
  bindBanner(session);
  if (page.course) await openCourse({ page, session, leaving, main, http: overHttp(), bindLesson, loadAddon }, page.course.addon);
  else if (page.lesson) bindLesson({ main, lesson: page.lesson, session, leaving, base: location.href });
}

/** The add-on stands in the page, before this script; where it was lost on the way it is asked for once more. */
async function openCourse(setting: CourseSetting, addon: string): Promise<void> {
  try {
    (await loadAddon("course", addon)).startCourse(setting);
  } catch (error) {
    console.error("scormpack: could not start the course page", error);
    setting.main.replaceChildren(drawPageFault(setting.page.unit.title, () => location.reload()));
  }
}

/**
 * Where a lesson page of a larger unit belongs: into the course page, which holds the session. Null: it is
 * where it should be.
 */
function courseAddress(page: PageData): string | null {
  if (page.unit.kind === "lesson" || page.page === "course" || !page.lesson || !overHttp()) return null;
  const route = formatRoute({ lesson: page.lesson.id, anchor: parseRoute(location.hash).anchor });
  return `../index.html${location.search}${route}`;
}

/** From `file://` nothing can be fetched, and no LMS is there: each page runs by itself, with plain links. */
function overHttp(): boolean {
  return location.protocol === "http:" || location.protocol === "https:";
}
