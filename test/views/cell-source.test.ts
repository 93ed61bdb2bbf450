import { describe, expect, it } from "vitest";
import { groupPoints } from "../../src/analysis/coverage/point-groups.ts";
import type { Population } from "../../src/domain/population.ts";
import type { CoverageAnswer } from "../../src/state/coverage-answer.ts";
import { cellSource } from "../../src/views/panels/versorgung/cell-cloud.ts";

const CELLS = 10_000;
/** One row of cells from west to east; every tenth is empty, every hundredth stands in no Sozialraum. */
const lon = Float64Array.from({ length: CELLS }, (_, i) => 10 + i / 1000);
const lat = new Float64Array(CELLS).fill(50);
const area = Int32Array.from({ length: CELLS }, (_, i) => (i % 100 === 1 ? -1 : 0));
const demand = {
  lon,
  lat,
  residents: Float64Array.from({ length: CELLS }, (_, i) => (i % 10 === 0 ? 0 : 3)),
  area,
  groups: groupPoints(lon, lat, area),
  row: Int32Array.from({ length: CELLS }, (_, i) => (i === CELLS - 1 ? -1 : CELLS - 1 - i)),
};
const distance = Float64Array.from({ length: CELLS }, (_, i) => (i % 2 === 0 ? 400 : 5000));
const answer = { demand, reach: 800, coverage: { points: { distance } } } as unknown as CoverageAnswer;
const population = { cellSizeMetres: new Float32Array(CELLS).fill(250) } as unknown as Population;

describe("the inhabited cells of a map", () => {
  const source = cellSource(answer, population);
  const boxes = Array.from({ length: source.boxes.length / 4 }, (_, box) => box);

  it("are all there in all boxes, each within its box", () => {
    const inhabited = [...lon].filter((_, i) => i % 10 !== 0 && i % 100 !== 1);
    expect([...source.cellsIn(boxes).lon]).toEqual(inhabited);
    for (const box of boxes) {
      const [west = 0, south, east = 0, north] = source.boxes.slice(4 * box, 4 * box + 4);
      expect([south, north]).toEqual([50, 50]);
      const cells = source.cellsIn([box]);
      expect(cells.lon.length).toBeGreaterThan(1000);
      expect(cells.lon.every((x) => x >= west && x <= east)).toBe(true);
    }
  });

  it("have the colour of their way and the size of their row; an estimate's point is drawn as a cell of 100 metres", () => {
    const cells = source.cellsIn([boxes.length - 1]);
    const last = cells.lon.length - 1;
    expect(cells.cellSizeMetres[last]).toBe(100);
    expect(cells.cellSizeMetres[last - 1]).toBe(250);
    expect([...cells.colours.slice(4 * last, 4 * last + 4)]).toEqual([150, 43, 10, 255]);
    expect([...cells.colours.slice(4 * last - 4, 4 * last)]).toEqual([29, 120, 116, 255]);
  });
});
