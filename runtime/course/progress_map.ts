/** All lessons' progress, worked out once for all that shows it. */
import { message } from "../messages.ts";
import type { PageData } from "../page/data.ts";
import type { LearnerSession, LessonProgress, LessonStatus } from "../session/events.ts";

/** By the lessons' ids. */
export type ProgressMap = ReadonlyMap<string, LessonProgress>;

export function readProgress(page: PageData, session: LearnerSession): ProgressMap {
  return new Map(page.lessons.map(({ id }) => [id, session.progress(id)]));
}

export function isFinished(progress: LessonProgress | undefined): boolean {
  return progress !== undefined && progress.status !== "new" && progress.status !== "opened";
}

export function sayStatus(status: LessonStatus): string {
  return message(`state.${status}`);
}
