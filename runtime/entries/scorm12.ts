/** The runtime of a SCORM 1.2 package. */
import { Local } from "../lms/local.ts";
import { Scorm12 } from "../lms/scorm12.ts";
import { courseStart } from "../page/course_start.ts";
import { startPage } from "../page/start.ts";
import { openTabStorage } from "../session/storage.ts";

void startPage((page, environment) => [new Scorm12(environment, window, openTabStorage(window)), new Local(environment, page.unit.id)], courseStart);
