import { beforeAll, expect, test, vi } from "vitest";
import { coverageAnswer } from "../../src/commands/answers/coverage.ts";
import { provisionAnswer } from "../../src/commands/answers/provision.ts";
import { type App, changeDocument, type Services, setView } from "../../src/commands/app.ts";
import { exportCoverageTable, exportTable } from "../../src/commands/export-table.ts";
import { follow } from "../../src/commands/follow.ts";
import type { CityMap } from "../../src/domain/city.ts";
import { type SavedTable, TABLE_FILE_FORMATS, type TableFileFormat } from "../../src/domain/saved-table.ts";
import { serveExport } from "../../src/export/serve-export.ts";
import type { RawTable } from "../../src/ingest/raw-table.ts";
import { tableFormat } from "../../src/ingest/table-formats.ts";
import { shownProvision } from "../../src/state/selectors/provision-rows.ts";
import { savedProvision } from "../../src/views/panels/angebot/saved-provision.ts";
import { inlineRunner, TaskRegistry } from "../../src/work/runner.ts";
import { readWholePackage } from "../ingest/read-whole-package.ts";
import { toyApp } from "./toy-app.ts";

const registry = new TaskRegistry();
serveExport(registry);
const writer = inlineRunner(registry);

const saved: { name: string; content: Blob }[] = [];
let app: App;

/** West has a place; who lives in the fourth Sozialraum is not known. */
beforeAll(async () => {
  const toy = toyApp({ both: { at: [1000, 1000] } }, { panel: "provision", reach: 1100 }).app;
  const runner: Services["runner"] = {
    run: (task, input, options) =>
      task.worker === "export" ? writer.run(task, input) : toy.services.runner.run(task, input, options),
  };
  const services: Services = {
    ...toy.services,
    runner,
    files: { save: (name, content) => saved.push({ name, content }) },
  };
  app = { store: toy.store, services };
  const map = app.store.getState().document.map as CityMap;
  // Ascending ids, as every package that is read has them.
  const named = map.levels.map((level) => ({
    ...level,
    sozialraeume: level.sozialraeume.map((area, i) => ({ ...area, id: `0${i}` })),
  }));
  changeDocument(app, { map: { ...map, levels: named } });
  follow(app, coverageAnswer(app));
  follow(app, provisionAnswer(app));
  await vi.waitFor(() => expect(shownProvision(app.store.getState())).toBeDefined());
});

async function savedFile(format: TableFileFormat): Promise<Blob> {
  saved.length = 0;
  await exportCoverageTable(app, format);
  expect(saved.map(({ name }) => name)).toEqual([`anlaufpunkt-x-versorgung-2026-11-22.${format}`]);
  return saved[0]?.content as Blob;
}

async function readFile(file: Blob, format: TableFileFormat, table?: string): Promise<RawTable> {
  const reader = await tableFormat(format)?.load();
  if (!reader) throw new Error(`nothing reads ${format}`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  return reader.read(bytes, { source: "t", listSeparator: ";", delimiter: ";", table });
}

const textsOf = (table: RawTable, name: string) => table.columns.find((column) => column.name === name)?.texts;

test("every format has the columns of the contract, the same rows, and no number where nobody is known to live", async () => {
  const csv = await readFile(await savedFile("csv"), "csv");
  expect(csv.columns.map(({ name }) => name)).toContain("residents_unreached");
  expect(textsOf(csv, "residents")).toEqual(["600", "200", "100", ""]);
  for (const format of TABLE_FILE_FORMATS) {
    const read = await readFile(await savedFile(format), format);
    expect(read.issues).toEqual([]);
    const names = read.columns.map(({ name }) => name).filter((name) => name !== "id");
    expect(names, format).toEqual(csv.columns.map(({ name }) => name));
    expect(textsOf(read, "residents"), format).toEqual(["600", "200", "100", ""]);
    expect(textsOf(read, "nearest_median_m"), format).toEqual(textsOf(csv, "nearest_median_m"));
    expect(textsOf(read, "note")?.[3], format).toBe(
      format === "csv" || format === "xlsx" ? "keine Einwohner:innen bekannt" : "no-residents",
    );
  }
});

test("a workbook says on its second sheet what it shows, for whom, by which rules, from where and when", async () => {
  setView(app, { wheelchair: "yes" });
  await vi.waitFor(() => expect(app.store.getState().transient.coverage).toBeDefined());
  const file = await savedFile("xlsx");
  setView(app, { wheelchair: undefined });
  const origin = await readFile(file, "xlsx", "Herkunft");
  const lines = origin.columns.map(({ name, texts }) => [name, ...texts].join(" | ")).join("\n");
  expect(lines).toContain("rollstuhlgerecht");
  expect(lines).toContain("Regel C3");
  expect(lines).toContain("Luftlinie");
  expect(lines).toContain("22. November 2026");
});

test.each(["geojson", "parquet"] as const)(
  "the boundaries of a %s are those of the Sozialräume, to the last digit",
  async (format) => {
    const path = `areas.${format}`;
    const entry = {
      name: "areas",
      path,
      format,
      anlaufpunkt: { role: "sozialraeume", level: "quartier", columns: { id: "sozialraum_id", name: "sozialraum" } },
    };
    const descriptor = { name: "again", anlaufpunkt: { version: 1 }, resources: [entry] };
    const files = { "datapackage.json": new Blob([JSON.stringify(descriptor)]), [path]: await savedFile(format) };
    const { map, issues } = await readWholePackage({ kind: "files", files, label: "again" });
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    const level = app.store.getState().document.map?.levels[0];
    const [again] = map.levels;
    expect(again?.sozialraeume.map(({ id }) => id)).toEqual(level?.sozialraeume.map(({ id }) => id));
    expect(again?.shapes).toEqual(level?.shapes);
  },
);

test("the provision says why it has no value where it has none", async () => {
  const table = savedProvision(app.store.getState()) as SavedTable;
  const at = (name: string) => table.columns.findIndex((column) => column.name === name);
  const empty = table.rows[table.sozialraeume.indexOf("03")];
  expect(empty?.[at("wert")]).toEqual({ missing: true });
  expect(empty?.[at("hinweis")]).toEqual({ text: "keine Einwohner:innen bekannt", code: "no-residents" });
});

test("a table that cannot be written becomes a notice, and no file", async () => {
  saved.length = 0;
  const broken = { ...(savedProvision(app.store.getState()) as SavedTable), rows: [[{ text: "a".repeat(40_000) }]] };
  await exportTable(app, () => broken, "xlsx");
  expect(saved).toEqual([]);
  expect(app.store.getState().transient.notices.at(-1)?.text).toMatchObject({ key: "task-failed", what: "XLSX" });
});
