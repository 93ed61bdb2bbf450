import type { Benefits } from "./benefits.ts";
import type { SparseRows } from "./transpose.ts";

/** How much faster prices move than columns: what took the bound of a city up fastest. */
const PRICES_FASTER = 3;

/**
 * How many columns are needed at least to cover all rows that have one: prices u ≥ 0 of these rows prove
 * Σ u_i + Σ_j min(0, 1 − Σ u of column j) (Lagrangian relaxation). At first prices that no column's rows exceed one with (dual ascent); every
 * step then moves prices and parts of columns against each other (primal-dual hybrid gradient: Chambolle & Pock 2011, with a step of its own for each
 * row and column: Pock & Chambolle 2011), towards the bound of the linear program. Memory: two numbers per column, one per row.
 */
export class CoverBound {
  readonly #columns: Benefits;
  readonly #rows: SparseRows;
  readonly #prices: Float64Array;
  /** Part of each column that is taken, 0–1, and where it is heading. */
  readonly #part: Float64Array;
  readonly #ahead: Float64Array;
  #most = 0;

  /** `rows`: the same matrix by rows. */
  constructor(columns: Benefits, rows: SparseRows) {
    this.#columns = columns;
    this.#rows = rows;
    const count = columns.starts.length - 1;
    this.#part = new Float64Array(count);
    this.#ahead = new Float64Array(count);
    this.#most = sumOf(ascended(columns, rows));
    this.#prices = evenPrices(columns, rows);
  }

  /** Proven: no fewer columns do. */
  get bound(): number {
    return Math.max(0, Math.ceil(this.#most - 1e-6));
  }

  step(): void {
    const { starts, point, points } = this.#columns;
    const prices = this.#prices;
    const part = this.#part;
    const ahead = this.#ahead;
    let bound = sumOf(prices);
    for (let j = 0; j < part.length; j++) {
      const from = starts[j] as number;
      const end = starts[j + 1] as number;
      if (from === end) continue;
      let sum = 0;
      for (let e = from; e < end; e++) sum += prices[point[e] as number] as number;
      if (sum > 1) bound += 1 - sum;
      const now = part[j] as number;
      const next = Math.min(1, Math.max(0, now - ((1 - sum) * PRICES_FASTER) / (end - from)));
      ahead[j] = 2 * next - now;
      part[j] = next;
    }
    if (bound > this.#most) this.#most = bound;
    const rows = this.#rows;
    for (let i = 0; i < points; i++) {
      const from = rows.starts[i] as number;
      const end = rows.starts[i + 1] as number;
      if (from === end) continue;
      let sum = 0;
      for (let e = from; e < end; e++) sum += ahead[rows.columns[e] as number] as number;
      const price = (prices[i] as number) + (1 - sum) / (PRICES_FASTER * (end - from));
      prices[i] = price > 0 ? price : 0;
    }
  }
}

/** Prices that no column's rows exceed one with: rows of few columns first, each as much as its columns still allow. */
function ascended({ points, starts }: Benefits, rows: SparseRows): Float64Array {
  const degree = Uint32Array.from(
    { length: points },
    (_, i) => (rows.starts[i + 1] as number) - (rows.starts[i] as number),
  );
  const order = Uint32Array.from({ length: points }, (_, i) => i).sort(
    (a, b) => (degree[a] as number) - (degree[b] as number) || a - b,
  );
  const left = new Float64Array(starts.length - 1).fill(1);
  const prices = new Float64Array(points);
  for (const i of order) {
    const from = rows.starts[i] as number;
    const to = rows.starts[i + 1] as number;
    if (from === to) continue;
    let least = 1;
    for (let e = from; e < to && least > 0; e++) least = Math.min(least, left[rows.columns[e] as number] as number);
    if (least <= 0) continue;
    prices[i] = least;
    for (let e = from; e < to; e++) {
      const j = rows.columns[e] as number;
      left[j] = (left[j] as number) - least;
    }
  }
  return prices;
}

/** Every row pays as if the largest of its columns were shared by all of its rows alike. */
function evenPrices({ points, starts }: Benefits, rows: SparseRows): Float64Array {
  const prices = new Float64Array(points);
  for (let i = 0; i < points; i++) {
    let most = 0;
    for (let e = rows.starts[i] as number; e < (rows.starts[i + 1] as number); e++) {
      const j = rows.columns[e] as number;
      const length = (starts[j + 1] as number) - (starts[j] as number);
      if (length > most) most = length;
    }
    if (most > 0) prices[i] = 1 / most;
  }
  return prices;
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  return sum;
}
