import { beforeEach, expect, test, vi } from "vitest";
import { cancelNetworkFile } from "../../src/commands/add-network.ts";
import { coverageAnswer } from "../../src/commands/answers/coverage.ts";
import { type App, changeDocument, setPending } from "../../src/commands/app.ts";
import { redoEdit, undoEdit } from "../../src/commands/edit-document.ts";
import { createScenario } from "../../src/commands/edit-scenario.ts";
import { follow } from "../../src/commands/follow.ts";
import { openChosen } from "../../src/commands/open-files.ts";
import type { CityRecords } from "../../src/domain/city.ts";
import { methodRules } from "../../src/i18n/method-rules.ts";
import { allIssues } from "../../src/state/selectors/all-issues.ts";
import { shownOrigins } from "../../src/state/selectors/shown-origins.ts";
import { shownReports } from "../../src/state/selectors/walking-network.ts";
import { coverageProvenance } from "../../src/views/panels/versorgung/coverage-provenance.ts";
import { degrees, type Place } from "../analysis/coverage/squares.ts";
import { toyNetwork } from "../analysis/network/lanes.ts";
import { dataBlock, headerBlock, joined } from "../ingest/osm/write-extract.ts";
import { toyApp } from "./toy-app.ts";

const STREET: Place[] = [
  [900, 1000],
  [5100, 1000],
];
/** A bend of 1,800 m between the first residents and the place. */
const BEND: Place[] = [
  [900, 1000],
  [900, 1600],
  [2000, 1600],
  [2000, 1000],
  [5100, 1000],
];

function extract(places: readonly Place[]): Uint8Array<ArrayBuffer> {
  const { lon, lat } = degrees(places);
  const degree = (value: number | undefined) => Math.round((value ?? 0) * 1e7);
  const nodes = places.map((_, n) => ({ id: n + 1, lon: degree(lon[n]), lat: degree(lat[n]) }));
  const ways = [
    { refs: nodes.map(({ id }) => id), tags: { highway: "residential" } },
    // Leads out of the extract.
    { refs: [1, 99], tags: { highway: "path" } },
  ];
  return joined([headerBlock({ seconds: Date.UTC(2026, 10, 1) / 1000 }), dataBlock({ nodes, ways })]);
}

const file = (bytes: BlobPart, name = "wege.osm.pbf") => [new File([bytes], name)];
const said = (of: App) => of.store.getState().transient.notices.map(({ text }) => text);
const reached = (of: App) => of.store.getState().transient.coverage?.coverage.city.reached;

let app: App;
beforeEach(() => {
  // The place stands 1 km from the 600 people in the west, and 1 km from the 200 in the middle.
  ({ app } = toyApp({ haus: { at: [2000, 1000] } }, { reach: 1100 }));
  setPending(app, "opening", false);
  changeDocument(app, { records: {} as CityRecords });
  follow(app, coverageAnswer(app));
});

async function settled(way: "straight" | "walk") {
  await expect.poll(() => app.store.getState().transient.coverage?.way).toBe(way);
  await expect.poll(() => app.store.getState().transient.pending).toEqual({});
  return app.store.getState();
}

test("an extract that is dropped onto a city is walked along at once, and one step back takes it away again", async () => {
  await settled("straight");
  expect(reached(app)).toBe(800);
  createScenario(app, "Am Rand");
  openChosen(app, file(extract(BEND)));
  const walked = await settled("walk");
  expect(walked.view).toMatchObject({ way: "walk", panel: "distance", scenario: "s1" });
  expect(reached(app)).toBe(200);
  expect(undoEdit(app)).toEqual({ done: "network-added", what: "wege.osm.pbf" });
  const back = await settled("straight");
  expect(back.view.way).toBeUndefined();
  expect(back.document.scenarios).toHaveLength(1);
  expect(reached(app)).toBe(800);
  redoEdit(app);
  await settled("walk");
  expect(reached(app)).toBe(200);
});

test("what came of it is told: how many stretches, and that ways lead out of the extract", async () => {
  openChosen(app, file(extract(STREET)));
  const state = await settled("walk");
  expect(said(app)).toMatchObject([
    { key: "data-issue", issue: { code: "extract-ways-cut", source: "wege.osm.pbf", context: { ways: 1 } } },
    { key: "network-added", name: "wege.osm.pbf", edges: 1 },
  ]);
  expect(allIssues(state)[0]).toMatchObject({ code: "extract-ways-cut", source: "wege.osm.pbf" });
  expect(shownReports(state).at(-1)).toMatchObject({ role: "network", rows: 1, rejected: 1, period: "2026-11-01" });
  expect(state.transient.readingNetwork).toBeUndefined();
});

test("figures that rest on it name the file, its source and the rule for ways one can walk (C11)", async () => {
  openChosen(app, file(extract(STREET)));
  const state = await settled("walk");
  const { origins, rules, notes } = coverageProvenance(state, "reached_share");
  const origin = { title: "wege.osm.pbf", period: "2026-11-01", sources: [{ title: "OpenStreetMap" }] };
  expect(origins.find(({ resource }) => resource === "wege.osm.pbf")).toMatchObject(origin);
  expect(shownOrigins(state).map(({ title }) => title)).toContain("wege.osm.pbf");
  expect(rules).toContain("C11");
  expect(methodRules.de.C11).toContain("Begehbar ist jede Kante");
  expect(notes.map(({ de }) => de).join()).toMatch(/„foot“ entscheidet/);
  expect(coverageProvenance(state, "residents").origins.map(({ title }) => title)).not.toContain("wege.osm.pbf");
});

test("it takes the place of the package's network, which is there again after undo", async () => {
  const network = toyNetwork([{ line: BEND }]);
  changeDocument(app, {
    records: { network } as CityRecords,
    reports: [{ name: network.resource, path: "netz.geojson" } as never],
  });
  app.store.setState(({ view }) => ({ view: { ...view, way: "walk" } }));
  await settled("walk");
  expect(reached(app)).toBe(200);
  openChosen(app, file(extract(STREET)));
  await expect.poll(() => reached(app)).toBe(800);
  expect(allIssues(app.store.getState())[0]).toMatchObject({ code: "resource-unused", source: "netz.geojson" });
  undoEdit(app);
  await expect.poll(() => reached(app)).toBe(200);
  expect(app.store.getState().view.way).toBe("walk");
});

test.each<[string, () => Uint8Array<ArrayBuffer>, string]>([
  ["broken off", () => extract(STREET).slice(0, 60), "extract-unreadable"],
  ["something else", () => new TextEncoder().encode("<osm/>"), "extract-unreadable"],
  ["without ways", () => joined([headerBlock(), dataBlock({})]), "extract-without-ways"],
  ["of another city", () => extract(STREET.map(([x, y]) => [x, y + 90_000])), "extract-elsewhere"],
])("a file that is %s is told, and the city stays as it was", async (_, bytes, code) => {
  const { document, view } = await settled("straight");
  openChosen(app, file(bytes()));
  await vi.waitFor(() => expect(said(app).map((text) => "issue" in text && text.issue.code)).toContain(code));
  expect(app.store.getState().document).toBe(document);
  expect(app.store.getState().view).toBe(view);
  expect(app.store.getState().transient).toMatchObject({ phase: "open", readingNetwork: undefined });
});

test("a file that no browser can hold is refused before it is read", async () => {
  const [country] = file("x");
  if (!country) throw new Error("no file");
  Object.defineProperty(country, "size", { value: 4_000_000_000 });
  openChosen(app, [country]);
  await vi.waitFor(() => expect(said(app)).toMatchObject([{ issue: { context: { flaw: "too-large" } } }]));
});

test("while it is read the window says so, and giving it up leaves everything as it was", async () => {
  const { document } = await settled("straight");
  openChosen(app, file(extract(STREET)));
  await vi.waitFor(() => expect(app.store.getState().transient.readingNetwork?.name).toBe("wege.osm.pbf"));
  cancelNetworkFile(app);
  await settled("straight");
  expect(app.store.getState().document).toBe(document);
  expect(said(app)).toEqual([]);
});

test("before a city is open an extract is no package", async () => {
  changeDocument(app, { supply: undefined });
  openChosen(app, file(extract(STREET)));
  await vi.waitFor(() => expect(app.store.getState().transient.phase).toBe("refused"));
});
