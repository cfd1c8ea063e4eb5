/** The add-on `course`: what only the page needs that a unit of several lessons opens on. */
import { startCourse } from "../../course/start.ts";
import { showFonts } from "../../page/fonts.ts";

(globalThis.scormpackAddons ??= {}).course = { startCourse };
showFonts(document);
