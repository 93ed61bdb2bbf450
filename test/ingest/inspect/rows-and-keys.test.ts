import { utils, write } from "@e965/xlsx";
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

describe("cells of numbers", () => {
  const table = (header: string, ...cells: string[]) =>
    [`Stadtteil;${header}`, ...NAMES.map((name, i) => `${name};${cells[i % cells.length]}`)].join("\n");

  test("may have the minus behind them, their unit, or an apostrophe between thousands", async () => {
    const minus = await understood("saldo_2022.csv", table("Saldo", "12,50-", "7,25", "3,00-"));
    expect(minus.preview.columns[1]).toMatchObject({ type: "number", smallest: -12.5, largest: 7.25 });
    expect([minus.preview.kept, minus.preview.rejected]).toEqual([6, 0]);
    const euros = await understood("mittel_2022.csv", table("Förderung", "12.000,00 €", "1.500,50 €"));
    expect(euros.keys.indicators).toMatchObject([{ title: "Förderung", unit: "€" }]);
    expect(euros.preview.columns[1]).toMatchObject({ smallest: 1500.5, largest: 12000 });
    expect(euros.preview.kept).toBe(6);
    const shares = await understood("anteil_2022.csv", table("Anteil Kinder", "12,5 %", "9,0 %"));
    expect([shares.preview.kept, shares.keys.indicators?.[0]?.unit]).toEqual([6, "%"]);
    const swiss = await understood("kaufkraft_2022.csv", table("Kaufkraft", "12’000.5", "1’234’567.0"));
    expect([swiss.preview.columns[1]?.largest, swiss.preview.kept]).toEqual([1234567, 6]);
  });

  test("that say only that they are small are withheld, and asked", async () => {
    const { keys, asked, preview } = await understood("pflege_2022.csv", table("Fälle", "<5", "12", "unter 3", "7"));
    expect(keys.missing).toEqual({ "<5": "suppressed", "unter 3": "suppressed" });
    expect(asked).toContain("codes");
    expect(preview.kept).toBe(6);
  });

  test("of two columns with one name, and of a last one without any, are all there", async () => {
    const rows = NAMES.map((name, i) => `${name};1${i};2${i};3${i};4${i}`);
    const { keys, preview } = await understood("zwei_2022.csv", ["Stadtteil;Fälle;Quote;Fälle;", ...rows].join("\n"));
    expect(Object.keys(keys.values ?? {})).toEqual(["Fälle", "Quote", "Fälle (2)", "Fälle (3)"]);
    expect(preview.observed?.map(({ values }) => values[0])).toEqual([10, 20, 30, 40]);
  });
});

describe("the sheet that is read", () => {
  test("is the one with the most rows of numbers, and its name tells the year", async () => {
    const book = utils.book_new();
    const add = (name: string, rows: unknown[][]) => utils.book_append_sheet(book, utils.aoa_to_sheet(rows), name);
    add(
      "Legende",
      Array.from({ length: 60 }, (_, i) => [`Merkmal ${i}`, "Erläuterung"]),
    );
    add("Daten 2021", [["Stadtteil", "Fälle"], ...NAMES.map((name, i) => [name, i + 3])]);
    const bytes = new Uint8Array(write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer);
    const { draft } = await inspectFile("bericht.xlsx", bytes, CITY);
    expect(draft?.dialect?.sheetName).toBe("Daten 2021");
    expect(draft?.anlaufpunkt.period).toBe("2021");
  });
});

describe("a column of times", () => {
  test("may be of quarters: what each cell means is written down, and its rows are kept", async () => {
    const rows = NAMES.flatMap((name) => [`${name};Q1 2022;5`, `${name};2. Quartal 2022;6`]);
    const { keys, preview } = await understood("faelle.csv", ["Stadtteil;Zeitraum;Fälle", ...rows].join("\n"));
    expect(keys.periods).toEqual({ "Q1 2022": "2022-Q1", "2. Quartal 2022": "2022-Q2" });
    expect([preview.kept, preview.rejected]).toEqual([12, 0]);
    expect(preview.observed?.map(({ period }) => period)).toEqual(["2022-Q1", "2022-Q2"]);
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
