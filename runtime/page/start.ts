/** Starts the runtime on a page. */
import type { LmsPort } from "../lms/port.ts";
import type { PageData } from "./data.ts";

/** The ports to try for this page, in order; the first that opens is used. */
export type MakePorts = (page: PageData) => readonly LmsPort[];

export async function startPage(makePorts: MakePorts): Promise<void> {
  const data = document.getElementById("scormpack-data");
  if (data) makePorts(JSON.parse(data.textContent) as PageData);
}
