import { read as readWorkbook, utils } from "@e965/xlsx";
import { parquetReadObjects } from "hyparquet";
import Papa from "papaparse";
import initSqlJs from "sql.js";
import wasm from "sql.js/dist/sql-wasm-browser.wasm?url";
import { tableFormat } from "../../../src/ingest/table-formats.ts";

interface Asked {
  readonly format: string;
  readonly by: "us" | "library";
}

/** What was read stays until the page is closed: its memory counts. */
let kept: unknown;

/** Reads the file that the page was given, once, and tells how many rows there are. */
export async function run({ format, by }: Asked): Promise<number> {
  const bytes = new Uint8Array(await (await fetch("/input.bin")).arrayBuffer());
  if (by === "us") {
    const reader = await tableFormat(format)?.load();
    const table = await reader?.read(bytes, { source: `a.${format}`, listSeparator: ";" });
    kept = table;
    return table?.rowCount ?? 0;
  }
  const rows = await LIBRARIES[format]?.(bytes);
  kept = [kept, rows];
  return rows?.length ?? 0;
}

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

const LIBRARIES: Readonly<
  Record<string, (bytes: Uint8Array<ArrayBuffer>) => readonly unknown[] | Promise<readonly unknown[]>>
> = {
  csv: (bytes) => Papa.parse(textOf(bytes), { delimiter: ";", skipEmptyLines: true }).data.slice(1),
  geojson: (bytes) => (JSON.parse(textOf(bytes)) as GeoJSON.FeatureCollection).features,
  parquet: (bytes) => parquetReadObjects({ file: bytes.buffer }),
  gpkg: async (bytes) => {
    const { Database } = await initSqlJs({ locateFile: () => wasm });
    const database = new Database(bytes);
    const statement = database.prepare("SELECT fid, id, name, wert, geom FROM a");
    const rows: unknown[] = [];
    while (statement.step()) rows.push(statement.get());
    statement.free();
    database.close();
    return rows;
  },
  xlsx: (bytes) => {
    const sheet = readWorkbook(bytes, { type: "array", dense: true }).Sheets.A;
    return (sheet ? utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true }) : []).slice(1);
  },
};
