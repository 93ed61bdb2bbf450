import type { PreviewColumn } from "../../domain/data-draft.ts";
import type { RawTable } from "../raw-table.ts";
import { isKeyName } from "./column-words.ts";

const MOST_CATEGORIES = 60;
const MOST_ROWS = 200_000;
/** Fewer rows of the same area and time are slips, not categories. */
const OFTEN = 0.2;

/**
 * The column that tells apart rows of the same area and time, beside a single column of values: „Altersgruppe“, „Geschlecht“,
 * „household_type_id“. Each of its cells is an indicator of its own. Undefined where rows need nothing to be told apart.
 */
export function categoryColumn(
  table: RawTable,
  columns: readonly PreviewColumn[],
  /** Columns that mean something already: area and time. */
  taken: readonly string[],
): { readonly category: string; readonly value: string } | undefined {
  if (table.rowCount < 4 || table.rowCount > MOST_ROWS) return undefined;
  const textsOf = (name: string) => table.columns.find((column) => column.name === name)?.texts ?? [];
  const known = taken.map(textsOf);
  const groups = new Map<string, number>();
  for (let row = 0; row < table.rowCount; row++) {
    const key = JSON.stringify(known.map((texts) => (texts[row] ?? "").trim()));
    groups.set(key, (groups.get(key) ?? 0) + 1);
  }
  if (table.rowCount - groups.size < table.rowCount * OFTEN) return undefined;
  const others = columns.filter(({ name, type }) => !taken.includes(name) && type !== "empty");
  const values = others.filter(({ name, type }) => type === "number" && !isKeyName(name));
  const [value] = values;
  if (!value || values.length > 1) return undefined;
  const category = others.find(({ name, type }) => {
    if (name === value.name || type === "date") return false;
    const texts = textsOf(name);
    const cells = new Set(texts.map((text) => text.trim()));
    // What is another in every row tells areas, not groups.
    if (cells.size < 2 || cells.size > Math.min(MOST_CATEGORIES, table.rowCount / 2) || cells.has("")) return false;
    const keys = new Set<string>();
    for (let row = 0; row < table.rowCount; row++)
      keys.add(JSON.stringify([...known, texts].map((each) => (each[row] ?? "").trim())));
    return keys.size === table.rowCount;
  });
  return category && { category: category.name, value: value.name };
}
