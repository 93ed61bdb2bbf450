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
  const rowOf = new Uint32Array(rowCount);
  let n = 0;
  for (let row = 0; row < rowCount; row++) {
    const cell = residentsAt.at(row);
    if (cell === "rejected" || Number.isNaN(positions.lon[row] as number)) continue;
    const k = n++;
    values[k] = typeof cell === "number" ? cell : Number.NaN;
    suppressed[k] = cell === "suppressed" ? 1 : 0;
    positions.lon[k] = positions.lon[row] as number;
    positions.lat[k] = positions.lat[row] as number;
    rowOf[k] = row;
  }
  const kept = rowOf.subarray(0, n);
  const cellSizeMetres = cellSizes(reading, columns.find("cellSizeMetres"), kept);
  const value: Population = {
    lon: cut(positions.lon, n),
    lat: cut(positions.lat, n),
    residents: cut(values, n),
    suppressed: cut(suppressed, n),
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
  sizes: Float64Array | Float32Array,
): Exclude<PopulationBasis, "residential-land" | "area"> {
  return declared ?? (sizes.some((size) => !Number.isNaN(size)) ? "cells" : "blocks");
}

function cellSizes(
  reading: ResourceReading<"population">,
  column: RawColumn | undefined,
  kept: Uint32Array,
): Float64Array | Float32Array {
  const declared = reading.resource.keys.cellSizeMetres ?? Number.NaN;
  const cells = column && numberCells(reading, column, { emptyIsFine: true });
  return narrowed(kept.length, (k) => {
    const cell = cells?.at(kept[k] as number);
    return typeof cell === "number" && cell > 0 ? cell : declared;
  });
}

/** An unknown key is told and left out: the row then belongs where it lies. */
function givenKeys(
  reading: ResourceReading,
  column: RawColumn | undefined,
  kept: Uint32Array,
  known: ReadonlySet<string>,
): string[] | undefined {
  if (!column) return undefined;
  return Array.from(kept, (row) => {
    const key = textAt(column, row);
    if (key === undefined) return "";
    if (known.has(key)) return key;
    reading.log.addForValue("id-unknown", key, { row: reading.table.lineOf(row), column: column.name });
    return "";
  });
}

function ageGroups(reading: ResourceReading<"population">, columns: ResourceColumns, kept: Uint32Array): AgeGroup[] {
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
    const residents = narrowed(kept.length, (k) => {
      const cell = cells.at(kept[k] as number);
      return typeof cell === "number" ? cell : Number.NaN;
    });
    const to = bounds?.[2] === undefined ? undefined : Number(bounds[2]);
    groups.push({ id, from: Number(bounds?.[1] ?? 0), to, residents });
  }
  return groups.sort((a, b) => a.from - b.from || (a.to ?? Infinity) - (b.to ?? Infinity));
}

/** Whole people need half the memory, to the last one; five groups of three million cells are 120 MB else. Asks each value once. */
function narrowed(length: number, valueAt: (k: number) => number): Float64Array | Float32Array {
  const narrow = new Float32Array(length);
  let wide: Float64Array | undefined;
  for (let k = 0; k < length; k++) {
    const value = valueAt(k);
    if (!wide && !Number.isNaN(value) && Math.fround(value) !== value) wide = Float64Array.from(narrow);
    if (wide) wide[k] = value;
    else narrow[k] = value;
  }
  return wide ?? narrow;
}

/** The first n entries, without a second array where these are all. */
function cut<T extends Float64Array | Uint8Array>(values: T, n: number): T {
  return (n === values.length ? values : values.slice(0, n)) as T;
}
