import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { descriptorSchema } from "../../src/ingest/package/descriptor-schema.ts";
import { z } from "../../src/ingest/package/zod-without-eval.ts";
import { hasSharedData, sharedData } from "../shared-data.ts";
import { frictionlessProblems, type PackageDocument } from "./frictionless-problems.ts";

const FILE = fileURLToPath(new URL("../../data/datapackage.schema.json", import.meta.url));
const MODELLSTADT = fileURLToPath(new URL("../../data/modellstadt/datapackage.json", import.meta.url));

function generated(): string {
  const schema = z.toJSONSchema(descriptorSchema, { io: "input", target: "draft-2020-12", reused: "ref" });
  return `${JSON.stringify(schema, null, 2)}\n`;
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
      const document = JSON.parse(readFileSync(path, "utf8")) as PackageDocument;
      expect(descriptorSchema.safeParse(document).error?.issues ?? []).toEqual([]);
      expect(frictionlessProblems(document)).toEqual([]);
    });
  }
});
