import { beforeEach, describe, expect, test } from "vitest";
import { KeptDemand } from "../../src/analysis/coverage/kept-demand.ts";
import { serveCoverage } from "../../src/analysis/coverage/serve-coverage.ts";
import { serveNetwork } from "../../src/analysis/network/serve-network.ts";
import { coverageAnswer } from "../../src/commands/answers/coverage.ts";
import { distanceBandsAnswer } from "../../src/commands/answers/distance-bands.ts";
import { distanceCurvesAnswer } from "../../src/commands/answers/distance-curves.ts";
import { straightBesideAnswer, straightCoverageAnswer } from "../../src/commands/answers/straight-beside.ts";
import { walkingZonesAnswer } from "../../src/commands/answers/walking-zones.ts";
import { type App, changeDocument, type Services, setView } from "../../src/commands/app.ts";
import { follow } from "../../src/commands/follow.ts";
import type { Anlaufpunkt } from "../../src/domain/anlaufpunkt.ts";
import type { CityMap, CityRecords, CitySupply } from "../../src/domain/city.ts";
import { createAppStore } from "../../src/state/app-state.ts";
import { bandRows, cityBands, farthestRows, shownBeside, shownZones } from "../../src/state/selectors/band-rows.ts";
import { equalDetour } from "../../src/state/selectors/side-by-side.ts";
import { straightDifferences, unjoinedSites } from "../../src/state/selectors/straight-beside.ts";
import { DEFAULT_VIEW } from "../../src/state/view.ts";
import { inlineRunner, TaskRegistry } from "../../src/work/runner.ts";
import { degrees, polygon, square, toyLevel, toyPopulation } from "../analysis/coverage/squares.ts";
import { RIVER, toyNetwork } from "../analysis/network/lanes.ts";

/* The place stands on the north bank of the river. */
const level = toyLevel([
  { id: "north", name: "Nord", geometry: polygon([square(0, 500, 1000)]) },
  { id: "south", name: "Süd", geometry: polygon([square(0, -500, 1000)]) },
]);
const population = toyPopulation([
  { at: [100, 550], residents: 40 },
  { at: [500, 450], residents: 30 },
  { at: [900, 450], residents: 20 },
  { at: [500, 0], residents: 5 },
]);
const map: CityMap = { info: { name: "x", title: "X" } as CityMap["info"], levels: [level], backgrounds: [] };

function place(id: string, x: number, y: number): Anlaufpunkt {
  const { lon, lat } = degrees([[x, y]]);
  const at = { lon: lon[0] as number, lat: lat[0] as number };
  const words = { topics: [], targetGroups: [], languages: [] };
  return { id, name: `Haus ${id}`, kind: "quartierszentrum", ...at, ...words, status: "existing", resource: "toy" };
}
const supply: CitySupply = {
  anlaufpunkte: [place("a", 500, 550), place("far", 500, 5000)],
  kinds: [
    {
      id: "quartierszentrum",
      title: { de: "Quartierszentrum", en: "Centre" },
      plural: { de: "Quartierszentren", en: "Centres" },
      existing: 2,
    } as CitySupply["kinds"][number],
  ],
  anlaufpunkteOrigins: [],
  population,
};

let app: App;
beforeEach(() => {
  const registry = new TaskRegistry();
  const kept = new KeptDemand();
  serveCoverage(registry, kept);
  serveNetwork(registry, kept);
  const inline = inlineRunner(registry);
  const runner: Services["runner"] = {
    run: (task, input, options) => inline.run(task, input, { ...options, transfer: undefined }),
  };
  app = { store: createAppStore(), services: { runner } as Services };
  setView(app, { panel: "distance", bands: [200, 500] });
  app.store.setState(({ transient }) => ({ transient: { ...transient, phase: "open", pending: {} } }));
  for (const followed of [
    coverageAnswer(app),
    distanceBandsAnswer(app),
    distanceCurvesAnswer(app),
    straightCoverageAnswer(app),
    straightBesideAnswer(app),
    walkingZonesAnswer(app),
  ])
    follow(app, followed as Parameters<typeof follow>[1]);
  changeDocument(app, { map, supply, records: { network: toyNetwork(RIVER) } as CityRecords });
});

/** When nothing is being worked on any more. */
async function settled() {
  await expect.poll(() => Object.keys(app.store.getState().transient.pending)).toEqual([]);
  return app.store.getState();
}

describe("the panel of distances", () => {
  test("counts its bands from the one array of ways, anew for other bands only", async () => {
    const first = await settled();
    // 400 m, 100 m, about 412 m and 550 m from the place.
    expect(cityBands(first)).toMatchObject({ residents: 95, bands: [30, 60], within: [30, 90], beyond: 5, noPlace: 0 });
    expect(bandRows(first)?.map(({ name, bands, beyondShare }) => [name, bands, beyondShare])).toEqual([
      ["Nord", [0, 40], 0],
      ["Süd", [30, 20], 5 / 55],
    ]);
    expect(farthestRows(bandRows(first) ?? []).map(({ id }) => id)).toEqual(["south", "north"]);
    const { coverage } = first.transient;
    setView(app, { bands: [600] });
    const second = await settled();
    expect(cityBands(second)?.bands).toEqual([95]);
    expect(second.transient.coverage).toBe(coverage);
  });

  test("draws the city and the chosen Sozialraum, and is done without one that the level does not have", async () => {
    setView(app, { sozialraum: "south" });
    const { answers } = (await settled()).transient;
    expect(answers.distanceCurves?.city.residents).toBe(95);
    expect(answers.distanceCurves?.sozialraum?.curve.residents).toBe(55);
    const { city } = answers.distanceCurves ?? {};
    setView(app, { sozialraum: "nowhere" });
    const later = (await settled()).transient.answers.distanceCurves;
    expect(later?.sozialraum).toBeUndefined();
    expect(later?.city).toBe(city);
  });

  test("holds the straight line against the ways that are walked over the bridge", async () => {
    setView(app, { way: "walk", reach: 450 });
    const state = await settled();
    const beside = shownBeside(state);
    expect(beside?.straight.coverage.city.reached).toBe(90);
    // South of the river everyone walks round by the steps or the bridge: 600 m at least.
    expect(beside?.walked.coverage.city.reached).toBe(40);
    expect(beside?.change.city).toEqual({ gained: 0, lost: 50, net: -50 });
    // 40 people get there on foot. With × 1.10 the straight line reaches 70 (400 m and 100 m), from × 1.15 on 30: that is nearer.
    expect(beside && equalDetour(beside)).toEqual({ factor: 1.15, isMore: false });
    expect(straightDifferences(state)).toEqual([{ id: "south", name: "Süd", straight: 50, walked: 0, overstated: 50 }]);
    expect(unjoinedSites(state.transient.coverage as never).tooFar.map(({ name }) => name)).toEqual(["Haus far"]);
    // Five people live farther from every way than they are joined to.
    expect(cityBands(state)).toMatchObject({ unknown: 5 });
  });

  test("draws the land within a walk, of all places or of one, and nothing while ways are straight", async () => {
    setView(app, { zones: "all" });
    expect(shownZones(await settled())).toBeUndefined();
    setView(app, { way: "walk" });
    const all = shownZones(await settled());
    expect([...(all?.isochrones.bands ?? [])]).toEqual([200, 500]);
    expect(all?.isochrones.shapes.coordinates.length).toBeGreaterThan(8);
    expect(all?.place).toBeUndefined();
    setView(app, { zones: "far" });
    const one = shownZones(await settled());
    expect(one?.place).toBe("far");
    expect(one?.isochrones.shapes.coordinates).toHaveLength(0);
  });

  test("asks nothing while another panel is open", async () => {
    setView(app, { ...DEFAULT_VIEW, way: "walk", zones: "all" });
    const { answers } = (await settled()).transient;
    expect(answers.straightBeside).toBeUndefined();
    expect(answers.walkingZones).toBeUndefined();
  });
});
