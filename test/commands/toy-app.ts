import { KeptDemand } from "../../src/analysis/coverage/kept-demand.ts";
import { serveCoverage } from "../../src/analysis/coverage/serve-coverage.ts";
import { serveNetwork } from "../../src/analysis/network/serve-network.ts";
import { serveProvision } from "../../src/analysis/provision/serve-provision.ts";
import { type App, changeDocument, changeTransient, type Services } from "../../src/commands/app.ts";
import type { Anlaufpunkt } from "../../src/domain/anlaufpunkt.ts";
import type { CityMap } from "../../src/domain/city.ts";
import type { Scenario } from "../../src/domain/scenario.ts";
import { serveIngest } from "../../src/ingest/serve-ingest.ts";
import { createAppStore } from "../../src/state/app-state.ts";
import type { View } from "../../src/state/view.ts";
import { DEFAULT_VIEW } from "../../src/state/view.ts";
import { inlineRunner, TaskRegistry } from "../../src/work/runner.ts";
import { degrees, type Place, polygon, square, toyLevel, toyPopulation } from "../analysis/coverage/squares.ts";
import { keepingServices } from "./memory-store.ts";

/**
 * A city of three squares side by side, 2 km each: 600 people in the middle of the first, 200 of the second, 100 of the third; in the
 * fourth nobody is known to live. Names of tasks that were asked stand in `asked`.
 */
export function toyApp(
  sites: Readonly<Record<string, { readonly at: Place; readonly capacity?: number }>>,
  view: Partial<View> = {},
  scenarios: readonly Scenario[] = [],
): { app: App; asked: string[] } {
  const level = toyLevel(
    ["west", "middle", "east", "empty"].map((id, k) => ({
      id,
      name: id,
      geometry: polygon([square(2000 * k, 0, 2000)]),
    })),
  );
  const map: CityMap = { info: { name: "x", title: "X" } as CityMap["info"], levels: [level], backgrounds: [] };
  const anlaufpunkte = Object.entries(sites).map(([id, { at, capacity }]): Anlaufpunkt => {
    const { lon, lat } = degrees([at]);
    return {
      id,
      name: id,
      kind: "quartierszentrum",
      lon: lon[0] as number,
      lat: lat[0] as number,
      topics: [],
      targetGroups: [],
      languages: [],
      status: "existing",
      capacity,
      resource: "places",
    };
  });
  const registry = new TaskRegistry();
  const kept = new KeptDemand();
  serveCoverage(registry, kept);
  serveProvision(registry, kept);
  serveNetwork(registry, kept);
  serveIngest(registry);
  const worker = inlineRunner(registry);
  const asked: string[] = [];
  const runner: Services["runner"] = {
    run(task, input, options) {
      asked.push(task.name);
      return worker.run(task, input, { ...options, transfer: undefined });
    },
  };
  const address = { read: () => "", write: () => undefined };
  const app = {
    store: createAppStore({ ...DEFAULT_VIEW, ...view }),
    services: { runner, address, ...keepingServices() } as unknown as Services,
  };
  changeTransient(app, { phase: "open" });
  changeDocument(app, {
    map,
    supply: {
      anlaufpunkte,
      kinds: [
        {
          id: "quartierszentrum",
          title: { de: "", en: "" },
          plural: { de: "", en: "" },
          existing: anlaufpunkte.length,
        },
      ],
      anlaufpunkteOrigins: [],
      population: toyPopulation([
        { at: [1000, 1000], residents: 600 },
        { at: [3000, 1000], residents: 200 },
        { at: [5000, 1000], residents: 100 },
      ]),
    },
    scenarios,
  });
  return { app, asked };
}
