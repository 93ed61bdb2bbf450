import type { Network } from "../domain/network.ts";
import type { StageNotes } from "./ingest-tasks.ts";
import { IssueLog } from "./issue-log.ts";
import { readOsmNetwork } from "./osm/read-osm-network.ts";
import { type Descriptor, resourcesOf } from "./package/descriptor.ts";
import { openTables, type ReadingContext, type ReadResource, readRole } from "./read-resource.ts";
import { readNetwork } from "./roles/network.ts";
import { readNetworkNodes } from "./roles/network-nodes.ts";

/** The walking network: of lines, of pairs of nodes, or from an OpenStreetMap extract. Of several the first that can be read counts. */
export async function readNetworks(
  descriptor: Descriptor,
  context: ReadingContext,
): Promise<{ readonly network?: Network | undefined } & StageNotes> {
  const resources = resourcesOf(descriptor, "network");
  const [openedNodes, opened, extracts] = await Promise.all([
    openTables(resourcesOf(descriptor, "network-nodes"), context),
    openTables(
      resources.filter(({ format }) => format !== "osm.pbf"),
      context,
    ),
    Promise.all(
      resources.filter(({ format }) => format === "osm.pbf").map((resource) => readOsmNetwork(resource, context)),
    ),
  ]);
  const nodes = openedNodes.map((table) => readRole(table, readNetworkNodes));
  const positions = nodes.flatMap(({ value }) => (value ? [...value.positions] : []));
  const known = nodes.some(({ value }) => value) ? { positions: new Map(positions) } : undefined;
  const tables = opened.map((table) => readRole(table, (reading) => readNetwork(reading, known)));
  const networks = inOrder([...tables, ...extracts], resources);
  const [first, ...others] = networks.flatMap(({ value }) => value ?? []);
  const issues = [...nodes, ...networks].flatMap((read) => read.issues);
  for (const other of others) {
    const log = new IssueLog(resources.find(({ name }) => name === other.resource)?.path ?? "");
    log.add("resource-unused", { context: { reason: "network", value: first?.resource ?? "" } });
    issues.push(...log.list());
  }
  return { network: first, reports: [...nodes, ...networks].map(({ report }) => report), issues };
}

function inOrder(
  reads: readonly ReadResource<Network>[],
  resources: readonly { readonly name: string }[],
): ReadResource<Network>[] {
  return resources.flatMap(({ name }) => reads.filter(({ report }) => report.name === name));
}
