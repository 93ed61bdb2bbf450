import { describe, expect, test } from "vitest";
import type { CityForData } from "../../../src/domain/data-draft.ts";
import { inspectFile } from "../../../src/ingest/inspect/inspect-file.ts";
import { matchKeys, matchNumbers } from "../../../src/ingest/inspect/match-numbers.ts";
import { previewDraft } from "../../../src/ingest/inspect/preview-draft.ts";

const NAMES = ["Altstadt", "Neustadt", "Nordstadt", "Westliche Höhe", "Weiche", "Tarup"];
const AREAS = NAMES.map((name, i) => ({ id: `STGT0${i + 1}`, name: `0${i + 1} ${name}` }));
const CITY: CityForData = {
  levels: [{ level: "stadtteile", title: "Stadtteile", areas: AREAS }],
  indicators: [],
  names: [],
  paths: [],
};

async function understood(name: string, text: string, city = CITY) {
  const bytes = new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;
  const inspection = await inspectFile(name, bytes, city);
  const { draft } = inspection;
  if (!draft) throw new Error(`nothing understood: ${JSON.stringify(inspection.issues)}`);
  const preview = await previewDraft(draft, bytes, city);
  const asked = inspection.clues.filter(({ basis }) => basis === "ask").map(({ key }) => key);
  return { ...inspection, draft, keys: draft.anlaufpunkt, preview, asked };
}

describe("rows that are none", () => {
  test("rules, headings between areas, and remarks that a delimiter has parted are left out, and ask for no code", async () => {
    const text = [
      "Gebiet;Fälle;Quote",
      "----------;;",
      "Nordraum;;",
      ...NAMES.slice(0, 3).map((name, i) => `${name};${100 + i};${10 + i}`),
      "Südraum;;",
      ...NAMES.slice(3).map((name, i) => `${name};${200 + i};${20 + i}`),
      "----------;;",
      "1) Quelle: Melderegister; eigene Auszählung;",
    ].join("\n");
    const { draft, preview, asked } = await understood("faelle_2022.csv", text);
    expect(draft.dialect?.commentRows).toEqual([2, 3, 7, 11, 12]);
    expect([preview.kept, preview.rejected, asked.includes("codes")]).toEqual([6, 0, false]);
  });

  test("sums of a coarser level between the areas are left out; what names an area never is", async () => {
    const rows = (from: number, to: number) => AREAS.slice(from, to).map(({ id, name }) => `${id};${name.slice(3)};10`);
    const text = ["Nr;Gebiet;Fälle", "1;Nord;30", ...rows(0, 3), "2;Süd;30", ...rows(3, 6), ";Flensburg;60"].join("\n");
    const { draft, preview } = await understood("faelle_2022.csv", text);
    expect(draft.dialect?.commentRows).toEqual([2, 6, 10]);
    expect([preview.kept, preview.rejected]).toEqual([6, 0]);
  });

  test("„darunter“ below a total is left out, and does not make the total doubtful", async () => {
    const text = ["Gebiet;Fälle", ...NAMES.map((name) => `${name};10`), "Insgesamt;60", "darunter Frauen;31"].join(
      "\n",
    );
    const { draft, keys, preview, asked } = await understood("faelle_2022.csv", text);
    expect(draft.dialect?.commentRows).toEqual([9]);
    expect(keys.sozialraumMatches).toEqual({ Insgesamt: "*" });
    expect([preview.kept, asked.includes("areas")]).toEqual([7, false]);
  });
});

describe("what names areas", () => {
  test("is the column of names, not a count that happens to run from 1 to the last area", async () => {
    const text = ["Stadtteil;unter 3;3 bis unter 6", ...NAMES.map((name, i) => `${name};${i + 1};${i + 2}`)].join("\n");
    const { keys } = await understood("alter_2022.csv", text);
    expect(keys.columns?.sozialraum).toBe("Stadtteil");
    expect(Object.keys(keys.values ?? {})).toEqual(["unter 3", "3 bis unter 6"]);
  });

  test("are the same digits before the same number: 011 is STBZ011, and 11 beside it something else", () => {
    const areas = ["STBZ011", "STBZ012", "STBZ111"].map((id) => ({ id, name: id }));
    expect([...matchNumbers(["011", "11", "012", "111"], areas)]).toEqual([
      ["011", "STBZ011"],
      ["012", "STBZ012"],
      ["111", "STBZ111"],
    ]);
  });

  test("are keys with signs between their digits, and with other words and keys beside them", () => {
    const areas = ["01011101", "01011102"].map((id) => ({ id, name: id }));
    const written = (...cells: string[]) => [...matchKeys(cells, areas).values()];
    expect(written("01 01 11 01", "01 01 11 02")).toEqual(["01011101", "01011102"]);
    expect(written("LOR 0101.1101", "LOR 0101.1102")).toEqual(["01011101", "01011102"]);
    expect(written("01011101 Schloßstraße", "01011102 Schloßstraße")).toEqual(["01011101", "01011102"]);
    expect(written("11000000-01011101", "PLR01011102_B")).toEqual(["01011101", "01011102"]);
    // Two keys in one cell, and one key in two cells, mean nothing.
    expect(written("01011101/01011102", "01011101", "0101-1101")).toEqual([]);
  });
});
