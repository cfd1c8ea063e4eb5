/** The runtime of an xAPI package. */
import { Local } from "../lms/local.ts";
import { startPage } from "../page/start.ts";

void startPage((page, environment) => [new Local(environment, page.unit.id)]);
