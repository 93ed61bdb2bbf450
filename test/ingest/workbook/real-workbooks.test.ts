import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { TableOptions } from "../../../src/ingest/raw-table.ts";
import { workbookFormat } from "../../../src/ingest/workbook/workbook-format.ts";
import { hasSharedData, sharedData } from "../../shared-data.ts";

const bytesOf = (name: string) => new Uint8Array(readFileSync(sharedData(`import/${name}`)));
const read = async (name: string, options: Partial<TableOptions> = {}) => {
  const table = await workbookFormat.read(bytesOf(name), { source: name, listSeparator: ";", ...options });
  const column = (wanted: string) => table.columns.find((each) => each.name === wanted);
  return { table, column, names: table.columns.map((each) => each.name) };
};

describe.skipIf(!hasSharedData)("workbooks from offices", () => {
  it("of Berlin's monitoring has 447 rows, keys as text with their zeros, signs as text, values whole", async () => {
    const { table, column, names } = await read("2019_MSS_cut.xlsx");
    expect(await workbookFormat.tablesIn?.(bytesOf("2019_MSS_cut.xlsx"))).toEqual([
      { name: "Sheet1", rows: 448, isHidden: false },
    ]);
    expect([table.rowCount, table.columns.length, table.issues]).toEqual([447, 43, []]);
    expect(names.slice(0, 5)).toEqual([
      "Nummer",
      "Name",
      "EW 31.12.2018",
      "Status-Index                    (Klasse)",
      "Status-Index                    (Klasse) (2)",
    ]);
    expect(column("Nummer")?.texts.slice(0, 2)).toEqual(["01011101", "01011102"]);
    expect(column("Nummer")?.numbers).toBeUndefined();
    expect(column("Name")?.texts[0]).toBe("Stülerstraße");
    expect(column("EW 31.12.2018")?.numbers?.[0]).toBe(3384);
    expect(column("Dynamik-summe")?.numbers?.[0]).toBe(0.0379800000000001);
    // Eleven areas have no index: empty, and no number.
    const index = column("Status-Index                    (Klasse)");
    expect(index?.texts.filter((text) => text === "").length).toBe(11);
    expect(index?.numbers?.[1]).toBeNaN();
    expect(table.lineOf(0)).toBe(2);
  });

  it("of Berlin's networks begins at column B, has a header of three lines and ends with the city", async () => {
    const options = { headerRows: [2, 3, 4], headerJoin: " – " };
    const { table, column, names } = await read("Berlin_LOR_Versorgungsdaten_Stand_2402.xlsx", options);
    expect([table.rowCount, table.columns.length, table.issues]).toEqual([543, 16, []]);
    expect(names[2]).toBe("LOR Planungsräume Nummer");
    expect(names[5]).toBe("Ist-Versorgung – Gigabit-Versorgung der Wohn- und Gewerbeeinheiten – Anteil (%)");
    expect(names[15]).toBe(
      "Ausbauprognose 2024 – Glasfaser-Versorgung der Wohn- und Gewerbeeinheiten – Veränderung zum Vorjahr (%)",
    );
    expect(new Set(names).size).toBe(16);
    expect(column("LOR Planungsräume Nummer")?.texts[0]).toBe("01100101");
    expect(table.columns[5]?.numbers?.[0]).toBe(98.3);
    expect([table.lineOf(0), table.lineOf(542)]).toEqual([5, 547]);
    expect(table.columns[1]?.texts[542]).toBe("Land Berlin");
  });

  it("of Hamburg's quarters has a title, a header of three lines, and dots where values are kept secret", async () => {
    const { table, column, names } = await read("Daten_fuer_die_Stadtteilprofile_2014.xlsx", { headerRows: [2, 3, 4] });
    expect([table.rowCount, table.columns.length, table.issues]).toEqual([107, 69, []]);
    expect(names[0]).toBe("Stadtgebiet");
    expect(names[1]).toContain("Bevölkerung und Haushalte 31.12.2013 Bevölkerung");
    expect(column("Stadtgebiet")?.texts[1]).toBe("HafenCity");
    expect([table.lineOf(0), table.lineOf(106)]).toEqual([5, 111]);
    const dots = table.columns.flatMap(({ texts, numbers }) =>
      texts.flatMap((text, row) => (text === "." ? [numbers?.[row] ?? Number.NaN] : [])),
    );
    expect(dots.length).toBe(84);
    expect(dots.every(Number.isNaN)).toBe(true);
    const first = await workbookFormat.firstLines?.(
      bytesOf("Daten_fuer_die_Stadtteilprofile_2014.xlsx"),
      { source: "x", listSeparator: ";" },
      3,
    );
    // The group's name stands in each column that it spans.
    expect(first?.lines[1]?.slice(1, 4)).toEqual(new Array(3).fill("Bevölkerung und Haushalte 31.12.2013"));
    expect(first?.lineCount).toBe(111);
  });
});
