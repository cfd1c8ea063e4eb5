/** What the server tells the player of this launch: `scormpack.preview.launching.launch_settings`. */
import type { States } from "../messages.ts";

export interface Settings {
  readonly token: string;
  /** How many times this launch's player was loaded: its messages are counted anew each time. */
  readonly opening: number;
  readonly standard: "scorm12" | "scorm2004" | "xapi" | "cmi5" | "none";
  /** Origin of the panel: the only one that is listened to. */
  readonly panel: string;
  readonly address: string;
  readonly title: string;
  readonly learner: { readonly id: string; readonly name: string };
  /** What the LMS kept of this attempt. */
  readonly elements: Readonly<Record<string, string>>;
  readonly isNew: boolean;
  readonly mode: string;
  readonly credit: string;
  readonly mastery: number | null;
  readonly launchData: string;
  readonly maxTime: string;
  readonly timeLimitAction: string;
  readonly completionThreshold: number | null;
  /** The parts' ids in order, and the one that is open. */
  readonly items: readonly string[];
  readonly item: string;
  readonly states: States;
}
