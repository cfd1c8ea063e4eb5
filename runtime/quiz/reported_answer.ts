/** What the session is told of one answer: what to keep, and what to report. */
import type { Interaction } from "../lms/port.ts";
import { message } from "../messages.ts";
import type { LessonData, QuestionData } from "../page/data.ts";
import type { Marked } from "../questions/question.ts";
import { QUESTION_KINDS } from "../questions/registry.ts";
import type { KeptAnswer, LearnerEvent } from "../session/events.ts";
import type { QuizAnswer } from "./quiz.ts";

/** When and how it was given. */
export interface Circumstance {
  readonly attempt: number;
  /** Seconds from first seen. */
  readonly latency: number;
  /** Milliseconds since 1970, UTC. */
  readonly timestamp: number;
}

export function reportAnswer(
  lesson: LessonData,
  question: QuestionData,
  given: QuizAnswer,
  marked: Marked,
  circumstance: Circumstance,
): Extract<LearnerEvent, { kind: "answered" }> {
  const { share } = given;
  const answer: KeptAnswer = {
    fingerprint: question.fingerprint,
    packed: QUESTION_KINDS[question.type].pack(given.response),
    share,
  };
  const interaction: Interaction = {
    // complaint 36: a teacher reads these
    id: `${lesson.id}.${question.id}`,
    iri: question.iri,
    lesson: lesson.id,
    type: question.type,
    description: QUESTION_KINDS[question.type].selfAssessed && share !== null ? message("report.self-assessed", { text: question.text }) : question.text,
    response: given.response,
    correct: marked.correct,
    result: share === null ? "neutral" : share === 1 ? "correct" : "incorrect",
    score: (share ?? 0) * question.points,
    weighting: question.points,
    ...circumstance,
  };
  return { kind: "answered", lesson: lesson.id, answer, interaction };
}
