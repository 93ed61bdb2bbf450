import type { Benefits } from "./benefits.ts";
import type { SparseRows } from "./transpose.ts";

/**
 * Looks for covers of one column less, again and again: a column is given up, then one after the other is exchanged, always for a row that
 * has none; rows that stay without weigh more from step to step, so that the search leaves where it is stuck (row weighting local search: Gao, Weise
 * & Li 2015, after NuMVC: Cai, Su, Luo & Sattar 2013). A column that was just added is not given up at once, and one that was given up comes back only
 * when something around it has changed. Memory: three numbers per column, five per row.
 */
export class RowWeighting {
  readonly #columns: Benefits;
  readonly #rows: SparseRows;
  readonly #random: () => number;
  /** Σ weights of the rows that a column would newly cover, or, with a minus, that only it covers. */
  readonly #score: Float64Array;
  readonly #isIn: Uint8Array;
  readonly #mayCome: Uint8Array;
  readonly #since: Float64Array;
  readonly #weight: Float64Array;
  /** How many of the chosen columns cover a row, and the sum of their numbers: with one, that is its number. */
  readonly #times: Int32Array;
  readonly #sum: Float64Array;
  readonly #open: Int32Array;
  readonly #place: Int32Array;
  #openCount = 0;
  #chosen: number[] = [];
  #best: number[];
  #step = 0;
  #last = -1;

  /** `cover`: columns that cover every row that has a column; `rows`: the same matrix by rows. */
  constructor(columns: Benefits, rows: SparseRows, cover: readonly number[], random: () => number) {
    this.#columns = columns;
    this.#rows = rows;
    this.#random = random;
    const count = columns.starts.length - 1;
    const { points } = columns;
    this.#score = new Float64Array(count);
    this.#isIn = new Uint8Array(count);
    this.#mayCome = new Uint8Array(count).fill(1);
    this.#since = new Float64Array(count);
    this.#weight = new Float64Array(points).fill(1);
    this.#times = new Int32Array(points);
    this.#sum = new Float64Array(points);
    this.#open = new Int32Array(points);
    this.#place = new Int32Array(points).fill(-1);
    for (let i = 0; i < points; i++) if (rows.starts[i] !== rows.starts[i + 1]) this.#reopen(i);
    for (let j = 0; j < count; j++) this.#score[j] = (columns.starts[j + 1] as number) - (columns.starts[j] as number);
    for (const j of cover) this.#add(j);
    this.#best = [...this.#chosen];
  }

  /** The smallest cover so far. */
  get best(): readonly number[] {
    return this.#best;
  }

  /** Exchanges so many columns; true when a smaller cover was found, then it stops there. */
  run(steps: number): boolean {
    let isBetter = false;
    for (let n = 0; n < steps; n++) {
      while (this.#openCount === 0) {
        if (this.#chosen.length < this.#best.length) {
          this.#best = [...this.#chosen];
          isBetter = true;
        }
        if (this.#chosen.length === 0) return isBetter;
        this.#remove(this.#cheapest(-1));
      }
      this.#step++;
      if (this.#chosen.length > 0) this.#remove(this.#cheapest(this.#last));
      const row = this.#open[Math.floor(this.#random() * this.#openCount)] as number;
      const best = this.#bestFor(row);
      this.#add(best);
      this.#last = best;
      this.#weighOpen();
    }
    return isBetter;
  }

  /** Of the chosen columns the one that the fewest weights depend on; of equal ones that which changed first. */
  #cheapest(tabu: number): number {
    const score = this.#score;
    const since = this.#since;
    let best = -1;
    let most = -Infinity;
    for (const j of this.#chosen) {
      if (j === tabu && this.#chosen.length > 1) continue;
      const own = score[j] as number;
      if (own > most || (own === most && (since[j] as number) < (since[best] as number))) {
        most = own;
        best = j;
      }
    }
    return best;
  }

  /** The column of a row that covers the most weights; one that may not come back only where there is no other. */
  #bestFor(row: number): number {
    const { starts, columns } = this.#rows;
    const score = this.#score;
    const since = this.#since;
    const mayCome = this.#mayCome;
    let best = -1;
    let most = -Infinity;
    let any = 0;
    const end = starts[row + 1] as number;
    for (let e = starts[row] as number; e < end; e++) {
      const j = columns[e] as number;
      const may = mayCome[j] as number;
      if (may < any) continue;
      const own = score[j] as number;
      if (may > any || own > most || (own === most && (since[j] as number) < (since[best] as number))) {
        any = may;
        most = own;
        best = j;
      }
    }
    return best;
  }

  #weighOpen(): void {
    const { starts, columns } = this.#rows;
    for (let k = 0; k < this.#openCount; k++) {
      const i = this.#open[k] as number;
      this.#weight[i] = (this.#weight[i] as number) + 1;
      const end = starts[i + 1] as number;
      for (let e = starts[i] as number; e < end; e++) {
        const j = columns[e] as number;
        this.#score[j] = (this.#score[j] as number) + 1;
      }
    }
  }

  #add(j: number): void {
    const { starts, point } = this.#columns;
    const score = this.#score;
    this.#isIn[j] = 1;
    this.#since[j] = this.#step;
    this.#chosen.push(j);
    score[j] = -(score[j] as number);
    const end = starts[j + 1] as number;
    for (let e = starts[j] as number; e < end; e++) {
      const i = point[e] as number;
      const times = this.#times[i] as number;
      const w = this.#weight[i] as number;
      if (times === 0) {
        this.#close(i);
        this.#tellOthers(i, j, -w);
      } else if (times === 1) {
        const only = this.#sum[i] as number;
        score[only] = (score[only] as number) + w;
      }
      this.#times[i] = times + 1;
      this.#sum[i] = (this.#sum[i] as number) + j;
    }
  }

  #remove(j: number): void {
    const { starts, point } = this.#columns;
    const score = this.#score;
    this.#isIn[j] = 0;
    this.#mayCome[j] = 0;
    this.#since[j] = this.#step;
    const at = this.#chosen.indexOf(j);
    this.#chosen[at] = this.#chosen[this.#chosen.length - 1] as number;
    this.#chosen.pop();
    score[j] = -(score[j] as number);
    const end = starts[j + 1] as number;
    for (let e = starts[j] as number; e < end; e++) {
      const i = point[e] as number;
      const times = (this.#times[i] as number) - 1;
      const w = this.#weight[i] as number;
      this.#times[i] = times;
      this.#sum[i] = (this.#sum[i] as number) - j;
      if (times === 0) {
        this.#reopen(i);
        this.#tellOthers(i, j, w);
      } else if (times === 1) {
        const only = this.#sum[i] as number;
        score[only] = (score[only] as number) - w;
      }
    }
  }

  /** The columns of a row, but for one, hear that it has changed. */
  #tellOthers(row: number, but: number, change: number): void {
    const { starts, columns } = this.#rows;
    const score = this.#score;
    const mayCome = this.#mayCome;
    const end = starts[row + 1] as number;
    for (let e = starts[row] as number; e < end; e++) {
      const j = columns[e] as number;
      if (j === but) continue;
      score[j] = (score[j] as number) + change;
      mayCome[j] = 1;
    }
  }

  #reopen(i: number): void {
    this.#place[i] = this.#openCount;
    this.#open[this.#openCount++] = i;
  }

  #close(i: number): void {
    const at = this.#place[i] as number;
    const last = this.#open[--this.#openCount] as number;
    this.#open[at] = last;
    this.#place[last] = at;
    this.#place[i] = -1;
  }
}
