import type { LocatedRows } from "../domain/address.ts";
import type { ResourceReport, Role } from "../domain/city.ts";
import type { Origin } from "../domain/provenance.ts";
import { type CrsId, crsErrorMetres } from "../geo/crs.ts";
import type { LocatedByAddress } from "./addresses/located-by-address.ts";
import type { IssueLog } from "./issue-log.ts";
import { madeRepairs } from "./made-repairs.ts";
import type { PackageResource } from "./package/descriptor.ts";
import type { RawTable } from "./raw-table.ts";

/** A resource whose bytes became a table: what every role starts from. */
export interface ResourceReading<R extends Role = Role> {
  readonly resource: PackageResource<R>;
  readonly table: RawTable;
  readonly log: IssueLog;
  /** Hears every few thousand rows which one is read, in any column. */
  readonly onRow?: ((row: number) => void) | undefined;
}

/** What a role made of its table. */
export interface RoleResult<T> {
  readonly value: T;
  /** Rows of the table that were kept, and that were left out. */
  readonly rows: number;
  readonly rejected: number;
  readonly crs?: CrsId | undefined;
  /** Rows that lay nowhere and have an address. */
  readonly located?: LocatedByAddress | undefined;
}

export function originOf(resource: PackageResource, crs?: CrsId, located?: readonly LocatedRows[]): Origin {
  const repairs = madeRepairs(resource)?.filter(({ count }) => count > 0);
  const error = crs === undefined ? 0 : crsErrorMetres(crs);
  return {
    resource: resource.name,
    title: resource.title,
    period: resource.keys.period,
    sources: resource.sources,
    licences: resource.licences,
    positionErrorMetres: error > 0 ? error : undefined,
    repairs: repairs && repairs.length > 0 ? repairs : undefined,
    located,
  };
}

function locatedRows(located: LocatedByAddress | undefined): readonly LocatedRows[] | undefined {
  const files = located?.files.filter(({ exact, approximate }) => exact + approximate > 0) ?? [];
  return files.length > 0 ? files : undefined;
}

export function reportOf(
  resource: PackageResource,
  table: RawTable | undefined,
  result: Pick<RoleResult<unknown>, "rows" | "rejected" | "crs" | "located">,
): ResourceReport {
  return {
    name: resource.name,
    title: resource.title,
    path: resource.path,
    role: resource.role,
    format: resource.format,
    rows: result.rows,
    rejected: result.rejected + (table?.rejected ?? 0),
    crs: result.crs,
    encoding: table?.encoding,
    period: resource.keys.period,
    licences: resource.licences,
    sources: resource.sources,
    repairs: madeRepairs(resource),
    located: locatedRows(result.located),
  };
}
