/** Lessons, answers and events for tests. */
import type { Interaction } from "../../lms/port.ts";
import type { LessonEntry, PageData, UnitData } from "../../page/data.ts";
import { fingerprint } from "../../state/hash.ts";
import type { LearnerEvent } from "../events.ts";

export function lessonEntry(id: string, changes: Partial<LessonEntry> = {}): LessonEntry {
  return { id, iri: `https://example.org/course/${id}`, title: `Lesson ${id}`, href: `lessons/${id}.html`, points: 10, passMark: 70, ...changes };
}

export function unitData(changes: Partial<UnitData> = {}): UnitData {
  const id = "https://example.org/course";
  return { kind: "lesson", id, title: "Course", language: "en", report: "passed-failed", exit: "suspend", passMark: 70, interactions: true, ...changes };
}

export function pageData(unit: Partial<UnitData> = {}, lessons: readonly LessonEntry[] = [lessonEntry("one")]): PageData {
  return { version: 1, page: lessons.length > 1 ? "course" : "lesson", unit: unitData(unit), lessons, lesson: null, course: null };
}

export function interaction(lesson: string, question: string, changes: Partial<Interaction> = {}): Interaction {
  return {
    id: `${lesson}.${question}`,
    iri: `https://example.org/course/${lesson}/${question}`,
    lesson,
    type: "choice",
    description: "Which one?",
    response: { kind: "choices", chosen: [1], options: ["One", "Two", "Three"] },
    correct: { kind: "choices", chosen: [1] },
    result: "correct",
    score: 1,
    weighting: 1,
    latency: 3.5,
    timestamp: Date.UTC(2026, 0, 2, 3, 4, 5),
    attempt: 1,
    ...changes,
  };
}

export function answered(lesson: string, question: string, packed = "B", share: number | null = 1, changes: Partial<Interaction> = {}): LearnerEvent {
  const answer = { fingerprint: fingerprint(`${lesson}.${question}`), packed, share };
  return { kind: "answered", lesson, answer, interaction: interaction(lesson, question, changes) };
}

export function finished(lesson: string, score: number | null, passed: boolean | null = score === null ? null : score >= 70): LearnerEvent {
  return { kind: "finished", lesson, score, passed };
}

/** Ids as in the benchmark's course. */
export function manyIds(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `lesson-${String(i + 1).padStart(4, "0")}`);
}
