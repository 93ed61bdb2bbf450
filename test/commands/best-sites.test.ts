import { describe, expect, test, vi } from "vitest";
import { KeptDemand } from "../../src/analysis/coverage/kept-demand.ts";
import { serveCoverage } from "../../src/analysis/coverage/serve-coverage.ts";
import { loadHighs } from "../../src/analysis/siting/exact/load-highs.ts";
import { serveSiting } from "../../src/analysis/siting/serve-siting.ts";
import { proposeSitesTask, proveSitesTask, unprovenSitesTask } from "../../src/analysis/siting/siting-tasks.ts";
import { adoptSites } from "../../src/commands/adopt-sites.ts";
import { bestSitesAnswer } from "../../src/commands/answers/best-sites.ts";
import { type App, changeDocument, changeTransient, type Services, setView } from "../../src/commands/app.ts";
import { addCorner, beginDrawing, cancelDrawing, finishDrawing, removeCorner } from "../../src/commands/draw-area.ts";
import { undoEdit } from "../../src/commands/edit-document.ts";
import { findSites, questionOf, rememberQuestion, stopSearch } from "../../src/commands/find-sites.ts";
import { follow } from "../../src/commands/follow.ts";
import { preparedDemands } from "../../src/commands/prepared-demand.ts";
import { cancelProof, proveBestSites } from "../../src/commands/prove-sites.ts";
import type { Anlaufpunkt } from "../../src/domain/anlaufpunkt.ts";
import type { CityMap } from "../../src/domain/city.ts";
import { createAppStore } from "../../src/state/app-state.ts";
import { sitesFigures } from "../../src/state/selectors/sites-figures.ts";
import type { SitesProposal } from "../../src/state/sites-answer.ts";
import { DEFAULT_VIEW, type SitesWish } from "../../src/state/view.ts";
import { inlineRunner, TaskRegistry } from "../../src/work/runner.ts";
import { degrees, polygon, square, toyLevel, toyPopulation } from "../analysis/coverage/squares.ts";

/*
 * By hand: a street of six blocks, 1,000 m apart, with 10, 40, 30, 5, 60, 20 people; one place stands at the first block, one is planned
 * at the last. Reach 1,000 m: the first reaches blocks 1 and 2, the planned one 5 and 6. A library stands at block 3, a closed one at 4.
 */
const PEOPLE = [10, 40, 30, 5, 60, 20];
const at = (y: number) => {
  const { lon, lat } = degrees([[0, y]]);
  return { lon: lon[0] as number, lat: lat[0] as number };
};
const level = toyLevel([
  { id: "north", name: "Nord", geometry: polygon([square(-3000, 2500, 6000)]) },
  { id: "south", name: "Süd", geometry: polygon([square(-3000, -3500, 6000)]) },
]);

function place(id: string, kind: string, y: number, status: Anlaufpunkt["status"] = "existing"): Anlaufpunkt {
  return { id, name: id, kind, ...at(y), status, topics: [], targetGroups: [], languages: [], resource: "places" };
}

const kind = (id: string) => ({ id, title: { de: id, en: id }, plural: { de: id, en: id }, existing: 1 });

function open(sites: Partial<SitesWish> = {}): App {
  const registry = new TaskRegistry();
  const kept = new KeptDemand();
  serveCoverage(registry, kept);
  serveSiting(registry, kept, undefined, loadHighs);
  const inline = inlineRunner(registry);
  const runner: Services["runner"] = {
    // Nothing moves in a test: what is kept is still whole.
    run: (task, input, options) => inline.run(task, input, { ...options, transfer: undefined }),
  };
  const app = {
    store: createAppStore(),
    services: { runner, address: { read: () => "", write: () => undefined } } as unknown as Services,
  };
  setView(app, { panel: "sites", reach: 1000, sites: { ...DEFAULT_VIEW.sites, n: 1, ...sites } });
  changeDocument(app, {
    map: { info: { name: "x", title: "X" } as CityMap["info"], levels: [level], backgrounds: [] },
    supply: {
      anlaufpunkte: [
        place("stands", "quartierszentrum", 0),
        place("planned", "quartierszentrum", 5000, "planned"),
        place("library", "bibliothek", 2000),
        place("shut", "bibliothek", 3000, "closed"),
      ],
      kinds: [kind("quartierszentrum"), kind("bibliothek")],
      anlaufpunkteOrigins: [],
      population: toyPopulation(PEOPLE.map((residents, k) => ({ at: [0, 1000 * k], residents }))),
    },
  });
  changeTransient(app, { phase: "open" });
  return app;
}

const shown = (app: App) => app.store.getState().transient.answers.bestSites;
const proposal = (app: App): SitesProposal => {
  const answer = shown(app);
  if (!answer || !("proposal" in answer)) throw new Error(`no proposal: ${JSON.stringify(answer)}`);
  return answer;
};

async function answered(app: App): Promise<App> {
  follow(app, bestSitesAnswer(app));
  await ready(app);
  return app;
}

const ready = (app: App) =>
  vi.waitFor(() => expect(app.store.getState().transient.pending["best-sites"]).toBeUndefined(), 8000);

/** The block at which a site stands, 0–5. */
const block = ({ lat }: { lat: number }) => PEOPLE.findIndex((_, k) => Math.abs(at(1000 * k).lat - lat) < 1e-5);

describe("the best sites follow what is asked", () => {
  test("with the planned place fixed, only blocks 3 and 4 are open: a site at either reaches 35 more; without it block 4 reaches 95", async () => {
    const app = await answered(open());
    expect(proposal(app).proposal).toMatchObject({ value: 35, bound: 35, isProven: true, before: 130, total: 165 });
    expect(proposal(app).asked).toMatchObject({ fixed: 2, planned: 1, source: "cells" });
    expect(proposal(app).stage).toBe("ended");
    setView(app, { sites: { ...app.store.getState().view.sites, planned: false } });
    await ready(app);
    expect(proposal(app).sites.map(block)).toEqual([3]);
    expect(proposal(app).proposal.value).toBe(95);
    expect(proposal(app).sites[0]?.sozialraum).toEqual({ id: "north", name: "Nord" });
  });

  test("gains are told site by site and add up; the shares follow from them", async () => {
    const app = await answered(open({ planned: false, n: 2 }));
    const figures = sitesFigures(proposal(app));
    expect(figures.gains).toEqual([95, 20]);
    expect(figures.together).toEqual([145 / 165, 1]);
    expect(figures.reachedShare).toBe(1);
  });

  test("places of other kinds can become sites, closed ones cannot, and their names stay", async () => {
    const app = open({ planned: false, n: 2 });
    setView(app, { candidates: ["bibliothek"] });
    await answered(app);
    expect(proposal(app).sites.map(({ name }) => name)).toEqual(["library"]);
    expect(proposal(app).proposal).toMatchObject({ value: 35, candidates: 1 });
  });

  test("places of a file can become sites", async () => {
    const app = open({ planned: false });
    const { lon, lat } = at(4000);
    const file = {
      name: "f.csv",
      lon: Float64Array.of(lon),
      lat: Float64Array.of(lat),
      names: ["Brache"],
      rejected: 0,
    };
    changeTransient(app, { candidateFile: { ...file, issues: [] } });
    await answered(app);
    expect(proposal(app).sites).toMatchObject([{ name: "Brache", gain: 85 }]);
    expect(proposal(app).asked.source).toBe("file");
  });

  test("sites stand only in allowed Sozialräume and in no excluded ones; where nothing is allowed it is said", async () => {
    const app = open({ planned: false, where: "areas" });
    setView(app, { within: ["south"] });
    await answered(app);
    expect(proposal(app).sites.map(block)).toEqual([2]);
    setView(app, { within: ["south", "north"], without: ["south"] });
    await ready(app);
    expect(proposal(app).sites.map(block)).toEqual([3]);
    setView(app, { without: ["south", "north"] });
    await ready(app);
    expect(shown(app)).toMatchObject({ refused: "no-candidates" });
    setView(app, { within: undefined, without: undefined });
    await ready(app);
    expect(shown(app)).toMatchObject({ refused: "no-area" });
  });

  test("an area is drawn corner by corner, taken back, given up, closed – and then sites stand only in it", async () => {
    const app = open({ planned: false });
    beginDrawing(app);
    addCorner(app, { lon: 0, lat: 0 });
    removeCorner(app);
    expect(app.store.getState().transient.drawing).toEqual([]);
    finishDrawing(app);
    expect(app.store.getState().view.drawn).toBeUndefined();
    cancelDrawing(app);
    expect(app.store.getState().transient.drawing).toBeUndefined();
    const { lon, lat } = at(4500);
    for (const [dx, dy] of [
      [-0.01, -0.002],
      [0.01, -0.002],
      [0.01, 0.01],
      [-0.01, 0.01],
    ] as const) {
      addCorner(app, { lon: lon + dx, lat: lat + dy });
    }
    finishDrawing(app);
    expect(app.store.getState().view.sites.where).toBe("drawn");
    await answered(app);
    // Block 6 alone lies in it: it newly reaches the 60 of block 5 and its own 20.
    expect(proposal(app).sites.map(block)).toEqual([5]);
    expect(proposal(app).proposal.value).toBe(80);
  });

  test("fewest sites reach all, and the ways become shorter by what the sites add", async () => {
    const app = await answered(open({ planned: false, goal: "fewest-sites" }));
    expect(proposal(app).sites).toHaveLength(2);
    expect(proposal(app).proposal).toMatchObject({ isProven: true, bound: 2 });
    setView(app, { sites: { ...app.store.getState().view.sites, goal: "shortest-ways", n: 1 } });
    await ready(app);
    const figures = sitesFigures(proposal(app));
    // Block 5: 30 save nothing (2,000 m either way), 5 save 2,000 m, 60 save 4,000 m, 20 save 4,000 m.
    expect(proposal(app).sites.map(block)).toEqual([4]);
    expect(figures.value * 165).toBeCloseTo(5 * 2000 + 60 * 4000 + 20 * 4000, -1);
    expect(figures.fromNothing).toBe(false);
  });
});

describe("a search that goes on", () => {
  /** Tells a first answer and searches until it is stopped. */
  function endless(app: App) {
    const { runner } = app.services;
    const run: Services["runner"]["run"] = (task, input, options) => {
      if (task.name !== proposeSitesTask.name) return runner.run(task, input, options);
      return new Promise((_, reject) => {
        options?.signal?.addEventListener("abort", () => reject(options.signal?.reason));
        void runner.run(task, { ...(input as object), milliseconds: 0 } as never, options).catch(reject);
      });
    };
    return { ...app, services: { ...app.services, runner: { run } } };
  }

  test("shows its first answer at once, and keeps it when it is stopped; nothing failed", async () => {
    const app = endless(open({ planned: false }));
    follow(app, bestSitesAnswer(app));
    await vi.waitFor(() => expect(proposal(app).stage).toBe("searching"), 8000);
    expect(app.store.getState().transient.pending["best-sites"]).toBe(true);
    stopSearch(app);
    await ready(app);
    expect(proposal(app).stage).toBe("stopped");
    expect(proposal(app).proposal.value).toBe(95);
    expect(app.store.getState().transient.notices).toEqual([]);
  });

  test("is given up when something else is asked", async () => {
    const app = endless(open({ planned: false }));
    const followed = bestSitesAnswer(app);
    const question = followed.question(app.store.getState());
    if (!question) throw new Error("nothing is asked");
    const abort = new AbortController();
    const found = findSites(app, question, abort.signal, () => abort.abort(new Error("another question")));
    await expect(found).rejects.toThrow("another question");
  });
});

describe("what follows from a proposal", () => {
  /** A search that found less than there is, and a model of which nothing is left out: any two of the six blocks. */
  async function withPoorProposal() {
    const app = await answered(open({ planned: false, n: 2 }));
    const found = proposal(app);
    const question = questionOf(found);
    if (!question) throw new Error("the question was forgotten");
    const points = await preparedDemands(app).ask(question, new AbortController().signal, async (kept) => kept.points);
    const blocks = Array.from(points.lat, (lat) => block({ lat }));
    const unreached = blocks.filter((k) => k >= 2);
    const reached = blocks.map((k) => unreached.flatMap((other, i) => (Math.abs(other - k) <= 1 ? [i] : [])));
    const benefits = {
      points: unreached.length,
      starts: Uint32Array.from([0, ...reached.map((_, j) => reached.slice(0, j + 1).flat().length)]),
      point: Uint32Array.from(reached.flat()),
      weight: Float64Array.from(unreached, (k) => PEOPLE[k] as number),
    };
    const unproven = { sites: 2, benefits, value: 60, bound: 200, beyond: 0, slack: 0 };
    const input = { goal: "most-reached", unproven, candidate: Uint32Array.from(blocks.keys()) };
    const { runner } = app.services;
    const run: Services["runner"]["run"] = (task, given, options) =>
      task.name === unprovenSitesTask.name ? Promise.resolve(input as never) : runner.run(task, given, options);
    const poor = { ...found, proposal: { ...found.proposal, value: 60, bound: 200, gap: 0.7, isProven: false } };
    rememberQuestion(poor, question);
    changeTransient(app, { answers: { bestSites: poor } });
    return { app: { ...app, services: { ...app.services, runner: { run } } }, poor };
  }

  test("the solver puts the best choice in the place of a poorer one, and proves it", async () => {
    const { app } = await withPoorProposal();
    await proveBestSites(app);
    const proved = proposal(app);
    expect(proved.proposal).toMatchObject({ value: 115, bound: 115, gap: 0, isProven: true });
    expect(proved.sites.map(({ gain }) => gain)).toEqual([95, 20]);
    expect(block(proved.sites[0] ?? { lat: 0 })).toBe(3);
    expect(proved.proof?.nodes).toBeGreaterThanOrEqual(0);
    expect(app.store.getState().transient.answers.sitesProof).toBeUndefined();
  });

  test("a proof that is given up leaves the proposal with what was proven so far", async () => {
    const { app, poor } = await withPoorProposal();
    const { runner } = app.services;
    const run: Services["runner"]["run"] = (task, input, options) =>
      task.name === proveSitesTask.name
        ? new Promise((_, reject) => {
            options?.signal?.addEventListener("abort", () => reject(options.signal?.reason));
            options?.onProgress?.({ seconds: 1, bound: 150, value: 80, nodes: 3 } as never);
          })
        : runner.run(task, input, options);
    const slow = { ...app, services: { ...app.services, runner: { run } } };
    const proof = proveBestSites(slow);
    await vi.waitFor(() =>
      expect(app.store.getState().transient.answers.sitesProof).toMatchObject({ of: poor, bound: 150, value: 80 }),
    );
    cancelProof(slow);
    await proof;
    expect(proposal(app).proposal).toMatchObject({ value: 60, bound: 150, gap: 0.6, isProven: false });
    expect(app.store.getState().transient.answers.sitesProof).toBeUndefined();
    expect(app.store.getState().transient.notices).toEqual([]);
  });

  test("another question ends the proof", async () => {
    const { app } = await withPoorProposal();
    const { runner } = app.services;
    const run: Services["runner"]["run"] = (task, input, options) =>
      task.name === proveSitesTask.name
        ? new Promise((_, reject) => {
            options?.signal?.addEventListener("abort", () => reject(options.signal?.reason));
          })
        : runner.run(task, input, options);
    const proof = proveBestSites({ ...app, services: { ...app.services, runner: { run } } });
    await vi.waitFor(() => expect(app.store.getState().transient.answers.sitesProof).toBeDefined());
    setView(app, { sites: { ...app.store.getState().view.sites, n: 1 } });
    await proof;
    await ready(app);
    expect(app.store.getState().transient.answers.sitesProof).toBeUndefined();
    expect(proposal(app).proposal.value).toBe(95);
  });

  test("adopting it is one step: a what-if with all sites, which undo takes away again", async () => {
    const app = await answered(open({ planned: false, n: 2 }));
    adoptSites(app);
    const { document, view } = app.store.getState();
    expect(document.scenarios).toHaveLength(1);
    expect(document.scenarios[0]?.added.map(({ name, kind }) => [name, kind])).toEqual([
      ["Standort 1", "quartierszentrum"],
      ["Standort 2", "quartierszentrum"],
    ]);
    expect(document.scenarios[0]?.added.map(block)).toEqual(proposal(app).sites.map(block));
    expect([view.panel, view.scenario]).toEqual(["scenario", document.scenarios[0]?.id]);
    expect(undoEdit(app)?.done).toBe("scenario-proposed");
    expect(app.store.getState().document.scenarios).toEqual([]);
    expect(undoEdit(app)).toBeUndefined();
  });
});
