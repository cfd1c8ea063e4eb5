import assert from "node:assert/strict";
import test from "node:test";
import { FakeClock } from "../session/testing/fake_clock.ts";
import type { LrsAnswer } from "./lrs_request.ts";
import { Lrs, refusalOf } from "./lrs_request.ts";

const LAUNCH = { endpoint: "https://lrs.example.org/xapi/", auth: "Basic a2V5", actor: { objectType: "Agent", mbox: "mailto:a@b.example" }, registration: null, activityId: null, platform: null, grouping: null } as const;

async function ask(answer: () => Response): Promise<{ answer: LrsAnswer; url: string; init: RequestInit }> {
  let asked = { url: "", init: {} as RequestInit };
  const lrs = new Lrs(LAUNCH, (url, init) => {
    asked = { url, init };
    return Promise.resolve(answer());
  }, new FakeClock());
  return { answer: await lrs.send({ method: "GET", path: "activities/state", query: { a: "b c" } }), ...asked };
}

test("a request carries the credentials and the version, and asks for nothing that a preflight is refused for", async () => { // complaint 43
  const { url, init } = await ask(() => new Response("x"));
  assert.equal(url, "https://lrs.example.org/xapi/activities/state?a=b+c");
  assert.deepEqual(Object.keys(init.headers ?? {}), ["Authorization", "X-Experience-API-Version"]);
});

test("Retry-After is read as seconds and as a date", async () => {
  const retry = async (value: string): Promise<number | null> => (await ask(() => new Response("", { status: 429, headers: { "Retry-After": value } }))).answer.retryAfter;
  assert.equal(await retry("30"), 30);
  assert.equal(await retry(new Date(Date.UTC(2026, 0, 2, 9, 1, 0)).toUTCString()), 60);
  assert.equal(await retry("soon"), null);
  assert.equal(await retry("999999"), 3600);
});

test("a request that fails is told as no connection, and never throws", async () => {
  const { answer } = await ask(() => { throw new TypeError("Failed to fetch"); });
  assert.deepEqual([refusalOf(answer).reason, refusalOf(answer).final], ["unreachable", false]);
});

test("only refused credentials are final", () => {
  const final = (status: number): boolean => refusalOf({ status, text: "", retryAfter: null }).final;
  assert.deepEqual([401, 403, 400, 404, 409, 429, 500, 503, 0].filter(final), [401, 403]);
});
