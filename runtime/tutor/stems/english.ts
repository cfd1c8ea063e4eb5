/** Stemming of English: forms of a word, and most words derived from it, have one stem. */

/** Folded word to the word that stands for it. */
const IRREGULAR = new Map(
  [
    "choose chose chosen choice choices",
    "write wrote written",
    "think thought thoughts",
    "buy bought",
    "pay paid payment payments",
    "say said",
    "know knew known knowledge",
    "make made maker",
    "find found",
    "give gave given",
    "take took taken",
    "keep kept",
    "hold held",
    "leave left",
    "lose lost loss losses",
    "send sent",
    "spend spent",
    "tell told",
    "see saw seen",
    "read reader readers",
    "show shown showed",
    "grow grew grown growth",
    "break broke broken breakage",
    "speak spoke spoken speech",
    "begin began begun beginner",
    "come came",
    "go went gone goes",
    "run ran",
    "teach taught",
    "catch caught",
    "bring brought",
    "build built",
    "mean meant",
    "feel felt",
    "meet met",
    "stand stood",
    "understand understood",
    "forget forgot forgotten",
    "hide hid hidden",
    "draw drew drawn",
    "drive drove driven",
    "fall fell fallen",
    "throw threw thrown",
    "win won",
    "sell sold sale sales",
    "steal stole stolen theft",
    "decide decision decisions",
    "person people persons",
    "man men",
    "woman women",
    "child children",
    "life lives",
    "half halves",
    "good well",
    "bad badly",
    "use usage",
    "prove proof proven",
    "believe belief beliefs",
    "solve solution solutions",
    "receive receipt reception",
    "describe description descriptions",
    "analyse analyze analysis analyses",
    "invent invention",
    "similar similarity",
    "true truth truly",
    "deep depth",
    "long length",
    "high height",
    "strong strength",
    "wide width",
    "hot heat",
    "warm warmth",
    "weigh weight",
    "fail failure failures",
    "produce product products production",
    "reply replies replied",
    "try tries tried trial",
    "rely reliable reliance relies relied unreliable",
    "vary variety variation varied varies variable",
    "explain explanation explanations",
    "repeat repetition",
    "compare comparison comparisons",
    "permit permission",
    "respond response responses",
    "expect expectation",
    "refuse refusal",
    "approve approval",
    "delete deletion",
    "divide division",
    "add addition",
    "advise advice",
    "apologise apologize apology",
    "colour color",
    "clear clarity clarify",
    "safe safety",
    "simple simplify simplicity",
    "free freedom",
    "able ability unable",
    "likely likelier likeliest likelihood",
    "probable probably probability",
    "summary summarise summarize summaries",
  ].flatMap((line) => line.split(" ").map((word): [string, string] => [word, line.slice(0, line.indexOf(" "))])),
);

/** Not endings, whatever they look like. */
const WHOLE = new Set("number answer paper letter order matter member customer computer user server news always thing things this during bring string spring single table label able later never ever other rather whether either after under over offer water enter need speed feed seed string king ring morning evening nothing something anything everything does process access address pass less unless class across express success series species bus plus status focus census virus".split(" "));

const ENDINGS: readonly (readonly [string, number])[] = [
  ["ational", 3], ["isation", 3], ["ization", 3], ["fulness", 3], ["iveness", 3], ["ability", 3], ["ibility", 3],
  ["ation", 3], ["ment", 3], ["ness", 3], ["able", 3], ["ible", 3], ["ance", 4], ["ence", 4], ["ious", 3], ["ised", 3], ["ized", 3],
  ["ise", 4], ["ize", 4], ["ity", 4], ["ive", 4], ["ful", 3], ["ous", 4], ["ion", 4], ["ally", 3], ["ator", 3], ["ate", 3], ["acy", 3], ["ing", 3], ["est", 4], ["ant", 4], ["ent", 4],
  ["ed", 3], ["er", 3], ["or", 4], ["ly", 3], ["al", 4], ["ic", 4], ["at", 4], ["e", 3],
];

export function stemEnglish(word: string): string {
  return shorten(IRREGULAR.get(word) ?? singular(word));
}

function singular(word: string): string {
  if (word.length < 4 || WHOLE.has(word) || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith("ies")) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (/(?:x|ch|sh|ss|zz)es$/.test(word)) return word.slice(0, -2);
  const bare = word.endsWith("s") ? word.slice(0, -1) : word;
  return IRREGULAR.get(bare) ?? bare;
}

/** Ending after ending, as long as a root is left: "corrections" → "correct". */
function shorten(word: string): string {
  let stem = word;
  for (;;) {
    const ending = WHOLE.has(stem) ? undefined : ENDINGS.find(([end, least]) => isEnding(stem, end, least));
    if (ending === undefined) return stem.replace(/y$/, "i");
    stem = undouble(stem.slice(0, -ending[0].length));
  }
}

/** What is left needs a vowel: "sing" is no form of "s". */
function isEnding(word: string, end: string, least: number): boolean {
  return word.endsWith(end) && word.length - end.length >= least && /[aeiouy]/.test(word.slice(0, -end.length));
}

/** "planned" → "plan". */
function undouble(stem: string): string {
  return /([bdfgmnprt])\1$/.test(stem) && stem.length > 3 ? stem.slice(0, -1) : stem;
}
