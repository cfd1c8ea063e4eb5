/** Regularised regression by Newton's method: of a yes or no, and of one choice among several. */

/** One thing to decide, with what is known of it as numbers. */
export interface Decision {
  readonly signs: readonly number[];
  /** Of what is not learned. */
  readonly offset: number;
  readonly yes: boolean;
  readonly weight: number;
}

/** Some things to choose from, of which at least one is right. */
export interface Choice {
  readonly among: readonly { readonly signs: readonly number[]; readonly offset: number; readonly right: boolean }[];
  readonly weight: number;
}

const ROUNDS = 25;

/** Weights of the signs; each is held small, by `ridge`, in units of its spread, but the first. */
export function learnDecisions(decisions: readonly Decision[], ridge: number): number[] {
  const spread = spreadOf(decisions.map(({ signs }) => signs));
  const rows = decisions.map((each) => ({ ...each, signs: each.signs.map((value, at) => value / (spread[at] ?? 1)) }));
  const step = (weights: readonly number[]): number[] => {
    const sums = new Sums(weights, (at) => (at === 0 ? 1e-6 : ridge));
    for (const { signs, offset, yes, weight } of rows) {
      const chance = 1 / (1 + Math.exp(-offset - dot(signs, weights)));
      sums.add(signs, weight * (chance - (yes ? 1 : 0)), weight * chance * (1 - chance));
    }
    return sums.step();
  };
  return repeat(step, spread);
}

/** Weights of the signs; each is held small, by `ridge`, in units of its spread. Where several are right, the likelier counts for more. */
export function learnChoices(choices: readonly Choice[], ridge: number): number[] {
  const spread = spreadOf(choices.flatMap(({ among }) => among.map(({ signs }) => signs)));
  const sets = choices.map(({ among, weight }) => ({ weight, among: among.map((each) => ({ ...each, signs: each.signs.map((value, at) => value / (spread[at] ?? 1)) })) }));
  const step = (weights: readonly number[]): number[] => {
    const sums = new Sums(weights, () => ridge);
    for (const { among, weight } of sets) {
      const scores = among.map(({ signs, offset }) => offset + dot(signs, weights));
      const peak = Math.max(...scores);
      const odds = scores.map((score) => Math.exp(score - peak));
      const all = sumOf(odds);
      const right = sumOf(odds.filter((_, at) => among[at]?.right)) || 1e-9;
      const mean = weights.map(() => 0);
      among.forEach((each, at) => {
        const chance = (odds[at] ?? 0) / all;
        sums.add(each.signs, weight * (chance - (each.right ? (odds[at] ?? 0) / right : 0)), weight * chance);
        each.signs.forEach((value, sign) => (mean[sign] = (mean[sign] ?? 0) + chance * value));
      });
      sums.add(mean, 0, -weight);
    }
    return sums.step();
  };
  return repeat(step, spread);
}

/** The first and second derivatives of what is made small. */
class Sums {
  readonly #weights: readonly number[];
  readonly #slope: number[];
  readonly #bend: number[][];

  constructor(weights: readonly number[], ridge: (at: number) => number) {
    this.#weights = weights;
    this.#slope = weights.map((weight, at) => weight * ridge(at));
    this.#bend = weights.map((_, row) => weights.map((_, column): number => (row === column ? ridge(row) : 0)));
  }

  add(signs: readonly number[], slope: number, bend: number): void {
    for (let row = 0; row < signs.length; row += 1) {
      const value = signs[row] ?? 0;
      if (value === 0) continue;
      this.#slope[row] = (this.#slope[row] ?? 0) + slope * value;
      const line = this.#bend[row] ?? [];
      for (let column = 0; column < signs.length; column += 1) line[column] = (line[column] ?? 0) + bend * value * (signs[column] ?? 0);
    }
  }

  /** The weights after it. */
  step(): number[] {
    const change = solve(this.#bend, this.#slope);
    return this.#weights.map((weight, at) => weight - (change[at] ?? 0));
  }
}

function repeat(step: (weights: readonly number[]) => number[], spread: readonly number[]): number[] {
  let weights = spread.map(() => 0);
  for (let round = 0; round < ROUNDS; round += 1) weights = step(weights);
  return weights.map((weight, at) => weight / (spread[at] ?? 1));
}

/** Standard deviation of each sign; 1 where it is always the same. */
function spreadOf(rows: readonly (readonly number[])[]): number[] {
  return (rows[0] ?? []).map((_, at) => {
    const mean = sumOf(rows.map((row) => row[at] ?? 0)) / rows.length;
    return Math.sqrt(sumOf(rows.map((row) => ((row[at] ?? 0) - mean) ** 2)) / rows.length) || 1;
  });
}

/** Gauss's elimination; the matrix is symmetric and positive. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  rows.forEach((pivot, at) => {
    for (const row of rows) {
      if (row === pivot) continue;
      const factor = (row[at] ?? 0) / (pivot[at] ?? 1);
      row.forEach((value, column) => (row[column] = value - factor * (pivot[column] ?? 0)));
    }
  });
  return rows.map((row, at) => (row.at(-1) ?? 0) / (row[at] ?? 1));
}

export function dot(one: readonly number[], other: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
