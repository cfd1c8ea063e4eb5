/** A passage cut into sentences. */

/** The sentences of `text`, in order, none of them empty; together they are all of it but the space between. */
export function sentencesOf(text: string, language: string): string[] {
  return cut(text, language)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
}

function cut(text: string, language: string): string[] {
  try {
    return [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(text)].map(({ segment }) => segment);
  } catch {
    // Browsers before 2024, and a language that Intl refuses.
    return text.split(/(?<=[.!?…]["”’»)]?)\s+|(?<=[。！？।؟])/u);
  }
}
