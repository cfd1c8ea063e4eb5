/** Words that any question may hold, whatever it asks about: they find nothing. Folded, by language. */

const WORDS: Readonly<Record<string, string>> = {
  en: `a an the this that these those it its i me my mine we us our ours you your yours he him his she her hers they them their theirs who whom whose
    what which when where why how is are was were be been being am know knows do does did doing have has had having will would shall should can could may might
    must ought not no nor and or but if then than so as of in on at to from by for with without about into onto upon over under between among through during
    before after again also too very just only even still yet already ever here there some any all each every both either neither other another such same
    own more most much many few less least lot lots up down out off own until while because since though although however else
    dont doesnt didnt isnt arent wasnt wont cant couldnt shouldnt wouldnt havent hasnt im ive youre theyre whats thats theres hows wheres whos oh hey
    don't doesn't didn't isn't aren't wasn't weren't won't can't couldn't shouldn't wouldn't haven't hasn't hadn't i'm you're we're they're i've i'd i'll it'll
    let lets get gets got getting thing things something anything someone anyone somebody anybody everything way ways kind sort really actually basically exactly
    please thanks hello hi ok okay yes lesson tell me explain describe say says mean means meant meaning define definition want wants need needs supposed happen happens happened
    one ones two put go goes going come comes like etc eg ie vs versus s t`,
  es: `el la los las un una unos unas lo al del de a en y o u e que quien quienes cual cuales como cuando donde por para con sin sobre entre hasta desde segun
    es son era eran fue ser soy esta estan este estos esa ese eso esto estar hay ha han he haber tiene tienen tener hace hacer puede pueden puedo poder debe deben debo
    se si no ni me mi mis te tu tus le les su sus nos nuestro nuestra yo ella ellos usted ustedes muy mas menos tan tanto mucho muchos poco algo alguien nada todo todos
    cada otro otra pero porque pues ya tambien solo cosa cosas leccion tiempo significa quiere decir explica dime sirve`,
  fr: `le la les un une des du de au aux a en et ou ni que qui quoi dont quel quelle quels quelles comment quand pourquoi par pour avec sans sur sous entre dans
    est sont etait etre suis es sommes c'est ce cet cette ces cela ca il elle ils elles on je tu nous vous me te se moi mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs
    ne pas plus moins tres aussi si mais car donc y ai as ont avoir fait faire font peut peuvent puis-je pouvoir dois doit doivent faut tout tous toute toutes autre autres
    temps chose choses lecon veut dire signifie explique est-ce qu'est-ce combien beaucoup peu quelque quelques`,
  de: `der die das den dem des ein eine einen einem einer eines und oder aber nicht kein keine keinen wer was wie wo wann warum wieso weshalb welche welcher welches welchen wem wen
    ist sind war waren sein bin bist wird werden wurde wurden hat haben hatte habe kann konnen konnte konnten soll sollen sollte muss mussen darf durfen will wollen
    ich du er sie es wir ihr mich mir dich dir uns euch ihm ihn ihnen mein meine dein deine unser unsere sich man in im an am auf aus bei beim mit nach von vom zu zum zur uber unter vor fur durch gegen ohne um bis
    als wenn dass ob so auch noch nur schon sehr mehr viel viele wenig alle alles jede jeder jedes andere anderen dies diese dieser dieses da hier dort dann denn weil
    lange etwas jemand ding dinge lektion bedeutet heisst erklare gibt geht macht machen tun bitte mal`,
  pt: `o a os as um uma uns umas de do da dos das em no na nos nas e ou que quem qual quais como quando onde por pelo pela para com sem sobre entre ate desde
    e sao era eram foi ser sou esta estao este esta isto esse essa isso estar ha tem tinha ter faz fazer pode podem posso poder deve devem devo
    se nao nem me meu minha te teu tua lhe seu sua seus suas nosso nossa eu ele ela eles elas voce voces nos muito mais menos tao tanto muitos pouco algo alguem nada tudo todo todos
    cada outro outra mas porque pois ja tambem so tempo coisa coisas licao significa quer dizer explique diga serve ao aos`,
  ar: `في من على الى إلى عن مع هذا هذه ذلك تلك التي الذي الذين ما ماذا من متى اين أين كيف لماذا هل كم أي اي هو هي هم انا أنا نحن انت أنت كان كانت يكون تكون ان أن إن لا لم لن ليس قد كل بعض غير بين بعد قبل عند حتى او أو و ثم اذا إذا لكن
    به بها له لها فيه فيها منه منها عليه عليها يجب يمكن هناك شيء الدرس يعني معنى اشرح لي`,
  hi: `का की के को से में पर और या है हैं था थे थी हो होता होती होते होना यह वह ये वे इस उस इन उन जो क्या कौन कब कहाँ कहां क्यों कैसे कितना कितने कितनी किस किसे मैं हम तुम आप मेरा मेरी हमारा आपका अपना अपने अपनी
    नहीं न भी ही तो एक कुछ कोई सब सभी लिए साथ बाद पहले तक कर करना करने करता करते करें किया चाहिए सकता सकते सकती बहुत अधिक कम पाठ मतलब अर्थ बताओ बताइए`,
  zh: `什么 怎么 为什 如何 哪些 哪个 是什 可以 我们 你们 他们 这个 那个 一个 没有 就是 应该 需要 时候 多少 吗 呢 的 了 是 在 有`,
  ja: `何で 何が 何を 何か 何 誰 方法 場合`,
};

/** Stop words of `language` (BCP 47); none where we know none. */
export function stopWordsOf(language: string): ReadonlySet<string> {
  return new Set((WORDS[language.toLowerCase().split("-")[0] ?? ""] ?? "").split(/\s+/));
}
