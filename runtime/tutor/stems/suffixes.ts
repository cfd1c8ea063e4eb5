/** The common part of light stemmers: takes the longest ending off that leaves enough of the word. */

/** `endings`: separated by spaces; `least`: characters that must be left. */
export function suffixStripper(endings: string, least: number): (word: string) => string {
  const longestFirst = endings.split(" ").sort((one, other) => other.length - one.length);
  return (word) => {
    const ending = longestFirst.find((end) => word.length - end.length >= least && word.endsWith(end));
    return ending === undefined ? word : word.slice(0, word.length - ending.length);
  };
}
