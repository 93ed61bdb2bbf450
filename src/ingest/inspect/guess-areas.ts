import type { CityForData, KeyColumn, PreviewColumn } from "../../domain/data-draft.ts";
import { WHOLE_CITY } from "../../domain/indicator.ts";
import type { RawTable } from "../raw-table.ts";
import { type AreaDoubt, doubtIn } from "./area-doubts.ts";
import { fitOf } from "./column-words.ts";
import { matchNames } from "./match-names.ts";
import { matchNumbers } from "./match-numbers.ts";
import { isTotalName } from "./total-names.ts";

/** A column whose cells are ids or names of a level of the city. */
export interface AreaColumn {
  readonly column: string;
  readonly level: string;
  readonly by: "id" | "name";
  /** Share of its different cells that are found. */
  readonly share: number;
  /** Where neither id nor name stands in the file, but the number of the area: what stands there → id. */
  readonly matches?: Readonly<Record<string, string>> | undefined;
  /** What speaks against it: said, and asked. */
  readonly doubt?: AreaDoubt | undefined;
}

/** Different cells that are looked at. */
const LOOKED_AT = 2000;
/** Below it a column is a coincidence. */
const ENOUGH = 0.5;
/** Numbers from 1 up are ids everywhere: those of households, of types, of rows. */
const RUNNING = /^\d{1,3}$/;

/** A way in which cells mean Sozialräume. */
export interface AreaReading {
  readonly column: string;
  readonly level: string;
  readonly by: "id" | "name" | "number";
  readonly share: number;
  readonly isRunning: boolean;
  idOf(cell: string): string | undefined;
}

/**
 * The column that names Sozialräume: the one of which most different cells are ids of a level, else their numbers („3“ for „STGT03“),
 * else names. Where the file has ids and names that mean other Sozialräume, the names join – they are what people read –, and the
 * contradiction is said.
 */
export function guessAreas(
  table: RawTable,
  columns: readonly PreviewColumn[],
  city: CityForData,
): AreaColumn | undefined {
  const found: (AreaReading & { readonly score: number })[] = [];
  for (const { name, type } of columns) {
    if (type === "date" || type === "empty") continue;
    const cells = differentCells(table, name);
    if (cells.size === 0) continue;
    const isRunning = [...cells].every((cell) => RUNNING.test(cell));
    const isCalledSo = fitOf("sozialraum", name) > 0;
    for (const { level, areas } of city.levels) {
      const ids = new Set(areas.map(({ id }) => id));
      const names = type === "number" ? new Map<string, string>() : matchNames(cells, areas).matches;
      const numbers = matchNumbers(cells, areas);
      const ways = [
        { by: "id" as const, idOf: (cell: string) => (ids.has(cell) ? cell : undefined) },
        { by: "number" as const, idOf: (cell: string) => numbers.get(cell) },
        { by: "name" as const, idOf: (cell: string) => names.get(cell) },
      ];
      for (const { by, idOf } of ways) {
        const met = new Set([...cells].map(idOf).filter((id) => id !== undefined));
        const share = met.size / cells.size;
        if (share < ENOUGH) continue;
        const whole = Math.min(1, met.size / Math.max(1, areas.length));
        // A number is a key only where it is called so, or where every area has it equally often.
        const needsWord = by === "number" || (by === "id" && isRunning);
        if (needsWord && !isCalledSo && !(whole === 1 && met.size > 2 && isRegular(table, name))) continue;
        // The whole level named, and the column called so, make it more than a coincidence.
        const score = share + whole + fitOf("sozialraum", name) / 10;
        found.push({ column: name, level, by, share, isRunning, idOf, score });
      }
    }
  }
  found.sort((a, b) => b.score - a.score);
  const byKey = found.find(({ by }) => by === "id") ?? found.find(({ by }) => by === "number");
  const better = found.find(
    (each) => each.by === "number" && each.column === byKey?.column && each.share > byKey.share,
  );
  const key = better ?? byKey;
  // Names of a coarser level stand beside the keys of a finer one: only those of the same level can tell that the keys are none.
  const name = found.find(({ by, level }) => by === "name" && (key === undefined || level === key.level));
  const { chosen, doubt } = doubtIn(table, columns, city, key, name);
  return chosen && { ...asColumn(table, chosen), doubt };
}

/** Columns by which a table may name areas, for files beside it that bring areas. */
export function keyColumns(table: RawTable, columns: readonly PreviewColumn[]): KeyColumn[] {
  return columns.flatMap(({ name, type }) => {
    if (type === "date" || type === "empty" || fitOf("sozialraum", name) === 0) return [];
    const cells = differentCells(table, name);
    return cells.size < 3 || cells.size === LOOKED_AT ? [] : [{ column: name, cells: [...cells].sort() }];
  });
}

function asColumn(table: RawTable, { column, level, by, share, idOf }: AreaReading): AreaColumn {
  if (by !== "number") return { column, level, by, share };
  const matches = [...differentCells(table, column)].flatMap((cell) => {
    const id = idOf(cell);
    return id === undefined || id === cell ? [] : [[cell, id] as const];
  });
  return { column, level, by: "id", share, matches: matches.length > 0 ? Object.fromEntries(matches) : undefined };
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
