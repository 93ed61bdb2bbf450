import type { FormatReader, RawColumn, RawTable, TableOptions } from "../raw-table.ts";
import { entriesOfZip, unpackZip } from "../unpack-zip.ts";
import { tableOrReason, UnreadableFile } from "../unreadable-file.ts";
import { readKml } from "./read-kml.ts";

/** KML 2.2 (OGC 12-007r2), and KMZ: the same in a zip with its pictures. */
export const kmlFormat: FormatReader = {
  read: (bytes, options) => tableOrReason(options, (log) => read(bytes, options, log.list())),
};

function read(bytes: Uint8Array, options: TableOptions, issues: RawTable["issues"]): RawTable {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const { rows, own, encoding } = readKml(isZip ? documentIn(bytes) : bytes, options);
  if (rows.rowCount === 0) throw new UnreadableFile("no-features", "Placemark");
  const table = rows.table({ crs: "CRS84", encoding, issues });
  return { ...table, columns: withoutDoubles(table.columns, own) };
}

/** `doc.kml`, else the first one that lies at the top. */
function documentIn(zip: Uint8Array): Uint8Array {
  const names = entriesOfZip(zip)
    .map(({ name }) => name)
    .filter((name) => /\.kml$/i.test(name))
    .sort((a, b) => a.split("/").length - b.split("/").length);
  const wanted = names.find((name) => /(^|\/)doc\.kml$/i.test(name)) ?? names[0];
  if (wanted === undefined) throw new UnreadableFile("zip-without-layer", ".kml");
  return unpackZip(zip, (name) => name === wanted).get(wanted) ?? new Uint8Array();
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
