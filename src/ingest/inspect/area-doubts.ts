import type { CityForData, PreviewColumn } from "../../domain/data-draft.ts";
import type { RawTable } from "../raw-table.ts";
import type { AreaReading } from "./area-reading.ts";
import { fitOf } from "./column-words.ts";
import { matchNames, type NamedArea } from "./match-names.ts";

/** Keys that no area has, or keys and names that mean different areas: a table of another version of the areas looks like this. */
export interface AreaDoubt {
  readonly code: "keys-of-other-areas" | "names-contradict-keys";
  /** The column of the keys. */
  readonly column: string;
  readonly row?: number | undefined;
  readonly context: Readonly<Record<string, string | number>>;
}

const LOOKED_AT = 5000;
const EXAMPLES = 3;
/** A wrong name now and then is a slip; more of them are another version of the areas. */
const FEW = 0.05;
/** So many names must be of this level for their column to be one of names of its areas. */
const NAMES_AREAS = 0.3;
const SHORTEST_KEY = 3;

/** Which of the readings joins, and what speaks against it. */
export function doubtIn(
  table: RawTable,
  columns: readonly PreviewColumn[],
  city: CityForData,
  key: AreaReading | undefined,
  name: AreaReading | undefined,
): { readonly chosen: AreaReading | undefined; readonly doubt?: AreaDoubt | undefined } {
  // What the rows lie in says nothing of the areas that they are.
  const inner = key?.tells || name?.tells ? undefined : strangeKeys(table, columns, city, undefined);
  if (inner) return { chosen: undefined, doubt: inner };
  if (key?.tells === false && name?.tells) return { chosen: name, doubt: strangeKeys(table, columns, city, name) };
  if (key) {
    const beside = contradiction(table, columns, city, key);
    if (!beside) return { chosen: key };
    return { chosen: name && beside.isMost ? name : key, doubt: beside.doubt };
  }
  const keys = strangeKeys(table, columns, city, name);
  return { chosen: name, doubt: keys };
}

/** Names beside the keys that mean other areas than the keys do. */
function contradiction(
  table: RawTable,
  columns: readonly PreviewColumn[],
  city: CityForData,
  key: AreaReading,
): { readonly doubt: AreaDoubt; readonly isMost: boolean } | undefined {
  const areas = city.levels.find(({ level }) => level === key.level)?.areas ?? [];
  const keys = textsOf(table, key.column);
  let most: (Met & { readonly isCalled: boolean }) | undefined;
  for (const { name, type } of columns) {
    if (type !== "text" || name === key.column) continue;
    const met = namesBeside(table, key, keys, textsOf(table, name), areas);
    const isCalled = Math.max(fitOf("name", name), fitOf("sozialraum", name)) > 0 && met.isDifferent;
    if (!most || met.same + met.other > most.same + most.other || (!most.isCalled && isCalled && most.same === 0))
      most = { ...met, isCalled };
  }
  if (!most) return undefined;
  const all = most.same + most.other + most.unknown;
  const known = most.same + most.other;
  const isOfLevel = known >= all * NAMES_AREAS && most.other > 1;
  // Names of which nobody knows any, beside keys that fit: those of another city, or of none of these levels.
  const isForeign = most.isCalled && all > 2 && known < all * FEW;
  const against = most.other + most.unknown;
  if (!(isOfLevel || isForeign) || against <= all * FEW) return undefined;
  const examples = most.rows.map(([, cell, text, ours]) => `${cell}: ${text} ≠ ${ours}`).join("; ");
  const row = most.rows[0]?.[0];
  return {
    isMost: most.other > most.same,
    doubt: {
      code: "names-contradict-keys",
      column: key.column,
      row: row === undefined ? undefined : table.lineOf(row),
      context: { differ: against, of: all, examples },
    },
  };
}

interface Met {
  readonly same: number;
  readonly other: number;
  readonly unknown: number;
  /** Nearly each area has a name of its own here. */
  readonly isDifferent: boolean;
  /** Row, key, name beside it, name of the area that has the key. */
  readonly rows: readonly (readonly [row: number, key: string, name: string, ours: string])[];
}

function namesBeside(
  table: RawTable,
  key: AreaReading,
  keys: readonly string[],
  texts: readonly string[],
  areas: readonly NamedArea[],
): Met {
  const nameOf = new Map(areas.map(({ id, name }) => [id, name]));
  const means = matchNames(new Set(texts.slice(0, LOOKED_AT)), areas).matches;
  const rows: [number, string, string, string][] = [];
  const [met, named] = [new Set<string>(), new Set<string>()];
  let [same, other, unknown] = [0, 0, 0];
  for (let row = 0; row < Math.min(table.rowCount, LOOKED_AT); row++) {
    const [cell = "", text = ""] = [keys[row], texts[row]];
    const id = key.idOf(cell);
    const ours = id === undefined ? "" : (nameOf.get(id) ?? "");
    if (id === undefined || text === "" || ours === "" || ours === id) continue;
    met.add(id);
    named.add(text);
    const meant = means.get(text);
    if (meant === id) {
      same++;
      continue;
    }
    if (meant === undefined) unknown++;
    else other++;
    if (rows.length < EXAMPLES) rows.push([row, cell, text, ours]);
  }
  return { same, other, unknown, isDifferent: named.size >= met.size * 0.9, rows };
}

/** A column that is called like a key, has another value in nearly every row, and of which few or none is a key of the city. */
function strangeKeys(
  table: RawTable,
  columns: readonly PreviewColumn[],
  city: CityForData,
  name: AreaReading | undefined,
): AreaDoubt | undefined {
  const level = city.levels.find((each) => each.level === (name?.level ?? city.levels[0]?.level));
  if (!level) return undefined;
  const ids = new Set(level.areas.map(({ id }) => id));
  for (const { name: column, type } of columns) {
    if (column === name?.column || !["key", "number", "text"].includes(type)) continue;
    const called = Math.max(fitOf("sozialraum", column), fitOf("id", column));
    if (called === 0) continue;
    const cells = [...new Set(textsOf(table, column).filter((text) => text !== ""))];
    const areKeys = cells.length > 2 && cells.every((cell) => cell.length >= SHORTEST_KEY && /\d$/.test(cell));
    if (!areKeys || cells.some((cell) => /[.,]/.test(cell))) continue;
    const named = name ? new Set(textsOf(table, name.column)).size : cells.length;
    if (cells.length < named * 0.9 || cells.length < level.areas.length / 4) continue;
    const fit = cells.filter((cell) => ids.has(cell)).length;
    if (fit > cells.length / 2) continue;
    const ours = level.areas[0]?.id ?? "";
    return {
      code: "keys-of-other-areas",
      column,
      context: {
        ...{ fit, keys: cells.length, example: cells[0] ?? "", ours },
        ...(name ? { names: Math.round(name.share * named), of: named } : {}),
      },
    };
  }
  return undefined;
}

function textsOf(table: RawTable, column: string): string[] {
  return (table.columns.find(({ name }) => name === column)?.texts ?? []).map((text) => text.trim());
}
