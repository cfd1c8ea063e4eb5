import { startPage } from "../page/start.ts";

void startPage(() => []);
