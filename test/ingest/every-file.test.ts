import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { CityForData } from "../../src/domain/data-draft.ts";
import { inspectFile } from "../../src/ingest/inspect/inspect-file.ts";
import { previewDraft } from "../../src/ingest/inspect/preview-draft.ts";
import { bundleShapefiles } from "../../src/sources/bundle-shapefiles.ts";
import { hasSharedData, sharedData } from "../shared-data.ts";

const README = fileURLToPath(new URL("../../src/ingest/README.md", import.meta.url));
const NO_CITY: CityForData = { levels: [], indicators: [], names: [], paths: [] };
const [BEGIN, END] = ["<!-- every file: begin -->", "<!-- every file: end -->"];
/** Descriptions of the data, and what is no file of data of its own. */
const LEFT_OUT = /\.(md|json|pmtiles|gfs|txt|py)$/;

const files = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)],
  );

const folderOf = (path: string) => path.slice(0, path.lastIndexOf("/") + 1);

/** Loose parts of a shapefile are one file, as they are when they are dropped together. */
async function openable(): Promise<(readonly [path: string, file: Blob])[]> {
  const root = sharedData("");
  const paths = ["berlin", "flensburg", "import", "koeln"].flatMap((folder) => files(join(root, folder)));
  const wanted = paths.filter((path) => !LEFT_OUT.test(path) || path.endsWith("leipzig_districts_swapped_axes.json"));
  const folders = new Set(wanted.map(folderOf));
  const found: [string, Blob][] = [];
  for (const folder of folders) {
    const inside = wanted.filter((path) => folderOf(path) === folder);
    const given = inside.map((path) => [path.slice(folder.length), new File([readFileSync(path)], path)] as const);
    const { bundles, others } = await bundleShapefiles(given);
    for (const { name, file } of bundles) found.push([relative(root, folder + name), file]);
    for (const [name, file] of others) found.push([relative(root, folder + name), file]);
  }
  return found.sort(([a], [b]) => (a < b ? -1 : 1));
}

test.skipIf(!hasSharedData)(
  "every published file is read or says why not, and the README lists what was understood of it",
  async () => {
    const lines: string[] = [];
    for (const [path, file] of await openable()) {
      const name = path.slice(path.lastIndexOf("/") + 1);
      const bytes = new Uint8Array(await file.arrayBuffer());
      const began = performance.now();
      const { draft, format, clues, issues } = await inspectFile(name, bytes, NO_CITY);
      const preview = draft && (await previewDraft(draft, bytes, NO_CITY));
      const milliseconds = Math.round(performance.now() - began);
      // Nothing is silent: what is not read has a reason.
      expect(preview?.rowCount ?? 0, path).toSatisfy((rows: number) => rows > 0 || issues.length > 0);
      const value = (key: string) => clues.find((clue) => clue.key === key)?.value ?? "";
      const codes = [...new Set([...issues, ...(preview?.issues ?? [])].map(({ code }) => code))];
      const cells = [path, format, draft?.anlaufpunkt.role ?? "", value("crs").replace(/^\+proj=(\S+).*/, "$1 (own)")];
      lines.push(
        `| ${[...cells, value("encoding"), preview?.rowCount ?? 0, codes.join(", "), milliseconds].join(" | ")} |`,
      );
    }
    expect(lines.length).toBeGreaterThan(80);
    const header =
      "| file | format | read as | system | encoding | rows | told | ms |\n| --- | --- | --- | --- | --- | --- | --- | --- |";
    const readme = readFileSync(README, "utf8");
    const [before = "", rest = ""] = readme.split(BEGIN);
    const [, after = ""] = rest.split(END);
    const table = `${header}\n${lines.join("\n")}`;
    if (process.env.UPDATE_FILES === "1") writeFileSync(README, `${before}${BEGIN}\n${table}\n${END}${after}`);
    // Times are those of the machine that wrote the table.
    const timeless = (text: string) => text.replace(/\d+ \|$/gm, "|");
    const written = readFileSync(README, "utf8").split(BEGIN)[1]?.split(END)[0]?.trim() ?? "";
    expect(timeless(written)).toBe(timeless(table));
  },
  120_000,
);
