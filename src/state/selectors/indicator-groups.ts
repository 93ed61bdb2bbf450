import type { CityRecords } from "../../domain/city.ts";
import type { Goal } from "../../domain/goal.ts";
import type { Indicator } from "../../domain/indicator.ts";
import type { CatalogueEntry } from "../../domain/indicator-result.ts";
import type { Localized } from "../../domain/localized.ts";

export interface IndicatorChoice {
  readonly indicator: Indicator;
  /** The level has values, another level has, or none has. */
  readonly state: "here" | "elsewhere" | "nowhere";
}

export interface IndicatorGroup {
  readonly key: string;
  /** The strategic goal that the indicators serve first; undefined = none. */
  readonly title?: Localized | undefined;
  readonly entries: readonly IndicatorChoice[];
}

/**
 * The indicators under the strategic goal that they name first (or that names them), in the order of the package; those without a
 * goal come last.
 */
export function indicatorGroups(
  catalogue: readonly CatalogueEntry[],
  records: Pick<CityRecords, "indicators" | "goals">,
  level: string | undefined,
): IndicatorGroup[] {
  const goals = new Map(records.goals.map((goal) => [goal.id, goal]));
  const namedBy = new Map<string, Goal>();
  for (const goal of records.goals) {
    for (const id of goal.indicators) if (!namedBy.has(id)) namedBy.set(id, goal);
  }
  const indicators = new Map(records.indicators.map((indicator) => [indicator.id, indicator]));
  const groups = new Map<string, { title: Localized | undefined; entries: IndicatorChoice[] }>();
  for (const entry of catalogue) {
    const indicator = indicators.get(entry.indicator);
    if (!indicator) continue;
    const goal = indicator.goals.map((id) => goals.get(id)).find(Boolean) ?? namedBy.get(indicator.id);
    const top = goal && strategic(goal, goals);
    const key = top?.id ?? "";
    const group = groups.get(key) ?? { title: top?.title, entries: [] };
    groups.set(key, group);
    const isHere = level !== undefined && entry.levels.includes(level);
    group.entries.push({ indicator, state: isHere ? "here" : entry.mappable ? "elsewhere" : "nowhere" });
  }
  return [...groups]
    .map(([key, group]) => ({ key, ...group }))
    .sort((a, b) => Number(a.key === "") - Number(b.key === ""));
}

/** The goal at the top; a circle of parents ends where it closes. */
function strategic(goal: Goal, goals: ReadonlyMap<string, Goal>): Goal {
  const seen = new Set<string>();
  let top = goal;
  while (top.parent !== undefined && !seen.has(top.id)) {
    seen.add(top.id);
    const parent = goals.get(top.parent);
    if (!parent) break;
    top = parent;
  }
  return top;
}
