/** A sparse matrix by rows: columns[starts[r]] … columns[starts[r+1]−1], with a value each where there are any. */
export interface SparseRows {
  readonly starts: Uint32Array;
  readonly columns: Uint32Array;
  readonly values?: Float64Array | undefined;
}

/** The same by columns; within one, rows ascend. */
export function transpose({ starts, columns, values }: SparseRows, count: number): SparseRows {
  const rows = starts.length - 1;
  const turned = new Uint32Array(count + 1);
  for (const column of columns) turned[column + 1] = (turned[column + 1] as number) + 1;
  for (let c = 0; c < count; c++) turned[c + 1] = (turned[c + 1] as number) + (turned[c] as number);
  const next = turned.slice(0, count);
  const rowOf = new Uint32Array(columns.length);
  const moved = values && new Float64Array(columns.length);
  for (let r = 0; r < rows; r++) {
    for (let e = starts[r] as number; e < (starts[r + 1] as number); e++) {
      const column = columns[e] as number;
      const at = next[column] as number;
      next[column] = at + 1;
      rowOf[at] = r;
      if (moved && values) moved[at] = values[e] as number;
    }
  }
  return { starts: turned, columns: rowOf, values: moved };
}
