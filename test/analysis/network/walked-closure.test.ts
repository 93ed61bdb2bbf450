import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import type { Sites } from "../../../src/analysis/coverage/coverage.ts";
import { prepareDemandTask } from "../../../src/analysis/coverage/coverage-tasks.ts";
import { KeptDemand } from "../../../src/analysis/coverage/kept-demand.ts";
import { serveCoverage } from "../../../src/analysis/coverage/serve-coverage.ts";
import { KeptNetwork } from "../../../src/analysis/network/kept-network.ts";
import {
  measureWalkedCoverageTask,
  prepareNetworkTask,
  walkedClosureCheckTask,
} from "../../../src/analysis/network/network-tasks.ts";
import { serveNetwork } from "../../../src/analysis/network/serve-network.ts";
import { measureProvisionTask, type ProvisionInput } from "../../../src/analysis/provision/provision-tasks.ts";
import { serveProvision } from "../../../src/analysis/provision/serve-provision.ts";
import { inlineRunner, TaskRegistry } from "../../../src/work/runner.ts";
import { packageOnDisk } from "../../ingest/package-on-disk.ts";
import { readWholePackage, type WholePackage } from "../../ingest/read-whole-package.ts";

const folder = fileURLToPath(new URL("../../../data/modellstadt", import.meta.url));
const REACH = 600;

/* The model city as the worker keeps it: its network has an island, steps, and walks of one direction. */
let city: WholePackage;
const registry = new TaskRegistry();
const kept = new KeptDemand();
const network = new KeptNetwork(kept);
serveCoverage(registry, kept);
serveNetwork(registry, kept, network);
serveProvision(registry, kept, network);
const runner = inlineRunner(registry);
const demand = { city: 1, level: "quartier" };
let sites: Sites;

beforeAll(async () => {
  city = await readWholePackage(packageOnDisk(folder));
  const places = city.supply.anlaufpunkte.filter(({ status }) => status === "existing");
  sites = { lon: Float64Array.from(places, ({ lon }) => lon), lat: Float64Array.from(places, ({ lat }) => lat) };
  const input = { demand, sites, reach: REACH, walking: {} };
  expect(await runner.run(walkedClosureCheckTask, input)).toBeUndefined();
  await runner.run(prepareDemandTask, { ...demand, population: city.supply.population, levels: city.map.levels });
  expect(await runner.run(walkedClosureCheckTask, input)).toBeUndefined();
  const streets = city.records.network;
  if (!streets) throw new Error("the model city has no network");
  await runner.run(prepareNetworkTask, { demand, network: streets });
}, 60_000);

async function covered(of: Sites, withoutSteps: boolean) {
  const options = { reach: REACH, hasAnlaufpunkte: true };
  const walked = await runner.run(measureWalkedCoverageTask, { demand, sites: of, options, walking: { withoutSteps } });
  if (!walked) throw new Error("not walked");
  return walked.coverage;
}

const without = (values: Float64Array, s: number) => values.filter((_, k) => k !== s);

describe("C17: closing along the network", { timeout: 60_000 }, () => {
  test.each([false, true])(
    "any place of the model city takes from the coverage exactly those who lose their only one (without steps: %s)",
    async (withoutSteps) => {
      const check = await runner.run(walkedClosureCheckTask, {
        demand,
        sites,
        reach: REACH,
        walking: { withoutSteps },
      });
      const before = await covered(sites, withoutSteps);
      expect(check?.city.residents).toBe(before.city.residents);
      expect((check?.city.one ?? 0) + (check?.city.several ?? 0)).toBe(before.city.reached);
      const losing = [];
      for (let s = 0; s < sites.lon.length; s++) {
        const rest = await covered({ lon: without(sites.lon, s), lat: without(sites.lat, s) }, withoutSteps);
        losing.push(before.city.reached - rest.city.reached);
      }
      expect([...(check?.losing ?? [])]).toEqual(losing);
      expect(losing.filter((people) => people > 0).length).toBeGreaterThan(10);
    },
  );
});

describe("C15: provision along the network", { timeout: 60_000 }, () => {
  const ask = (options: ProvisionInput["options"]) =>
    runner.run(measureProvisionTask, {
      demand,
      sites,
      capacity: new Float64Array(sites.lon.length).fill(Number.NaN),
      options,
      walking: {},
    });

  test("leaves without a place in reach exactly those whom the coverage along the network does not reach", async () => {
    const coverage = await covered(sites, false);
    for (const method of ["2sfca", "3sfca", "bfca"] as const) {
      const answer = await ask({ method, reach: REACH, decay: { form: "gaussian" } });
      expect([...(answer?.areas.noneInReach ?? [])]).toEqual([...coverage.areas.unreached]);
      expect([...(answer?.areas.residents ?? [])]).toEqual([...coverage.areas.residents]);
    }
  });

  test("divides what each place has among those who walk there: altogether what the places with somebody in reach have", async () => {
    const answer = await ask({ method: "2sfca", reach: REACH });
    const { per10000, residents, supply, supplyInReach } = answer?.city ?? {};
    expect(supply).toBe(sites.lon.length);
    expect(supplyInReach).toBeGreaterThan(0.8 * sites.lon.length);
    // Nobody of the model city lives outside its areas.
    expect(((per10000 ?? 0) * (residents ?? 0)) / 10_000).toBeCloseTo(supplyInReach ?? Number.NaN, 6);
  });

  test("takes no detour on what is walked", async () => {
    await expect(ask({ method: "2sfca", reach: REACH, detour: 1.3 })).rejects.toThrow("detour is 1.3");
  });
});
