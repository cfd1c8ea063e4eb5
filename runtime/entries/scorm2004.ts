/** The runtime of a SCORM 2004 package, of either edition. */
import { Local } from "../lms/local.ts";
import { Scorm2004 } from "../lms/scorm2004.ts";
import { courseStart } from "../page/course_start.ts";
import { startPage } from "../page/start.ts";
import { openTabStorage } from "../session/storage.ts";

void startPage((page, environment) => [
  new Scorm2004(environment, window, page.lessons.length, openTabStorage(window)),
  new Local(environment, page.unit.id),
], courseStart);
