const lines = new WeakMap<object, number>();

/** Remembers the line of the file that a record was made of: references are checked when all files are read, and name their row too. */
export function rememberLine(record: object, line: number): void {
  lines.set(record, line);
}

export function lineOfRecord(record: object): number | undefined {
  return lines.get(record);
}
