import { describe, expect, test, vi } from "vitest";
import { KeptDemand } from "../../src/analysis/coverage/kept-demand.ts";
import { serveCoverage } from "../../src/analysis/coverage/serve-coverage.ts";
import { KeptNetwork } from "../../src/analysis/network/kept-network.ts";
import { serveNetwork } from "../../src/analysis/network/serve-network.ts";
import { serveProvision } from "../../src/analysis/provision/serve-provision.ts";
import { serveSiting } from "../../src/analysis/siting/serve-siting.ts";
import { adoptSites } from "../../src/commands/adopt-sites.ts";
import { bestSitesAnswer } from "../../src/commands/answers/best-sites.ts";
import { closureAnswer } from "../../src/commands/answers/closure.ts";
import { coverageAnswer } from "../../src/commands/answers/coverage.ts";
import { provisionAnswer } from "../../src/commands/answers/provision.ts";
import { type App, changeDocument, changeTransient, type Services, setView } from "../../src/commands/app.ts";
import { follow } from "../../src/commands/follow.ts";
import type { Anlaufpunkt } from "../../src/domain/anlaufpunkt.ts";
import type { CityMap, CityRecords } from "../../src/domain/city.ts";
import { createAppStore } from "../../src/state/app-state.ts";
import { shownProvision } from "../../src/state/selectors/provision-rows.ts";
import { shownClosure, solePlaces } from "../../src/state/selectors/shown-closure.ts";
import type { SitesProposal } from "../../src/state/sites-answer.ts";
import { DEFAULT_VIEW, type View } from "../../src/state/view.ts";
import { closureProvenance } from "../../src/views/panels/szenario/closure-provenance.ts";
import { inlineRunner, TaskRegistry } from "../../src/work/runner.ts";
import { degrees, type Place, polygon, square, toyLevel, toyPopulation } from "../analysis/coverage/squares.ts";
import { toyNetwork } from "../analysis/network/lanes.ts";

/*
 * Two banks of a river, 100 m apart, joined by steps in the west and by a bridge in the east, 1,000 m away. Place „north“ stands 500 m from
 * both ends of its bank; 40 people live at the west end of the north bank, 30 in the middle of the south bank, right across the water.
 */
const street = (...line: Place[]) => ({ line, class: "street" });
const LANES = [
  street([0, 550], [1000, 550]),
  street([0, 450], [1000, 450]),
  {
    line: [
      [0, 450],
      [0, 550],
    ] as Place[],
    class: "steps",
  },
  street([1000, 450], [1000, 550]),
];
const level = toyLevel([
  { id: "north", name: "Nord", geometry: polygon([square(-500, 500, 2000)]) },
  { id: "south", name: "Süd", geometry: polygon([square(-500, -1500, 2000)]) },
]);

function place(id: string, at: Place): Anlaufpunkt {
  const { lon, lat } = degrees([at]);
  const words = { topics: [], targetGroups: [], languages: [] };
  const where = { lon: lon[0] as number, lat: lat[0] as number };
  return { id, name: id, kind: "quartierszentrum", ...where, ...words, status: "existing", resource: "toy" };
}

function open(view: Partial<View>): App {
  const registry = new TaskRegistry();
  const kept = new KeptDemand();
  const network = new KeptNetwork(kept);
  serveCoverage(registry, kept);
  serveNetwork(registry, kept, network);
  serveProvision(registry, kept, network);
  serveSiting(registry, kept, network);
  const inline = inlineRunner(registry);
  const runner: Services["runner"] = {
    run: (task, input, options) => inline.run(task, input, { ...options, transfer: undefined }),
  };
  const address = { read: () => "", write: () => undefined };
  const app = {
    store: createAppStore({ ...DEFAULT_VIEW, reach: 600, ...view }),
    services: { runner, address } as unknown as Services,
  };
  changeTransient(app, { phase: "open", pending: {} });
  for (const followed of [coverageAnswer(app), provisionAnswer(app), closureAnswer(app), bestSitesAnswer(app)])
    follow(app, followed as Parameters<typeof follow>[1]);
  const title = { de: "Zentrum", en: "Centre" };
  changeDocument(app, {
    map: { info: { name: "x", title: "X" } as CityMap["info"], levels: [level], backgrounds: [] },
    supply: {
      anlaufpunkte: [place("north", [500, 550])],
      kinds: [{ id: "quartierszentrum", title, plural: title, existing: 1 }],
      anlaufpunkteOrigins: [],
      population: toyPopulation([
        { at: [0, 550], residents: 40 },
        { at: [500, 450], residents: 30 },
      ]),
    },
    records: { network: toyNetwork(LANES) } as CityRecords,
  });
  return app;
}

async function settled(app: App) {
  await vi.waitFor(() => expect(Object.keys(app.store.getState().transient.pending)).toEqual([]), 8000);
  return app.store.getState();
}

describe("ways on foot, once chosen, are followed", () => {
  test("by provision: who would have to swim does not share the place", async () => {
    const app = open({ panel: "provision" });
    const inLine = shownProvision(await settled(app));
    expect(inLine?.city).toMatchObject({ noneInReach: 0, residents: 70 });
    expect(inLine?.values[0]).toBeCloseTo(10_000 / 70, 9);
    setView(app, { way: "walk" });
    const onFoot = shownProvision(await settled(app));
    expect(onFoot?.coverage.way).toBe("walk");
    expect(onFoot?.city).toMatchObject({ noneInReach: 30 });
    expect([...(onFoot?.values ?? [])]).toEqual([expect.closeTo(10_000 / 40, 9), 0]);
    // 500 + 100 + 500 m by the steps, 1,100 m by the bridge, too: the steps shorten nothing here.
    setView(app, { reach: 1100 });
    expect(shownProvision(await settled(app))?.city.noneInReach).toBe(0);
  });

  test("by the closure check, with and without steps, and its provenance says so", async () => {
    const app = open({ panel: "scenario", way: "walk", reach: 1100 });
    const closure = shownClosure(await settled(app));
    if (!closure) throw new Error("no closure");
    expect(solePlaces(closure).map(({ losing, nearest }) => [losing, nearest])).toEqual([[70, 70]]);
    setView(app, { reach: 600 });
    expect(shownClosure(await settled(app))?.check.city).toMatchObject({ one: 40, none: 30 });
    setView(app, { steps: "none" });
    const state = await settled(app);
    expect(shownClosure(state)?.check.city).toMatchObject({ one: 40, none: 30 });
    const { rules, inputs } = closureProvenance(state, "one");
    expect(rules).toEqual(expect.arrayContaining(["C13", "C17"]));
    expect(inputs.map(({ value }) => value)).toContain("Fußweg entlang des Wegenetzes, ohne Treppen");
  });

  test("by the best sites: what is proposed is what the coverage on foot says after it was adopted, exactly there", async () => {
    const app = open({ panel: "sites" });
    const inLine = (await settled(app)).transient.answers.bestSites as SitesProposal;
    expect([inLine.asked.way, inLine.sites.length]).toEqual(["straight", 0]);
    setView(app, { way: "walk" });
    const before = await settled(app);
    const { proposal, asked, sites } = before.transient.answers.bestSites as SitesProposal;
    expect(asked.way).toBe("walk");
    expect(proposal).toMatchObject({ before: 40, value: 30, total: 70, isProven: true });
    adoptSites(app);
    const after = await settled(app);
    const added = after.document.scenarios[0]?.added[0];
    expect([added?.lon, added?.lat]).toEqual([sites[0]?.lon, sites[0]?.lat]);
    expect(after.transient.coverage?.coverage.city.reached).toBe(70);
  });

  test("by the shortest ways, of those who have one at all", async () => {
    const app = open({ panel: "sites", way: "walk", steps: "none" });
    setView(app, { sites: { ...app.store.getState().view.sites, goal: "shortest-ways", n: 1 } });
    const { proposal, asked } = (await settled(app)).transient.answers.bestSites as SitesProposal;
    expect(asked.way).toBe("walk-without-steps");
    // 30 people walk 1,100 m by the bridge now; with a site at their door nothing.
    expect(proposal.value).toBeCloseTo(30 * 1100, 1);
    expect(proposal.before).toBeCloseTo(40 * 500 + 30 * 1100, 1);
    expect(proposal.withoutWay).toBe(0);
  });

  test("not while a place is dragged: what was proposed and measured before stays until it is let go", async () => {
    const app = open({ panel: "sites", way: "walk" });
    setView(app, { sites: { ...app.store.getState().view.sites, where: "gaps" } });
    const { bestSites } = (await settled(app)).transient.answers;
    const { coverage } = app.store.getState().transient;
    if (!coverage) throw new Error("not measured");
    changeTransient(app, { drag: { id: "north", lon: 10, lat: 51 }, coverage: { ...coverage } });
    const dragged = await settled(app);
    expect(dragged.transient.answers.bestSites).toBe(bestSites);
  });
});
