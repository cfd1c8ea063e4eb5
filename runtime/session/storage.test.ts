import assert from "node:assert/strict";
import test from "node:test";
import { openStorage } from "./storage.ts";

function storage(setItem: (key: string, text: string) => void): { localStorage: Storage } {
  const texts = new Map<string, string>();
  const fake = {
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, text: string) => { setItem(key, text); texts.set(key, text); },
    removeItem: (key: string) => texts.delete(key),
  };
  return { localStorage: fake as unknown as Storage };
}

test("texts are kept and taken away in the browser's storage, and the probe leaves nothing behind", () => {
  const window = storage(() => {});
  const store = openStorage(window);
  assert.equal(store.set("a", "1"), true);
  assert.equal(window.localStorage.getItem("a"), "1");
  assert.equal(window.localStorage.getItem("scormpack:probe"), null);
  store.remove("a");
  assert.equal(store.get("a"), null);
});

test("a storage that cannot be had, or takes nothing, is replaced by the page's memory", () => {
  const denied = { get localStorage(): Storage { throw new DOMException("denied", "SecurityError"); } };
  const full = storage(() => { throw new DOMException("full", "QuotaExceededError"); });
  for (const window of [denied, full]) {
    const store = openStorage(window);
    assert.equal(store.lasting, false);
    assert.equal(store.set("a", "1"), false);
    assert.equal(store.get("a"), "1");
  }
});

test("a storage that fills up later says so and does not throw", () => {
  const store = openStorage(storage((key) => { if (key === "big") throw new DOMException("full", "QuotaExceededError"); }));
  assert.equal(store.set("big", "1"), false);
});
