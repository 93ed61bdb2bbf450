import type { CityForData, KeyColumn, PreviewColumn } from "../../domain/data-draft.ts";
import { WHOLE_CITY } from "../../domain/indicator.ts";
import type { RawTable } from "../raw-table.ts";
import { type AreaDoubt, doubtIn } from "./area-doubts.ts";
import type { AreaReading } from "./area-reading.ts";
import { categoryColumn } from "./category-column.ts";
import { fitOf } from "./column-words.ts";
import { matchNames } from "./match-names.ts";
import { matchKeys, matchNumbers } from "./match-numbers.ts";
import { isTotalName } from "./total-names.ts";
import { periodColumn } from "./whole-city.ts";

/** A column whose cells are ids or names of a level of the city. */
export interface AreaColumn {
  readonly column: string;
  readonly level: string;
  readonly by: "id" | "name";
  /** Share of its different cells that are found. */
  readonly share: number;
  /** Where neither id nor name stands in the file, but the number of the area: what stands there → id. */
  readonly matches?: Readonly<Record<string, string>> | undefined;
  /** The ids stand there whole, among other signs: nothing else can be meant. */
  readonly isKey?: boolean | undefined;
  /** It names every Sozialraum of its level. */
  readonly isWhole: boolean;
  /** Each of its cells stands in one row, or in one of each time. */
  readonly tells: boolean;
}

/** Different cells that are looked at. */
const LOOKED_AT = 2000;
/** Below it a column is a coincidence. */
const ENOUGH = 0.5;
/** Numbers from 1 up are ids everywhere: those of households, of types, of rows. */
const RUNNING = /^\d{1,3}$/;
const MOSTLY = 0.8;
const TELLS = 1;
/** Our own word, or the words that mean nothing else. */
const CALLED_SO = 9;

export interface AreaGuess {
  readonly areas?: AreaColumn | undefined;
  /** What speaks against it, or why there is none: said, and asked. */
  readonly doubt?: AreaDoubt | undefined;
}

/**
 * The column that names Sozialräume: the one of which most different cells are ids of a level, else their numbers („3“ for „STGT03“),
 * else names. Where the file has ids and names that mean other Sozialräume, the names join – they are what people read –, and the
 * contradiction is said. A column of which each cell stands in many rows names what the areas of the rows lie in.
 */
export function guessAreas(table: RawTable, columns: readonly PreviewColumn[], city: CityForData): AreaGuess {
  const found: (AreaReading & { readonly score: number; readonly isCalled: boolean })[] = [];
  const period = periodColumn(table, columns);
  for (const { name, type } of columns) {
    if (type === "date" || type === "empty") continue;
    const cells = differentCells(table, name);
    if (cells.size === 0) continue;
    const isRunning = [...cells].every((cell) => RUNNING.test(cell));
    const called = fitOf("sozialraum", name);
    let tells: boolean | undefined;
    for (const { level, areas } of city.levels) {
      const ids = new Set(areas.map(({ id }) => id));
      const names = type === "number" ? new Map<string, string>() : matchNames(cells, areas).matches;
      const numbers = matchNumbers(cells, areas);
      const keys = type === "number" ? new Map<string, string>() : matchKeys(cells, areas);
      const ways = [
        { by: "id" as const, idOf: (cell: string) => (ids.has(cell) ? cell : undefined) },
        { by: "number" as const, idOf: (cell: string) => numbers.get(cell) },
        { by: "key" as const, idOf: (cell: string) => keys.get(cell) },
        { by: "name" as const, idOf: (cell: string) => names.get(cell) },
      ];
      for (const { by, idOf } of ways) {
        const met = new Set([...cells].map(idOf).filter((id) => id !== undefined));
        const share = met.size / cells.size;
        if (share < ENOUGH) continue;
        const whole = Math.min(1, met.size / Math.max(1, areas.length));
        // A number is a key only where it is called so, or where every area has it equally often.
        const needsWord = by === "number" || by === "key" || (by === "id" && isRunning);
        if (needsWord && called === 0 && !(whole === 1 && met.size > 2 && isRegular(table, name))) continue;
        tells ??= tellsRowsApart(table, columns, name, period);
        // The whole level named, and the column called so, make it more than a coincidence.
        const score = share + whole + called / 10 + (tells ? TELLS : 0);
        found.push({ ...{ column: name, level, by, share, whole, idOf, score }, tells, isCalled: called > 0 });
      }
    }
  }
  found.sort((a, b) => b.score - a.score);
  const told = found.some(({ tells }) => tells) ? found.filter(({ tells }) => tells) : found;
  // Counts from 1 up are numbers of areas by chance where a column that is called so names the areas.
  const isNamed = told.some(({ by, isCalled }) => by === "name" && isCalled);
  const usable = isNamed ? told.filter(({ by, isCalled }) => by === "name" || isCalled) : told;
  const isNumber = ({ by }: AreaReading) => by === "number" || by === "key";
  const byKey = usable.find(({ by }) => by === "id") ?? usable.find(isNumber);
  const better = usable.find((each) => isNumber(each) && each.column === byKey?.column && each.share > byKey.share);
  const key = better ?? byKey;
  // Names of a coarser level stand beside the keys of a finer one: only those of the same level can tell that the keys are none.
  const name = usable.find(({ by, level }) => by === "name" && (key === undefined || level === key.level));
  const { chosen, doubt } = doubtIn(table, columns, city, key, name);
  return { areas: chosen && asColumn(table, chosen), doubt };
}

/** Whether a row is told from all others by a column, its time, and a category if it has one. */
function tellsRowsApart(
  table: RawTable,
  columns: readonly PreviewColumn[],
  name: string,
  period: string | undefined,
): boolean {
  const textsOf = (column: string) => table.columns.find((each) => each.name === column)?.texts ?? [];
  const [cells, times] = [textsOf(name), period === undefined ? [] : textsOf(period)];
  const keys = new Set<string>();
  let filled = 0;
  for (let row = 0; row < table.rowCount; row++) {
    const cell = (cells[row] ?? "").trim();
    if (cell === "") continue;
    filled++;
    keys.add(`${cell}\n${times[row] ?? ""}`);
  }
  if (keys.size >= filled * MOSTLY) return true;
  const isLong = columns.some((column) => fitOf("indicator", column.name) >= CALLED_SO);
  return isLong || categoryColumn(table, columns, period === undefined ? [name] : [name, period]) !== undefined;
}

/** Columns by which a table may name areas, for files beside it that bring areas. */
export function keyColumns(table: RawTable, columns: readonly PreviewColumn[]): KeyColumn[] {
  return columns.flatMap(({ name, type }) => {
    if (type === "date" || type === "empty" || fitOf("sozialraum", name) === 0) return [];
    const cells = differentCells(table, name);
    return cells.size < 3 || cells.size === LOOKED_AT ? [] : [{ column: name, cells: [...cells].sort() }];
  });
}

function asColumn(table: RawTable, { column, level, by, share, whole, tells, idOf }: AreaReading): AreaColumn {
  const found = { column, level, share, tells, isWhole: whole === 1 };
  if (by === "id" || by === "name") return { ...found, by };
  const matches = [...differentCells(table, column)].flatMap((cell) => {
    const id = idOf(cell);
    return id === undefined || id === cell ? [] : [[cell, id] as const];
  });
  return {
    ...{ ...found, by: "id", isKey: by === "key" },
    matches: matches.length > 0 ? Object.fromEntries(matches) : undefined,
  };
}

/** Totals and the sign of the whole city name no area, and do not count against a column. */
function differentCells(table: RawTable, name: string): Set<string> {
  const cells = new Set<string>();
  for (const text of table.columns.find((column) => column.name === name)?.texts ?? []) {
    const cell = text.trim();
    if (cell !== "" && cell !== WHOLE_CITY && !isTotalName(cell)) cells.add(cell);
    if (cells.size >= LOOKED_AT) break;
  }
  return cells;
}

/** Whether each cell stands there equally often, as keys of areas do. */
function isRegular(table: RawTable, name: string): boolean {
  const times = new Map<string, number>();
  for (const text of table.columns.find((column) => column.name === name)?.texts ?? []) {
    const cell = text.trim();
    if (cell !== "") times.set(cell, (times.get(cell) ?? 0) + 1);
  }
  return new Set(times.values()).size === 1;
}
