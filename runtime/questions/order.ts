/** Orders to show things in: the same for the same seed, on any device. */

/** The numbers 0 to `count` - 1: shuffled by `seed`, or as they are when it is null. */
export function orderOf(count: number, seed: number | null): number[] {
  const order = Array.from({ length: count }, (_, at) => at);
  if (seed === null) return order;
  const next = randomFrom(seed);
  // Fisher and Yates: every order is equally likely.
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(next() * (last + 1));
    [order[last], order[other]] = [order[other] as number, order[last] as number];
  }
  return order;
}

/** A seed of its own for each of several shuffles. */
export function seedFor(seed: number, index: number): number {
  return Math.imul(seed ^ Math.imul(index + 1, 0x9e3779b1), 0x85ebca6b) >>> 0;
}

/** Mulberry32: small, quick, and the same everywhere. Numbers from 0 up to 1. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
