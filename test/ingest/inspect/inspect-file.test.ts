import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { CityForData } from "../../../src/domain/data-draft.ts";
import { inspectFile } from "../../../src/ingest/inspect/inspect-file.ts";
import { hasSharedData, sharedData } from "../../shared-data.ts";

const CITY: CityForData = {
  levels: [
    {
      level: "stadtteil",
      title: "Stadtteil",
      areas: [
        { id: "01", name: "Altstadt" },
        { id: "02", name: "St. Pauli" },
        { id: "03", name: "Neustadt" },
      ],
    },
  ],
  indicators: [],
  names: ["stadtteile"],
  paths: ["stadtteile.geojson"],
};

const inspect = (name: string, text: string) =>
  inspectFile(name, new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>, CITY);

describe("what is understood of a file", () => {
  test("with titles, decimal commas, codes and a remark at its foot is a draft that says so", async () => {
    const { draft, clues } = await inspect(
      "Haushalte 2020.csv",
      [
        "Haushalte nach Stadtteilen;;;",
        ";;;",
        "Nr.;Stadtteil;Haushalte 2020;Anteil 2020",
        "01;Altstadt;1.234;12,5",
        "02;St. Pauli;.;-",
        "03;Neustadt;2.345.678;9,5",
        "Quelle: Statistikamt, eigene Berechnung;;;",
      ].join("\n"),
    );
    expect(draft).toMatchObject({
      name: "haushalte-2020",
      path: "daten/Haushalte 2020.csv",
      title: "Haushalte nach Stadtteilen",
      dialect: { delimiter: ";", headerRows: [3], commentRows: [7] },
      anlaufpunkt: {
        role: "observations",
        level: "stadtteil",
        decimalChar: ",",
        groupChar: ".",
        missing: { ".": "suppressed" },
        zero: ["-"],
        columns: { sozialraum: "Nr." },
        values: {
          "Haushalte 2020": { indicator: "haushalte", period: "2020" },
          "Anteil 2020": { indicator: "anteil", period: "2020" },
        },
      },
    });
    expect(clues.find(({ key }) => key === "codes")?.basis).toBe("ask");
  });

  test("is joined by name where a running number only looks like an id", async () => {
    const { draft } = await inspect("wbs.csv", "Nr;Gebiet;WBS\n01;Neustadt;12\n02;Altstadt;7\n03;St. Pauli;9");
    expect(draft?.anlaufpunkt).toMatchObject({ sozialraumBy: "name", columns: { sozialraum: "Gebiet" } });
  });

  test("is joined by name where it has no ids, and asks for the year where none stands", async () => {
    const { draft, clues } = await inspect("wbs.csv", "Gebiet;WBS\nAltstadt;12\nSankt Pauli;7\nNeustadt;9");
    expect(draft?.anlaufpunkt).toMatchObject({ sozialraumBy: "name", columns: { sozialraum: "Gebiet" } });
    expect(clues.find(({ key }) => key === "period")).toMatchObject({ basis: "ask", value: "" });
  });

  test("is places where it has coordinates, with the system that the numbers mean and keys kept as text", async () => {
    const { draft } = await inspect("treffs.csv", "Name;X;Y\nTreff;3547000;5933000\nHaus;3548000;5934000");
    expect(draft?.anlaufpunkt).toMatchObject({
      role: "anlaufpunkte",
      crs: "EPSG:31467",
      columns: { name: "Name", x: "X", y: "Y" },
    });
  });

  test("says what it is instead where it is no table, and never throws", async () => {
    const said = async (name: string, text: string) => (await inspect(name, text)).issues.map(({ code }) => code);
    expect(await said("daten.csv", "<!DOCTYPE html><html>")).toEqual(["file-not-a-table"]);
    expect(await said("bericht.pdf", "%PDF-1.7")).toEqual(["file-not-a-table"]);
    expect(await said("leer.csv", "")).toEqual(["file-not-a-table"]);
    expect(await said("daten.geojson", "{")).toContain("resource-unreadable");
  });

  test.skipIf(!hasSharedData)(
    "of the published tables of Berlin and Flensburg is their role",
    async () => {
      const roleOf = async (path: string) => {
        const bytes = new Uint8Array(readFileSync(sharedData(path)));
        return (await inspectFile(path.replace(/.*\//, ""), bytes, CITY)).draft?.anlaufpunkt;
      };
      expect(await roleOf("import/zensus2011_1km_berlin_de.csv")).toMatchObject({
        role: "population",
        crs: "EPSG:3035",
        decimalChar: ",",
        missing: { "-1": "suppressed" },
        columns: { residents: "Einwohner", x: "x_mp_1km", y: "y_mp_1km" },
      });
      expect(await roleOf("import/lor_planungsraum_crs84.geojson")).toMatchObject({ role: "sozialraeume" });
      expect(await roleOf("import/leipzig_districts_swapped_axes.json")).toMatchObject({
        role: "sozialraeume",
        axisOrder: "yx",
      });
      expect(await roleOf("koeln/strassen.geojson")).toMatchObject({ role: "network" });
      expect(await roleOf("koeln/anlaufpunkte.csv")).toMatchObject({ role: "anlaufpunkte" });
    },
    30_000,
  );
});
