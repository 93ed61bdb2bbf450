import type { Goal } from "../domain/goal.ts";
import { BUILT_IN_CATALOGUES } from "../domain/goal-catalogues/built-in-catalogues.ts";
import type { Indicator } from "../domain/indicator.ts";
import type { Issue } from "../domain/issue.ts";
import type { Vorhaben } from "../domain/vorhaben.ts";
import { type IssueDetails, IssueLog } from "./issue-log.ts";
import type { Descriptor } from "./package/descriptor.ts";
import { lineOfRecord } from "./record-lines.ts";

export interface Referring {
  readonly indicators: readonly Indicator[];
  readonly goals: readonly Goal[];
  readonly vorhaben: readonly Vorhaben[];
}

type Kind = "indicator" | "goal" | "vorhaben";
type Referrer = { readonly id: string; readonly resource: string };

/**
 * Ties goals, indicators and Vorhaben together after all are read. Built-in catalogues of which any goal is named join whole; a
 * reference to nothing is told and left out, and so is a parent that leads back to its own goal.
 */
export function resolveReferences(read: Referring, descriptor: Descriptor): Referring & { readonly issues: Issue[] } {
  const logs = new Map<string, IssueLog>();
  const logOf = (resource: string): IssueLog => {
    const path = descriptor.resources.find(({ name }) => name === resource)?.path ?? resource;
    const log = logs.get(path) ?? new IssueLog(path);
    logs.set(path, log);
    return log;
  };
  const goals = [...read.goals, ...catalogueGoals(read)];
  const goalIds = new Set(goals.map(({ id }) => id));
  const indicatorIds = new Set(read.indicators.map(({ id }) => id));
  const placeOf = (on: Kind, referrer: Referrer, ours: string): IssueDetails => ({
    row: lineOfRecord(referrer),
    column: descriptor.resources.find(({ name }) => name === referrer.resource)?.keys.columns?.[ours] ?? ours,
    about: { on, id: referrer.id },
  });
  const known = (ids: ReadonlySet<string>, of: string, on: Kind, referrer: Referrer, ours: string) => (id: string) => {
    if (ids.has(id)) return true;
    const place = placeOf(on, referrer, ours);
    logOf(referrer.resource).addForValue("id-unknown", id, { ...place, context: { of } });
    return false;
  };
  const one = (id: string | undefined, isKnown: (id: string) => boolean): string | undefined =>
    id !== undefined && isKnown(id) ? id : undefined;

  const parents = new Map(goals.map(({ id, parent }) => [id, parent]));
  const resolved = {
    indicators: read.indicators.map((indicator) => ({
      ...indicator,
      goals: indicator.goals.filter(known(goalIds, "goal", "indicator", indicator, "goals")),
      numerator: one(indicator.numerator, known(indicatorIds, "indicator", "indicator", indicator, "numerator")),
      denominator: one(indicator.denominator, known(indicatorIds, "indicator", "indicator", indicator, "denominator")),
    })),
    goals: goals.map((goal) => {
      const parent = one(goal.parent, known(goalIds, "goal", "goal", goal, "parent"));
      const circular = parent !== undefined && leadsTo(goal.id, parent, parents);
      if (circular) {
        parents.set(goal.id, undefined);
        const context = { value: parent, allowed: "", circular: goal.id };
        logOf(goal.resource).add("value-not-allowed", { ...placeOf("goal", goal, "parent"), context });
      }
      return {
        ...goal,
        parent: circular ? undefined : parent,
        indicators: goal.indicators.filter(known(indicatorIds, "indicator", "goal", goal, "indicators")),
      };
    }),
    vorhaben: read.vorhaben.map((entry) => ({
      ...entry,
      goals: entry.goals.filter(known(goalIds, "goal", "vorhaben", entry, "goals")),
    })),
  };
  return { ...resolved, issues: [...logs.values()].flatMap((log) => log.list()) };
}

function catalogueGoals({ indicators, goals, vorhaben }: Referring): Goal[] {
  const own = new Set(goals.map(({ id }) => id));
  const named = new Set([
    ...indicators.flatMap((indicator) => indicator.goals),
    ...vorhaben.flatMap((entry) => entry.goals),
    ...goals.flatMap(({ parent }) => (parent === undefined ? [] : [parent])),
  ]);
  return BUILT_IN_CATALOGUES.filter((catalogue) => catalogue.some(({ id }) => named.has(id) && !own.has(id)))
    .flat()
    .filter(({ id }) => !own.has(id));
}

function leadsTo(target: string, from: string, parents: ReadonlyMap<string, string | undefined>): boolean {
  const seen = new Set<string>();
  for (let id: string | undefined = from; id !== undefined && !seen.has(id); id = parents.get(id)) {
    if (id === target) return true;
    seen.add(id);
  }
  return false;
}
