/** Which of an author's questions are suggested: the same as `src/scormpack/render/chips.py`. Learners ask in fewer words than they like to read. */

/** A letter that is not small, the first there is: scripts without capitals have no small ones. */
const BEGINNING = /^\P{L}*(?!\p{Ll})\p{L}/u;
/** Latin, full-width, Arabic and Greek question marks, and what Japanese has in their place. */
const END = /(?:[?？؟;\u037e]|か。?)[»”’」』)）"']*$/u;

/** Whether it reads like a sentence: "How long is it?" does, "how long" does not. */
export function isWholeQuestion(text: string): boolean {
  return BEGINNING.test(text) && END.test(text);
}
