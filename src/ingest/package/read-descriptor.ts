import type { PackageInfo, Role } from "../../domain/city.ts";
import type { Issue } from "../../domain/issue.ts";
import { localized } from "../../domain/localized.ts";
import type { RawDescriptor } from "../../domain/package-source.ts";
import type { DataSource, Licence } from "../../domain/provenance.ts";
import { safeResourcePath } from "../../sources/resource-path.ts";
import { decodeText } from "../csv/decode-text.ts";
import { IssueLog } from "../issue-log.ts";
import type { Descriptor, PackageResource, RoleKeys } from "./descriptor.ts";
import { packageKeySchema, resourceSchema, rootSchema } from "./descriptor-schema.ts";
import { withoutStandIns, withStandIns } from "./proto-keys.ts";
import { ROLE_SCHEMAS } from "./role-schemas.ts";
import type { z } from "./zod-without-eval.ts";

const FILE = "datapackage.json";

/**
 * Validates datapackage.json. A resource that breaks the contract is left out with an issue and the others stay; `descriptor` is
 * absent when nothing can be read at all.
 */
export function readDescriptor(bytes: Uint8Array): {
  raw?: RawDescriptor;
  descriptor?: Descriptor;
  issues: Issue[];
} {
  const log = new IssueLog(FILE);
  const document = parseJson(bytes, log);
  if (document === undefined) return { issues: log.list() };
  const root = rootSchema.safeParse(document);
  if (!root.success) {
    tellInvalid(log, root.error, []);
    const resources = isRecord(document) ? document.resources : undefined;
    if (!Array.isArray(resources)) return { issues: log.list() };
  }
  const record = document as Record<string, unknown>;
  const info = packageInfo(record, log);
  if (!info) return { issues: log.list() };
  const names = new Set<string>();
  const resources = (record.resources as unknown[]).flatMap((entry, i) => {
    const resource = readResource(entry, i, info, log);
    if (!resource) return [];
    if (names.has(resource.name)) {
      log.add("id-duplicate", { column: `resources[${i}].name`, context: { value: resource.name } });
      return [];
    }
    names.add(resource.name);
    return [resource];
  });
  return { raw: record, descriptor: { info, resources }, issues: log.list() };
}

function parseJson(bytes: Uint8Array, log: IssueLog): unknown {
  try {
    return JSON.parse(decodeText(bytes).text) as unknown;
  } catch (error) {
    log.add("package-unreadable", { context: { reason: error instanceof Error ? error.message : String(error) } });
    return undefined;
  }
}

function packageInfo(record: Record<string, unknown>, log: IssueLog): PackageInfo | undefined {
  const version = isRecord(record.anlaufpunkt) ? record.anlaufpunkt.version : undefined;
  if (typeof version === "number" && version !== 1) {
    log.add("package-version-unknown", { column: "anlaufpunkt.version", context: { value: version } });
    return undefined;
  }
  const parsed = packageKeySchema.safeParse(record.anlaufpunkt);
  if (!parsed.success) tellInvalid(log, parsed.error, ["anlaufpunkt"]);
  const key = parsed.success ? parsed.data : { version: 1 as const };
  const name = textOr(record.name, "");
  return {
    name,
    title: textOr(record.title, name),
    version: textOr(record.version, undefined),
    created: textOr(record.created, undefined),
    licences: licencesOf(record.licenses),
    sources: sourcesOf(record.sources),
    locale: key.locale ?? "de-DE",
    suppressBelow: key.suppressBelow,
    invented: key.invented === undefined ? undefined : localized(key.invented),
  };
}

/** One entry of `resources`; undefined when it is not ours, or breaks the contract and that was told. */
export function readResource(
  entry: unknown,
  i: number,
  info: Pick<PackageInfo, "licences" | "sources">,
  log: IssueLog,
): PackageResource | undefined {
  // A data package may carry anything else; only what has our key is ours.
  if (!isRecord(entry) || entry.anlaufpunkt === undefined) return undefined;
  const place = [`resources[${i}]`];
  const parsed = resourceSchema.safeParse(entry);
  if (!parsed.success) {
    tellInvalid(log, parsed.error, place);
    return undefined;
  }
  const resource = parsed.data;
  const role = isRecord(entry.anlaufpunkt) ? entry.anlaufpunkt.role : undefined;
  if (typeof role !== "string" || !Object.hasOwn(ROLE_SCHEMAS, role)) {
    const context = { value: textOr(role, ""), resource: resource.name };
    log.add("resource-role-unknown", { column: `${place[0]}.anlaufpunkt.role`, context });
    return undefined;
  }
  const keys = readKeys(role as Role, entry.anlaufpunkt as Record<string, unknown>, [...place, "anlaufpunkt"], log);
  if (!keys) return undefined;
  if (safeResourcePath(resource.path) === undefined) {
    log.add("resource-path-unsafe", { column: `${place[0]}.path`, context: { reason: "", value: resource.path } });
    return undefined;
  }
  const licences = licencesOf(resource.licenses);
  const sources = sourcesOf(resource.sources);
  return {
    name: resource.name,
    path: resource.path,
    title: resource.title ?? resource.name,
    format: (resource.format ?? /\.(osm\.pbf|[a-z0-9]+)$/i.exec(resource.path)?.[1] ?? "").toLowerCase(),
    encoding: resource.encoding,
    dialect: resource.dialect,
    schema: resource.schema,
    licences: licences.length > 0 ? licences : info.licences,
    sources: sources.length > 0 ? sources : info.sources,
    role: role as Role,
    keys,
  };
}

/** Keys that only describe: without them the rows mean the same. (Without `decimalChar` they might not.) */
const DESCRIPTIVE_KEYS = new Set<PropertyKey>(["period", "levelTitle", "kinds", "parentLevel", "catalogue", "maxzoom"]);

function readKeys(role: Role, given: Record<string, unknown>, place: string[], log: IssueLog): RoleKeys | undefined {
  const raw = withStandIns(given) as Record<string, unknown>;
  const parsed = ROLE_SCHEMAS[role].safeParse(raw);
  if (parsed.success) return withoutStandIns(parsed.data);
  tellInvalid(log, parsed.error, place);
  const broken = new Set(parsed.error.issues.map((issue) => issue.path[0] ?? ""));
  if (![...broken].every((key) => DESCRIPTIVE_KEYS.has(key))) return undefined;
  const rest = Object.fromEntries(Object.entries(raw).filter(([key]) => !broken.has(key)));
  const again = ROLE_SCHEMAS[role].safeParse(rest);
  return again.success ? withoutStandIns(again.data) : undefined;
}

/** One issue per place that breaks the contract; the text says in words what zod says in codes. */
function tellInvalid(log: IssueLog, error: z.ZodError, prefix: readonly string[]): void {
  for (const issue of error.issues) {
    const column = [...prefix, ...issue.path.map(String)].join(".") || FILE;
    log.add("package-invalid", { column, context: { problem: issue.code, ...expectation(issue) } });
  }
}

function expectation(issue: z.core.$ZodIssue): Record<string, string> {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined && / received undefined$/.test(issue.message)
        ? { expected: issue.expected, missing: "yes" }
        : { expected: issue.expected };
    case "invalid_value":
      return { expected: issue.values.map(String).join(", ") };
    case "invalid_format":
      return { expected: issue.pattern ?? issue.format };
    case "too_small":
      return { expected: `≥ ${issue.minimum}` };
    case "too_big":
      return { expected: `≤ ${issue.maximum}` };
    default:
      return {};
  }
}

function licencesOf(value: unknown): Licence[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).flatMap((licence) => {
    const name = textOr(licence.name, textOr(licence.title, textOr(licence.path, undefined)));
    if (name === undefined) return [];
    return [{ name, title: textOr(licence.title, undefined), path: textOr(licence.path, undefined) }];
  });
}

function sourcesOf(value: unknown): DataSource[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).flatMap((source) => {
    const title = textOr(source.title, textOr(source.path, undefined));
    return title === undefined ? [] : [{ title, path: textOr(source.path, undefined) }];
  });
}

function textOr<T>(value: unknown, otherwise: T): string | T {
  return typeof value === "string" ? value : otherwise;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
