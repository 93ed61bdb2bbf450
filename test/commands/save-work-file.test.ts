import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { unzipSync } from "fflate";
import { describe, expect, test, vi } from "vitest";
import { type App, changeDocument } from "../../src/commands/app.ts";
import { type Addition, extendPackage } from "../../src/commands/extend-package.ts";
import { packageFiles } from "../../src/commands/package-files.ts";
import { saveWorkFile } from "../../src/commands/save-work-file.ts";
import type { KeptView } from "../../src/domain/kept-view.ts";
import type { PackageSource } from "../../src/domain/package-source.ts";
import type { Scenario } from "../../src/domain/scenario.ts";
import { packZip } from "../../src/export/pack-zip.ts";
import { serveExport } from "../../src/export/serve-export.ts";
import { openPackageTask, openZipTask } from "../../src/ingest/ingest-tasks.ts";
import { packageFromFiles } from "../../src/sources/package-from-files.ts";
import { readZip } from "../../src/sources/zip.ts";
import { createAppStore } from "../../src/state/app-state.ts";
import { DEFAULT_VIEW } from "../../src/state/view.ts";
import { inlineRunner, TaskRegistry } from "../../src/work/runner.ts";
import { frictionlessProblems, type PackageDocument } from "../ingest/frictionless-problems.ts";
import { packageOnDisk } from "../ingest/package-on-disk.ts";
import { ingestRunner, readWholePackage } from "../ingest/read-whole-package.ts";
import { csvResource, smallPackage } from "../ingest/small-package.ts";

const registry = new TaskRegistry();
serveExport(registry);

const PLACES = csvResource("places", { role: "anlaufpunkte" });
const RAW_PLACES = "id,name,kind,lon,lat\n1,Haus,quartierszentrum,13.05,52.05\n";
const ADDED: Addition = {
  draft: { name: "treffs", path: "treffs.csv", title: "Treffs", format: "csv", anlaufpunkt: { role: "anlaufpunkte" } },
  file: new Blob(["id,name,kind,lon,lat\n9,Treff,quartierszentrum,13.15,52.05\n"]),
};

const scenario = (id: string, more: Partial<Scenario> = {}): Scenario => ({
  id,
  title: `Szenario ${id}`,
  note: undefined,
  added: [],
  edited: {},
  ...more,
});

/** An app with a package open, and what it saves. */
async function appWith(source: PackageSource) {
  const opened = await ingestRunner.run(openPackageTask, { source });
  if ("refused" in opened) throw new Error("refused");
  const saved: { name: string; content: Blob }[] = [];
  const services = {
    runner: inlineRunner(registry),
    clock: { now: () => new Date("2026-11-22T12:00:00Z") },
    files: { save: (name: string, content: Blob) => saved.push({ name, content }) },
  };
  const app = { store: createAppStore(DEFAULT_VIEW), services } as unknown as App;
  changeDocument(app, { package: { source, raw: opened.raw }, map: opened.map });
  return { app, saved };
}

async function reopened(zip: Blob) {
  const found = await ingestRunner.run(openZipTask, { zip, label: "again.zip" });
  if (!("source" in found) || found.source.kind !== "files") throw new Error(`refused: ${JSON.stringify(found)}`);
  const descriptor = JSON.parse((await found.source.files["datapackage.json"]?.text()) ?? "") as PackageDocument;
  return { files: found.source.files, descriptor, whole: await readWholePackage(found.source) };
}

const said = (app: App) => app.store.getState().transient.notices.map(({ text }) => text);

const SCHEMA = JSON.parse(
  readFileSync(fileURLToPath(new URL("../../data/datapackage.schema.json", import.meta.url)), "utf8"),
) as object;
const ajv = new Ajv2020({ strict: false });
addFormats(ajv);
const fitsContract = ajv.compile(SCHEMA);

describe("a saved file", () => {
  test("opens elsewhere with the data, what was added, what-ifs, views and choices, and every byte of the files", async () => {
    const { app, saved } = await appWith(
      smallPackage([PLACES], { "places.csv": RAW_PLACES, "liesmich.txt": "Grüße 🌳" }, { title: "Kleinstadt" }),
    );
    const before = app.store.getState().document.package;
    extendPackage(app, [ADDED]);
    const scenarios = [
      scenario("s1", { edited: { 1: { status: "closed" } }, note: "=nur ein Text" }),
      scenario("s2", { added: [{ id: "neu", name: "Neu", kind: "quartierszentrum", lon: 13.1, lat: 52.05 }] }),
    ];
    const keptViews = [
      { id: "b", title: "-Zuerst", address: "?view=ziele" },
      { id: "a", title: "Dann; „danach“", address: "" },
    ];
    changeDocument(app, { scenarios, keptViews });
    app.store.setState(({ view }) => ({ view: { ...view, reach: 500, data: "x/datapackage.json" } }));
    await saveWorkFile(app);
    expect(saved.map(({ name }) => name)).toEqual(["anlaufpunkt-kleinstadt-2026-11-22.zip"]);
    const { files, descriptor, whole } = await reopened(saved[0]?.content as Blob);
    expect(whole.issues).toEqual([]);
    expect(whole.supply.anlaufpunkte.map(({ name }) => name)).toEqual(["Haus", "Treff"]);
    expect(whole.supply.scenarios).toEqual(scenarios);
    expect(whole.map.keptViews).toEqual(keptViews);
    expect(whole.map.address).toBe("?reach=500");
    const original = before?.source.kind === "files" ? before.source.files : {};
    for (const [path, file] of Object.entries({ ...original, "treffs.csv": ADDED.file })) {
      if (path !== "datapackage.json") expect(await files[path]?.text(), path).toBe(await file.text());
    }
    expect(frictionlessProblems(descriptor)).toEqual([]);
    expect(fitsContract(descriptor), JSON.stringify(fitsContract.errors)).toBe(true);
  });

  test("saved, opened and saved again holds the same once, not twice", async () => {
    const { app, saved } = await appWith(smallPackage([PLACES], { "places.csv": RAW_PLACES }));
    const scenarios = [scenario("s1")];
    const keptViews = [{ id: "a", title: "A", address: "?reach=500" }];
    changeDocument(app, { scenarios, keptViews });
    await saveWorkFile(app);
    const once = await reopened(saved[0]?.content as Blob);
    const again = await appWith({ kind: "files", files: once.files, label: "again" });
    changeDocument(again.app, {
      scenarios: once.whole.supply.scenarios ?? [],
      keptViews: once.whole.map.keptViews ?? [],
    });
    await saveWorkFile(again.app);
    const twice = await reopened(again.saved[0]?.content as Blob);
    expect(Object.keys(twice.files).toSorted()).toEqual(Object.keys(once.files).toSorted());
    expect(twice.descriptor).toEqual(once.descriptor);
    expect(twice.whole.supply.scenarios).toEqual(scenarios);
  });

  test("gives way to files that are called as it would call its own", async () => {
    const { app, saved } = await appWith(smallPackage([], { "ansichten.csv": "von\nhier\n", "auswahl.csv": "auch\n" }));
    changeDocument(app, { keptViews: [{ id: "a", title: "A", address: "" }] });
    await saveWorkFile(app);
    const { files, whole } = await reopened(saved[0]?.content as Blob);
    expect(await files["ansichten.csv"]?.text()).toBe("von\nhier\n");
    expect(Object.keys(files)).toEqual(expect.arrayContaining(["ansichten-2.csv", "auswahl-2.csv"]));
    expect(whole.map.keptViews).toHaveLength(1);
  });

  test("is not written where a file cannot be fetched now, and says which; one that was never there stays away", async () => {
    const { app, saved } = await appWith(smallPackage([csvResource("fehlt", { role: "anlaufpunkte" })], {}));
    await saveWorkFile(app);
    expect(saved).toHaveLength(1);
    const { raw } = app.store.getState().document.package ?? {};
    if (!raw) throw new Error("nothing is open");
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
    changeDocument(app, {
      package: { source: { kind: "url", descriptor: "https://weg.example/datapackage.json" }, raw },
    });
    await saveWorkFile(app);
    vi.unstubAllGlobals();
    expect(saved).toHaveLength(1);
    expect(said(app).at(-1)).toMatchObject({ key: "task-failed", reason: expect.stringContaining("areas.geojson") });
  });

  test("holds any views and choices as they were", async () => {
    const { app } = await appWith(smallPackage([], {}));
    const { package: open } = app.store.getState().document;
    if (!open) throw new Error("nothing is open");
    // Spaces around a text are not kept, as everywhere in tables.
    const text = fc
      .oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("=1+1", "'=1", "__proto__", "a\nb", '"', "🌳;,"))
      .map((raw) => raw.replaceAll("\r", "").trim());
    const word = text.filter((said) => said !== "");
    const views: fc.Arbitrary<KeptView[]> = fc.uniqueArray(fc.record({ id: word, title: word, address: text }), {
      selector: ({ id }) => id,
      maxLength: 4,
    });
    const titles = { scenarios: "S", slides: "A", workspace: "W" };
    await fc.assert(
      fc.asyncProperty(views, text, async (keptViews, address) => {
        const files = await packageFiles(
          open,
          { scenarios: [], keptViews, address, titles },
          new AbortController().signal,
        );
        const zip = await packZip({ files, date: "2026-11-22T12:00:00Z" });
        const { whole } = await reopened(zip);
        expect(whole.map.keptViews ?? []).toEqual(keptViews);
        expect(whole.map.address).toBe(address);
      }),
      { numRuns: 40 },
    );
  });

  const modelCity = fileURLToPath(new URL("../../data/modellstadt", import.meta.url));
  test.skipIf(!existsSync(modelCity))(
    "of the model city is the model city",
    async () => {
      const { app, saved } = await appWith(packageOnDisk(modelCity));
      await saveWorkFile(app);
      const { whole, descriptor } = await reopened(saved[0]?.content as Blob);
      const original = await readWholePackage(packageOnDisk(modelCity));
      expect(frictionlessProblems(descriptor)).toEqual([]);
      expect(fitsContract(descriptor), JSON.stringify(fitsContract.errors)).toBe(true);
      expect(whole.records).toEqual(original.records);
      expect(whole.supply.population).toEqual(original.supply.population);
      expect(whole.map.levels).toEqual(original.map.levels);
    },
    30_000,
  );

  test("that is too large to be opened packed says so, and opens as a folder", async () => {
    const { app, saved } = await appWith(smallPackage([PLACES], { "places.csv": RAW_PLACES }, { title: "Kleinstadt" }));
    await saveWorkFile(app, { bytes: 200, files: 5000 });
    expect(said(app)).toEqual([expect.objectContaining({ key: "file-saved-large" })]);
    const zip = saved[0]?.content ?? new Blob();
    expect(await readZip(zip, "zu-gross.zip", { bytes: 200, files: 5000 })).toMatchObject({
      issue: { code: "package-too-large" },
    });
    // Unpacked by hand it is a folder with every file.
    const folder = unzipSync(new Uint8Array(await zip.arrayBuffer()));
    const files = Object.entries(folder).map(
      ([path, bytes]) => [`zu-gross/${path}`, new Blob([bytes.slice()])] as const,
    );
    const found = packageFromFiles(files, "zu-gross");
    if (!("source" in found)) throw new Error("refused");
    expect((await readWholePackage(found.source)).supply.anlaufpunkte.map(({ id }) => id)).toEqual(["1"]);
  });
});
