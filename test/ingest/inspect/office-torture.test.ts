import { type BookType, utils, write } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import type { CityForData, ResourceDraft, WantedReading } from "../../../src/domain/data-draft.ts";
import { inspectFile } from "../../../src/ingest/inspect/inspect-file.ts";
import { previewDraft } from "../../../src/ingest/inspect/preview-draft.ts";

const NAMES = ["Altstadt", "St. Jürgen", "Süderbrarup-Ost", "Weiche", "Mürwik", "Tarup"];

/** Keys with leading zeros, as offices give them. */
function city(more: Partial<CityForData> = {}): CityForData {
  const areas = NAMES.map((name, i) => ({ id: `0${i + 1}`, name }));
  return {
    levels: [{ level: "stadtteile", title: "Stadtteile", areas }],
    indicators: [],
    names: [],
    paths: [],
    ...more,
  };
}

const utf8 = (text: string) => new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;
/** Windows-1252: the same numbers as in Latin 1 for all but these signs. */
const windows1252 = (text: string) =>
  Uint8Array.from([...text].map((sign) => ({ "…": 0x85, "–": 0x96, "€": 0x80 })[sign] ?? sign.charCodeAt(0)));

function workbook(rows: readonly (readonly unknown[])[], merges: readonly string[], sheet: string, type: BookType) {
  const book = utils.book_new();
  const cells = utils.aoa_to_sheet(rows as unknown[][]);
  cells["!merges"] = merges.map((range) => utils.decode_range(range));
  utils.book_append_sheet(book, cells, sheet);
  return new Uint8Array(write(book, { type: "array", bookType: type, compression: true }) as ArrayBuffer);
}

async function understood(name: string, bytes: Uint8Array<ArrayBuffer>, of = city(), wanted: WantedReading = {}) {
  const inspection = await inspectFile(name, bytes, of, wanted);
  const { draft } = inspection;
  if (!draft) throw new Error(`nothing understood: ${JSON.stringify(inspection.issues)}`);
  const preview = await previewDraft(draft, bytes, of);
  const asked = inspection.clues.filter(({ basis }) => basis === "ask").map(({ key }) => key);
  return { ...inspection, draft, keys: draft.anlaufpunkt, preview, asked };
}

/** The draft with some keys changed, read again. */
const previewWith = (
  draft: ResourceDraft,
  keys: Partial<ResourceDraft["anlaufpunkt"]>,
  bytes: Uint8Array<ArrayBuffer>,
) => previewDraft({ ...draft, anlaufpunkt: { ...draft.anlaufpunkt, ...keys } }, bytes, city());

describe("tables as offices write them", () => {
  it.each<BookType>(["xlsx", "biff8", "ods"])(
    "%s: two titles, merged header cells, keys that lost their zeros",
    async (type) => {
      const bytes = workbook(
        [
          ["Amt für Statistik"],
          ["Wohnen und Hilfen 2023"],
          [],
          ["Nr.", "Stadtteil", "Wohnungen", null, "Hilfen", null],
          [null, null, "Anzahl", "davon gefördert", "Anzahl", "je 1.000"],
          ...NAMES.map((name, i) => [
            i + 1,
            name,
            1200 + 7 * i,
            100 + i,
            i === 2 ? "." : 10 + i,
            i === 2 ? "x" : 8.5 + i,
          ]),
          ["Quelle: Amt für Statistik, eigene Berechnung"],
        ],
        ["C4:D4", "E4:F4", "A4:A5", "B4:B5"],
        "__proto__",
        type,
      );
      const { draft, keys, preview } = await understood(`wohnen.${type === "biff8" ? "xls" : type}`, bytes);
      expect(draft).toMatchObject({ title: "Amt für Statistik", dialect: { headerRows: [4, 5] } });
      expect(keys).toMatchObject({ role: "observations", period: "2023" });
      expect(keys.missing).toMatchObject({ ".": "suppressed", x: "not-applicable" });
      expect(keys.indicators?.map(({ title, kind }) => [title, kind])).toEqual([
        ["Wohnungen – Anzahl", undefined],
        ["Wohnungen – davon gefördert", undefined],
        ["Hilfen – Anzahl", undefined],
        ["Hilfen – je 1.000", "rate"],
      ]);
      // The number 1 is the area 01, by its number or by the name beside it.
      expect(preview.join).toMatchObject({ matched: 6, unmatched: [], withoutRow: [] });
      expect([preview.kept, preview.rejected]).toEqual([6, 0]);
    },
  );

  it("CSV from SAP: Windows-1252, decimal commas, points between thousands, and a point alone for what is secret", async () => {
    // Three signs in each of two columns of numbers.
    const signs = [".", "…", "–", "x", "/", "*"].map((sign, i) => (i % 2 === 0 ? [sign, "7"] : ["12", sign]));
    const rows = NAMES.map(
      (name, i) => `0${i + 1};${name};${i + 1}.234,${i}0;${1 + i},5;${signs[i]?.join(";")};1.${i}34.567`,
    );
    const bytes = windows1252(["Schlüssel;Bezeichnung;Ausgaben in €;Quote;Fälle;Hilfen;Umsatz", ...rows].join("\r\n"));
    const { draft, keys, preview, asked } = await understood("hilfen_2021.csv", bytes);
    expect(draft.encoding).toBe("windows-1252");
    expect(keys).toMatchObject({ decimalChar: ",", groupChar: ".", zero: ["–"] });
    expect(keys.missing).toMatchObject({
      ".": "suppressed",
      "…": "not-stated",
      x: "not-applicable",
      "/": "not-stated",
      "*": "suppressed",
    });
    expect(asked).toContain("codes");
    expect(keys.columns?.sozialraum).toBe("Schlüssel");
    expect(preview.columns.find(({ name }) => name === "Umsatz")).toMatchObject({
      smallest: 1034567,
      largest: 1534567,
    });
    expect(preview.columns.find(({ name }) => name === "Ausgaben in €")).toMatchObject({
      smallest: 1234,
      largest: 6234.5,
    });
    expect([preview.kept, preview.rejected]).toEqual([6, 0]);
  });

  it("a column with both 1.234 and 1,5 has one reading; one with 1.234 alone is asked", async () => {
    const table = (cells: readonly string[]) =>
      utf8(["Gebiet;Wert", ...NAMES.map((name, i) => `${name};${cells[i % cells.length]}`)].join("\n"));
    const both = await understood("werte_2020.csv", table(["1.234", "1,5", "12"]));
    expect(both.keys).toMatchObject({ decimalChar: ",", groupChar: "." });
    expect(both.preview.columns[1]).toMatchObject({ smallest: 1.5, largest: 1234 });
    expect(both.asked).not.toContain("decimal");
    expect((await understood("werte_2020.csv", table(["1.234", "2.345"]))).asked).toContain("decimal");
  });

  it("−1 and −9 beside counts are asked, and never values; beside other negative numbers they are numbers", async () => {
    const table = (cells: readonly string[]) =>
      utf8(["Gebiet;Saldo 2020", ...NAMES.map((name, i) => `${name};${cells[i]}`)].join("\n"));
    const counts = await understood("wanderung.csv", table(["12", "-1", "7", "-9", "0", "4"]));
    expect(counts.keys.missing).toEqual({ "-1": "suppressed", "-9": "not-applicable" });
    expect(counts.asked).toContain("codes");
    const balance = await understood("wanderung.csv", table(["12", "-1", "-17", "-9", "0", "4"]));
    expect([balance.keys.missing, balance.asked.includes("codes")]).toEqual([undefined, false]);
  });

  it("dates that Excel keeps as numbers are dates, and stay days", async () => {
    const day = (text: string) => ({ t: "d", v: new Date(`${text}T00:00:00Z`), z: "dd.mm.yyyy" });
    const rows = NAMES.map((name, i) => [name, day(`202${i % 3}-12-31`), 100 + i]);
    const bytes = workbook([["Stadtteil", "Stichtag", "Einwohner"], ...rows], [], "Tabelle1", "xlsx");
    const { keys, preview } = await understood("einwohner.xlsx", bytes);
    expect(keys.columns).toMatchObject({ period: "Stichtag" });
    expect(preview.rows[0]?.[1]).toMatch(/2020-12-31|31\.12\.2020/);
    expect([preview.kept, preview.rejected]).toEqual([6, 0]);
  });

  it("swapped axes are noticed, and what is read is where it should be", async () => {
    const rows = NAMES.map((name, i) => `${name};${54.78 + i / 1000};${9.43 + i / 1000}`);
    const bytes = utf8(["Name;lon;lat", ...rows].join("\n"));
    const box = [9.3, 54.7, 9.6, 54.9] as const;
    const of = city({ box: [...box] });
    const { draft, keys, clues } = await understood("treffs.csv", bytes, of, { role: "anlaufpunkte" });
    expect(clues.find(({ key }) => key === "axes")).toMatchObject({ value: "yx" });
    expect(keys).toMatchObject({ role: "anlaufpunkte", axisOrder: "yx" });
    const read = await previewWith(draft, { kind: "quartierszentrum" }, bytes);
    expect([read.kept, read.issues.map(({ code }) => code)]).toEqual([6, []]);
  });
});

describe("rows that are no areas", () => {
  const table = (total: string, cells = ["10", "20", ".", "30", "5", "6"]) =>
    utf8(["Stadtteil;Fälle 2022", ...NAMES.map((name, i) => `${name};${cells[i]}`), total].join("\n"));

  it("a total that is more than the others add up to is the whole city's, with the reason, and asked", async () => {
    const bytes = table("Insgesamt;78");
    const { keys, issues, asked, preview } = await understood("faelle.csv", bytes);
    expect(keys.sozialraumMatches).toEqual({ Insgesamt: "*" });
    expect(asked).toContain("areas");
    expect(issues.find(({ code }) => code === "row-named-total")).toMatchObject({
      ...{ row: 8, severity: "warning", context: { name: "Insgesamt", total: 78, sum: 71, means: "city" } },
    });
    expect([preview.kept, preview.rejected]).toEqual([7, 0]);
  });

  it("a total that the others add up to is the whole city's without a question; an area called like one stays an area", async () => {
    const { keys, asked, issues } = await understood("faelle.csv", table("Stadt Flensburg;71"));
    expect(keys.sozialraumMatches).toEqual({ "Stadt Flensburg": "*" });
    expect(asked).not.toContain("areas");
    expect(issues.map(({ code, severity }) => [code, severity])).toEqual([["row-named-total", "notice"]]);
    const areas = [...(city().levels[0]?.areas ?? []), { id: "07", name: "Stadt" }];
    const own = city({ levels: [{ level: "stadtteile", title: "Stadtteile", areas }] });
    expect((await understood("faelle.csv", table("Stadt;78"), own)).keys.sozialraumMatches).toBeUndefined();
  });

  it("a total without an entry among the Sozialräume is left out, and asked", async () => {
    const rows = NAMES.map((name, i) => `0${i + 1};${name};${10 + i}`);
    const bytes = utf8(["Nr;Name;Fälle 2022", ...rows, ";Gesamt;90"].join("\n"));
    const { draft, asked, preview } = await understood("faelle.csv", bytes);
    expect(draft.dialect?.commentRows).toEqual([8]);
    expect(asked).toContain("remarks");
    expect([preview.rowCount, preview.kept]).toEqual([6, 6]);
  });
});

describe("keys of other areas", () => {
  it("that mean another area than the name beside them are said with examples, and asked", async () => {
    const rows = NAMES.map((name, i) => `0${((i + 1) % 6) + 1};${name};${10 + i}`);
    const { keys, issues, asked } = await understood("faelle_2022.csv", utf8(["Nr;Name;Fälle", ...rows].join("\n")));
    expect(keys.sozialraumBy).toBe("name");
    expect(asked).toContain("areas");
    const told = issues.find(({ code }) => code === "names-contradict-keys");
    expect(told).toMatchObject({ column: "Nr", row: 2, context: { differ: 6, of: 6 } });
    expect(told?.context.examples).toContain("02: Altstadt ≠ St. Jürgen");
  });

  it("that the city does not have are said beside the names that fit, and asked; without names nothing is joined", async () => {
    const rows = NAMES.map((name, i) => `0105110${i};${name};${10 + i}`);
    const named = await understood("faelle_2022.csv", utf8(["LOR-Schlüssel;Name;Fälle", ...rows].join("\n")));
    expect(named.keys).toMatchObject({ sozialraumBy: "name", columns: { sozialraum: "Name" } });
    expect(named.issues.find(({ code }) => code === "keys-of-other-areas")).toMatchObject({
      ...{ column: "LOR-Schlüssel", context: { fit: 0, keys: 6, names: 6, of: 6 } },
    });
    expect(named.asked).toContain("areas");
    const bare = rows.map((row) => row.replace(/;[^;]*;/, ";"));
    const alone = await understood("faelle_2022.csv", utf8(["LOR-Schlüssel;Fälle", ...bare].join("\n")));
    expect(alone.keys.columns?.sozialraum).toBeUndefined();
    expect(alone.issues.map(({ code }) => code)).toEqual(["keys-of-other-areas"]);
  });

  it("that fit while no name beside them is known are another city's perhaps: said, and asked", async () => {
    const rows = ["Mitte", "Nord", "Süd", "Ost", "Hafen", "Berg"].map((name, i) => `0${i + 1};${name};${10 + i}`);
    const { issues, asked } = await understood("faelle_2022.csv", utf8(["Nr;Stadtteil;Fälle", ...rows].join("\n")));
    expect(issues.map(({ code }) => code)).toEqual(["names-contradict-keys"]);
    expect(asked).toContain("areas");
  });

  it("are not the numbers of types, and what rows lie in is not what they are", async () => {
    const types = utf8("jahr;haushaltstyp_id;faelle\n2021;1;5\n2021;2;6\n2021;3;7\n2022;1;8\n2022;2;9\n2022;3;4");
    const { keys } = await understood("beratung.csv", types);
    expect(keys).toMatchObject({ sozialraum: "*", columns: { indicator: "haushaltstyp_id", value: "faelle" } });
    const lines = NAMES.flatMap((name, i) => [1, 2, 3].map((n) => `0${i + 1}${n}0;Quartier ${i}${n};${name};${n * i}`));
    const quarters = utf8(["Quartiersnummer;Quartier;Stadtteil;Fälle 2022", ...lines].join("\n"));
    const inner = await understood("quartiere.csv", quarters);
    expect(inner.keys.columns?.sozialraum).not.toBe("Stadtteil");
    expect(inner.asked).toContain("role");
  });
});

describe("long tables", () => {
  it("bring their indicators along, with what their cells are called, and join those of the city", async () => {
    const rows = NAMES.flatMap((name, i) => [`${name};2022;Arbeitslose;${10 + i}`, `${name};2022;Quote in %;${i},5`]);
    const bytes = utf8(["Stadtteil;Jahr;Merkmal;Wert", ...rows].join("\n"));
    const known = city({ indicators: [{ id: "arbeitslose-sgb", title: "Arbeitslose" }] });
    const { keys } = await understood("lang.csv", bytes, known);
    expect(keys.values).toEqual({ indicator: { Arbeitslose: "arbeitslose-sgb", "Quote in %": "quote-in" } });
    expect(keys.indicators).toEqual([{ id: "quote-in", title: "Quote in %", unit: "%", kind: "share" }]);
    const { draft, preview } = await understood("lang.csv", bytes);
    expect([preview.kept, preview.rejected]).toEqual([12, 0]);
    expect((await previewWith(draft, { indicators: [] }, bytes)).kept).toBe(0);
  });

  it("told apart by a group only have an indicator for each of its values", async () => {
    const rows = NAMES.flatMap((name) => [`${name};2022;unter 18;5`, `${name};2022;18 und älter;40`]);
    const bytes = utf8(["Stadtteil;Jahr;Altersgruppe;Personen", ...rows].join("\n"));
    const { keys, preview } = await understood("Grundsicherung nach Stadtteilen.csv", bytes);
    expect(keys.indicators?.map(({ title }) => title)).toEqual([
      ...["Grundsicherung – unter 18", "Grundsicherung – 18 und älter"],
    ]);
    expect([preview.kept, preview.rejected]).toEqual([12, 0]);
  });
});
