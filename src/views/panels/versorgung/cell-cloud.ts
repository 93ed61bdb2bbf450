import type { Legend, LegendEntry } from "../../../domain/legend.ts";
import type { Population } from "../../../domain/population.ts";
import type { Formats } from "../../../i18n/formats.ts";
import type { versorgungTexts } from "../../../i18n/versorgung-texts.ts";
import type { CellBands } from "../../../state/answers.ts";
import type { CoverageAnswer } from "../../../state/coverage-answer.ts";
import { CELL_SHARES } from "../../../state/selectors/cells-in-sight.ts";
import type { CellCloud, CellSource } from "../../map/map-scene.ts";

/**
 * Shares of the reach at which the colour changes: within it two teals, beyond it three oranges that darken with the distance.
 * Lightness falls towards both ends, so that grey print still shows near and far; the reach is the border between the hues.
 */
const COLOURS: readonly (readonly [number, number, number])[] = [
  [29, 120, 116],
  [131, 190, 182],
  [246, 178, 142],
  [226, 89, 43],
  [150, 43, 10],
];
const BANDS = COLOURS.map((colour, band) => ({ upTo: CELL_SHARES[band] ?? Number.POSITIVE_INFINITY, colour }));
/** A sample point of a rough estimate stands for no cell; it is drawn as if it were one. */
const SAMPLE_METRES = 100;

/** The inhabited cells, coloured by the way to their nearest place. */
export function cellSource(answer: CoverageAnswer, population: Population): CellSource {
  return paintedCells(answer, population, (metres) => {
    const share = metres / answer.reach;
    return BANDS.find((band) => share <= band.upTo)?.colour ?? [195, 202, 205];
  });
}

/** The inhabited cells, each in the colour (0–255) that its way to the nearest place has. */
export function paintedCells(
  { demand, coverage }: CoverageAnswer,
  population: Population,
  colourOf: (metres: number) => readonly [number, number, number],
): CellSource {
  const { distance } = coverage.points;
  const { size } = demand.groups;
  const isShown = (i: number) => (demand.residents[i] as number) > 0 && (demand.area[i] as number) >= 0;
  const cellsIn = (boxes: readonly number[]): CellCloud => {
    const ranges = boxes.map((box) => [box * size, Math.min(distance.length, (box + 1) * size)]);
    let count = 0;
    for (const [from = 0, to = 0] of ranges) for (let i = from; i < to; i++) if (isShown(i)) count++;
    const cloud = {
      lon: new Float64Array(count),
      lat: new Float64Array(count),
      cellSizeMetres: new Float64Array(count),
      colours: new Uint8Array(4 * count),
    };
    let at = 0;
    for (const [from = 0, to = 0] of ranges) {
      for (let i = from; i < to; i++) {
        if (!isShown(i)) continue;
        const [red, green, blue] = colourOf(distance[i] as number);
        const row = demand.row[i] as number;
        const edge = row < 0 ? Number.NaN : (population.cellSizeMetres[row] as number);
        cloud.lon[at] = demand.lon[i] as number;
        cloud.lat[at] = demand.lat[i] as number;
        cloud.cellSizeMetres[at] = Number.isNaN(edge) ? SAMPLE_METRES : edge;
        cloud.colours[4 * at] = red;
        cloud.colours[4 * at + 1] = green;
        cloud.colours[4 * at + 2] = blue;
        cloud.colours[4 * at + 3] = 255;
        at++;
      }
    }
    return cloud;
  };
  return { boxes: demand.groups.boxes, cellsIn };
}

/** What the cells' colours mean, with the residents in each band once they are counted. */
export function cellLegend(
  reach: number,
  counted: CellBands | undefined,
  texts: (typeof versorgungTexts)["de"],
  formats: Formats,
): Omit<Legend, "marks"> {
  const city = counted?.bands.city;
  const people = city && [...city.bands, city.beyond + city.noPlace];
  return {
    title: texts.legendCells,
    unit: texts.columns.residents,
    entries: BANDS.map((band, index): LegendEntry => {
      const previous = BANDS[index - 1]?.upTo ?? 0;
      const label = Number.isFinite(band.upTo)
        ? texts.legendUpTo(formats.metres(band.upTo * reach))
        : texts.legendOver(formats.metres(previous * reach));
      return {
        key: String(band.upTo),
        colour: `rgb(${band.colour.join(" ")})`,
        pattern: "none",
        label,
        count: people?.[index],
      };
    }),
    notes: [],
  };
}
