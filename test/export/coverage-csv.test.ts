import { describe, expect, test } from "vitest";
import type { CoverageRow } from "../../src/domain/coverage-row.ts";
import { coverageTable } from "../../src/export/coverage-table.ts";
import { tableCsv } from "../../src/export/table-csv.ts";

const served: CoverageRow = {
  id: "02",
  name: "Altstadt; Süd",
  residents: 12345,
  anlaufpunkteInside: 2,
  residentsReached: 12000,
  reachedShare: 12000 / 12345,
  residentsUnreached: 345,
  nearestMedianMetres: 311.5,
  nearestP90Metres: 702.2,
  per10000: (2 / 12345) * 10_000,
  basis: "cells",
  status: "served",
  notes: [],
};
const empty: CoverageRow = {
  id: "01",
  name: '=HYPERLINK("x")',
  residents: 0,
  anlaufpunkteInside: 0,
  basis: "cells",
  status: "unknown",
  notes: ["no-residents", "suppressed-cells"],
};
const text = (bytes: Uint8Array) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
const coverageCsv = (rows: readonly CoverageRow[], language: "de" | "en") =>
  tableCsv(coverageTable(rows, language), language);

describe("the coverage table as CSV", () => {
  test("is the contract byte for byte in German: BOM, CRLF, semicolon, decimal comma, sorted by id, empty with a note", () => {
    expect(text(coverageCsv([served, empty], "de"))).toBe(
      [
        "\ufeffsozialraum_id;sozialraum;residents;anlaufpunkte_inside;residents_reached;reached_share;residents_unreached;nearest_median_m;nearest_p90_m;per_10000;basis;status;note",
        `01;"'=HYPERLINK(""x"")";0;0;;;;;;;cells;unknown;keine Einwohner:innen bekannt; Einwohnerzahl teilweise geheim gehalten`.replace(
          /;(keine Einwohner.*)$/,
          ';"$1"',
        ),
        '02;"Altstadt; Süd";12345;2;12000;0,9721;345;312;702;1,6201;cells;served;',
        "",
      ].join("\r\n"),
    );
  });

  test("is the contract byte for byte in English: comma and decimal point", () => {
    expect(text(coverageCsv([served], "en"))).toBe(
      [
        "\ufeffsozialraum_id,sozialraum,residents,anlaufpunkte_inside,residents_reached,reached_share,residents_unreached,nearest_median_m,nearest_p90_m,per_10000,basis,status,note",
        "02,Altstadt; Süd,12345,2,12000,0.9721,345,312,702,1.6201,cells,served,",
        "",
      ].join("\r\n"),
    );
  });

  test("begins with the three bytes of the UTF-8 mark and ends with CRLF", () => {
    const bytes = coverageCsv([served], "de");
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect([...bytes.subarray(-2)]).toEqual([0x0d, 0x0a]);
  });

  test("says of an estimate whole people that add up", () => {
    const row = { ...served, residents: 100.6, residentsReached: 50.3, residentsUnreached: 50.3 };
    expect(text(coverageCsv([row], "en"))).toContain(",101,2,50,0.9721,51,");
  });

  test("keeps a share of exactly nothing apart from no share", () => {
    const none = { ...served, residentsReached: 0, reachedShare: 0, residentsUnreached: 12345 };
    expect(text(coverageCsv([none], "de"))).toContain(";0;0,0000;12345;");
    expect(text(coverageCsv([empty], "de"))).toContain(";0;0;;;;");
  });
});
