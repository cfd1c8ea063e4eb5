/** What helps a reader along: definitions in the text, where to go on, how far they are, whom to ask. An add-on (entries/addons). */
import type { loadAddon } from "./addon.ts";
import { bindDefinitions } from "./definitions.ts";
import type { LessonPage } from "./lesson_page.ts";
import { bindPractice } from "./practice.ts";
import { watchReading } from "./reading.ts";
import { bindRelated } from "./related.ts";
import { bindStanding } from "./standing.ts";
import { bindTutor } from "./tutor.ts";
import { heedWishes } from "./wishes.ts";

declare global {
  interface ScormpackAddons {
    reader: { readonly bindReader: typeof bindReader };
  }
}

/** `load`: the runtime's, so that nothing is loaded twice. Returns how to stop. */
export function bindReader(page: LessonPage, load: typeof loadAddon): () => void {
  const { main, lesson, session } = page;
  bindRelated(main, session);
  heedWishes(main, session);
  const reading = watchReading(main, lesson, session);
  const endings = [bindDefinitions(main), bindPractice(main, lesson, session), bindTutor(page, load), bindStanding(main, lesson, session, reading), () => reading.stop()];
  return () => {
    for (const end of endings) end();
  };
}
