import { defaultKinds } from "../domain/anlaufpunkt.ts";
import type { ResourceDraft } from "../domain/data-draft.ts";
import type { View } from "../state/view.ts";
import type { App } from "./app.ts";
import { changeView } from "./change-view.ts";

/** What of the view belongs to one city alone. */
const OF_ANOTHER_CITY: Partial<View> = {
  ...{ data: undefined, level: undefined, kind: undefined, indicator: undefined, period: undefined },
  ...{ sozialraum: undefined, compare: [], candidates: undefined, within: undefined, without: undefined },
  ...{ drawn: undefined, need: undefined, map: undefined, scenario: undefined },
};

/** Leads to where data that were added can be seen: values in the comparison, places and areas on the map. */
export function showAddedData(app: App, drafts: readonly ResourceDraft[], isNewCity: boolean): void {
  changeView(app, { ...(isNewCity ? OF_ANOTHER_CITY : {}), ...viewOf(app, drafts) });
}

function viewOf(app: App, drafts: readonly ResourceDraft[]): Partial<View> {
  const first = (...roles: readonly string[]) => drafts.find(({ anlaufpunkt }) => roles.includes(anlaufpunkt.role));
  const areas = first("sozialraeume");
  // Values by area are shown where they lie; those of the whole city have no map.
  const values =
    drafts.find(({ anlaufpunkt: { role, level } }) => role === "observations" && level !== undefined) ??
    first("observations");
  const places = first("anlaufpunkte");
  if (values) {
    const indicator = indicatorOf(values);
    const { level } = values.anlaufpunkt;
    return {
      ...{ view: "vergleich", sozialraum: undefined, period: undefined },
      ...(indicator === undefined ? {} : { indicator }),
      ...(level === undefined ? {} : { level }),
    };
  }
  if (places) {
    const { kind, values: meant } = places.anlaufpunkt;
    const mapped = Object.values((meant?.kind ?? {}) as Record<string, string>);
    const added = kind === undefined ? mapped : [kind];
    const shown = app.store.getState().view.kind ?? defaultKinds(app.store.getState().document.supply?.kinds ?? []);
    const all = [...new Set([...shown, ...added])];
    return { view: "versorgung", sozialraum: undefined, ...(added.length > 0 ? { kind: all } : {}) };
  }
  if (areas) {
    const count = app.store.getState().document.map?.levels.length ?? 0;
    return { view: "versorgung", sozialraum: undefined, level: count > 0 ? areas.anlaufpunkt.level : undefined };
  }
  if (first("population", "network")) return { view: "versorgung" };
  if (first("goals", "vorhaben")) return { view: "ziele" };
  return { view: "daten" };
}

function indicatorOf({ anlaufpunkt }: ResourceDraft): string | undefined {
  const [spec] = Object.values(anlaufpunkt.values ?? {});
  if (typeof spec === "string") return spec;
  const { indicator } = (spec ?? {}) as { readonly indicator?: unknown };
  return typeof indicator === "string" ? indicator : anlaufpunkt.indicators?.[0]?.id;
}
