import type { Issue, IssueCode, IssueSeverity } from "../../domain/issue.ts";
import type { OfferedRepair } from "../../domain/repair.ts";

export const SEVERITIES: readonly IssueSeverity[] = ["error", "warning", "notice"];

/** Issues of one kind and weight. */
export interface IssueGroup {
  readonly code: IssueCode;
  readonly severity: IssueSeverity;
  readonly issues: readonly Issue[];
  /** With those that were only counted. */
  readonly count: number;
  /** What several of them offer alike: it stands once for all, and not at each. */
  readonly repairs: readonly { readonly offered: OfferedRepair; readonly source: string }[];
}

/** How many issues there are, with those that were only counted. */
export function issueCount(issues: readonly Issue[]): number {
  return issues.reduce((sum, { context }) => sum + Number(context.further ?? 1), 0);
}

/** By kind, the serious first; within, as they were found. */
export function issueGroups(issues: readonly Issue[]): IssueGroup[] {
  const groups = new Map<string, Issue[]>();
  for (const issue of issues) {
    const key = `${issue.severity} ${issue.code}`;
    const known = groups.get(key);
    if (known) known.push(issue);
    else groups.set(key, [issue]);
  }
  const found = [...groups.values()].flatMap((some): IssueGroup[] => {
    const first = some[0];
    if (!first) return [];
    // What was only counted stands behind those that are told.
    const told = some.filter(({ context }) => context.further === undefined);
    const ordered = [...told, ...some.filter(({ context }) => context.further !== undefined)];
    const { code, severity } = first;
    return [{ code, severity, issues: ordered, count: issueCount(some), repairs: commonRepairs(told) }];
  });
  return found.sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}

function commonRepairs(issues: readonly Issue[]): IssueGroup["repairs"] {
  const offers = new Map<string, { offered: OfferedRepair; source: string; times: number }>();
  for (const { repair, source } of issues) {
    if (!repair) continue;
    const key = JSON.stringify(repair);
    const known = offers.get(key);
    offers.set(key, { offered: repair, source, times: (known?.times ?? 0) + 1 });
  }
  return [...offers.values()].filter(({ times }) => times > 1);
}
