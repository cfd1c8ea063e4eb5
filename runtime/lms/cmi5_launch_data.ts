/** What the LMS wrote down before it launched the page: cmi5 10 and 11. Read, and never written. // complaint 48 */
import { isObject, readObject } from "../json.ts";
import type { Clock } from "../session/clock.ts";
import type { Cmi5Launch } from "./cmi5_launch.ts";
import { isHttp, patiently } from "./cmi5_launch.ts";
import type { Lrs } from "./lrs_request.ts";
import { isDone } from "./lrs_request.ts";
import type { Opened } from "./port.ts";

export interface LaunchData {
  /** The base of every statement's context: session id, and what the LMS groups by. */
  readonly contextTemplate: Readonly<Record<string, unknown>>;
  readonly mode: Opened["mode"];
  /** 0 to 1; null where the LMS sets none. */
  readonly masteryScore: number | null;
  /** The LMS is satisfied by nothing less than "passed". */
  readonly needsPass: boolean;
  readonly returnUrl: string | null;
  /** 11.2: the learner wants no sound. */
  readonly muted: boolean;
}

const MODES: Readonly<Record<string, Opened["mode"]>> = { Browse: "browse", Review: "review" };

/** @throws Error where the LMS does not tell: without the context template no statement would be right (10, contextTemplate). */
export async function readLaunchData(lrs: Lrs, launch: Cmi5Launch, clock: Clock): Promise<LaunchData> {
  const agent = JSON.stringify(launch.actor);
  const query = { activityId: launch.activityId, agent, registration: launch.registration, stateId: "LMS.LaunchData" };
  // 11: the preferences must be asked for; there may be none.
  const [data, preferences] = await Promise.all([
    patiently(clock, () => lrs.send({ method: "GET", path: "activities/state", query })),
    lrs.send({ method: "GET", path: "agents/profile", query: { agent, profileId: "cmi5LearnerPreferences" } }),
  ]);
  const document = isDone(data) ? readObject(data.text) : null;
  if (document === null || !isObject(document["contextTemplate"])) throw new Error(data.text);
  const audio = isDone(preferences) ? readObject(preferences.text)?.["audioPreference"] : undefined;
  return parse(document, document["contextTemplate"], audio === "off");
}

function parse(document: Readonly<Record<string, unknown>>, contextTemplate: LaunchData["contextTemplate"], muted: boolean): LaunchData {
  const { launchMode, masteryScore, moveOn, returnURL } = document;
  // As a number, or as its text.
  const score = masteryScore === undefined || masteryScore === null || masteryScore === "" ? NaN : Number(masteryScore);
  return {
    contextTemplate,
    mode: MODES[String(launchMode)] ?? "normal",
    masteryScore: score >= 0 && score <= 1 ? score : null,
    needsPass: moveOn === "Passed" || moveOn === "CompletedAndPassed",
    // Other schemes would run as a script of the page.
    returnUrl: typeof returnURL === "string" && isHttp(returnURL.trim()) ? returnURL.trim() : null,
    muted,
  };
}
