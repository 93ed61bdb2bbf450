import type { AddedNetwork } from "../../domain/added-network.ts";
import type { Issue, IssueSubject } from "../../domain/issue.ts";
import type { AppState } from "../app-state.ts";
import type { CoverageAnswer } from "../coverage-answer.ts";
import { activeLevel } from "./active-level.ts";
import { isRead } from "./walking-network.ts";

const found = new WeakMap<readonly Issue[], WeakMap<CoverageAnswer, readonly Issue[]>>();

/** What reading noticed, and what measuring noticed beside it. The same list for the same data and measurement. */
export function allIssues(state: AppState): readonly Issue[] {
  const issues = readIssues(state);
  const answer = state.transient.coverage;
  if (!answer || answer.levelId !== activeLevel(state)?.id) return issues;
  const byAnswer = found.get(issues) ?? new WeakMap<CoverageAnswer, readonly Issue[]>();
  found.set(issues, byAnswer);
  let all = byAnswer.get(answer);
  if (!all) {
    all = [...issues, ...measuredIssues(state, answer)];
    byAnswer.set(answer, all);
  }
  return all;
}

const withNetwork = new WeakMap<readonly Issue[], WeakMap<AddedNetwork, readonly Issue[]>>();

/** Of the package, and of the walking network that was added; the package's own network then lies idle. */
function readIssues({ document: { issues, addedNetwork, records, reports } }: AppState): readonly Issue[] {
  if (!addedNetwork || isRead(addedNetwork, reports)) return issues;
  const byNetwork = withNetwork.get(issues) ?? new WeakMap<AddedNetwork, readonly Issue[]>();
  withNetwork.set(issues, byNetwork);
  let all = byNetwork.get(addedNetwork);
  if (!all) {
    const idle = reports.find(({ name }) => name === records?.network?.resource);
    const context = { reason: "network", value: addedNetwork.report.name };
    const unused: Issue[] = idle ? [{ code: "resource-unused", severity: "notice", source: idle.path, context }] : [];
    all = [...issues, ...unused, ...addedNetwork.issues];
    byNetwork.set(addedNetwork, all);
  }
  return all;
}

function measuredIssues(state: AppState, { coverage, demand, places }: CoverageAnswer): Issue[] {
  const { supply, map } = state.document;
  const level = activeLevel(state);
  const { city, outside } = coverage;
  const issues: Issue[] = [];
  const say = (
    code: Issue["code"],
    severity: Issue["severity"],
    source: string,
    context: Issue["context"],
    about: readonly IssueSubject[],
  ) => issues.push({ code, severity, source, context, about });
  const areasWhere = (isMeant: (index: number) => boolean): IssueSubject[] =>
    (level?.sozialraeume ?? []).flatMap(({ id }, index) =>
      isMeant(index) ? [{ on: "sozialraum", id, level: level?.id }] : [],
    );
  if (outside.cells > 0) {
    const source = supply?.population?.origin.title ?? "";
    const context = { cells: outside.cells, residents: Math.round(outside.residents) };
    say("population-outside", "notice", source, context, largestOutside(demand));
  }
  if (city.anlaufpunkteOutside > 0) {
    const source = supply?.anlaufpunkteOrigins.map((origin) => origin.title).join(", ") ?? "";
    const about = places.flatMap(({ id }, index): IssueSubject[] =>
      coverage.siteArea[index] === -1 ? [{ on: "anlaufpunkt", id }] : [],
    );
    say("anlaufpunkte-outside", "notice", source, { places: city.anlaufpunkteOutside }, about);
  }
  const areas = level?.origin.title ?? map?.info.title ?? "";
  const { basis, status } = coverage.areas;
  if (city.estimatedAreas > 0) {
    const about = areasWhere((index) => basis[index] === "residential-land" || basis[index] === "area");
    say("area-estimated", "warning", areas, { sozialraeume: city.estimatedAreas }, about);
  }
  if (city.areas.unknown > 0 && supply?.population) {
    const about = areasWhere((index) => status[index] === "unknown");
    say("sozialraeume-without-population", "notice", areas, { sozialraeume: city.areas.unknown }, about);
  }
  return issues;
}

/** Of the cells that lie in no Sozialraum the one with the most residents. */
function largestOutside({ area, residents, lon, lat }: CoverageAnswer["demand"]): IssueSubject[] {
  let largest = -1;
  for (let point = 0; point < area.length; point++) {
    if (area[point] !== -1) continue;
    if (largest < 0 || (residents[point] as number) > ((residents[largest] as number) || 0)) largest = point;
  }
  return largest < 0 ? [] : [{ on: "point", lon: lon[largest] as number, lat: lat[largest] as number }];
}
