import type { FormatReader, RawColumn, RawTable, TableInFile, TableOptions } from "../raw-table.ts";
import { unpackZip } from "../unpack-zip.ts";
import { tableOrReason, UnreadableFile } from "../unreadable-file.ts";
import { readKml } from "./read-kml.ts";

/** KML 2.2 (OGC 12-007r2), and KMZ: the same in a zip with its pictures. */
export const kmlFormat: FormatReader = {
  read: (bytes, options) => tableOrReason(options, (log) => read(bytes, options, log.list())),
  tablesIn,
};

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

function read(bytes: Uint8Array, options: TableOptions, issues: RawTable["issues"]): RawTable {
  const { rows, own, encoding } = readKml(isZip(bytes) ? documentIn(bytes, options.table) : bytes, options);
  if (rows.rowCount === 0) throw new UnreadableFile("no-features", "Placemark");
  const table = rows.table({ crs: "CRS84", encoding, issues });
  return { ...table, columns: withoutDoubles(table.columns, own) };
}

/** The documents of a KMZ that have something to show: its `doc.kml` may only point to the others. */
async function tablesIn(bytes: Uint8Array): Promise<TableInFile[]> {
  if (!isZip(bytes)) return [];
  try {
    return documentsIn(bytes).map(({ name, rows }) => ({ name, rows, hasGeometry: true }));
  } catch {
    // Reading says why.
    return [];
  }
}

interface KmlDocument {
  readonly name: string;
  readonly rows: number;
  readonly bytes: Uint8Array;
}

function documentsIn(zip: Uint8Array): KmlDocument[] {
  const documents: KmlDocument[] = [];
  for (const [name, bytes] of unpackZip(zip, (name) => /\.kml$/i.test(name))) {
    const rows = new TextDecoder().decode(bytes).match(/<(\w+:)?Placemark[\s>]/g)?.length ?? 0;
    if (rows > 0) documents.push({ name, rows, bytes });
  }
  return documents;
}

function documentIn(zip: Uint8Array, wanted: string | undefined): Uint8Array {
  const documents = documentsIn(zip);
  const document = documents.find(({ name }) => name === wanted) ?? (wanted === undefined ? documents[0] : undefined);
  if (document) return document.bytes;
  throw new UnreadableFile(wanted === undefined ? "zip-without-layer" : "layer-missing", wanted ?? ".kml");
}

/**
 * What a placemark says of itself (`name`) beside what its data say (`Name`): columns are told apart without looking at case, so that one
 * of two that say the same is left out, and one that says something else gets a name of its own.
 */
function withoutDoubles(columns: readonly RawColumn[], own: ReadonlyMap<string, string>): RawColumn[] {
  return columns.flatMap((column) => {
    const plain = own.get(column.name);
    if (plain === undefined) return [column];
    if (plain === "folder" && new Set(column.texts).size < 2) return [];
    const other = columns.find(({ name }) => !own.has(name) && name.toLowerCase() === plain.toLowerCase());
    if (!other) return [{ ...column, name: plain }];
    const isSame = column.texts.every((text, row) => text === "" || text === other.texts[row]);
    return isSame ? [] : [{ ...column, name: `Placemark ${plain}` }];
  });
}
