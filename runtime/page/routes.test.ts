import assert from "node:assert/strict";
import { test } from "node:test";
import type { LessonEntry } from "./data.ts";
import { formatRoute, parseRoute, routeOf } from "./routes.ts";

const home = new URL("https://lms.example/content/7/index.html?auth=abc#/clear-briefs");
const lessons: LessonEntry[] = ["clear-briefs", "show-an-example"].map((id) => ({
  id,
  iri: `https://example.org/${id}`,
  title: id,
  href: `lessons/${id}.html`,
  points: 10,
  passMark: 70,
}));
const to = (link: string): ReturnType<typeof routeOf> => routeOf(new URL(link, home), home, lessons);

for (const route of [
  { lesson: null, anchor: "" },
  { lesson: null, anchor: "module-2" },
  { lesson: "clear-briefs", anchor: "" },
  { lesson: "clear-briefs", anchor: "the premise/ü" },
]) {
  test(`${JSON.stringify(route)} comes back from its own address`, () => {
    assert.deepEqual(parseRoute(formatRoute(route)), route);
  });
}

test("A fragment that nobody can decode is taken as it is", () => {
  assert.deepEqual(parseRoute("#/a%ZZ"), { lesson: "a%ZZ", anchor: "" });
});

test("A link to a lesson's page leads to the lesson, and keeps its anchor", () => {
  assert.deepEqual(to("lessons/show-an-example.html#the-premise"), { lesson: "show-an-example", anchor: "the-premise" });
});

test("A link to the course page leads home, with or without its file name and query", () => {
  assert.deepEqual(to("index.html"), { lesson: null, anchor: "" });
  assert.deepEqual(to("./"), { lesson: null, anchor: "" });
});

test("A link to another site, another folder or a file of ours leads out of the unit", () => {
  assert.equal(to("https://example.org/content/7/lessons/show-an-example.html"), null);
  assert.equal(to("/lessons/show-an-example.html"), null);
  assert.equal(to("assets/table.csv"), null);
});
