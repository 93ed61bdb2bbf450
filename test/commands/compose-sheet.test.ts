import { describe, expect, it } from "vitest";
import { composeSheet } from "../../src/commands/compose-sheet.ts";
import type { CityMap } from "../../src/domain/city.ts";
import type { Legend } from "../../src/domain/legend.ts";
import type { Origin } from "../../src/domain/provenance.ts";
import { type AppState, createAppStore } from "../../src/state/app-state.ts";
import { keptAddress } from "../../src/state/selectors/shown-kept-view.ts";
import { cityMap, level } from "../db/small-city.ts";

const NOW = new Date("2026-11-22T12:00:00Z");
const SENTENCE =
  "Kinderarmut, 2019: Die Spanne reicht von 2,1 % (West) bis 68,4 % (Nord); in der Stadt sind es 27,0 %.";
const LEGEND: Legend = { title: "Kinderarmut, 2019", unit: "%", entries: [], marks: [], notes: [] };

function comparison(title?: string): AppState {
  const { document, view, transient } = createAppStore().getState();
  const shown = { ...view, view: "vergleich" as const };
  const kept = title === undefined ? [] : [{ id: "1", title, address: keptAddress(shown) }];
  return {
    document: { ...document, map: cityMap(level("quartier", { q1: undefined })), keptViews: kept },
    view: shown,
    transient: { ...transient, legend: LEGEND, caption: SENTENCE },
  };
}

describe("a sheet of the comparison", () => {
  it("has the indicator and the period as its title, and the range below", () => {
    const sheet = composeSheet(comparison(), NOW);
    expect(sheet?.title).toEqual([{ text: "Kinderarmut, 2019" }]);
    expect(sheet?.subtitle).toBe("Die Spanne reicht von 2,1 % (West) bis 68,4 % (Nord); in der Stadt sind es 27,0 %.");
  });

  it("says indicator, period and range below a title of one's own", () => {
    const sheet = composeSheet(comparison("Kinder zuerst"), NOW);
    expect(sheet?.title).toEqual([{ text: "Kinder zuerst" }]);
    expect(sheet?.subtitle).toBe(SENTENCE);
  });
});

describe("the sources of a sheet", () => {
  it("are named once each, with all their dates and the licence", () => {
    const state = comparison();
    const { map } = state.document;
    const [first] = map?.levels ?? [];
    if (!map || !first) throw new Error("no level");
    const origin = (resource: string, title: string, period?: string): Origin => ({
      ...first.origin,
      resource,
      period,
      sources: [{ title }],
      licences: [{ name: "CC0-1.0" }],
    });
    const withSources: CityMap = {
      ...map,
      levels: [{ ...first, origin: origin("a", "Stadtarchiv", "2024") }],
      backgrounds: [
        { origin: origin("b", "Stadtarchiv", "2023") },
        { origin: origin("c", "Landesamt") },
      ] as unknown as CityMap["backgrounds"],
    };
    const sheet = composeSheet({ ...state, document: { ...state.document, map: withSources } }, NOW);
    expect(sheet?.sources).toEqual(["Stadtarchiv (Stand 2024 und 2023), CC0-1.0", "Landesamt, CC0-1.0"]);
  });
});
