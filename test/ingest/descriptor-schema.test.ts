import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { descriptorSchema } from "../../src/ingest/package/descriptor-schema.ts";
import { z } from "../../src/ingest/package/zod-without-eval.ts";
import { hasSharedData, sharedData } from "../shared-data.ts";

const FILE = fileURLToPath(new URL("../../data/datapackage.schema.json", import.meta.url));
const MODELLSTADT = fileURLToPath(new URL("../../data/modellstadt/datapackage.json", import.meta.url));

function generated(): string {
  const schema = z.toJSONSchema(descriptorSchema, { io: "input", target: "draft-2020-12", reused: "ref" });
  return `${JSON.stringify(schema, null, 2)}\n`;
}

interface Package {
  $schema?: unknown;
  name?: unknown;
  created?: unknown;
  licenses?: Licence[];
  sources?: unknown[];
  contributors?: unknown[];
  resources?: Record<string, unknown>[];
}
interface Licence {
  name?: string;
  path?: string;
}

/** The rules of the Data Package 2.0 profile that concern what we use (datapackage.org/standard: data package, data resource). */
function frictionlessProblems(document: Package): string[] {
  const problems: string[] = [];
  const need = (holds: boolean, what: string): void => {
    if (!holds) problems.push(what);
  };
  const licences = (list: Licence[] | undefined, where: string): void => {
    if (list === undefined) return;
    need(list.length > 0, `${where}: licenses is empty`);
    for (const licence of list) {
      need(licence.name !== undefined || licence.path !== undefined, `${where}: licence without name and path`);
      need(licence.name === undefined || /^[-a-zA-Z0-9._]+$/.test(licence.name), `${where}: licence ${licence.name}`);
    }
  };
  need(document.$schema === "https://datapackage.org/profiles/2.0/datapackage.json", "$schema is not the profile 2.0");
  need(Array.isArray(document.resources) && document.resources.length > 0, "resources are missing");
  need(
    document.created === undefined ||
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(String(document.created)),
    "created is no date-time",
  );
  need(document.sources === undefined || document.sources.length > 0, "sources is empty");
  licences(document.licenses, "package");
  const names = new Set<unknown>();
  for (const resource of document.resources ?? []) {
    const where = String(resource.name);
    need(typeof resource.name === "string" && resource.name !== "", "resource without name");
    need(!names.has(resource.name), `${where}: name is there twice`);
    names.add(resource.name);
    need(typeof resource.path === "string" && !/^(\/|\.\.?\/|~)|\.\.\//.test(resource.path), `${where}: path`);
    need(!("data" in resource && "path" in resource), `${where}: data beside path`);
    need(resource.sources === undefined || (resource.sources as unknown[]).length > 0, `${where}: sources is empty`);
    licences(resource.licenses as Licence[] | undefined, where);
  }
  return problems;
}

const packages = [
  ["Berlin", sharedData("berlin/datapackage.json"), hasSharedData],
  ["Köln", sharedData("koeln/datapackage.json"), hasSharedData],
  ["the model city", MODELLSTADT, existsSync(MODELLSTADT)],
] as const;

describe("the schema of the contract", () => {
  it("stands in data/datapackage.schema.json as generated from the code (UPDATE_SCHEMA=1 writes it anew)", () => {
    if (process.env.UPDATE_SCHEMA === "1") writeFileSync(FILE, generated());
    expect(readFileSync(FILE, "utf8")).toBe(generated());
  });

  it("names every role of the contract", () => {
    for (const role of ["sozialraeume", "anlaufpunkte", "population", "network-nodes", "background", "akteure"]) {
      expect(generated()).toContain(`"const": "${role}"`);
    }
  });

  it.each([
    ["a version that is not 1", { anlaufpunkt: { version: 2 } }],
    ["no resources", { resources: [] }],
    ["a role that nobody knows", { resources: [{ name: "x", path: "x.csv", anlaufpunkt: { role: "x" } }] }],
    ["areas without a level", { resources: [{ name: "x", path: "x.csv", anlaufpunkt: { role: "sozialraeume" } }] }],
    ["a date in words", { created: "gestern" }],
    ["a licence with spaces", { licenses: [{ name: "CC BY 4.0" }] }],
  ])("refuses %s", (_, change) => {
    const good = {
      name: "x",
      anlaufpunkt: { version: 1 },
      resources: [{ name: "x", path: "x.geojson", anlaufpunkt: { role: "sozialraeume", level: "stadtteil" } }],
    };
    expect(descriptorSchema.safeParse(good).success).toBe(true);
    expect(descriptorSchema.safeParse({ ...good, ...change }).success).toBe(false);
  });

  for (const [title, path, there] of packages) {
    it.skipIf(!there)(`fits ${title}, which is a valid Frictionless data package too`, () => {
      const document = JSON.parse(readFileSync(path, "utf8")) as Package;
      expect(descriptorSchema.safeParse(document).error?.issues ?? []).toEqual([]);
      expect(frictionlessProblems(document)).toEqual([]);
    });
  }
});
