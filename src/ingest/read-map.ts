import type { Background } from "../domain/background.ts";
import type { ResourceReport } from "../domain/city.ts";
import type { Issue } from "../domain/issue.ts";
import type { KeptView } from "../domain/kept-view.ts";
import { DESCRIPTOR_NAME, sourceLabel } from "../domain/package-source.ts";
import type { Level } from "../domain/sozialraum.ts";
import { locateResource, readResourceBytes } from "../sources/read-resource-bytes.ts";
import type { OpenedPackage } from "./ingest-tasks.ts";
import { IssueLog } from "./issue-log.ts";
import { orderLevels } from "./order-levels.ts";
import { type Descriptor, type PackageResource, resourcesOf } from "./package/descriptor.ts";
import { readDescriptor } from "./package/read-descriptor.ts";
import { openTables, type ReadingContext, type ReadResource, readRole } from "./read-resource.ts";
import { lineOfRecord } from "./record-lines.ts";
import { originOf, reportOf } from "./resource-reading.ts";
import { readBackground } from "./roles/background.ts";
import { readSlides } from "./roles/slides.ts";
import { readSozialraeume } from "./roles/sozialraeume.ts";
import { readChoices } from "./roles/workspace.ts";

/** First stage: the descriptor, every level of Sozialräume, the background. Refused when there is nothing to put on a map. */
export async function readMap(context: ReadingContext): Promise<OpenedPackage> {
  const read = await readResourceBytes(context.source, DESCRIPTOR_NAME, context.signal);
  const label = sourceLabel(context.source);
  if ("issue" in read) {
    return { refused: [{ ...read.issue, code: "package-unreadable", source: label }] };
  }
  const { raw, descriptor, issues: descriptorIssues } = readDescriptor(read.bytes);
  if (!descriptor || !raw) return { refused: descriptorIssues };

  const [areas, features, slides, choices] = await Promise.all([
    openTables(resourcesOf(descriptor, "sozialraeume"), context),
    openTables(
      resourcesOf(descriptor, "background").filter((resource) => resource.format !== "pmtiles"),
      context,
    ),
    openTables(resourcesOf(descriptor, "slides"), context),
    openTables(resourcesOf(descriptor, "workspace"), context),
  ]);
  const levelReads = areas.map((opened) => readRole(opened, readSozialraeume));
  const notes = {
    reports: levelReads.map(({ report }) => report),
    issues: [...descriptorIssues, ...levelReads.flatMap(({ issues }) => issues)],
  };
  const levels = distinctLevels(levelReads, notes.issues);
  if (levels.length === 0) {
    const context = { resources: resourcesOf(descriptor, "sozialraeume").length };
    const reason: Issue = { code: "package-without-sozialraeume", severity: "error", source: label, context };
    return { refused: [reason, ...notes.issues] };
  }
  const ordered = withKnownParents(orderLevels(levels), descriptor, notes.issues);
  const backgrounds: Background[] = [];
  for (const opened of features) {
    const { value, report, issues } = readRole(opened, readBackground);
    if (value) backgrounds.push(value);
    notes.reports.push(report);
    notes.issues.push(...issues);
  }
  for (const resource of resourcesOf(descriptor, "background")) {
    if (resource.format === "pmtiles") addTiles(resource, context, backgrounds, notes);
  }
  const brought = slides.map((opened) => readRole(opened, readSlides));
  const chosen = choices.map((opened) => readRole(opened, readChoices));
  for (const { report, issues } of [...brought, ...chosen]) {
    notes.reports.push(report);
    notes.issues.push(...issues);
  }
  const keptViews = brought.length > 0 ? distinctViews(brought) : undefined;
  const address = chosen
    .flatMap(({ value }) => value ?? [])
    .find((choice) => choice.has("address"))
    ?.get("address");
  const roles = [...new Set(descriptor.resources.map(({ role }) => role))];
  return {
    raw,
    descriptor,
    map: { info: descriptor.info, roles, levels: ordered, backgrounds, keptViews, address },
    ...notes,
  };
}

/** Of several resources; of two views with the same id the first counts. */
function distinctViews(reads: readonly ReadResource<KeptView[]>[]): KeptView[] {
  const views = new Map<string, KeptView>();
  for (const view of reads.flatMap(({ value }) => value ?? [])) if (!views.has(view.id)) views.set(view.id, view);
  return [...views.values()];
}

/** A level is one resource: a second of the same name is told and left out. */
function distinctLevels(reads: readonly ReadResource<Level>[], issues: Issue[]): Level[] {
  const levels = new Map<string, Level>();
  for (const { value, report } of reads) {
    if (!value) continue;
    if (levels.has(value.id)) {
      const log = new IssueLog(report.path);
      log.add("resource-unused", { severity: "warning", context: { reason: "level", value: value.id } });
      issues.push(...log.list());
    } else levels.set(value.id, value);
  }
  return [...levels.values()];
}

/** A parent that does not exist would promise a sum that nobody can make: told, and left out. */
function withKnownParents(levels: readonly Level[], descriptor: Descriptor, issues: Issue[]): Level[] {
  return levels.map((level) => {
    const parents = levels.find((candidate) => candidate.id === level.parentLevel);
    if (!parents) return level;
    const known = new Set(parents.sozialraeume.map(({ id }) => id));
    if (level.sozialraeume.every(({ parent }) => parent === undefined || known.has(parent))) return level;
    const resource = descriptor.resources.find(({ name }) => name === level.origin.resource);
    const log = new IssueLog(resource?.path ?? level.origin.resource);
    const sozialraeume = level.sozialraeume.map((area) => {
      if (area.parent === undefined || known.has(area.parent)) return area;
      log.addForValue("id-unknown", area.parent, {
        row: lineOfRecord(area),
        column: resource?.keys.columns?.parent ?? "parent",
        context: { level: parents.id },
        about: { on: "sozialraum", id: area.id, level: level.id },
      });
      return { ...area, parent: undefined };
    });
    issues.push(...log.list());
    return { ...level, sozialraeume };
  });
}

function addTiles(
  resource: PackageResource<"background">,
  { source }: ReadingContext,
  backgrounds: Background[],
  notes: { readonly reports: ResourceReport[]; readonly issues: Issue[] },
): void {
  const found = locateResource(source, resource.path);
  if ("issue" in found) notes.issues.push(found.issue);
  else {
    backgrounds.push({
      form: "tiles",
      schema: "openmaptiles",
      maxzoom: resource.keys.maxzoom,
      archive: found,
      origin: originOf(resource),
    });
  }
  notes.reports.push(reportOf(resource, undefined, { rows: 0, rejected: 0 }));
}
