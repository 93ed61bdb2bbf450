import { type AddressRows, addressCells, addressRows } from "../addresses/address-rows.ts";
import { ResourceColumns } from "../resource-columns.ts";
import type { ResourceReading, RoleResult } from "../resource-reading.ts";
import { rowPositions } from "../row-positions.ts";

/** Addresses with their positions: what places without coordinates are looked up in. */
export function readAddresses(reading: ResourceReading<"addresses">): RoleResult<AddressRows> | undefined {
  const { table, log } = reading;
  const columns = new ResourceColumns(reading);
  const positions = rowPositions(reading, columns);
  const cells = addressCells(columns);
  if (!cells) columns.require("street");
  if (!positions || !cells) return undefined;
  const value = addressRows(cells, positions, table, (row) =>
    log.add("address-unreadable", {
      row: table.lineOf(row),
      column: cells.name,
      context: { value: cells.shown(row) },
    }),
  );
  return { value, rows: value.count, rejected: table.rowCount - value.count, crs: positions.crs };
}
