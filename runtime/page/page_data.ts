/** Finds and reads what a page carries for the runtime. */
import type { PageData } from "./data.ts";

/** Null where `root` is no page of ours, or one of another version. */
export function readPageData(root: ParentNode): PageData | null {
  const text = root.querySelector("#scormpack-data")?.textContent;
  try {
    const data = JSON.parse(text ?? "null") as PageData | null;
    return data?.version === 1 ? data : null;
  } catch {
    return null;
  }
}
