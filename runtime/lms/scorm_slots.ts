/** Which index of the LMS's lists each interaction and objective has. */
import type { Interaction, Objective } from "./port.ts";
import type { ScormCaller } from "./scorm_call.ts";
import { identifier } from "./scorm_values.ts";

/** Objectives cost five calls each at every commit of some LMSs. */
const OBJECTIVE_LIMIT = 100;

export class InteractionSlots {
  /** Length of the LMS's list; null when it does not tell. */
  readonly #count: number | null;
  readonly #slots = new Map<number, number>();
  #next: number | null = null;
  #aligned = true;

  constructor(lms: ScormCaller) {
    this.#count = readCount(lms, "cmi.interactions._count");
  }

  /** The index to write at: indices are contiguous (a gap is an error: SCORM 1.2 RTE 3.4.4; 2004 4th RTE 3.1.4.2), and some LMSs forget earlier ones. */
  slot(index: number, interactions: readonly (Interaction | null)[]): number {
    this.#next ??= this.#begin(interactions);
    let slot = this.#slots.get(index);
    if (slot === undefined) {
      slot = this.#aligned && index <= this.#next ? index : this.#next;
      this.#slots.set(index, slot);
      this.#next = Math.max(this.#next, slot + 1);
    }
    return slot;
  }

  /** The LMS refused the index: its list is shorter than we thought. False when there is nothing left to try. */
  restart(): boolean {
    if (this.#count !== null || !this.#aligned) return false;
    this.#aligned = false;
    this.#slots.clear();
    this.#next = 0;
    return true;
  }

  #begin(interactions: readonly (Interaction | null)[]): number {
    const earlier = interactions.lastIndexOf(null) + 1;
    this.#aligned = this.#count === null || this.#count >= earlier;
    return this.#count ?? earlier;
  }
}

/** Objectives can be read: each keeps the index that its id has. */
export class ObjectiveSlots {
  readonly #slots = new Map<string, number>();
  #next: number;

  constructor(lms: ScormCaller) {
    this.#next = readCount(lms, "cmi.objectives._count") ?? 0;
    for (let index = 0; index < Math.min(this.#next, OBJECTIVE_LIMIT); index += 1) {
      const id = lms.get(`cmi.objectives.${index}.id`);
      if (id !== "") this.#slots.set(id, index);
    }
  }

  /** Null beyond what an LMS bears. */
  slot(objective: Objective): number | null {
    const id = identifier(objective.id);
    const known = this.#slots.get(id);
    if (known !== undefined) return known;
    if (this.#next >= OBJECTIVE_LIMIT) return null;
    this.#slots.set(id, this.#next);
    this.#next += 1;
    return this.#next - 1;
  }
}

function readCount(lms: ScormCaller, element: string): number | null {
  const text = lms.get(element);
  return /^\d+$/.test(text) ? Number(text) : null;
}
