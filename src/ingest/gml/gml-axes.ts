import { type CrsId, parseCrs, toLonLat } from "../../geo/crs.ts";

/** Systems whose registry (EPSG) names the northing, or the latitude, first. */
const NORTH_FIRST: ReadonlySet<CrsId> = new Set<CrsId>([
  ...(["EPSG:4326", "EPSG:4258", "EPSG:3035", "EPSG:3068"] as const),
  ...(["EPSG:31466", "EPSG:31467", "EPSG:31468", "EPSG:31469"] as const),
]);

/** Names that demand the registry's order (OGC 05-010); short ones (`EPSG:4326`, `…/epsg.xml#4326`) mean east before north. */
const BY_REGISTRY = /^(urn:|https?:\/\/www\.opengis\.net\/def\/crs\/)/i;

/** Germany, where lon and lat cannot be taken for each other. */
const GERMANY = [5.5, 47, 15.5, 55.3] as const;
const NEARLY_ALL = 0.9;

export interface GmlAxes {
  /** As `parseCrs` understands it; the name itself when that knows no such system. */
  readonly crs: string;
  /** The northing stands first. */
  readonly northFirst: boolean;
}

/**
 * System and order of axes that an `srsName` means. Servers break the rule in both directions (MapServer answers a WFS 1.1 in `EPSG:4326`
 * with the latitude first): where the positions lie in Germany in one order only, that one is meant.
 * @param sample some positions as written
 */
export function gmlAxes(srsName: string, sample: readonly GeoJSON.Position[]): GmlAxes {
  const crs = parseCrs(srsName);
  if (crs === undefined) return { crs: srsName, northFirst: false };
  const declared = BY_REGISTRY.test(srsName.trim()) && NORTH_FIRST.has(crs);
  const [straight, turned] = [fits(crs, sample, 0, 1), fits(crs, sample, 1, 0)];
  return { crs, northFirst: straight === turned ? declared : turned };
}

function fits(crs: CrsId, sample: readonly GeoJSON.Position[], east: 0 | 1, north: 0 | 1): boolean {
  const xs = Float64Array.from(sample, (position) => position[east] ?? Number.NaN);
  const ys = Float64Array.from(sample, (position) => position[north] ?? Number.NaN);
  toLonLat(crs, xs, ys);
  let inside = 0;
  for (const [i, x] of xs.entries()) {
    const y = ys[i] ?? Number.NaN;
    if (x >= GERMANY[0] && x <= GERMANY[2] && y >= GERMANY[1] && y <= GERMANY[3]) inside++;
  }
  return xs.length > 0 && inside >= xs.length * NEARLY_ALL;
}
