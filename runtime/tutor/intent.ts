/** What kind of answer a question asks for, where its first words say so. */

export type Intent = "definition" | "number" | "reason" | "example" | "advice" | "person" | "time" | "place" | "choice" | "confirmation" | "other";

/** What a question begins with, and the words that an answer to it is known by. Folded. */
const QUESTIONS: Readonly<Record<string, readonly (readonly [Intent, RegExp])[]>> = {
  en: [
    ["definition", /^(?:so |and |please )*(?:what(?:'?s| is| are| does| do) (?:an? |the |the term |the word )*[\p{L}\p{N}“”"' -]{2,40}?(?: mean| stand for)?\s*\??$|define |definition of|.*\bmeaning of|.*\b(?:meaning|definition)\s*\??$)/u],
    ["number", /\bhow (?:many|much|long|often|far|big|large|high|soon|fast)\b|\bwhat (?:number|share|percentage|percent|proportion)\b/],
    ["reason", /\bwhy\b|\bwhat (?:causes?|makes|is the reason)\b|\breason for\b|\bhow come\b/],
    ["example", /\bexamples?\b|\bfor instance\b|\bsuch as\b/],
    ["advice", /\b(?:what|how|when|where|which|who) (?:should|can|could|do|must|shall) (?:i|we|one|you)\b|\bhow to\b|\bshould (?:i|we)\b|\bdo i (?:have|need)\b/],
    ["person", /\bwho(?:m|se)?\b/],
    ["time", /\bwhen\b|\bwhat (?:day|date|year|time)\b/],
    ["place", /\bwhere(?:abouts)?\b/],
    ["choice", /\bwhich\b/],
    ["confirmation", /^(?:so |and |but )*(?:is|are|was|were|am|do|does|did|can|could|should|shall|will|would|has|have|had|may|must|isn'?t|aren'?t|doesn'?t|don'?t|won'?t|can'?t)\b/],
  ],
  es: [["definition", /^¿?\s*que (?:es|son|significan?)\b/], ["number", /\bcuant[oa]s?\b/], ["reason", /\bpor que\b/], ["example", /\bejemplos?\b/]],
  fr: [["definition", /^(?:qu'est-ce qu|que signifient?|c'est quoi)/], ["number", /\bcombien\b/], ["reason", /\bpourquoi\b/], ["example", /\bexemples?\b/]],
  de: [["definition", /^was (?:ist|sind|bedeute[nt]|heisst?)\b/], ["number", /\bwie ?(?:viele?|lange|oft|hoch)\b/], ["reason", /\b(?:warum|wieso|weshalb)\b/], ["example", /\bbeispiele?\b/]],
  pt: [["definition", /^(?:o )?que (?:e|sao|significam?)\b/], ["number", /\bquant[oa]s?\b/], ["reason", /\bpor ?que\b/], ["example", /\bexemplos?\b/]],
  ar: [["definition", /^(?:ما هو|ما هي|ما معني|ما معنى)/], ["number", /(?:^|\s)كم\s/], ["reason", /لماذا/], ["example", /مثال|امثلة/]],
  hi: [["definition", /क्या (?:है|हैं|होता|होती|होते)|का (?:अर्थ|मतलब)|किसे कहते/], ["number", /कितन/], ["reason", /क्यों/], ["example", /उदाहरण/]],
  zh: [["definition", /什么是|是什么|什么意思/], ["number", /多少|几/], ["reason", /为什么|为何/], ["example", /例子|举例/]],
  ja: [["definition", /(?:^|[^もこ])とは|の意味|って(?:何|なに|なん|どういう意味)/], ["number", /いくつ|どのくらい|何(?:回|人|個|分|日)/], ["reason", /なぜ|どうして/], ["example", /例/]],
};

const SIGNS: Readonly<Partial<Record<Intent, RegExp>>> = {
  number: /[\p{N}]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|dozen|hundred|thousand|million|billions?|half|once|twice|few|several|many|minutes?|hours?)\b/iu,
  reason: /\b(?:because|why|since|reason|so that|therefore|otherwise|cause[sd]?|makes?|means that)\b|\bso\b|porque|parce que|\bcar\b|\bweil\b|\bdenn\b|لأن|क्योंकि|因为|ため|から/iu,
  example: /\b(?:for (?:example|instance)|such as|suppose|say|like)\b|:|“|por ejemplo|par exemple|zum beispiel|por exemplo|مثل|उदाहरण|例如|例えば/iu,
};

export function intentOf(folded: string, language: string): Intent {
  const questions = QUESTIONS[language.toLowerCase().split("-")[0] ?? ""] ?? [];
  return questions.find(([, form]) => form.test(folded))?.[0] ?? "other";
}

/** Whether a text looks like an answer of that kind. */
export function suits(intent: Intent, text: string): boolean {
  return SIGNS[intent]?.test(text) ?? false;
}
