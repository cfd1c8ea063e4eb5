/** Which lesson to go on with. */
import type { LessonProgress } from "../session/events.ts";
import type { LessonEntry } from "../page/data.ts";

/**
 * The lesson where the learner left, while it is not done; then the next one that is not; null before the
 * first was opened, and when all are done.
 */
export function nextLesson(
  lessons: readonly LessonEntry[],
  progressOf: (id: string) => LessonProgress,
  left: string,
): LessonEntry | null {
  const statuses = lessons.map(({ id }) => progressOf(id).status);
  if (statuses.every((status) => status === "new")) return null;
  const begun = statuses.lastIndexOf("opened");
  const from = Math.max(0, left === "" ? begun : lessons.findIndex(({ id }) => id === left));
  const open = (status: string | undefined): boolean => status === "new" || status === "opened" || status === "failed";
  // From there to the end, then from the start.
  for (let step = 0; step < lessons.length; step++) {
    const at = (from + step) % lessons.length;
    if (open(statuses[at])) return lessons[at] ?? null;
  }
  return null;
}
