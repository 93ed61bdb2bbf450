/** What a bench gives back, see run.mjs. */
export interface BenchResult {
  readonly id: string;
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly ratios: Readonly<Record<string, number>>;
  readonly notes?: readonly string[];
}

export interface Timed<T> {
  readonly milliseconds: number;
  readonly result: T;
}

/** Median of several runs after some to warm up. */
export function measureTime<T>(work: () => T, runs = 9, warmUp = 3): Timed<T> {
  let result = work();
  for (let k = 1; k < warmUp; k++) result = work();
  const times: number[] = [];
  for (let k = 0; k < runs; k++) {
    const start = performance.now();
    result = work();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { milliseconds: times[Math.floor(runs / 2)] as number, result };
}

export function demandThat(holds: boolean, what: string): void {
  if (!holds) throw new Error(`wrong answer: ${what}`);
}

/** Seeded numbers in 0–1, the same on every machine. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
