import { type ColumnSource, geojsonToWkb, parquetWriteBuffer } from "hyparquet-writer";
import type { OriginLine, RowBoundaries, SavedTable } from "../domain/saved-table.ts";
import { rightHandArea } from "../geo/right-hand-area.ts";
import { shapesBox } from "../geo/shapes.ts";
import { machineValue } from "./machine-value.ts";

/**
 * The table as Parquet: texts and doubles, null where something is missing. With boundaries it is GeoParquet 1.1 (WKB, longitude and latitude
 * in degrees, outer rings counter-clockwise). Where it comes from stands in the metadata under `provenance`.
 * @throws RangeError when a column of numbers holds a text
 */
export function tableParquet(
  table: SavedTable,
  boundaries: RowBoundaries | undefined,
  provenance: readonly OriginLine[],
): Uint8Array<ArrayBuffer> {
  const columnData: ColumnSource[] = table.columns.map((column, c) => {
    const isText = column.holds === "text";
    const data = table.rows.map((row) => {
      const value = machineValue(row[c], column);
      if (isText && value !== null) return String(value);
      if (typeof value === "string") throw new RangeError(`a text in a column of numbers: ${column.name}`);
      return value;
    });
    return { name: column.name, data, type: isText ? "STRING" : "DOUBLE" };
  });
  const kvMetadata = [{ key: "provenance", value: JSON.stringify(provenance) }];
  if (boundaries) {
    const name = freeName(table);
    const { shapes, areas } = boundaries;
    const data = areas.map((area) => {
      const geometry = area === undefined ? undefined : rightHandArea(shapes, area);
      return geometry ? geojsonToWkb(geometry) : null;
    });
    columnData.push({ name, data, type: "BYTE_ARRAY" });
    kvMetadata.push({ key: "geo", value: JSON.stringify(geoMetadata(name, shapesBox(shapes))) });
  }
  return new Uint8Array(parquetWriteBuffer({ columnData, kvMetadata, createdBy: "Anlaufpunkt" }));
}

/** https://geoparquet.org/releases/v1.1.0/: without `crs` it is OGC:CRS84. */
function geoMetadata(name: string, bbox: readonly number[] | undefined): object {
  const column = { encoding: "WKB", geometry_types: ["MultiPolygon"], orientation: "counterclockwise", bbox };
  return { version: "1.1.0", primary_column: name, columns: { [name]: column } };
}

function freeName({ columns }: SavedTable): string {
  let name = "geometry";
  while (columns.some((column) => column.name === name)) name += "_";
  return name;
}
