import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { issueText } from "../../../src/i18n/issue-texts.ts";
import { locationText } from "../../../src/i18n/location-text.ts";
import { hasSharedData, sharedData } from "../../shared-data.ts";
import { readWholePackage } from "../read-whole-package.ts";
import { csvResource, smallPackage } from "../small-package.ts";

const PLACES = csvResource("orte", { role: "anlaufpunkte", kind: "beratungsstelle" });
const ADDRESSES = csvResource("adressen", { role: "addresses" }, { title: "Adressen der Stadt" });

const BOOK = [
  "street;number;postcode;place;lon;lat",
  "Große Straße;12;14612;Falkensee;13.01;52.01",
  "Große Straße;12a;14612;Falkensee;13.02;52.02",
  "Hauptstraße;5;14612;Falkensee;13.03;52.03",
  "Hauptstraße;5;14621;Schönwalde;13.13;52.03",
  "Ohne Nummer;;14612;Falkensee;13.04;52.04",
].join("\n");

describe("places without coordinates", () => {
  const text = [
    "id;name;address",
    "a;Treff;Grosse Str. 12, 14612 Falkensee",
    "b;Rat;Große Straße 12c",
    "c;Haus;Hauptstr. 5",
    "d;Café;Grose Straße 12",
    "e;Laden;",
  ].join("\n");

  test("lie where the address file has them, and say so; the others are told with what may be meant", async () => {
    const source = smallPackage([PLACES, ADDRESSES], { "orte.csv": text, "adressen.csv": BOOK });
    const { supply, reports, issues } = await readWholePackage(source);
    expect(supply.anlaufpunkte.map(({ id, lon, lat, location }) => ({ id, lon, lat, location }))).toEqual([
      {
        ...{ id: "a", lon: 13.01, lat: 52.01 },
        location: {
          by: "address",
          match: "exact",
          doubt: undefined,
          file: "Adressen der Stadt",
          line: 2,
          address: "Große Straße 12, 14612 Falkensee",
        },
      },
      {
        ...{ id: "b", lon: 13.01, lat: 52.01 },
        location: {
          by: "address",
          match: "approximate",
          doubt: "addition",
          file: "Adressen der Stadt",
          line: 2,
          address: "Große Straße 12, 14612 Falkensee",
        },
      },
    ]);
    expect(issues.map(({ code, row, context }) => [code, row, context.problem ?? context.doubt])).toEqual([
      ["address-approximate", 3, "addition"],
      ["address-not-found", 4, "ambiguous"],
      ["address-not-found", 5, "street-unknown"],
      ["value-missing-required", 6, undefined],
      ["address-unreadable", 6, undefined],
    ]);
    const told = (issues[1] && issueText(issues[1], "de")) ?? "";
    expect(told).toContain("„Hauptstr. 5“ gibt es in der Adressdatei mehrmals");
    expect(told).toContain("Hauptstraße 5, 14612 Falkensee; Hauptstraße 5, 14621 Schönwalde");
    const located = [{ file: "Adressen der Stadt", exact: 1, approximate: 1 }];
    expect(reports.find(({ name }) => name === "orte")).toMatchObject({ rows: 2, rejected: 3, located });
    expect(reports.find(({ name }) => name === "adressen")).toMatchObject({ rows: 4, rejected: 1 });
    expect(supply.anlaufpunkteOrigins).toMatchObject([{ located }]);
  });

  test("stay away without an address file, and one sentence says what is missing and what to do", async () => {
    const { supply, issues } = await readWholePackage(smallPackage([PLACES], { "orte.csv": text }));
    expect(supply.anlaufpunkte).toEqual([]);
    const missing = issues.filter(({ code }) => code === "addresses-missing");
    expect(missing.map(({ context }) => context.rows)).toEqual([4]);
    expect(missing.map((issue) => issueText(issue, "de")).join()).toContain("nichts wird an einen Dienst gesendet");
    expect(missing.map((issue) => issueText(issue, "en")).join()).toContain("nothing is sent to any service");
  });

  test("lie where somebody has set them, whatever the file says", async () => {
    const from = { file: "Adressen der Stadt", line: 5, match: "approximate" } as const;
    const repairs = [
      { repair: "set-position", line: 4, lon: 13.13, lat: 52.03, address: "Hauptstraße 5, 14621 Schönwalde", from },
      { repair: "set-position", line: 6, lon: 13.05, lat: 52.05 },
    ];
    const placed = csvResource("orte", { role: "anlaufpunkte", kind: "beratungsstelle", repairs });
    const source = smallPackage([placed, ADDRESSES], { "orte.csv": text, "adressen.csv": BOOK });
    const { supply, reports } = await readWholePackage(source);
    expect(supply.anlaufpunkte.map(({ id }) => id)).toEqual(["a", "b", "c", "e"]);
    expect(supply.anlaufpunkte[2]).toMatchObject({ lon: 13.13, location: { by: "hand", from } });
    const location = supply.anlaufpunkte[2]?.location;
    expect(location && locationText(location, "de")).toBe(
      "Lage von Hand gesetzt: Hauptstraße 5, 14621 Schönwalde, aus „Adressen der Stadt“ (Zeile 5), ungefähr",
    );
    expect(supply.anlaufpunkte[3]).toMatchObject({ lon: 13.05, lat: 52.05, location: { by: "hand" } });
    expect(reports.find(({ name }) => name === "orte")?.repairs).toEqual([{ repair: "set-position", count: 2 }]);
  });

  test("are looked up beside others that have theirs, which stay as they are", async () => {
    const mixed = [
      "id;name;street;number;postcode;lon;lat",
      "a;Treff;Hauptstr.;5;14621;;",
      "b;Rat;Hauptstr.;5;14621;13.5;52.5",
      "c;Haus;;;;;",
    ].join("\n");
    const source = smallPackage([PLACES, ADDRESSES], { "orte.csv": mixed, "adressen.csv": BOOK });
    const { supply, issues } = await readWholePackage(source);
    expect(supply.anlaufpunkte.map(({ id, lon, address }) => [id, lon, address])).toEqual([
      ["a", 13.13, "Hauptstr. 5, 14621"],
      ["b", 13.5, "Hauptstr. 5, 14621"],
    ]);
    expect(supply.anlaufpunkte[1]?.location).toBeUndefined();
    expect(issues.filter(({ row }) => row === 4).map(({ code, column }) => [code, column])).toEqual([
      ["value-missing-required", "lon"],
      ["value-missing-required", "lat"],
    ]);
  });

  test("with an address file that is none are told, and nothing breaks", async () => {
    for (const broken of ["", "\u0000\u0001", "a;b\n1;2\n", "street;number;lon;lat\nHauptstraße;5;x;y\n"]) {
      const source = smallPackage([PLACES, ADDRESSES], { "orte.csv": text, "adressen.csv": broken });
      const { supply, issues } = await readWholePackage(source);
      expect(supply.anlaufpunkte).toEqual([]);
      expect(issues.some(({ source: file }) => file === "adressen.csv")).toBe(true);
      expect(issues.filter(({ code }) => code === "addresses-missing").map(({ source: file }) => file)).toEqual([
        "orte.csv",
      ]);
    }
  });

  test("are looked up anew when the address file has changed", async () => {
    const lonOf = async (book: string) => {
      const source = smallPackage([PLACES, ADDRESSES], { "orte.csv": text, "adressen.csv": book });
      return (await readWholePackage(source)).supply.anlaufpunkte[0]?.lon;
    };
    expect(await lonOf(BOOK)).toBe(13.01);
    expect(await lonOf(BOOK.replace("13.01", "13.09"))).toBe(13.09);
    expect(await lonOf(BOOK)).toBe(13.01);
  });
});

describe.skipIf(!hasSharedData)("the places of Berlin", () => {
  test("all come home to their own addresses, but for those that several places give differently", async () => {
    const lines = readFileSync(sharedData("berlin/anlaufpunkte.csv"), "utf8").split(/\r?\n/);
    const rows = lines.slice(1).flatMap((line) => {
      // Names in quotation marks are left aside: what is looked at here are addresses.
      const cells = line.includes('"') ? [] : line.split(",");
      const [id, , name, address, , , , , , lon, lat] = cells;
      return address && /\d/.test(address) ? [{ id, name, address, lon: Number(lon), lat: Number(lat) }] : [];
    });
    expect(rows.length).toBeGreaterThan(500);
    const table = (columns: readonly string[], of: (row: (typeof rows)[number]) => readonly unknown[]) =>
      [columns.join("\t"), ...rows.map((row) => of(row).join("\t"))].join("\n");
    const source = smallPackage(
      [
        { ...PLACES, path: "orte.tsv", format: "tsv" },
        { ...ADDRESSES, path: "adressen.tsv", format: "tsv" },
      ],
      {
        "orte.tsv": table(["id", "name", "address"], ({ id, name, address }) => [id, name, address]),
        "adressen.tsv": table(["address", "lon", "lat"], ({ address, lon, lat }) => [address, lon, lat]),
      },
    );
    const { supply, issues } = await readWholePackage(source);
    const own = new Map(rows.map((row) => [row.id, row]));
    for (const { id, lon, lat, location } of supply.anlaufpunkte) {
      const row = own.get(id);
      if (!row) throw new Error(`no row ${id}`);
      expect(location).toMatchObject({ by: "address", match: "exact" });
      // Two doors of one house are one place.
      expect([Math.abs(row.lon - lon), Math.abs(row.lat - lat)].every((degrees) => degrees < 0.001)).toBe(true);
    }
    // Streets have their names several times in Berlin, and these lists give no postcode: nobody guesses which is meant.
    const open = issues.filter(({ code, context }) => code === "address-not-found" && context.further === undefined);
    expect(new Set(open.map(({ context }) => context.problem))).toEqual(new Set(["ambiguous"]));
    expect(supply.anlaufpunkte.length / rows.length).toBeGreaterThan(0.9);
  });
});
