import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { checkImports, type SourceTree } from "./check-imports.ts";

function sourceTree(): SourceTree {
  const root = fileURLToPath(new URL("../../src", import.meta.url));
  const tree = new Map<string, string>();
  for (const entry of readdirSync(root, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    tree.set(path.slice(root.length + 1).replaceAll("\\", "/"), readFileSync(path, "utf8"));
  }
  return tree;
}

describe("the house", () => {
  const { problems, modules } = checkImports(sourceTree());

  it("is read at all", () => {
    expect(modules).toBeGreaterThan(60);
  });

  it("keeps to its plan: no folder looks to its right, packages live at home, no cycles, names that say something", () => {
    expect(problems).toEqual([]);
  });
});

/** A sound little house; each case below breaks one rule in it. */
const SOUND: Readonly<Record<string, string>> = {
  "geo/metres.ts": 'import flatbush from "flatbush"; export const metres = flatbush;',
  "domain/city.ts":
    'import type { metres } from "../geo/metres.ts"; export type City = typeof metres; export const a = 1;',
  "analysis/coverage.ts": 'import type { City } from "../domain/city.ts"; export const coverage = (c: City) => c;',
  "state/store.ts": 'import type { coverage } from "../analysis/coverage.ts"; export type Store = typeof coverage;',
  "work/runner.ts": "export const runner = 1;",
  "export/csv.ts": "export const csv = 1;",
  "commands/open.ts": 'import { csv } from "../export/csv.ts"; export const open = csv;',
  "views/map/city-map.tsx":
    'import { Map } from "maplibre-gl"; import "./city-map.module.css"; export const m = new Map();',
  "views/map/city-map.module.css": "",
  "views/panel.tsx":
    'import { useState } from "react"; import { open } from "../commands/open.ts"; export { open, useState };',
  "main.tsx": 'import { coverage } from "./analysis/coverage.ts"; coverage; await import("./views/panel.tsx");',
  "worker.ts": 'import { runner } from "./work/runner.ts"; runner;',
};

describe("the check of the house", () => {
  it("finds nothing in a sound house", () => {
    expect(checkImports(new Map(Object.entries(SOUND)))).toEqual({ problems: [], modules: 11 });
  });

  it.each<[rule: string, path: string, text: string, problem: string]>([
    ["an import to the right", "geo/a.ts", 'import { a } from "../domain/city.ts"; a;', "geo may not import domain"],
    [
      "a type from the right",
      "geo/a.ts",
      'import type { City } from "../domain/city.ts"; export type A = City;',
      "geo may not import domain",
    ],
    [
      "a type named inline",
      "work/a.ts",
      'export type A = import("../domain/city.ts").City;',
      "work may not import domain",
    ],
    [
      "a dynamic import",
      "export/a.ts",
      'export const a = () => import("../commands/open.ts");',
      "export may not import commands",
    ],
    ["a re-export", "i18n/a.ts", 'export { metres } from "../geo/metres.ts";', "i18n may not import geo"],
    ["a re-export of everything", "i18n/a.ts", 'export * from "../geo/metres.ts";', "i18n may not import geo"],
    ["an import for its effect", "db/a.ts", 'import "../commands/open.ts";', "db may not import commands"],
    [
      "a file named by address",
      "work/a.ts",
      'new URL("../domain/city.ts", import.meta.url);',
      "work may not import domain",
    ],
    ["the entry", "commands/a.ts", 'import "../main.tsx";', "commands may not import main.tsx"],
    [
      "a value where types are allowed",
      "analysis/a.ts",
      'import { a } from "../domain/city.ts"; a;',
      "only types of domain",
    ],
    [
      "a value beside a type",
      "views/a.ts",
      'import { type coverage, coverage as c } from "../analysis/coverage.ts"; c;',
      "only types of analysis",
    ],
    [
      "a value in the state",
      "state/a.ts",
      'import { coverage } from "../analysis/coverage.ts"; coverage;',
      "only types of analysis",
    ],
    ["MapLibre outside of the map", "views/a.tsx", 'import "maplibre-gl";', "maplibre-gl lives in views/map only"],
    [
      "types of MapLibre outside of the map",
      "domain/a.ts",
      'import type { Map } from "maplibre-gl"; export type A = Map;',
      "maplibre-gl lives in views/map only",
    ],
    [
      "deck.gl outside of the map",
      "views/charts/a.ts",
      'await import("@deck.gl/core");',
      "@deck.gl/core lives in views/map only",
    ],
    ["Turf outside of geo", "analysis/a.ts", 'import "@turf/area";', "@turf/area lives in geo only"],
    ["proj4 outside of geo", "ingest/a.ts", 'import "proj4";', "proj4 lives in geo only"],
    [
      "DuckDB outside of db",
      "commands/a.ts",
      'import "@duckdb/duckdb-wasm/dist/x.wasm?url";',
      "@duckdb/duckdb-wasm lives in db only",
    ],
    ["Arrow outside of db", "ingest/a.ts", 'import "apache-arrow";', "apache-arrow lives in db only"],
    [
      "React outside of the views",
      "commands/a.ts",
      'import "react/jsx-runtime";',
      "react lives in views, main.tsx only",
    ],
    ["a package of Node", "export/a.ts", 'import "node:fs";', "which no browser has"],
    ["a way out of src", "geo/a.ts", 'import "../../package.json";', "reaches outside of src"],
    ["an import without its ending", "geo/a.ts", 'import "./metres";', "which is not there"],
    [
      "an import that only the run knows",
      "geo/a.ts",
      "export const a = (x: string) => import(x);",
      "only the run knows",
    ],
    ["an import by pattern", "geo/a.ts", 'export const a = import.meta.glob("./*.ts");', "imports by pattern"],
    [
      "a cycle",
      "geo/metres.ts",
      'import "./a.ts"; import f from "flatbush"; export const metres = f;',
      "cycle: geo/metres.ts → geo/a.ts",
    ],
    [
      "a cycle of types",
      "domain/city.ts",
      'import type { B } from "./b.ts"; export type City = B; export const a = 1;',
      "cycle: domain/city.ts → domain/b.ts",
    ],
    ["a default export", "geo/a.ts", "export default 1;", "exports a default"],
    ["a default export by name", "geo/a.ts", "const a = 1; export { a as default };", "exports a default"],
    ["a barrel", "geo/index.ts", "", "index files hide"],
    ["a name that says nothing", "geo/utils.ts", "", '"utils" says nothing'],
    ["a name that hides that it says nothing", "geo/ring-helpers.ts", "", '"ring-helpers" says nothing'],
    ["a folder that says nothing", "geo/shared/ring.ts", "", '"shared" says nothing'],
    ["a name in camel case", "views/cityMap.tsx", "", '"cityMap" is not kebab-case'],
    ["a folder that the plan does not know", "services/a.ts", "", "is in no folder of the house"],
    ["a third entry", "app.tsx", "", "is in no folder of the house"],
    ["a file that cannot be read", "geo/a.ts", "export const = 1", "cannot be parsed"],
  ])("reports %s", (_rule, path, text, problem) => {
    const partners = {
      "geo/a.ts": 'import "./metres.ts";',
      "domain/b.ts": 'import type { City } from "./city.ts"; export type B = City;',
    };
    const planted = new Map(
      Object.entries({ ...SOUND, ...(problem.startsWith("cycle") ? partners : {}), [path]: text }),
    );
    const { problems } = checkImports(planted);
    expect(problems).toEqual([expect.stringContaining(problem)]);
    expect(problems[0]).toContain(path);
  });
});
