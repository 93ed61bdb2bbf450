import type { Legend, LegendEntry } from "../../../domain/legend.ts";
import type { Population } from "../../../domain/population.ts";
import type { Formats } from "../../../i18n/formats.ts";
import type { versorgungTexts } from "../../../i18n/versorgung-texts.ts";
import type { CoverageAnswer } from "../../../state/coverage-answer.ts";
import type { CellCloud } from "../../map/map-scene.ts";

/**
 * Shares of the reach at which the colour changes: within it two teals, beyond it three oranges that darken with the distance.
 * Lightness falls towards both ends, so that grey print still shows near and far; the reach is the border between the hues.
 */
const BANDS: readonly { upTo: number; colour: readonly [number, number, number] }[] = [
  { upTo: 0.5, colour: [29, 120, 116] },
  { upTo: 1, colour: [131, 190, 182] },
  { upTo: 1.5, colour: [246, 178, 142] },
  { upTo: 2.5, colour: [226, 89, 43] },
  { upTo: Number.POSITIVE_INFINITY, colour: [150, 43, 10] },
];
/** A sample point of a rough estimate stands for no cell; it is drawn as if it were one. */
const SAMPLE_METRES = 100;

/** The inhabited cells, coloured by the way to their nearest place. */
export function cellCloud(answer: CoverageAnswer, population: Population): CellCloud {
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
): CellCloud {
  const { distance } = coverage.points;
  const isShown = (i: number) => (demand.residents[i] as number) > 0 && (demand.area[i] as number) >= 0;
  let count = 0;
  for (let i = 0; i < distance.length; i++) if (isShown(i)) count++;
  const cloud = {
    lon: new Float64Array(count),
    lat: new Float64Array(count),
    cellSizeMetres: new Float64Array(count),
    colours: new Uint8Array(4 * count),
  };
  let at = 0;
  for (let i = 0; i < distance.length; i++) {
    if (!isShown(i)) continue;
    const [red, green, blue] = colourOf(distance[i] as number);
    const row = demand.row[i] as number;
    const size = row < 0 ? Number.NaN : (population.cellSizeMetres[row] as number);
    cloud.lon[at] = demand.lon[i] as number;
    cloud.lat[at] = demand.lat[i] as number;
    cloud.cellSizeMetres[at] = Number.isNaN(size) ? SAMPLE_METRES : size;
    cloud.colours[4 * at] = red;
    cloud.colours[4 * at + 1] = green;
    cloud.colours[4 * at + 2] = blue;
    cloud.colours[4 * at + 3] = 255;
    at++;
  }
  return cloud;
}

/** What the cells' colours mean, with the residents in each band. */
export function cellLegend(
  answer: CoverageAnswer,
  texts: (typeof versorgungTexts)["de"],
  formats: Formats,
): Omit<Legend, "marks"> {
  const people = BANDS.map(() => 0);
  const { demand, coverage } = answer;
  for (let i = 0; i < demand.residents.length; i++) {
    const residents = demand.residents[i] as number;
    if (!(residents > 0) || (demand.area[i] as number) < 0) continue;
    const share = (coverage.points.distance[i] as number) / answer.reach;
    const band = BANDS.findIndex((candidate) => share <= candidate.upTo);
    if (band >= 0) people[band] = (people[band] as number) + residents;
  }
  return {
    title: texts.legendCells,
    unit: texts.columns.residents,
    entries: BANDS.map((band, index): LegendEntry => {
      const previous = BANDS[index - 1]?.upTo ?? 0;
      const label = Number.isFinite(band.upTo)
        ? texts.legendUpTo(formats.metres(band.upTo * answer.reach))
        : texts.legendOver(formats.metres(previous * answer.reach));
      return {
        key: String(band.upTo),
        colour: `rgb(${band.colour.join(" ")})`,
        pattern: "none",
        label,
        count: people[index] ?? 0,
      };
    }),
    notes: [],
  };
}
