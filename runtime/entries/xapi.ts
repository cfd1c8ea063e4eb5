/** The runtime of an xAPI package. */
import { Local } from "../lms/local.ts";
import { Xapi } from "../lms/xapi.ts";
import { courseStart } from "../page/course_start.ts";
import { startPage } from "../page/start.ts";

void startPage((page, environment) => [
  new Xapi(environment, page, (address, request) => fetch(address, request)),
  new Local(environment, page.unit.id),
], courseStart);
