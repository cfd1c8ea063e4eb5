/** The context of a cmi5 statement: what the LMS gave for it, and what the statement adds (cmi5 9.6 and 10). */
import { isObject } from "../json.ts";
import type { LaunchData } from "./cmi5_launch_data.ts";
import type { Activity, ContextActivities } from "./statement.ts";

const CONTEXT = "https://w3id.org/xapi/cmi5/context";

/** 9.6.2.1: what makes a statement a "cmi5 defined" one. */
export const CMI5_CATEGORY: Activity = { id: `${CONTEXT}/categories/cmi5` };
/** 9.6.2.2 */
export const MOVEON_CATEGORY: Activity = { id: `${CONTEXT}/categories/moveon` };
/** 9.6.3.2 */
export const MASTERY_EXTENSION = `${CONTEXT}/extensions/masteryscore`;

interface Additions {
  readonly registration: string;
  readonly language: string;
  readonly activities: ContextActivities;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** 10, contextTemplate: nothing that the LMS gave is overwritten; its session id stands in it (9.6.3.1). */
export function contextOf({ contextTemplate: template }: LaunchData, { registration, language, activities, extensions = {} }: Additions): Readonly<Record<string, unknown>> {
  const given = isObject(template["extensions"]) ? template["extensions"] : {};
  return {
    language,
    ...template,
    registration, // 9.6.1
    contextActivities: merge(isObject(template["contextActivities"]) ? template["contextActivities"] : {}, activities),
    extensions: { ...extensions, ...given },
  };
}

/** xAPI 1.0.3 Data 2.4.6.2: an LMS may give one activity without its list. */
function merge(given: Readonly<Record<string, unknown>>, added: ContextActivities): Readonly<Record<string, unknown>> {
  const merged: Record<string, unknown> = { ...given };
  for (const [kind, activities] of Object.entries(added) as [string, readonly Activity[]][]) {
    const before = [given[kind] ?? []].flat() as Activity[];
    const all = [...before, ...activities.filter(({ id }) => !before.some((one) => one.id === id))];
    if (all.length > 0) merged[kind] = all;
  }
  return merged;
}
