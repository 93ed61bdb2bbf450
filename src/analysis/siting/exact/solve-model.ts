import type { Highs } from "highs";

/** A model in yes/no and bounded variables: maximise or minimise cost · x with rows of at least or at most; variables lie in 0–1. */
export interface BinaryModel {
  readonly maximise: boolean;
  readonly cost: readonly number[];
  /** How many variables, from the first, are yes or no; the others may be anything in 0–1. */
  readonly binaries: number;
  readonly rows: readonly ModelRow[];
  /** Solutions differ by whole numbers: a bound less than one away is a proof. */
  readonly whole: boolean;
  /** Binaries that are 1 in a known solution. */
  readonly known?: readonly number[] | undefined;
}

export interface ModelRow {
  readonly columns: readonly number[];
  readonly values: readonly number[];
  readonly atLeast?: number | undefined;
  readonly atMost?: number | undefined;
}

export interface SolvedModel {
  readonly status: "optimal" | "infeasible" | "stopped";
  /** Binaries that are 1 in the best solution found; undefined = none found. */
  readonly chosen: readonly number[] | undefined;
  /** Proven bound on the cost of any solution; infinite where nothing was proven. */
  readonly bound: number;
  readonly nodes: number;
}

export interface ProofProgress {
  readonly seconds: number;
  /** Proven so far, NaN before the first relaxation is solved. */
  readonly bound: number;
  /** Of the best solution of the solver, NaN before it has one. */
  readonly value: number;
  readonly nodes: number;
}

export interface ProofOptions {
  /** Seconds after which the best bound so far is the answer; default: none. */
  readonly timeLimit?: number | undefined;
  readonly onProgress?: ((progress: ProofProgress) => void) | undefined;
}

const PROGRESS_SECONDS = 0.2;

/** Solves by HiGHS to the last digit (no gap is tolerated). Blocks: run it in a worker; a stopped run gives its best bound. */
export function solveModel(
  highs: Highs,
  model: BinaryModel,
  { timeLimit, onProgress }: ProofOptions = {},
): SolvedModel {
  const { cost, rows, binaries, known } = model;
  const numCols = cost.length;
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, r) => {
    starts[r + 1] = (starts[r] as number) + row.columns.length;
  });
  const indices = new Int32Array(starts[rows.length] as number);
  const values = new Float64Array(indices.length);
  rows.forEach((row, r) => {
    indices.set(row.columns, starts[r]);
    values.set(row.values, starts[r]);
  });
  const { callbackType, modelStatus, objectiveSense } = highs.constants;
  const data = {
    numCols,
    numRows: rows.length,
    sense: model.maximise ? objectiveSense.maximize : objectiveSense.minimize,
    colCost: Float64Array.from(cost),
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(1),
    rowLower: Float64Array.from(rows, (row) => row.atLeast ?? -highs.infinity),
    rowUpper: Float64Array.from(rows, (row) => row.atMost ?? highs.infinity),
    matrix: { format: "csr" as const, numRows: rows.length, numCols, starts, indices, values },
    integrality: Int32Array.from({ length: numCols }, (_, c) => (c < binaries ? 1 : 0)),
  };
  return highs.withModel(data, (solver): SolvedModel => {
    solver.options.set({
      output_flag: false,
      mip_rel_gap: 0,
      // Short of one, for whole numbers; the rounding of sums aside for all others.
      mip_abs_gap: model.whole ? 0.999 : 1e-9 * cost.reduce((most, c) => Math.max(most, Math.abs(c)), 1),
      ...(timeLimit === undefined ? {} : { time_limit: timeLimit }),
    });
    if (known) {
      const colValue = new Float64Array(binaries);
      for (const c of known) colValue[c] = 1;
      solver.setSolution({ indices: Int32Array.from(colValue.keys()), values: colValue });
    }
    let told = -PROGRESS_SECONDS;
    const tell = (data: Readonly<Record<string, unknown>>): undefined => {
      const seconds = Number(data.running_time ?? 0);
      if (!onProgress || seconds - told < PROGRESS_SECONDS) return;
      told = seconds;
      onProgress({
        seconds,
        bound: finite(data.mip_dual_bound, highs.infinity),
        value: finite(data.mip_primal_bound, highs.infinity),
        nodes: Number(data.mip_node_count ?? 0),
      });
    };
    const result = solver.run({
      [callbackType.mipLogging]: ({ data }) => tell(data),
      [callbackType.mipInterrupt]: ({ data }) => tell(data),
    });
    const nodes = Number(solver.info.get("mip_node_count"));
    if (result.modelStatus === modelStatus.infeasible) {
      return { status: "infeasible", chosen: undefined, bound: model.maximise ? -Infinity : Infinity, nodes };
    }
    const values = solver.getSolution().colValue;
    const isFeasible = Number(solver.info.get("primal_solution_status")) === 2;
    const chosen: number[] = [];
    if (isFeasible) for (let c = 0; c < binaries; c++) if ((values[c] ?? 0) > 0.5) chosen.push(c);
    const bound = Number(solver.info.get("mip_dual_bound"));
    const none = model.maximise ? Infinity : -Infinity;
    return {
      status: result.modelStatus === modelStatus.optimal ? "optimal" : "stopped",
      chosen: isFeasible ? chosen : undefined,
      bound: Math.abs(bound) >= highs.infinity ? none : bound,
      nodes: Math.max(0, nodes),
    };
  });
}

function finite(value: unknown, infinity: number): number {
  const number = Number(value ?? Number.NaN);
  return Math.abs(number) >= infinity ? Number.NaN : number;
}
