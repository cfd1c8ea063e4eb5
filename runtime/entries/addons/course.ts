/** The add-on `course`: what only the page needs that a unit of several lessons opens on. */
import { startCourse } from "../../course/start.ts";

(globalThis.scormpackAddons ??= {}).course = { startCourse };
