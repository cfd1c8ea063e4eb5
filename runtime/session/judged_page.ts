/** The page as the LMS has it judged, lesson by lesson: its pass mark and its wish to hear of a pass, in place of the author's. // complaint 48 */
import type { Opened } from "../lms/port.ts";
import type { LessonData, LessonEntry, PageData, UnitData } from "../page/data.ts";

export function judgedBy(page: PageData, { passMark, needsPass = false }: Pick<Opened, "passMark" | "needsPass">): PageData {
  const unit = needsPass ? heard(page.unit) : page.unit;
  if (passMark === undefined || passMark === null) return unit === page.unit ? page : { ...page, unit };
  return {
    ...page,
    unit,
    lessons: page.lessons.map((lesson): LessonEntry => (lesson.points > 0 ? { ...lesson, passMark } : lesson)),
    lesson: page.lesson === null ? null : marked(page.lesson, passMark),
  };
}

/** `completed` alone would never satisfy such an LMS. */
function heard(unit: UnitData): UnitData {
  return unit.report === "completed" ? { ...unit, report: "passed-incomplete" } : unit;
}

function marked(lesson: LessonData, passMark: number): LessonData {
  const { quiz } = lesson;
  return quiz?.questions.some(({ points }) => points > 0) ? { ...lesson, quiz: { ...quiz, passMark } } : lesson;
}
