import type { ResourceReport } from "../domain/city.ts";
import type { Issue } from "../domain/issue.ts";
import type { Network } from "../domain/network.ts";
import type { LonLatBox } from "../geo/shapes.ts";
import { IssueLog } from "./issue-log.ts";
import { readExtract } from "./osm/read-extract.ts";

/** A walking network that belongs to no package, or the reasons why there is none. */
export interface NetworkFile {
  readonly network: Network | undefined;
  readonly report: ResourceReport;
  readonly issues: readonly Issue[];
}

/**
 * The walking network of an OpenStreetMap extract that belongs to no package. It says nothing of its licence: extracts are made of
 * OpenStreetMap, whose data stand under the ODbL.
 * @param around the box of the city that is open; ways that all lie elsewhere are refused
 * @param onBlock hears after each block how many of how many were read
 */
export function readNetworkFile(
  name: string,
  bytes: Uint8Array,
  around: LonLatBox | undefined,
  onBlock: (read: number, of: number) => void,
): NetworkFile {
  const log = new IssueLog(name);
  let extract = readExtract(bytes, name, log, onBlock);
  if (extract && around && !hasVertexIn(extract.network, around)) {
    log.add("extract-elsewhere");
    extract = undefined;
  }
  const report: ResourceReport = {
    name,
    title: name,
    path: name,
    role: "network",
    format: "osm.pbf",
    rows: extract ? extract.network.lineStarts.length - 1 : 0,
    rejected: extract?.lostWays ?? 0,
    crs: "EPSG:4326",
    period: extract?.date,
    licences: [{ name: "ODbL-1.0", path: "https://opendatacommons.org/licenses/odbl/" }],
    sources: [{ title: "OpenStreetMap", path: "https://www.openstreetmap.org/copyright" }],
  };
  return { network: extract?.network, report, issues: log.list() };
}

function hasVertexIn({ coordinates }: Network, [west, south, east, north]: LonLatBox): boolean {
  for (let v = 0; v < coordinates.length; v += 2) {
    const [lon, lat] = [coordinates[v] as number, coordinates[v + 1] as number];
    if (lon >= west && lon <= east && lat >= south && lat <= north) return true;
  }
  return false;
}
