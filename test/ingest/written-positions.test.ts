import { describe, expect, test } from "vitest";
import type { RawTable } from "../../src/ingest/raw-table.ts";
import { withWrittenPositions } from "../../src/ingest/written-positions.ts";

function points(columns: Record<string, readonly string[]>) {
  const texts = Object.entries(columns).map(([name, texts]) => ({ name, texts }));
  const rowCount = texts[0]?.texts.length ?? 0;
  const table: RawTable = { columns: texts, rowCount, lineOf: (row) => row + 2, rejected: 0, issues: [] };
  const round = (value: number) => Math.round(value * 1e5) / 1e5;
  return withWrittenPositions(table).geometries?.map((each) =>
    each?.type === "Point" ? each.coordinates.map(round) : null,
  );
}

describe("positions as people write them", () => {
  test.each([
    ["52,5200 / 13,4050"],
    ["52.52, 13.405"],
    ["52.52,13.405"],
    ["13.405 52.52"],
    ["(52,52; 13,405)"],
    ["N 52° 31' 12\" E 13° 24' 18\""],
    ["52° 31' 12,0\" N, 13° 24' 18,0\" O"],
  ])("%s is one place, whichever number stands first", (text) => {
    expect(points({ Koordinaten: [text, ""] })).toEqual([[13.405, 52.52], null]);
  });

  test("may be angles in two columns", () => {
    expect(points({ Breite: ["52° 31' 12\" N"], Länge: ["13° 24' 18\" O"] })).toEqual([[13.405, 52.52]]);
    expect(points({ lat: ["52°31.2′"], lon: ["13°24.3′"] })).toEqual([[13.405, 52.52]]);
  });

  test("are none where a cell lies elsewhere or is something else, or the column is not called so", () => {
    expect(points({ Koordinaten: ["52,52 / 13,4", "2,5 / 3,5"] })).toBeUndefined();
    expect(points({ Koordinaten: ["52,52 / 13,4", "Hauptstr. 5"] })).toBeUndefined();
    expect(points({ Quoten: ["52,52 / 13,40"] })).toBeUndefined();
    expect(points({ Breite: ["2,50 m"], Länge: ["3,10 m"] })).toBeUndefined();
    expect(points({ Breite: ["52° 71' N"], Länge: ["13° 24' O"] })).toBeUndefined();
  });
});
