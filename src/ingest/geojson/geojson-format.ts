import type { FormatReader } from "../raw-table.ts";
import { tableOrReason } from "../unreadable-file.ts";
import { readGeojson } from "./read-geojson.ts";

/** GeoJSON, as RFC 7946 has it and as it was before, and features line by line. */
export const geojsonFormat: FormatReader = {
  read: (bytes, options) => tableOrReason(options, (log) => readGeojson(bytes, options, log)),
};
