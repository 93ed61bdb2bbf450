import type { RawColumn } from "./raw-table.ts";
import type { ResourceReading } from "./resource-reading.ts";

/**
 * Finds the columns of a resource under the names of the contract: as the package maps them (to nothing: none), else by their own name,
 * else by their own name in other case. A mapped column that is missing is an issue; so is a required one.
 */
export class ResourceColumns {
  readonly #reading: ResourceReading;
  readonly #exact = new Map<string, RawColumn>();
  readonly #folded = new Map<string, RawColumn>();
  readonly #told = new Set<string>();

  constructor(reading: ResourceReading) {
    this.#reading = reading;
    for (const column of reading.table.columns) {
      if (this.#exact.has(column.name)) {
        reading.log.add("column-duplicate", { row: 1, column: column.name });
        continue;
      }
      this.#exact.set(column.name, column);
      const folded = fold(column.name);
      if (!this.#folded.has(folded)) this.#folded.set(folded, column);
    }
  }

  /** The column of that name in the file itself. */
  named(name: string): RawColumn | undefined {
    return this.#exact.get(name) ?? this.#folded.get(fold(name));
  }

  /** The column that stands for `ours`, if the file has it. */
  find(ours: string): RawColumn | undefined {
    const mapping = this.#reading.resource.keys.columns;
    const theirs = mapping && Object.hasOwn(mapping, ours) ? mapping[ours] : undefined;
    if (theirs === undefined) return this.named(ours);
    // None on purpose, although the file has a column of that name.
    if (theirs === "") return undefined;
    const column = this.named(theirs);
    if (!column) this.#missing(theirs, ours, "warning");
    return column;
  }

  /** The same; undefined with an error in the log when it is missing. */
  require(ours: string): RawColumn | undefined {
    const mapping = this.#reading.resource.keys.columns;
    const theirs = mapping && Object.hasOwn(mapping, ours) ? mapping[ours] : undefined;
    const column = theirs === "" ? undefined : this.named(theirs ?? ours);
    if (!column) this.#missing(theirs ?? ours, ours, "error");
    return column;
  }

  #missing(name: string, ours: string, severity: "error" | "warning"): void {
    if (this.#told.has(ours)) return;
    this.#told.add(ours);
    const present = this.#reading.table.columns.map((column) => column.name).join(", ");
    const shown = present.length > 300 ? `${present.slice(0, 300)} …` : present;
    this.#reading.log.add("column-missing", { column: name, severity, context: { ours, present: shown } });
  }
}

function fold(name: string): string {
  return name.trim().toLowerCase();
}
