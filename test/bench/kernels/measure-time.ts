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
  /** The median. */
  readonly milliseconds: number;
  readonly fastest: number;
  readonly result: T;
}

/** Median of several runs after some to warm up. */
export function measureTime<T>(work: () => T, runs = 9, warmUp = 3): Timed<T> {
  return measureTogether([work], runs, warmUp)[0] as Timed<T>;
}

/** Median of each, run in turn round after round: whatever else the machine does meets all of them alike. */
export function measureTogether<T>(works: readonly (() => T)[], rounds = 9, warmUp = 3): Timed<T>[] {
  const times = works.map((): number[] => []);
  const results: T[] = [];
  for (let round = -warmUp; round < rounds; round++) {
    works.forEach((work, k) => {
      const start = performance.now();
      results[k] = work();
      if (round >= 0) times[k]?.push(performance.now() - start);
    });
  }
  return times.map((own, k) => {
    own.sort((a, b) => a - b);
    return { milliseconds: own[Math.floor(rounds / 2)] as number, fastest: own[0] as number, result: results[k] as T };
  });
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
