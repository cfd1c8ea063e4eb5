/** Starts the course page; lesson packages do not carry it. */
import type { LearnerSession } from "../session/events.ts";
import type { PageData } from "../page/data.ts";
import type { Leaving } from "../page/leaving.ts";
import type { LessonPage } from "../page/lesson.ts";
import { bindHome } from "./home.ts";
import { startShell } from "./shell.ts";

/** What the runtime lends the course page, so that nothing of it is bundled twice. */
export interface CourseSetting {
  readonly page: PageData;
  readonly session: LearnerSession;
  readonly leaving: Leaving;
  readonly main: HTMLElement;
  /** False from `file://`, where nothing can be fetched: each page runs by itself, with plain links. */
  readonly http: boolean;
  /** Brings a lesson's page to life; returns how to leave it. */
  readonly bindLesson: (page: LessonPage) => () => void;
}

declare global {
  interface ScormpackAddons {
    course: { readonly startCourse: (setting: CourseSetting) => void };
  }
}

export function startCourse(setting: CourseSetting): void {
  if (setting.http) startShell(setting);
  else bindHome(setting.page, setting.session, setting.main);
}
