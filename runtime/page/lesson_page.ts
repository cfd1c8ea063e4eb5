/** What the parts of a lesson's page are given. */
import type { LearnerSession } from "../session/events.ts";
import type { LessonData } from "./data.ts";
import type { Leaving } from "./leaving.ts";

export interface LessonPage {
  readonly main: HTMLElement;
  readonly lesson: LessonData;
  readonly session: LearnerSession;
  readonly leaving: Leaving;
  /** Address of the lesson's own page. */
  readonly base: string;
}
