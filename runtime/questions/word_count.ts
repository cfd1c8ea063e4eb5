/** Counts words, also where they are written without spaces between them. */

export function countWords(text: string): number {
  if (typeof Intl.Segmenter !== "function") return text.split(/\s+/u).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
  const segments = new Intl.Segmenter(undefined, { granularity: "word" }).segment(text);
  return [...segments].filter((segment) => segment.isWordLike).length;
}
