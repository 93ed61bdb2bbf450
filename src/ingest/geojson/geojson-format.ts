import type { FormatReader } from "../raw-table.ts";
import { readGeojson } from "./read-geojson.ts";

export const geojsonFormat: FormatReader = { read: readGeojson };
