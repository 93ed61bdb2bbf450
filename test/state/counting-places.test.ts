import { describe, expect, test } from "vitest";
import type { Anlaufpunkt } from "../../src/domain/anlaufpunkt.ts";
import type { Scenario } from "../../src/domain/scenario.ts";
import { type AppState, createAppStore } from "../../src/state/app-state.ts";
import { countingPlaces, silentPlaces } from "../../src/state/selectors/active-offers.ts";
import type { View } from "../../src/state/view.ts";

const place = (id: string, said: Partial<Anlaufpunkt> = {}): Anlaufpunkt => ({
  id,
  name: id,
  kind: "beratungsstelle",
  lon: 10,
  lat: 51,
  topics: [],
  targetGroups: [],
  languages: [],
  status: "existing",
  resource: "places",
  ...said,
});

const anlaufpunkte = [
  place("debts", { topics: ["Schulden", "Wohnen"], languages: ["de", "tr"], wheelchair: "yes" }),
  place("flats", { topics: ["Wohnen"], languages: ["de"], wheelchair: "limited" }),
  place("silent"),
  place("planned", { topics: ["Schulden"], status: "planned" }),
  place("club", { kind: "jugendzentrum", topics: ["Schulden"] }),
];

const thought: Scenario = {
  id: "more",
  title: "More",
  added: [
    { id: "new", name: "", kind: "beratungsstelle", lon: 10, lat: 51 },
    { id: "other", name: "", kind: "jugendzentrum", lon: 10, lat: 51 },
  ],
  edited: {},
};

function asked(view: Partial<View>): AppState {
  const state = createAppStore().getState();
  const kinds = ["beratungsstelle", "jugendzentrum"].map((id) => ({
    id,
    title: { de: id, en: id },
    plural: { de: id, en: id },
    existing: 1,
  }));
  return {
    ...state,
    document: {
      ...state.document,
      supply: { anlaufpunkte, kinds, anlaufpunkteOrigins: [] },
      scenarios: [thought],
    },
    view: { ...state.view, kind: ["beratungsstelle"], ...view },
  };
}

const counting = (view: Partial<View>) => countingPlaces(asked(view))?.map(({ id }) => id);

describe("C21: which places count", () => {
  test("without a filter those that exist, of the chosen kinds", () => {
    expect(counting({})).toEqual(["debts", "flats", "silent"]);
  });

  test("of one property any chosen word will do, of several all must be met; silence offers nothing", () => {
    expect(counting({ topic: ["Schulden", "Wohnen"] })).toEqual(["debts", "flats"]);
    expect(counting({ topic: ["Wohnen"], speaks: ["tr"] })).toEqual(["debts"]);
    expect(counting({ speaks: ["ar"] })).toEqual([]);
  });

  test("who wishes for full access does not get half of it; who says nothing is counted as silent", () => {
    expect(counting({ wheelchair: "yes" })).toEqual(["debts"]);
    expect(counting({ wheelchair: "limited" })).toEqual(["debts", "flats"]);
    expect(silentPlaces(asked({ wheelchair: "limited" })).wheelchair).toBe(1);
    expect(silentPlaces(asked({})).wheelchair).toBe(0);
  });

  test("planned places only where they are chosen", () => {
    expect(counting({ topic: ["Schulden"], status: ["existing", "planned"] })).toEqual(["debts", "planned"]);
  });
});

describe("C20: a place that is only thought of", () => {
  test("offers whatever is wished and is silent about nothing, but is of its kind", () => {
    const view: Partial<View> = { scenario: "more", topic: ["Schulden"], wheelchair: "yes" };
    expect(counting(view)).toEqual(["debts", "new"]);
    expect(silentPlaces(asked(view)).wheelchair).toBe(1);
  });

  test("counts as existing", () => {
    expect(counting({ scenario: "more", status: ["planned"] })).toEqual(["planned"]);
  });
});
