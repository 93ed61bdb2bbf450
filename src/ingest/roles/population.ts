import type { AgeGroup, Population, PopulationBasis } from "../../domain/population.ts";
import { numberCells } from "../cell-numbers.ts";
import { textAt } from "../cell-texts.ts";
import { AGE_GROUP } from "../package/role-schemas.ts";
import type { RawColumn } from "../raw-table.ts";
import { ResourceColumns } from "../resource-columns.ts";
import { originOf, type ResourceReading, type RoleResult } from "../resource-reading.ts";
import { rowPositions } from "../row-positions.ts";
import { nameRowSubjects } from "../row-subjects.ts";

/** Residents by cell, block or address. `known` are the ids of the Sozialräume of any level, for the key of a row. */
export function readPopulation(
  reading: ResourceReading<"population">,
  known: ReadonlySet<string>,
): RoleResult<Population> | undefined {
  const { resource, table, log } = reading;
  const columns = new ResourceColumns(reading);
  const residents = columns.require("residents");
  const positions = rowPositions(reading, columns);
  if (!residents || !positions) return undefined;
  const { rowCount } = table;
  const key = columns.find("sozialraum");
  nameRowSubjects(reading, (row) => {
    const given = textAt(key, row);
    return (
      positions.pointOf(row) ?? (given !== undefined && known.has(given) ? { on: "sozialraum", id: given } : undefined)
    );
  });

  const residentsAt = numberCells(reading, residents);
  const values = new Float64Array(rowCount);
  const suppressed = new Uint8Array(rowCount);
  const kept: number[] = [];
  for (let row = 0; row < rowCount; row++) {
    const cell = residentsAt.at(row);
    if (cell === "rejected" || Number.isNaN(positions.lon[row] as number)) continue;
    const k = kept.length;
    values[k] = typeof cell === "number" ? cell : Number.NaN;
    suppressed[k] = cell === "suppressed" ? 1 : 0;
    positions.lon[k] = positions.lon[row] as number;
    positions.lat[k] = positions.lat[row] as number;
    kept.push(row);
  }
  const n = kept.length;
  const cellSizeMetres = cellSizes(reading, columns.find("cellSizeMetres"), kept);
  const value: Population = {
    lon: positions.lon.slice(0, n),
    lat: positions.lat.slice(0, n),
    residents: values.slice(0, n),
    suppressed: suppressed.slice(0, n),
    cellSizeMetres,
    sozialraum: givenKeys(reading, key, kept, known),
    groups: ageGroups(reading, columns, kept),
    basis: basisOf(resource.keys.basis, cellSizeMetres),
    origin: originOf(resource, positions.crs),
  };
  if (n === 0) log.add("resource-empty");
  return { value, rows: n, rejected: rowCount - n, crs: positions.crs };
}

function basisOf(
  declared: Population["basis"] | undefined,
  sizes: Float64Array,
): Exclude<PopulationBasis, "residential-land" | "area"> {
  return declared ?? (sizes.some((size) => !Number.isNaN(size)) ? "cells" : "blocks");
}

function cellSizes(
  reading: ResourceReading<"population">,
  column: RawColumn | undefined,
  kept: readonly number[],
): Float64Array {
  const sizes = new Float64Array(kept.length).fill(reading.resource.keys.cellSizeMetres ?? Number.NaN);
  if (!column) return sizes;
  const cells = numberCells(reading, column, { emptyIsFine: true });
  for (const [k, row] of kept.entries()) {
    const cell = cells.at(row);
    if (typeof cell === "number" && cell > 0) sizes[k] = cell;
  }
  return sizes;
}

/** An unknown key is told and left out: the row then belongs where it lies. */
function givenKeys(
  reading: ResourceReading,
  column: RawColumn | undefined,
  kept: readonly number[],
  known: ReadonlySet<string>,
): string[] | undefined {
  if (!column) return undefined;
  return kept.map((row) => {
    const key = textAt(column, row);
    if (key === undefined) return "";
    if (known.has(key)) return key;
    reading.log.addForValue("id-unknown", key, { row: reading.table.lineOf(row), column: column.name });
    return "";
  });
}

function ageGroups(
  reading: ResourceReading<"population">,
  columns: ResourceColumns,
  kept: readonly number[],
): AgeGroup[] {
  const groups: AgeGroup[] = [];
  for (const [id, name] of Object.entries(reading.resource.keys.groups ?? {})) {
    const bounds = AGE_GROUP.exec(id);
    const column = columns.named(name);
    if (!column) {
      const present = reading.table.columns.map((candidate) => candidate.name).join(", ");
      reading.log.add("column-missing", {
        column: name,
        severity: "warning",
        context: { ours: `groups.${id}`, present },
      });
      continue;
    }
    const cells = numberCells(reading, column);
    const residents = narrowed(
      Float64Array.from(kept, (row) => {
        const cell = cells.at(row);
        return typeof cell === "number" ? cell : Number.NaN;
      }),
    );
    const to = bounds?.[2] === undefined ? undefined : Number(bounds[2]);
    groups.push({ id, from: Number(bounds?.[1] ?? 0), to, residents });
  }
  return groups.sort((a, b) => a.from - b.from || (a.to ?? Infinity) - (b.to ?? Infinity));
}

/** Whole people need half the memory, to the last one; five groups of three million cells are 120 MB else. */
function narrowed(values: Float64Array): Float64Array | Float32Array {
  return values.every((value) => Number.isNaN(value) || Math.fround(value) === value)
    ? Float32Array.from(values)
    : values;
}
