import assert from "node:assert/strict";
import { test } from "node:test";
import { NO_ASKS } from "./asks.ts";
import { intentOf } from "./intent.ts";
import type { Passage } from "./passages.ts";
import { BREAD, passage, TERMS } from "./testing/passages.ts";
import { Tutor } from "./tutor.ts";

const tutor = new Tutor(BREAD, { language: "en", terms: TERMS, asks: NO_ASKS });

function first(question: string): string {
  return tutor.find(question).places[0]?.passage.heading ?? "nothing";
}

test("a question finds its passage, whatever form its words have", () => {
  assert.equal(first("How long does the dough need kneading?"), "Working the dough");
  assert.equal(first("At how many degrees is bread baked?"), "In the oven");
});

test("a question with slips finds what was meant", () => {
  assert.equal(first("how long shuold i kneed the duogh"), "Working the dough");
});

test("everyday words stand for each other", () => {
  assert.equal(first("What ingredients are absent from a simple loaf?"), "What goes in");
});

test("the course's own words for a key term find it, and its definition comes first", () => {
  for (const name of ["starter", "sourdough", "mother dough"]) assert.equal(tutor.find(`What is a ${name}?`).places[0]?.passage.term, "Starter", name);
});

test("who asks for a meaning is given the definition, however it is asked and however long the term is", () => {
  const terms = [["Rule of three days", "three day rule"]];
  const days = [passage("The rule of three days means patience: the rule of three days is old.", { bold: "The rule of three days" }), passage("Dough keeps so long in the fridge.", { kind: "term", term: "Rule of three days" })];
  const lesson = new Tutor(days, { language: "en", terms, asks: NO_ASKS });
  for (const question of ["What does “Rule of three days” mean?", "define rule of three days", "three day rule meaning", "whats the rule of three days"]) {
    const { answered, places } = lesson.find(question);
    assert.deepEqual([answered, places[0]?.passage.kind], [true, "term"], question);
  }
});

test("short forms without their apostrophe tell as little as with it", () => {
  assert.equal(tutor.find("Ive kneaded it and its not ready, dont know why").confidence, tutor.find("I've kneaded it and it's not ready, don't know why").confidence);
});

test("a known word with a syllable before it is no slip of another word", () => {
  const lesson = new Tutor([passage("They may refuse the use of a box."), passage("Boxes are grey.")], { language: "en", terms: [], asks: NO_ASKS });
  assert.equal(lesson.find("May we reuse lids?").places.length, 0);
  assert.equal(lesson.find("May we refuze lids?").places.length, 1);
});

test("of passages that say the same, a paragraph comes before a step, and a step before a picture", () => {
  const text = "Sieve the flour twice into a large bowl.";
  const kinds = (["picture", "step", "text"] as const).map((kind) => passage(text, { kind }));
  const lesson = new Tutor(kinds, { language: "en", terms: [], asks: NO_ASKS });
  assert.deepEqual(lesson.find("How often is flour sieved?").places.map(({ passage: { kind } }) => kind), ["text", "step", "picture"]);
});

test("of passages that say the same, that one comes first under whose heading the rest of the question stands", () => {
  const said = (heading: string, place: string): Passage[] => ["It takes ten minutes.", "Wait.", `Think of the ${place}.`].map((text) => passage(text, { heading }));
  const lesson = new Tutor([...said("First", "oven"), ...said("Then", "fridge")], { language: "en", terms: [], asks: NO_ASKS });
  const found = lesson.find("How many minutes does the fridge take?").places.filter(({ passage: { text } }) => text.startsWith("It takes"));
  assert.deepEqual(found.map(({ passage: { heading } }) => heading), ["Then", "First"]);
});

test("one to three sentences are quoted, word for word", () => {
  const { quote } = tutor.find("When is the dough ready?").places[0] ?? { quote: "" };
  assert.ok(BREAD[1]?.text.includes(quote));
  assert.match(quote, /springs back/);
});

test("what the lesson does not speak of is not answered", () => {
  for (const question of ["Who won the football match?", "Which bank has the best mortgage?", "", "how is it?"]) assert.equal(tutor.find(question).answered, false, question);
});

test("what the lesson says is answered", () => {
  for (const question of ["Why should it rise slowly?", "How do I know that the loaf is done?", "What is a starter?"]) assert.equal(tutor.find(question).answered, true, question);
});

const ASKS = [
  ["springs back under your finger", "when may my fists rest?"],
  ["a slow rise gives more flavour", "Can I leave it overnight?", "does patience pay"],
];
const told = new Tutor(BREAD, { language: "en", terms: TERMS, asks: { answered: ASKS, open: [] } });

test("a question finds the sentence to which its author put one like it, though they share no word", () => {
  for (const question of ["May my fists rest?", "I am a beginner and everything hurts. When may my fists rest?"]) {
    assert.equal(tutor.find(question).answered, false, question);
    const { answered, places } = told.find(question);
    assert.deepEqual([answered, places[0]?.passage.heading], [true, "Working the dough"], question);
    assert.match(places[0]?.quote ?? "", /springs back/);
  }
});

test("an author's question is answered by the passage that it was put to, whatever its words", () => {
  for (const question of ["Can I leave it overnight?", "Does patience pay"]) assert.deepEqual([told.find(question).answered, told.find(question).places[0]?.passage.heading], [true, "The long rise"], question);
});

test("an author's questions change nothing for what the lesson leaves open", () => {
  for (const question of ["Who won the football match?", "Can I leave my car in the street?"]) assert.equal(told.find(question).answered, false, question);
});

test("a question like one that the author leaves open is refused, though the lesson has its words; the lesson that answers is named", () => {
  const other = { id: "crust", title: "Crust", language: "en", elsewhere: "" };
  const open = [{ lesson: null, questions: ["How much does a bag of flour cost?"] }, { lesson: other, questions: ["Why does the loaf get no brown crust in the oven?"] }];
  const candid = new Tutor(BREAD, { language: "en", terms: TERMS, asks: { answered: ASKS, open } });
  const near = ["Why do loaves get no brown crust?", "Why does the loaf get no brown crust in the oven?", "how much does flour cost"].map((question) => candid.find(question));
  assert.deepEqual(near.map(({ answered, elsewhere }) => [answered, elsewhere?.id ?? null]), [[false, "crust"], [false, "crust"], [false, null]]);
  for (const question of ["Why should it rise slowly?", "What goes into a plain loaf?", "may my fists rest?"]) assert.equal(candid.find(question).answered, true, question);
});

test("what is quoted keeps the space that the lesson has between its sentences, or none", () => {
  const codes = new Tutor([passage("The code is Ab1!xy for the gate. Keep it.")], { language: "en", terms: [], asks: NO_ASKS });
  assert.equal(codes.find("what is the gate code").places[0]?.quote, "The code is Ab1!xy for the gate. Keep it.");
});

test("a line that leads to a list brings the points with it", () => {
  const lead = "Change the password in two cases:";
  const points = ["When it was stolen.", "When somebody saw it."].map((text) => passage(text, { kind: "point", lead }));
  const list = new Tutor([passage("Choose a long one."), passage(lead), ...points], { language: "en", terms: [], asks: NO_ASKS });
  assert.deepEqual(list.find("in which cases should the password be changed?").places[0]?.points, ["When it was stolen.", "When somebody saw it."]);
});

test("words of a column's heading belong to its first row; words that stand nowhere to none", () => {
  const rows = [passage("Rye · 2 hours", { kind: "row", lead: "Flour Rest before baking" }), passage("Wheat · 1 hour", { kind: "row", lead: "Flour Rest before baking" })];
  const table = new Tutor(rows, { language: "en", terms: [], asks: { answered: [["Rest before baking", "how patient must one be"], ["no such words", "who knows"]], open: [] } });
  assert.equal(table.find("How patient must one be?").places[0]?.passage.text, "Rye · 2 hours");
  assert.equal(table.find("who knows Jupiter").answered, false);
});

const LANGUAGES: readonly (readonly [string, string, string, string])[] = [
  ["de", "Backen Sie das Brot 35 Minuten bei 230 Grad.", "Wie lange wird Brot gebacken?", "Wer gewann das Fußballspiel?"],
  ["es", "Amase la masa durante diez minutos.", "¿Cuánto tiempo hay que amasar la masa?", "¿Quién ganó el partido de fútbol?"],
  ["fr", "Pétrissez la pâte pendant dix minutes.", "Combien de temps pétrir la pâte ?", "Qui a gagné le match de football ?"],
  ["pt", "Amasse a massa durante dez minutos.", "Quanto tempo devo amassar a massa?", "Quem ganhou o jogo de futebol?"],
  ["ar", "اخبز الخبز في الفرن لمدة خمس وثلاثين دقيقة.", "كم دقيقة يبقى الخبز في الفرن؟", "من فاز في مباراة كرة القدم؟"],
  ["hi", "रोटी को पैंतीस मिनट तक ओवन में सेंकें।", "रोटी ओवन में कितने मिनट रहती है?", "फुटबॉल मैच किसने जीता?"],
  ["zh", "面包在烤箱里烤三十五分钟。", "面包要在烤箱里烤多少分钟？", "谁赢了足球比赛？"],
  ["ja", "パンはオーブンで三十五分焼きます。", "パンはオーブンで何分焼きますか。", "サッカーの試合は誰が勝ちましたか。"],
];

for (const [language, text, question, other] of LANGUAGES) {
  test(`questions in the lesson's language are answered or refused: ${language}`, () => {
    const speaker = new Tutor([passage("…"), passage(text), passage("230")], { language, terms: [], asks: NO_ASKS });
    const finding = speaker.find(question);
    assert.equal(finding.places[0]?.quote, text);
    assert.equal(finding.answered, true);
    assert.equal(speaker.find(other).answered, false);
  });
}

test("in Japanese a question finds its row, its word in another form, and the definition of a term", () => {
  const tea = [
    passage("うま味のもとになるテアニンは低い温度でも溶け出します。渋味のもとになるカテキンは、80度を超えると溶け出します。", { heading: "温度" }),
    passage("煎茶 · 70〜80度 · 60秒", { kind: "row", heading: "目安" }),
    passage("玉露 · 50〜60度 · 120秒", { kind: "row", heading: "目安" }),
    passage("最後の一滴まで注ぎ切る。残すと二煎目が渋くなる。", { heading: "要点" }),
    passage("同じ茶葉に、もう一度湯を注いで淹れた茶。", { kind: "term", term: "二煎目", heading: "重要用語" }),
  ];
  const lesson = new Tutor(tea, { language: "ja", terms: [["二煎目"]], asks: NO_ASKS });
  assert.equal(lesson.find("玉露は何度がいい？").places[0]?.passage.text, tea[2]?.text);
  assert.match(lesson.find("渋いのはどの成分？").places[0]?.passage.text ?? "", /渋/);
  assert.equal(lesson.find("二煎目って何？").places[0]?.passage.kind, "term");
  assert.equal(lesson.find("かてきんとは").places[0]?.passage.text, tea[0]?.text);
  assert.equal(lesson.find("天気はどうですか").answered, false);
});

test("in Chinese one character of a word is enough to tell two passages apart", () => {
  const tea = [passage("把茶叶放进茶壶。"), passage("不要摇晃茶壶，摇晃会变苦。"), passage("把茶杯里的水倒进茶壶，盖上盖子等待。")];
  const lesson = new Tutor(tea, { language: "zh", terms: [], asks: NO_ASKS });
  assert.equal(lesson.find("可以摇茶壶吗").places[0]?.passage.text, tea[1]?.text);
});

test("who asks what a thing is asks for its definition, in Hindi and Japanese too", () => {
  for (const question of ["केतली क्या है", "केतली क्या होती है", "केतली किसे कहते हैं"]) assert.equal(intentOf(question, "hi"), "definition", question);
  for (const question of ["二煎目とは", "二煎目って何", "二煎目ってどういう意味"]) assert.equal(intentOf(question, "ja"), "definition", question);
  assert.equal(intentOf("うま味のもとは何ですか", "ja"), "other");
});
