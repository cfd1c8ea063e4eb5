/** Finds the SCORM API that the LMS put above the page. // complaint 9, 38 */
import type { Clock } from "../session/clock.ts";

/** Functions with texts in and, mostly, texts out. */
export type ScormApi = Readonly<Record<string, (...texts: string[]) => unknown>>;

/** What a standard calls its API, and its functions. */
export interface ApiNames {
  readonly object: "API" | "API_1484_11";
  readonly initialize: string;
  readonly finish: string;
  readonly get: string;
  readonly set: string;
  readonly commit: string;
  readonly error: string;
}

/** A window as the search sees it; any of these may throw when it is of another origin. */
export interface ApiWindow {
  readonly API?: unknown;
  readonly API_1484_11?: unknown;
  readonly parent?: ApiWindow | null;
  readonly top?: ApiWindow | null;
  readonly opener?: ApiWindow | null;
  readonly performance?: { readonly timeOrigin: number };
}

export interface FoundApi {
  readonly api: ScormApi;
  /** When the page that has it was opened: tells one visit to the LMS from the next. Null where it cannot be told. */
  readonly since: number | null;
}

/** LMSs nest a handful of frames; the bound is there against a chain that never ends. */
const DEPTH = 10;
/** Some LMSs start the content before their API is there. */
const WAIT = 2000;
const POLL = 100;

export function findApi(window: ApiWindow, names: ApiNames): FoundApi | null {
  const search = (start: ApiWindow | null): FoundApi | null => searchUp(start, names);
  return search(window) ?? search(read(() => window.top)) ?? search(read(() => window.opener)) ?? search(read(() => window.top?.opener));
}

export async function waitForApi(window: ApiWindow, names: ApiNames, clock: Clock): Promise<FoundApi | null> {
  for (let waited = 0; ; waited += POLL) {
    const found = findApi(window, names);
    if (found !== null || waited >= WAIT || !mayCome(window)) return found;
    await new Promise<void>((resolve) => clock.after(POLL, resolve));
  }
}

/** A page that stands alone has nobody to wait for. */
function mayCome(window: ApiWindow): boolean {
  const parent = read(() => window.parent);
  return (parent !== null && parent !== window) || read(() => window.opener) !== null;
}

/** The window itself, then its parents, then the openers on the way. SCORM 1.2 RTE 3.3.4; 2004 4th RTE 3.2.1 */
function searchUp(start: ApiWindow | null, names: ApiNames): FoundApi | null {
  let at = start;
  for (let depth = 0; at !== null && depth < DEPTH; depth += 1) {
    const here: ApiWindow = at;
    const api = read(() => here[names.object]);
    if (isApi(api, names)) return { api, since: read(() => here.performance?.timeOrigin) };
    const parent = read(() => here.parent);
    at = parent !== null && parent !== here ? parent : read(() => here.opener);
  }
  return null;
}

function isApi(value: unknown, names: ApiNames): value is ScormApi {
  return read(() => typeof (value as ScormApi)[names.initialize] !== "undefined") === true;
}

/** Null when the other origin forbids to look. */
function read<T>(look: () => T | null | undefined): T | null {
  try {
    return look() ?? null;
  } catch {
    return null;
  }
}
