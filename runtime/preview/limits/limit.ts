/** A limit of one data model element, and tables of them. */

export interface Limit {
  readonly allows: (value: string) => boolean;
  /** Completes "it must be …". */
  readonly says: string;
}

export const matching = (pattern: RegExp, says: string): Limit => ({ allows: (value) => pattern.test(value), says });

export const atMost = (length: number): Limit => ({
  allows: (value) => value.length <= length,
  says: `at most ${length.toLocaleString("en")} characters`,
});

/** Finds an element's limit; `n` in the table stands for any index. */
export function limitOf(table: Readonly<Record<string, Limit>>, element: string): Limit | undefined {
  return table[element.replace(/\.\d+(?=\.|$)/g, ".n")];
}
