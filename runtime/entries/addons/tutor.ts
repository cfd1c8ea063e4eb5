/** The add-on `tutor`: what a lesson needs when a learner first turns to its tutor. */
import { openTutor } from "../../tutor/panel.ts";
import { readPassages } from "../../tutor/passages.ts";
import { Tutor } from "../../tutor/tutor.ts";

(globalThis.scormpackAddons ??= {}).tutor = { openTutor, readPassages, Tutor };
