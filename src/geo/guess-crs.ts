import { CRS_IDS, type CrsId, toLonLat } from "./crs.ts";
import type { LonLatBox } from "./shapes.ts";

export interface CrsGuess {
  readonly crs: CrsId;
  /** The northing stands before the easting. */
  readonly swapped: boolean;
  /** Share of the positions that lie where data are expected: in the city's box, else in Germany. */
  readonly share: number;
}

/** Germany with its islands, in degrees. */
const GERMANY: LonLatBox = [5.8, 47.2, 15.1, 55.1];

/** Soldner's system is of Berlin alone; small numbers of any kind would lie south-west of it. */
const AREA_OF_USE: Readonly<Partial<Record<CrsId, LonLatBox>>> = { "EPSG:3068": [13.08, 52.33, 13.77, 52.69] };

/** So much of the city's own extent may data lie beyond it and still belong to it. */
const AROUND_CITY = 0.5;

/** Systems that are the same for numbers, and so need no guess of their own. */
const SAME_AS_DEGREES = new Set<CrsId>(["CRS84", "EPSG:4258"]);

/** UTM with the zone's number of Gauß-Krüger before the easting, which looks like Gauß-Krüger and lands beside it (Köln). */
const DISGUISED: readonly CrsId[] = ([2, 3, 4, 5] as const).flatMap((number) =>
  ([9, 15] as const).map(
    (meridian): CrsId =>
      `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=0.9996 +x_0=${number}500000 +y_0=0 +ellps=GRS80 +towgs84=0,0,0`,
  ),
);

const FEW = 0.5;

/**
 * Reference systems in which positions would lie where they are expected, the likeliest first. Several may fit: 390,000 m east are Köln
 * in one zone of UTM and Berlin in the next, and only a city that is open can tell. Known systems go before disguised ones, the usual
 * order of axes before the other.
 * @param xs eastings or longitudes as written, NaN where there are none
 * @param ys northings or latitudes
 * @param city box of the city that is open, in degrees
 * @returns guesses in which at least half of the positions lie where they are expected; none when no system fits
 */
export function guessCrs(xs: Float64Array, ys: Float64Array, city?: LonLatBox): CrsGuess[] {
  const [x, y] = sample(xs, ys);
  if (x.length === 0) return [];
  const expected = city ? widened(city) : GERMANY;
  const known = CRS_IDS.filter((crs) => !SAME_AS_DEGREES.has(crs));
  const guesses = [...known, ...DISGUISED].flatMap((crs) =>
    [false, true].map((swapped): CrsGuess & { readonly fits: number } => {
      const [lon, lat] = swapped ? [y.slice(), x.slice()] : [x.slice(), y.slice()];
      toLonLat(crs, lon, lat);
      const area = AREA_OF_USE[crs];
      if (area && shareIn(area, lon, lat) < FEW) return { crs, swapped, share: 0, fits: 0 };
      return { crs, swapped, share: shareIn(expected, lon, lat), fits: city ? shareIn(city, lon, lat) : 0 };
    }),
  );
  return guesses
    .map((guess, order) => ({ ...guess, order }))
    .filter(({ share }) => share >= FEW)
    .sort((a, b) => Math.round(20 * (b.share - a.share)) || Math.round(20 * (b.fits - a.fits)) || a.order - b.order)
    .map(({ crs, swapped, share }) => ({ crs, swapped, share }));
}

/** So many positions tell as much as all of them. */
const SAMPLED = 400;

function sample(xs: Float64Array, ys: Float64Array): [Float64Array, Float64Array] {
  const step = Math.max(1, Math.floor(xs.length / SAMPLED));
  const x: number[] = [];
  const y: number[] = [];
  for (let i = 0; i < xs.length; i += step) {
    const [east, north] = [xs[i] as number, ys[i] as number];
    if (!Number.isFinite(east) || !Number.isFinite(north)) continue;
    x.push(east);
    y.push(north);
  }
  return [Float64Array.from(x), Float64Array.from(y)];
}

function widened([west, south, east, north]: LonLatBox): LonLatBox {
  const [width, height] = [(east - west) * AROUND_CITY, (north - south) * AROUND_CITY];
  return [west - width, south - height, east + width, north + height];
}

function shareIn([west, south, east, north]: LonLatBox, lon: Float64Array, lat: Float64Array): number {
  let inside = 0;
  for (let i = 0; i < lon.length; i++) {
    const [x, y] = [lon[i] as number, lat[i] as number];
    if (x >= west && x <= east && y >= south && y <= north) inside++;
  }
  return inside / lon.length;
}
