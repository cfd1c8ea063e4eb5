/** Finds and reads what a page carries for the runtime. */
import { readObject } from "../json.ts";
import type { PageData } from "./data.ts";

/** Null where `root` is no page of ours, or one of another version. */
export function readPageData(root: ParentNode): PageData | null {
  const data = readObject(root.querySelector("#scormpack-data")?.textContent) as PageData | null;
  return data?.version === 1 ? data : null;
}
