/** Statements on their way: in order, in batches, kept over reloads until the LRS has them. // complaint 11, 43, 44 */
import type { TextStore } from "../session/storage.ts";
import type { Lrs, LrsAnswer } from "./lrs_request.ts";
import { isDone, refusalOf } from "./lrs_request.ts";
import type { Refusal, Saved } from "./port.ts";
import type { Statement } from "./statement.ts";

const BATCH = 50;

export class StatementQueue {
  readonly #lrs: Lrs;
  readonly #storage: TextStore;
  readonly #key: string;
  /** A statement on this id is the result itself: it is never set aside. */
  readonly #unitId: string;
  readonly #waiting = new Map<string, Statement>();
  /** Ids that need not be sent (again) from this page. */
  readonly #settled = new Set<string>();
  #through = true;
  /** The page went: what a flush under way has not sent yet comes too late. */
  #gone = false;

  constructor(lrs: Lrs, storage: TextStore, key: string, unitId: string) {
    this.#lrs = lrs;
    this.#storage = storage;
    this.#key = key;
    this.#unitId = unitId;
    for (const statement of this.#read()) this.#waiting.set(statement.id, statement);
  }

  add(statements: readonly Statement[]): void {
    for (const statement of statements) {
      if (!this.#settled.has(statement.id) && !this.#waiting.has(statement.id)) this.#waiting.set(statement.id, statement);
    }
    this.#write();
  }

  /** The LRS is known to have these. */
  settle(statements: readonly Pick<Statement, "id">[]): void {
    for (const { id } of statements) if (!this.#waiting.has(id)) this.#settled.add(id);
  }

  /** Those of the ids that the LRS is known to have. */
  settled(ids: readonly string[]): string[] {
    return ids.filter((id) => this.#settled.has(id));
  }

  get isEmpty(): boolean {
    return this.#waiting.size === 0;
  }

  /** What no longer holds is not sent: another device has come further. */
  retract(outdated: (statement: Statement) => boolean): void {
    this.#remove([...this.#waiting.values()].filter(outdated));
  }

  /** The last flush reached the LRS with every statement, though it may have refused some. */
  get through(): boolean {
    return this.#through;
  }

  async flush(): Promise<Saved> {
    this.#through = true;
    let held: Refusal | null = null;
    const tried = new Set<string>();
    for (;;) {
      const batch = [...this.#waiting.values()].filter(({ id }) => !tried.has(id)).slice(0, BATCH);
      if (batch.length === 0) return held ?? { ok: true };
      for (const { id } of batch) tried.add(id);
      const refusal = await this.#send(batch);
      if (refusal === null) continue;
      held = refusal.refusal;
      if (refusal.stop) {
        this.#through = false;
        return held;
      }
    }
  }

  /** The page goes: what fits the bytes that a browser lets outlive it, the higher ranks first, then in order; rank 0 waits. */
  flushKeepalive(budget: number, rank: (statement: Statement) => number = () => 1): void {
    this.#gone = true;
    const parts = new Map([...this.#waiting.values()].map((statement) => [statement.id, JSON.stringify(statement)]));
    let bytes = 2;
    const fits = new Set<string>();
    for (const { id } of [...this.#waiting.values()].filter(rank).sort((a, b) => rank(b) - rank(a))) {
      const size = new TextEncoder().encode(parts.get(id)).length + 1;
      if (bytes + size > budget) break;
      bytes += size;
      fits.add(id);
    }
    if (fits.size === 0) return;
    const body = `[${[...parts].flatMap(([id, part]) => (fits.has(id) ? [part] : [])).join(",")}]`;
    // The answer comes to a page that is gone: the statements stay in the queue, and a repeated one counts once.
    void this.#lrs.send({ method: "POST", path: "statements", body, type: "application/json", keepalive: true });
  }

  async #send(batch: readonly Statement[]): Promise<{ refusal: Refusal; stop: boolean } | null> {
    if (this.#gone) return null;
    const answer = await this.#lrs.send({ method: "POST", path: "statements", body: JSON.stringify(batch), type: "application/json" });
    const [only] = batch;
    // 409: a statement of this id is there already. xAPI 1.0.3 Communication 2.1.2
    if (isDone(answer) || (answer.status === 409 && batch.length === 1)) {
      this.#remove(batch);
      return null;
    }
    if (answer.status === 403) {
      const there = await this.#findThere(batch);
      const others = batch.filter((statement) => !there.includes(statement));
      this.#remove(there);
      if (others.length < batch.length) return others.length === 0 ? null : this.#send(others);
    }
    if (!isStatementFault(answer)) return { refusal: refusalOf(answer), stop: true };
    if (batch.length > 1) return this.#sendHalves(batch);
    return only === undefined ? null : this.#refuse(only, answer);
  }

  /** Where an answer was lost: what counts once in a session, an LMS may forbid to be told again. cmi5 9.3 */
  async #findThere(batch: readonly Statement[]): Promise<Statement[]> {
    const there: Statement[] = [];
    for (const statement of batch) {
      const answer = await this.#lrs.send({ method: "GET", path: "statements", query: { statementId: statement.id } });
      if (isDone(answer)) there.push(statement);
      else if (answer.status !== 404) break; // it may not be asked either
    }
    return there;
  }

  /** An LRS takes a batch whole or not at all: halving finds the one that it does not take. */
  async #sendHalves(batch: readonly Statement[]): Promise<{ refusal: Refusal; stop: boolean } | null> {
    const middle = Math.ceil(batch.length / 2);
    const first = await this.#send(batch.slice(0, middle));
    if (first?.stop) return first;
    return (await this.#send(batch.slice(middle))) ?? first;
  }

  #refuse(statement: Statement, answer: LrsAnswer): { refusal: Refusal; stop: boolean } | null {
    console.warn(`scormpack: the LRS refuses ${statement.id}: ${answer.text}`);
    if (statement.object.id === this.#unitId) return { refusal: refusalOf(answer), stop: false };
    this.#remove([statement]);
    return null;
  }

  #remove(statements: readonly Statement[]): void {
    for (const { id } of statements) {
      this.#waiting.delete(id);
      this.#settled.add(id);
    }
    this.#write();
  }

  /** What another tab has put there stays. */
  #write(): void {
    const others = this.#read().filter(({ id }) => !this.#waiting.has(id) && !this.#settled.has(id));
    const all = [...others, ...this.#waiting.values()];
    if (all.length === 0) this.#storage.remove(this.#key);
    else this.#storage.set(this.#key, JSON.stringify(all));
  }

  #read(): Statement[] {
    try {
      const kept = JSON.parse(this.#storage.get(this.#key) ?? "[]") as Statement[];
      return Array.isArray(kept) ? kept.filter((statement) => typeof statement?.id === "string" && typeof statement.object?.id === "string") : [];
    } catch {
      return [];
    }
  }
}

/** The fault is in what we sent, and sending less may help. */
function isStatementFault({ status }: LrsAnswer): boolean {
  return status === 400 || status === 409 || status === 413 || status === 422;
}
