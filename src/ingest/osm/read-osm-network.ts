import type { Network } from "../../domain/network.ts";
import { readResourceBytes } from "../../sources/read-resource-bytes.ts";
import { IssueLog } from "../issue-log.ts";
import type { PackageResource } from "../package/descriptor.ts";
import type { ReadingContext, ReadResource } from "../read-resource.ts";
import { reportOf } from "../resource-reading.ts";
import { readExtract } from "./read-extract.ts";

/** A resource of the role `network` with the format `osm.pbf`. Half a file gives no network: its distances would be wrong. */
export async function readOsmNetwork(
  resource: PackageResource<"network">,
  { source, signal, tell }: ReadingContext,
): Promise<ReadResource<Network>> {
  const log = new IssueLog(resource.path);
  const { path, role } = resource;
  tell({ path, role, step: "fetching", rows: 0 });
  const read = await readResourceBytes(source, path, signal);
  if ("issue" in read) log.addAll([read.issue]);
  const extract =
    "issue" in read
      ? undefined
      : readExtract(read.bytes, resource.name, log, (rows, of) => tell({ path, role, step: "splitting", rows, of }));
  const report = reportOf(resource, undefined, {
    rows: extract ? extract.network.lineStarts.length - 1 : 0,
    rejected: extract?.lostWays ?? 0,
    crs: "EPSG:4326",
  });
  return {
    value: extract?.network,
    report: { ...report, period: report.period ?? extract?.date },
    issues: log.list(),
  };
}
