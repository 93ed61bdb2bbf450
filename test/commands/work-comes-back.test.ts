import fc from "fast-check";
import { expect, test } from "vitest";
import { type App, changeDocument } from "../../src/commands/app.ts";
import { extendPackage } from "../../src/commands/extend-package.ts";
import { packageFiles } from "../../src/commands/package-files.ts";
import { MISSING_REASONS } from "../../src/domain/measured.ts";
import type { PackageSource } from "../../src/domain/package-source.ts";
import { packZip } from "../../src/export/pack-zip.ts";
import { openPackageTask, openZipTask } from "../../src/ingest/ingest-tasks.ts";
import { createAppStore } from "../../src/state/app-state.ts";
import { ingestRunner, readWholePackage } from "../ingest/read-whole-package.ts";
import { smallPackage } from "../ingest/small-package.ts";

const TITLES = { scenarios: "S", slides: "A", workspace: "W" };
const NOTHING_BESIDE = { scenarios: [], keptViews: [], address: "", titles: TITLES };

/** The package that is open in an app, packed, and what opens from the zip. */
async function packedAgain(app: App): Promise<Extract<PackageSource, { kind: "files" }>> {
  const open = app.store.getState().document.package;
  if (!open) throw new Error("nothing is open");
  const files = await packageFiles(open, NOTHING_BESIDE, new AbortController().signal);
  const zip = await packZip({ files, date: "2026-11-22T12:00:00Z" });
  const found = await ingestRunner.run(openZipTask, { zip, label: "again.zip" });
  if (!("source" in found) || found.source.kind !== "files") throw new Error(`refused: ${JSON.stringify(found)}`);
  return found.source;
}

async function appWith(source: PackageSource): Promise<App> {
  const opened = await ingestRunner.run(openPackageTask, { source });
  if ("refused" in opened) throw new Error("refused");
  const app = { store: createAppStore(), services: {} } as unknown as App;
  changeDocument(app, { package: { source, raw: opened.raw }, map: opened.map });
  return app;
}

const bytesOf = async (blob: Blob | undefined) => new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer());

test("any bytes under any name come back from a saved package as they were", async () => {
  const name = fc.oneof(
    fc.constantFrom("Übersicht 🌳.txt", "__proto__", "a.parquet", "b.xlsx", "=1.csv", "leer", "tief/er/x.bin", "Ã.csv"),
    fc
      .string({ unit: fc.constantFrom("a", "ß", "é", " ", "-", "日"), minLength: 1, maxLength: 6 })
      .map((said) => `${said}x`),
  );
  const files = fc.dictionary(name, fc.uint8Array({ maxLength: 300 }), { maxKeys: 4, noNullPrototype: true });
  await fc.assert(
    fc.asyncProperty(files, async (content) => {
      const entries = Object.entries(content).map(([path, bytes]) => [path, new Uint8Array(bytes)] as const);
      const source = smallPackage([], Object.fromEntries(entries));
      const again = await packedAgain(await appWith(source));
      for (const [path, bytes] of entries) expect(await bytesOf(again.files[path]), path).toEqual(bytes);
    }),
    { numRuns: 12 },
  );
});

test("observations that were added come back with their values and with the reason of each that is missing", async () => {
  const CODES = { suppressed: [".", "*"], "not-stated": ["", "/"], "not-applicable": ["x"] } as const;
  const missing = Object.fromEntries(MISSING_REASONS.flatMap((reason) => CODES[reason].map((code) => [code, reason])));
  const number = fc.oneof(
    fc.constantFrom(0, -3, 1e308, 2 ** 53 + 2, 5e-324, -0.5),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  );
  const cell = fc.oneof(
    number.map((value) => ({ written: String(value).replace(".", ","), value: value + 0, status: "ok" })),
    fc.constant({ written: "–", value: 0, status: "ok" }),
    ...MISSING_REASONS.map((status) =>
      fc.constantFrom(...CODES[status]).map((written) => ({ written, value: Number.NaN, status })),
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.tuple(cell, cell), async (cells) => {
      const app = await appWith(smallPackage([], {}));
      const lines = cells.map(({ written }, i) => `${"ab"[i]};${written}`);
      const file = new Blob([`Gebiet;Über 65 🌳\n${lines.join("\n")}\n`]);
      const draft = {
        name: "alte",
        path: "alte.csv",
        title: "Über 65",
        format: "csv",
        dialect: { delimiter: ";" },
        anlaufpunkt: {
          role: "observations",
          columns: { sozialraum: "Gebiet" },
          values: { "Über 65 🌳": "alte" },
          indicators: [{ id: "alte", title: "Über 65", kind: "count" }],
          period: "2024",
          decimalChar: ",",
          missing,
          zero: ["–"],
        },
      } as const;
      extendPackage(app, [{ draft, file }]);
      const again = await packedAgain(app);
      expect(await bytesOf(again.files["alte.csv"])).toEqual(await bytesOf(file));
      const before = await readWholePackage(app.store.getState().document.package?.source as PackageSource);
      const after = await readWholePackage(again);
      expect(after.issues).toEqual([]);
      expect(after.records).toEqual(before.records);
      expect(after.map.levels).toEqual(before.map.levels);
      expect(after.records.observations.status).toEqual(cells.map(({ status }) => status));
      expect([...after.records.observations.value]).toEqual(cells.map(({ value }) => value));
    }),
    { numRuns: 12 },
  );
});
