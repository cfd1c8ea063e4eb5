/** The runtime of a plain web site: this browser keeps the results, and the pages too. */
import { Local } from "../lms/local.ts";
import { courseStart } from "../page/course_start.ts";
import { startPage } from "../page/start.ts";
import { keepSite } from "../site/renewal.ts";

void startPage((page, environment) => [new Local(environment, page.unit.id, ["site", "nowhere"])], courseStart).then(keepSite);
