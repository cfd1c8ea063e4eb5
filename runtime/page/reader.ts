/** What helps a reader along: definitions in the text, where to go on, how far they are. An add-on (entries/addons). */
import type { LearnerSession } from "../session/events.ts";
import type { LessonData } from "./data.ts";
import { bindDefinitions } from "./definitions.ts";
import { watchReading } from "./reading.ts";
import { bindRelated } from "./related.ts";
import { bindStanding } from "./standing.ts";

declare global {
  interface ScormpackAddons {
    reader: { readonly bindReader: typeof bindReader };
  }
}

/** Returns how to stop. */
export function bindReader(main: HTMLElement, lesson: LessonData, session: LearnerSession): () => void {
  bindRelated(main, session);
  const reading = watchReading(main, lesson, session);
  const endings = [bindDefinitions(main), bindStanding(main, lesson, session, reading), () => reading.stop()];
  return () => {
    for (const end of endings) end();
  };
}
