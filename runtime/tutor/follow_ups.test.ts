import assert from "node:assert/strict";
import { test } from "node:test";
import { suggestQuestions } from "./follow_ups.ts";
import type { Finding, Place } from "./tutor.ts";
import { isWholeQuestion } from "./whole_question.ts";

test("A whole question begins with no small letter and ends as questions do in its script", () => {
  const whole = ["How long is it?", "¿Qué es?", "“Is it so?”", "ما هو API؟", "什么是苍鹭？", "サギとは何ですか。", "サギは鳥か", "यह क्या है?", "Τι είναι;"];
  assert.deepEqual(whole.filter((text) => !isWholeQuestion(text)), []);
  const terse = ["heron", "Heron", "is there one fixed number of training samples", "who?", "苍鹭", "?", ""];
  assert.deepEqual(terse.filter(isWholeQuestion), []);
});

test("Of an author's questions whole ones are suggested first, terse ones where nothing else is left", () => {
  const place = (...asks: string[]): Place => ({ asks, passage: { term: "", text: "", heading: "" } }) as unknown as Place;
  const finding = { places: [place("What was read?"), place("heron", "What is a heron?"), place("egret")] } as unknown as Finding;
  const main = { querySelectorAll: () => [] } as unknown as HTMLElement;
  const suggest = (asked: readonly string[]): string[] => suggestQuestions(finding, { main, terms: [], asked: new Set(asked) });
  assert.deepEqual(suggest([]), ["What is a heron?", "heron", "egret"]);
  assert.deepEqual(suggest(["What is a heron?"]), ["heron", "egret"]);
});
