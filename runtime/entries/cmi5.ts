/** The runtime of a cmi5 package: each lesson is a unit of its own. */
import { Cmi5 } from "../lms/cmi5.ts";
import { Local } from "../lms/local.ts";
import { startPage } from "../page/start.ts";
import { openTabStorage } from "../session/storage.ts";

void startPage((page, environment) => [
  new Cmi5(environment, page, (address, request) => fetch(address, request), openTabStorage(window)),
  new Local(environment, page.unit.id),
]);
