/** Starts the course page; lesson packages do not carry it. */
import type { PageData } from "../page/data.ts";
import type { Leaving } from "../page/leaving.ts";
import type { LessonPage } from "../page/lesson_page.ts";
import type { LearnerSession } from "../session/events.ts";
import { formsIn, type FormsOf } from "./forms.ts";
import { doWhenIdle, whenIdle } from "./idle.ts";
import { nearestLessons, type NearLesson } from "./nearest.ts";
import { search } from "./search.ts";
import { SearchIndex, type SearchData } from "./search_index.ts";
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
  readonly loadAddon: <Name extends keyof ScormpackAddons>(name: Name, address: string) => Promise<ScormpackAddons[Name]>;
}

declare global {
  interface ScormpackAddons {
    course: {
      readonly startCourse: (setting: CourseSetting) => void;
      /**
       * The lessons of this unit that are nearest to a question, at most `most` (3), the nearest first; none where no
       * telling word of it is in any. There once the course page has started; rejects where the index cannot be had.
       */
      nearest?: (question: string, most?: number) => Promise<readonly NearLesson[]>;
    };
    readonly search: SearchData;
  }
}

/** Of how many first letters the holders are sought before anybody types: more than an alphabet has. */
const LETTERS = 100;
/** A word of no lesson: seeking what was meant is done once before it is needed, too. */
const MISSPELT = "qqqqq";

export function startCourse(setting: CourseSetting): void {
  const { page, loadAddon } = setting;
  let loading: Promise<SearchIndex> | null = null;
  const loadIndex = (): Promise<SearchIndex> =>
    (loading ??= loadAddon("search", page.course?.search ?? "").then(
      (data) => new SearchIndex(data, page.lessons.length),
      (fault: unknown) => {
        loading = null;
        throw fault;
      },
    ));
  startShell(setting, loadIndex);
  if (globalThis.scormpackAddons?.course) {
    globalThis.scormpackAddons.course.nearest = async (question, most = 3) => nearestLessons(await loadIndex(), page.lessons, question, most);
  }
  whenIdle(() =>
    loadIndex().then(
      (loaded) => prepare(loaded, formsIn(page.unit.language)),
      () => undefined,
    ),
  );
}

/** Searches, so that the browser has compiled what answers the first key. One at a time, for somebody may type meanwhile. */
function prepare(index: SearchIndex, formsOf: FormsOf): void {
  doWhenIdle([MISSPELT, ...index.firstLetters.slice(0, LETTERS)].map((typed) => () => search(index, typed, formsOf)));
}
