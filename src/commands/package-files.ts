import type { KeptView } from "../domain/kept-view.ts";
import { DESCRIPTOR_NAME, type OpenPackage } from "../domain/package-source.ts";
import type { Scenario } from "../domain/scenario.ts";
import { choicesCsv, choicesResource, keptViewsCsv, keptViewsResource } from "../export/kept-views-csv.ts";
import type { PackedFile } from "../export/pack-zip.ts";
import { scenariosCsv, scenariosResource } from "../export/scenarios-csv.ts";
import { readResourceBytes } from "../sources/read-resource-bytes.ts";
import { safeResourcePath } from "../sources/resource-path.ts";
import { resourcesOf } from "./extend-package.ts";
import { free } from "./free-name.ts";
import { rootOf } from "./stored-package.ts";

/** What is saved beside the data. */
export interface WorkBeside {
  readonly scenarios: readonly Scenario[];
  readonly keptViews: readonly KeptView[];
  /** As the address without `data` says it. */
  readonly address: string;
  readonly titles: { readonly scenarios: string; readonly slides: string; readonly workspace: string };
}

/** Written anew from what is in the window; what the package itself has of these is replaced. */
const WORK_ROLES = new Set<unknown>(["scenarios", "slides", "workspace"]);

const PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json";

/**
 * The package that is open as files with every byte of its data, and the work beside them as resources of their own: a package again.
 * A file that the package names and that is not there stays away; one that cannot be fetched now throws, for half of the work would
 * look like all of it.
 * @param onFile hears how many of how many files are there
 */
export async function packageFiles(
  open: OpenPackage,
  beside: WorkBeside,
  signal: AbortSignal,
  onFile: (done: number, of: number) => void = () => {},
): Promise<PackedFile[]> {
  const isWork = (entry: Record<string, unknown>) =>
    WORK_ROLES.has((entry.anlaufpunkt as { role?: unknown } | undefined)?.role);
  const resources = resourcesOf(open.raw);
  const kept = resources.filter((entry) => !isWork(entry));
  const replaced = new Set(resources.filter(isWork).flatMap(pathsOf));
  const paths = new Set(kept.flatMap(pathsOf));
  const named = open.source.kind === "extended" ? open.source.files : {};
  const root = rootOf(open.source);
  for (const path of Object.keys(root.kind === "files" ? root.files : {})) paths.add(path);
  for (const path of Object.keys(named)) paths.add(path);
  for (const path of [...replaced, DESCRIPTOR_NAME]) paths.delete(path);

  const files: PackedFile[] = [];
  for (const path of paths) {
    const read = await readResourceBytes(open.source, path, signal);
    if ("bytes" in read) files.push({ path, content: new Blob([read.bytes]) });
    else if (read.issue.code === "resource-unreadable") throw new Error(`${path}: ${read.issue.context?.reason ?? ""}`);
    onFile(files.length, paths.size);
  }

  const entries = [...kept];
  const put = (
    resource: (title: string, path: string) => Record<string, unknown>,
    title: string,
    base: string,
    bytes: Uint8Array<ArrayBuffer>,
  ) => {
    const path = free(`${base}.csv`, (candidate) => paths.has(candidate));
    paths.add(path);
    const entry = resource(title, path);
    const name = free(String(entry.name), (candidate) => entries.some((known) => known.name === candidate));
    entries.push({ ...entry, name });
    files.push({ path, content: new Blob([bytes]) });
  };
  const { scenarios, keptViews, address, titles } = beside;
  if (scenarios.length > 0) {
    const resource = (title: string, path: string) => ({ ...scenariosResource(title), path });
    put(resource, titles.scenarios, "szenarien", scenariosCsv(scenarios));
  }
  if (keptViews.length > 0) put(keptViewsResource, titles.slides, "ansichten", keptViewsCsv(keptViews));
  put(choicesResource, titles.workspace, "auswahl", choicesCsv({ address }));

  const descriptor = { $schema: PROFILE, ...open.raw, resources: entries };
  const text = `${JSON.stringify(descriptor, null, 2)}\n`;
  return [{ path: DESCRIPTOR_NAME, content: new Blob([text], { type: "application/json" }) }, ...files];
}

/** Paths inside the package; a Frictionless resource may have several, and may lie at an address of its own. */
function pathsOf({ path }: Record<string, unknown>): string[] {
  const all = Array.isArray(path) ? path : [path];
  return all.flatMap((one) => (typeof one === "string" ? (safeResourcePath(one) ?? []) : []));
}
