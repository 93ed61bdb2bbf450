import type { Population } from "../../domain/population.ts";
import type { ColumnType } from "../arrow-columns.ts";
import type { Table, TableValues } from "../table.ts";

/**
 * Wide, one column per age group and named for it (`0-6`, `65-`): the groups differ from city to city, and a long form of
 * 3,000,000 cells would repeat each row number seven times and more.
 */
export function populationGroupsTable(population: Population | undefined): Table {
  const groups = (population?.groups ?? []).map((group): [string, ColumnType] => [
    group.id,
    group.residents instanceof Float32Array ? "single" : "double",
  ]);
  return {
    name: "population_groups",
    comment: "Residents of a row of population by age group: lower bound included, upper not; NULL = missing",
    columns: { row: "integer", ...Object.fromEntries(groups) },
  };
}

export function populationGroupRows(population: Population): TableValues<Table["columns"]> {
  return {
    row: { length: population.residents.length, valueAt: (row: number) => row },
    ...Object.fromEntries(population.groups.map((group) => [group.id, group.residents])),
  };
}
