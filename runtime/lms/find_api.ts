/** Finds the SCORM 1.2 API that the LMS put above the page. // complaint 9, 38 */
import type { Clock } from "../session/clock.ts";

/** SCORM 1.2 RTE 3.3.1: eight functions, all with texts. */
export interface Scorm12Api {
  LMSInitialize(parameter: ""): unknown;
  LMSFinish(parameter: ""): unknown;
  LMSGetValue(element: string): unknown;
  LMSSetValue(element: string, value: string): unknown;
  LMSCommit(parameter: ""): unknown;
  LMSGetLastError(): unknown;
  LMSGetErrorString?(code: string): unknown;
  LMSGetDiagnostic?(code: string): unknown;
}

/** A window as the search sees it; any of these may throw when it is of another origin. */
export interface ApiWindow {
  readonly API?: unknown;
  readonly parent?: ApiWindow | null;
  readonly top?: ApiWindow | null;
  readonly opener?: ApiWindow | null;
  readonly performance?: { readonly timeOrigin: number };
}

export interface FoundApi {
  readonly api: Scorm12Api;
  /** When the page that has it was opened: tells one visit to the LMS from the next. Null where it cannot be told. */
  readonly since: number | null;
}

/** LMSs nest a handful of frames; the bound is there against a chain that never ends. */
const DEPTH = 10;
/** Some LMSs start the content before their API is there. */
const WAIT = 2000;
const POLL = 100;

export function findApi(window: ApiWindow): FoundApi | null {
  return searchUp(window) ?? searchUp(read(() => window.top)) ?? searchUp(read(() => window.opener)) ?? searchUp(read(() => window.top?.opener));
}

export async function waitForApi(window: ApiWindow, clock: Clock): Promise<FoundApi | null> {
  for (let waited = 0; ; waited += POLL) {
    const found = findApi(window);
    if (found !== null || waited >= WAIT || !mayCome(window)) return found;
    await new Promise<void>((resolve) => clock.after(POLL, resolve));
  }
}

/** A page that stands alone has nobody to wait for. */
function mayCome(window: ApiWindow): boolean {
  const parent = read(() => window.parent);
  return (parent !== null && parent !== window) || read(() => window.opener) !== null;
}

/** The window itself, then its parents, then the openers on the way. SCORM 1.2 RTE 3.3.4 */
function searchUp(start: ApiWindow | null): FoundApi | null {
  let at = start;
  for (let depth = 0; at !== null && depth < DEPTH; depth += 1) {
    const here: ApiWindow = at;
    const api = read(() => here.API);
    if (isApi(api)) return { api, since: read(() => here.performance?.timeOrigin) };
    const parent = read(() => here.parent);
    at = parent !== null && parent !== here ? parent : read(() => here.opener);
  }
  return null;
}

function isApi(value: unknown): value is Scorm12Api {
  return read(() => typeof (value as Scorm12Api).LMSInitialize !== "undefined") === true;
}

/** Null when the other origin forbids to look. */
function read<T>(look: () => T | null | undefined): T | null {
  try {
    return look() ?? null;
  } catch {
    return null;
  }
}
