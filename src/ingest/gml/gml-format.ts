import type { FormatReader, TableInFile } from "../raw-table.ts";
import { tellPage } from "../tell-page.ts";
import { tableOrReason } from "../unreadable-file.ts";
import { GmlTable } from "./gml-table.ts";
import { readGml } from "./read-gml.ts";

/** GML 2.1, 3.1 and 3.2 in a file; each type of features is a layer. */
export const gmlFormat: FormatReader = {
  read: (bytes, options) =>
    tableOrReason(options, (log) => {
      const features = new GmlTable(options, log);
      const { matched, next } = features.add(bytes);
      tellPage(log, features.rowCount, { promised: matched, goesOn: next !== undefined });
      return features.table();
    }),
  tablesIn,
};

async function tablesIn(bytes: Uint8Array): Promise<TableInFile[]> {
  const counts = new Map<string, number>();
  try {
    readGml(bytes, ({ type }) => counts.set(type, (counts.get(type) ?? 0) + 1));
  } catch {
    // Reading says why.
    return [];
  }
  return [...counts].map(([name, rows]) => ({ name, rows, hasGeometry: true }));
}
