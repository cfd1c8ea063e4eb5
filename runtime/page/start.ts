/** Starts the runtime on a page: reads its data, opens the session, brings the page to life. */
import { message } from "../messages.ts";
import type { LmsPort } from "../lms/port.ts";
import { browserEnvironment, type Environment } from "../session/environment.ts";
import { openSession } from "../session/session.ts";
import { bindBanner } from "./banner.ts";
import { showBuild } from "./build_id.ts";
import type { CourseStart } from "./course_start.ts";
import type { PageData } from "./data.ts";
import { Leaving } from "./leaving.ts";
import { bindLesson } from "./lesson.ts";
import { readPageData } from "./page_data.ts";

/** The ports to try for this page, in order; the last one must always open. */
export type MakePorts = (page: PageData, environment: Environment) => readonly LmsPort[];

/** `course`: for formats whose packages may be of several lessons in one session. */
export async function startPage(makePorts: MakePorts, course?: CourseStart): Promise<void> {
  const written = readPageData(document);
  const main = document.querySelector("main");
  if (!written || !main) return;
  const address = course?.addressOf(written) ?? null;
  if (address !== null) {
    location.replace(address);
    return;
  }
  course?.holdLinks(written);
  showBuild(document);
  document.getElementById("quiz-root")?.replaceChildren(message("quiz.opening"));
  const leaving = new Leaving(window);
  const environment = browserEnvironment();
  const session = await openSession(written, makePorts(written, environment), environment);
  const { page } = session;
  bindBanner(session);
  if (page.course) await course?.open(page, page.course, { session, leaving, main });
  else if (page.lesson) bindLesson({ main, lesson: page.lesson, session, leaving, base: location.href });
}
