import type { Goal } from "../../domain/goal.ts";
import type { Issue, IssueSubject } from "../../domain/issue.ts";
import type { Localized } from "../../domain/localized.ts";
import type { Document } from "../app-state.ts";
import { sozialraumIndex } from "./active-level.ts";
import { shownReports } from "./walking-network.ts";

/** Where a click on an issue leads. */
export type IssuePlace =
  | { readonly on: "sozialraum"; readonly level: string; readonly id: string; readonly name: string }
  | { readonly on: "anlaufpunkt"; readonly id: string; readonly name: string }
  /** Degrees. */
  | { readonly on: "point"; readonly lon: number; readonly lat: number }
  | { readonly on: "indicator" | "goal"; readonly id: string; readonly title: Localized }
  /** Nothing that could be shown elsewhere: the resource that the row stands in. */
  | { readonly on: "resource"; readonly name: string; readonly title: string };

/** What an issue speaks of, as far as it is open; else the resource it stands in; nothing where the package has no such resource. */
export function issuePlaces(document: Document, issue: Issue): readonly IssuePlace[] {
  const places = (issue.about ?? []).flatMap((subject) => placeOf(document, subject) ?? []);
  if (places.length > 0) return places;
  const { source } = issue;
  const reports = shownReports({ document });
  const report = reports.find(({ path }) => path === source) ?? reports.find(({ title }) => title === source);
  return report ? [{ on: "resource", name: report.name, title: report.title }] : [];
}

function placeOf(document: Document, subject: IssueSubject): IssuePlace | undefined {
  switch (subject.on) {
    case "point":
      return subject;
    case "sozialraum":
      return sozialraumPlace(document, subject.id, subject.level);
    case "anlaufpunkt": {
      const place = document.supply?.anlaufpunkte.find(({ id }) => id === subject.id);
      return place && { on: "anlaufpunkt", id: place.id, name: place.name || place.address || place.id };
    }
    case "indicator": {
      const indicator = document.records?.indicators.find(({ id }) => id === subject.id);
      return indicator && { on: "indicator", id: indicator.id, title: indicator.title };
    }
    case "goal":
      return goalPlace(document, subject.id);
    case "vorhaben": {
      // A Vorhaben stands in the Steckbrief of its Sozialräume, and counts with its goals.
      const vorhaben = document.records?.vorhaben.find(({ id }) => id === subject.id);
      return (
        firstOf(vorhaben?.sozialraeume, (id) => sozialraumPlace(document, id, undefined)) ??
        firstOf(vorhaben?.goals, (id) => goalPlace(document, id))
      );
    }
  }
}

function sozialraumPlace({ map }: Document, id: string, declared: string | undefined): IssuePlace | undefined {
  for (const level of map?.levels ?? []) {
    if (declared !== undefined && level.id !== declared) continue;
    const index = sozialraumIndex(level, id);
    const area = index === undefined ? undefined : level.sozialraeume[index];
    if (area) return { on: "sozialraum", level: level.id, id: area.id, name: area.name };
  }
  return undefined;
}

/** The view of the goals has two steps: what lies deeper is found below its operational goal. */
function goalPlace({ records }: Document, id: string): IssuePlace | undefined {
  const byId = new Map(records?.goals.map((goal) => [goal.id, goal]));
  const parentOf = (goal: Goal): Goal | undefined => byId.get(goal.parent ?? "");
  let goal = byId.get(id);
  const seen = new Set<Goal>();
  while (goal && !seen.has(goal)) {
    seen.add(goal);
    const parent = parentOf(goal);
    if (!parent || !parentOf(parent)) break;
    goal = parent;
  }
  return goal && { on: "goal", id: goal.id, title: goal.title };
}

function firstOf<T>(ids: readonly string[] | undefined, find: (id: string) => T | undefined): T | undefined {
  for (const id of ids ?? []) {
    const found = find(id);
    if (found) return found;
  }
  return undefined;
}
