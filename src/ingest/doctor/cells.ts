import type { Population } from "../../domain/population.ts";
import type { OpenedTable } from "../read-resource.ts";
import type { Examined } from "./examined.ts";
import { type Findings, MOST_PLACES } from "./findings.ts";

/** 5,000 on a hectare: the tallest blocks have two thousand. */
const MOST_PER_SQUARE_METRE = 0.5;
/** A metre: nearer together no two cells can be. */
const CELLS_PER_DEGREE = 1e5;
const HALF_RANGE = 2 ** 25;

/** Cells that are there twice, whose residents count twice, and cells with more residents than a city can hold. */
export function examineCells(
  { population, resources, tables }: Pick<Examined, "population" | "resources" | "tables">,
  findings: Findings,
): void {
  const resource = population && resources.get(population.origin.resource);
  if (!population || !resource) return;
  const table = tables.find((opened) => opened.resource.name === resource.name)?.table;
  // Where no row was left out, cells are rows.
  const lineOf = table?.rowCount === population.lon.length ? table.lineOf : undefined;
  const again = cellsAgain(population);
  const about = (cells: readonly number[]) =>
    cells.slice(0, MOST_PLACES).map((cell) => ({
      on: "point" as const,
      lon: population.lon[cell] as number,
      lat: population.lat[cell] as number,
    }));
  const first = again[0];
  if (first !== undefined) {
    const residents = again.reduce((sum, { cell }) => sum + (population.residents[cell] || 0), 0);
    const isSame = lineOf !== undefined && table !== undefined && again.every((pair) => isSameRow(table, pair));
    findings.add({
      code: "cells-twice",
      severity: "warning",
      source: resource.path,
      row: lineOf?.(first.cell),
      context: {
        cells: again.length,
        residents: Math.round(residents),
        otherRow: lineOf?.(first.before) ?? "",
        ...(isSame ? { same: 1 } : {}),
      },
      about: about(again.map(({ cell }) => cell)),
      repair: isSame ? { resource: resource.name, repair: { repair: "drop-duplicates" } } : undefined,
    });
  }
  for (const [cell, residents] of population.residents.entries()) {
    const size = population.cellSizeMetres[cell] as number;
    if (!(residents > MOST_PER_SQUARE_METRE * size * size)) continue;
    findings.add({
      code: "cell-crowded",
      severity: "notice",
      source: resource.path,
      row: lineOf?.(cell),
      column: resource.keys.columns?.residents ?? "residents",
      context: { residents, metres: size },
      about: about([cell]),
    });
  }
}

interface Pair {
  readonly cell: number;
  readonly before: number;
}

/** Of blocks and addresses several may share a coordinate: only squares are looked at. */
function cellsAgain({ lon, lat, cellSizeMetres }: Population): Pair[] {
  const seen = new Map<number, number>();
  const again: Pair[] = [];
  for (let cell = 0; cell < lon.length; cell++) {
    if (!((cellSizeMetres[cell] as number) > 0)) continue;
    const column = Math.round((lon[cell] as number) * CELLS_PER_DEGREE) + HALF_RANGE;
    const key = column * 2 * HALF_RANGE + Math.round((lat[cell] as number) * CELLS_PER_DEGREE) + HALF_RANGE;
    const before = seen.get(key);
    if (before === undefined) seen.set(key, cell);
    else again.push({ cell, before });
  }
  return again;
}

function isSameRow(table: NonNullable<OpenedTable<"population">["table"]>, { cell, before }: Pair): boolean {
  return table.columns.every(({ texts }) => texts[cell] === texts[before]);
}
