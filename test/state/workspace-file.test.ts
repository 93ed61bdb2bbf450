import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Scenario, SiteEdit } from "../../src/domain/scenario.ts";
import {
  readWorkspaceFile,
  WORKSPACE_SCHEMA,
  type WorkspaceFile,
  writeWorkspaceFile,
} from "../../src/state/workspace-file.ts";

const FOLDER = new URL("workspaces/", import.meta.url);
const fixture = (name: string) =>
  JSON.parse(readFileSync(new URL(name, FOLDER), "utf8")) as { readonly schema: number; readonly file: unknown };

describe("work that an earlier version has kept", () => {
  test("has a fixture for every number so far", () => {
    const numbers = readdirSync(FOLDER).map((name) => fixture(name).schema);
    for (let schema = 1; schema <= WORKSPACE_SCHEMA; schema++) expect(numbers).toContain(schema);
  });

  test("1: views kept per city become work without a package; what is no view is left out", () => {
    const { schema, file } = fixture("1-kept-views.json");
    expect(readWorkspaceFile(schema, file)).toEqual({
      package: undefined,
      added: undefined,
      scenarios: [],
      keptViews: [
        { id: "m3x1a", title: "Wo Quartierszentren fehlen", address: "?reach=500&table=1" },
        { id: "m3x1b", title: "Ziele", address: "?view=ziele" },
      ],
      address: "",
    });
  });

  test.each(["{", "null", "7", '{"id":1}', ""])("1: holds no views where the browser kept %s", (text) => {
    expect(readWorkspaceFile(1, text)).toMatchObject({ keptViews: [] });
  });

  test("2: comes back with the data that were added, what-ifs, views and choices", () => {
    const { schema, file } = fixture("2-added-data.json");
    const read = readWorkspaceFile(schema, file) as WorkspaceFile;
    expect(read).toMatchObject({
      package: { kind: "address", data: "daten/berlin/datapackage.json" },
      added: { raw: { name: "berlin" }, files: [["treffs.csv", "00ff-12"]] },
      keptViews: [{ id: "a", title: "A", address: "?reach=500" }],
      address: "?reach=500&scenario=s1",
    });
    expect(read.scenarios[0]).toMatchObject({ id: "s1", note: "für den Ausschuss", added: [{ capacity: 40 }] });
    expect(Object.entries(read.scenarios[0]?.edited ?? {})).toEqual([
      ["__proto__", { status: "closed" }],
      ["platz-17", { lon: 13.1, lat: 52.4 }],
    ]);
  });

  test.each([
    ["of a newer version", WORKSPACE_SCHEMA + 1, {}, "newer"],
    ["without its parts", WORKSPACE_SCHEMA, {}, "damaged"],
    ["of a number that never was", 0, {}, "damaged"],
    ["that is nothing", WORKSPACE_SCHEMA, null, "damaged"],
  ])("%s is refused and says so", (_, schema, file, why) => {
    expect(readWorkspaceFile(schema, file)).toBe(why);
  });

  test("with a descriptor that is no JSON is damaged", () => {
    const file = { added: { descriptor: "{", files: [] }, scenarios: [], keptViews: [], address: "" };
    expect(readWorkspaceFile(WORKSPACE_SCHEMA, file)).toBe("damaged");
  });
});

const text = fc.string({ unit: "grapheme" });
const id = fc.oneof(text, fc.constantFrom("__proto__", "constructor", "=1+1", "'; DROP TABLE x"));
const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const edit: fc.Arbitrary<SiteEdit> = fc.record(
  { lon: finite, lat: finite, kind: text, capacity: finite, status: fc.constantFrom("existing", "closed") },
  { requiredKeys: [] },
);
const site = fc.record({ id, name: text, kind: text, lon: finite, lat: finite });
const scenario: fc.Arbitrary<Scenario> = fc.record({
  id,
  title: text,
  added: fc.array(site, { maxLength: 3 }),
  edited: fc.array(fc.tuple(id, edit), { maxLength: 3 }).map((pairs) => Object.fromEntries(pairs)),
});
const paths = fc.array(fc.tuple(id, text), { maxLength: 3 });
const file: fc.Arbitrary<WorkspaceFile> = fc.record({
  package: fc.oneof(
    fc.constant({ kind: "model-city" as const }),
    fc.record({ kind: fc.constant("address" as const), data: text }),
    fc.record({ kind: fc.constant("files" as const), label: text, files: paths }),
  ),
  added: fc.option(
    fc.record({
      raw: fc.dictionary(fc.string(), fc.jsonValue()).map((raw) => JSON.parse(JSON.stringify(raw))),
      files: paths,
    }),
    { nil: undefined },
  ),
  scenarios: fc.array(scenario, { maxLength: 3 }),
  keptViews: fc.array(fc.record({ id, title: text, address: text }), { maxLength: 3 }),
  address: text,
});

test("any work comes back as it was written, through a structured clone as a database makes it", () => {
  fc.assert(
    fc.property(file, (work) => {
      const stored = structuredClone(writeWorkspaceFile(work));
      expect(readWorkspaceFile(WORKSPACE_SCHEMA, stored)).toEqual(work);
    }),
    { numRuns: 200 },
  );
});
