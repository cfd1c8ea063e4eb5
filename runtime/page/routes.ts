/**
 * Addresses within a unit of several lessons: `index.html#/lesson-id/anchor`.
 *
 * The route stands in the fragment, so that a reload loads `index.html` again with the query string it was
 * launched with, and goes on at the lesson.
 */
import type { LessonEntry } from "./data.ts";

export interface Route {
  /** Null: the course page. */
  readonly lesson: string | null;
  /** Id of a place on that page, or "". */
  readonly anchor: string;
}

export function parseRoute(hash: string): Route {
  const parts = /^#\/([^/]+)(?:\/(.*))?$/.exec(hash);
  if (!parts) return { lesson: null, anchor: decode(hash.replace(/^#\/?/, "")) };
  return { lesson: decode(parts[1] ?? ""), anchor: decode(parts[2] ?? "") };
}

export function formatRoute({ lesson, anchor }: Route): string {
  if (lesson === null) return anchor === "" ? "" : `#${encodeURIComponent(anchor)}`;
  return `#/${encodeURIComponent(lesson)}${anchor === "" ? "" : `/${encodeURIComponent(anchor)}`}`;
}

/** Where a link leads within the unit; null: out of it. `home` is the address of the course page. */
export function routeOf(link: URL, home: URL, lessons: readonly LessonEntry[]): Route | null {
  if (link.origin !== home.origin) return null;
  if (folderless(link.pathname) === folderless(home.pathname)) return parseRoute(link.hash);
  const lesson = lessons.find(({ href }) => new URL(href, home).pathname === link.pathname);
  return lesson ? { lesson: lesson.id, anchor: decode(link.hash.slice(1)) } : null;
}

/** `/course/` and `/course/index.html` are one page. */
function folderless(path: string): string {
  return path.replace(/\/index\.html$/, "/");
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
