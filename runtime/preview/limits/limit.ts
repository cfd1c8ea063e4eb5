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

/** What the value must be and is not, in words; null where it is. */
export function faultOf(limit: Limit, value: string): string | null {
  if (limit.allows(value)) return null;
  return `it must be ${limit.says}${limit.says.startsWith("at most") ? `, and has ${value.length.toLocaleString("en")}` : ""}`;
}

/** Finds an element's limit; `n` in the table stands for any index. */
export function limitOf(table: Readonly<Record<string, Limit>>, element: string): Limit | undefined {
  return table[element.replace(/\.\d+(?=\.|$)/g, ".n")];
}
