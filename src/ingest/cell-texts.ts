import { originalText } from "../domain/harmless-text.ts";
import type { RawColumn } from "./raw-table.ts";
import type { ResourceReading } from "./resource-reading.ts";

/** The text of a cell without the spaces around it; undefined when there is none: the source did not say. */
export function textAt(column: RawColumn | undefined, row: number): string | undefined {
  const text = column?.texts[row]?.trim();
  return text === undefined || text === "" ? undefined : text;
}

/** A text as it was before the app wrote it: an apostrophe before what a spreadsheet would run as a formula is taken away again. */
export function writtenTextAt(column: RawColumn | undefined, row: number): string | undefined {
  const text = textAt(column, row);
  return text === undefined ? undefined : originalText(text);
}

/** Entries of a list in a cell, split at the package's `listSeparator`. */
export function listAt(column: RawColumn | undefined, row: number, separator: string): string[] {
  const text = textAt(column, row);
  if (text === undefined) return [];
  return text
    .split(separator)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
}

export const DEFAULT_LIST_SEPARATOR = ";";

/** The package's `values` for one of our columns: what stands in the file → our value; everything else stays as it is. */
export function valueMap({ resource }: ResourceReading, ours: string): (raw: string) => string {
  const values = resource.keys.values as Record<string, unknown> | undefined;
  const entries = values && Object.hasOwn(values, ours) ? values[ours] : undefined;
  if (typeof entries !== "object" || entries === null) return (raw) => raw;
  const map = new Map(Object.entries(entries as Record<string, string>));
  return (raw) => map.get(raw) ?? raw;
}

/**
 * One of a fixed set of values, or undefined; anything else is an issue and counts as not said. Case and spaces around do not matter.
 */
export function choiceAt<T extends string>(
  reading: ResourceReading,
  ours: string,
  column: RawColumn | undefined,
  allowed: readonly T[],
): (row: number) => T | undefined {
  const map = valueMap(reading, ours);
  const byName = new Map<string, T>(allowed.map((value) => [value, value]));
  return (row) => {
    const raw = textAt(column, row);
    if (raw === undefined) return undefined;
    const choice = byName.get(map(raw)) ?? byName.get(map(raw).toLowerCase());
    if (choice === undefined) {
      const context = { allowed: allowed.join(", ") };
      reading.log.addForValue("value-not-allowed", raw, {
        row: reading.table.lineOf(row),
        column: column?.name,
        context,
      });
    }
    return choice;
  };
}
