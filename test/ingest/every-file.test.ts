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

const isTable = (path: string) => /\.(csv|xlsx)$/.test(path);
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
    const levels = new Map<string, CityForData["levels"]>();
    // Areas first, so that tables find those of their folder.
    const all = (await openable()).sort(([a], [b]) => Number(isTable(a)) - Number(isTable(b)));
    for (const [path, file] of all) {
      const name = path.slice(path.lastIndexOf("/") + 1);
      const bytes = new Uint8Array(await file.arrayBuffer());
      const folder = folderOf(path);
      const beside = levels.get(folder) ?? [];
      const city = isTable(path) ? { ...NO_CITY, levels: beside } : NO_CITY;
      const began = performance.now();
      const { draft, format, clues, issues } = await inspectFile(name, bytes, city);
      const preview = draft && (await previewDraft(draft, bytes, city));
      const milliseconds = Math.round(performance.now() - began);
      const { level, levelTitle } = draft?.anlaufpunkt ?? {};
      if (preview?.areas && level !== undefined && !beside.some((one) => one.level === level)) {
        const brought = { level, title: String(levelTitle), areas: preview.areas };
        levels.set(
          folder,
          [...beside, brought].sort((a, b) => b.areas.length - a.areas.length),
        );
      }
      // Nothing is silent: what is not read has a reason.
      expect(preview?.rowCount ?? 0, path).toSatisfy((rows: number) => rows > 0 || issues.length > 0);
      const value = (key: string) => clues.find((clue) => clue.key === key)?.value ?? "";
      const codes = [...new Set([...issues, ...(preview?.issues ?? [])].map(({ code }) => code))];
      const cells = [path, format, draft?.anlaufpunkt.role ?? "", value("crs").replace(/^\+proj=(\S+).*/, "$1 (own)")];
      const { join } = preview ?? {};
      const joined = join
        ? `${join.matched} of ${join.matched + join.unmatched.length} ${level ?? ""} by ${draft?.anlaufpunkt.sozialraumMatches ? "number" : join.by}`
        : draft?.anlaufpunkt.sozialraum === "*"
          ? "whole city"
          : "";
      const asked = clues.filter(({ basis }) => basis === "ask").map(({ key }) => key);
      const rest = [
        value("encoding"),
        preview?.rowCount ?? 0,
        joined,
        asked.join(", "),
        codes.join(", "),
        milliseconds,
      ];
      lines.push(`| ${[...cells, ...rest].join(" | ")} |`);
    }
    lines.sort();
    expect(lines.length).toBeGreaterThan(80);
    const header =
      "| file | format | read as | system | encoding | rows | areas joined | asked | told | ms |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |";
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
