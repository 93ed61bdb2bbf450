import proj4 from "proj4";

/**
 * DHDN → WGS 84 by seven parameters, position vector as PROJ writes it (EPSG operations 1777 and 15869 in the EPSG registry):
 * West for the former Federal Republic (3 m), which PROJ also takes for every Gauß-Krüger zone, East for Berlin and the former GDR
 * (2 m). The exact shift needs the BeTA2007 grid.
 */
const DHDN_WEST = "+ellps=bessel +towgs84=598.1,73.7,418.2,0.202,0.045,-2.455,6.7";
const DHDN_EAST = "+ellps=bessel +towgs84=612.4,77,440.2,-0.054,0.057,-2.797,2.55";
const ETRS89 = "+ellps=GRS80 +towgs84=0,0,0";

interface Definition {
  readonly title: string;
  readonly proj: string | null;
  /** Largest error of position that the change of datum brings, in metres. */
  readonly errorMetres: number;
  /** Generous box around the area of use in degrees; a point outside was declared in the wrong system. */
  readonly box: readonly [west: number, south: number, east: number, north: number];
}

const EARTH = [-180, -90, 180, 90] as const;
const GERMANY = [2, 44, 20, 59] as const;

const gaussKrueger = (zone: number, datum: string): string =>
  `+proj=tmerc +lat_0=0 +lon_0=${zone * 3} +k=1 +x_0=${zone}500000 +y_0=0 ${datum} +units=m`;
const utm = (meridian: number, falseEasting: number): string =>
  `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=0.9996 +x_0=${falseEasting} +y_0=0 ${ETRS89} +units=m`;

const DEFINITIONS = {
  "EPSG:4326": { title: "WGS 84", proj: null, errorMetres: 0, box: EARTH },
  CRS84: { title: "WGS 84 (lon, lat)", proj: null, errorMetres: 0, box: EARTH },
  "EPSG:4258": { title: "ETRS89", proj: null, errorMetres: 0, box: EARTH },
  "EPSG:3857": {
    title: "Web Mercator",
    proj: "+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null",
    errorMetres: 0,
    box: [-180, -85.1, 180, 85.1],
  },
  "EPSG:3035": {
    title: "ETRS89 / LAEA Europe",
    proj: `+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 ${ETRS89} +units=m`,
    errorMetres: 0,
    box: [-35, 24, 50, 80],
  },
  "EPSG:25832": { title: "ETRS89 / UTM 32N", proj: utm(9, 500000), errorMetres: 0, box: GERMANY },
  "EPSG:25833": { title: "ETRS89 / UTM 33N", proj: utm(15, 500000), errorMetres: 0, box: GERMANY },
  "EPSG:4647": { title: "ETRS89 / UTM 32N (zE-N)", proj: utm(9, 32500000), errorMetres: 0, box: GERMANY },
  "EPSG:5650": { title: "ETRS89 / UTM 33N (zE-N)", proj: utm(15, 33500000), errorMetres: 0, box: GERMANY },
  "EPSG:31466": { title: "DHDN / Gauß-Krüger 2", proj: gaussKrueger(2, DHDN_WEST), errorMetres: 5, box: GERMANY },
  "EPSG:31467": { title: "DHDN / Gauß-Krüger 3", proj: gaussKrueger(3, DHDN_WEST), errorMetres: 5, box: GERMANY },
  "EPSG:31468": { title: "DHDN / Gauß-Krüger 4", proj: gaussKrueger(4, DHDN_WEST), errorMetres: 5, box: GERMANY },
  "EPSG:31469": { title: "DHDN / Gauß-Krüger 5", proj: gaussKrueger(5, DHDN_WEST), errorMetres: 5, box: GERMANY },
  "EPSG:3068": {
    title: "DHDN / Soldner Berlin",
    proj: `+proj=cass +lat_0=52.4186482777778 +lon_0=13.6272036666667 +x_0=40000 +y_0=10000 ${DHDN_EAST} +units=m`,
    errorMetres: 5,
    box: GERMANY,
  },
} as const satisfies Record<string, Definition>;

type KnownCrs = keyof typeof DEFINITIONS;

/**
 * A coordinate reference system that the app can read, by its code or – where an office made one of its own – by its parameters as
 * PROJ writes them; coordinates are always in the order east, north (lon, lat).
 */
export type CrsId = KnownCrs | `+proj=${string}`;

export const CRS_IDS: readonly KnownCrs[] = Object.keys(DEFINITIONS) as KnownCrs[];

/** The projections of systems that an office may have made: those of the known ones. */
const OWN = /^\+proj=(tmerc|laea|merc|cass|lcc|longlat)( \+[a-z_0-9]+=[\w.,@+-]+)*$/i;

function definitionOf(crs: CrsId): Definition {
  if (!crs.startsWith("+")) return DEFINITIONS[crs as KnownCrs];
  const isBessel = /\+ellps=bessel/.test(crs);
  return { title: crs, proj: crs, errorMetres: isBessel ? 5 : 0, box: EARTH };
}

/**
 * The system that a text means: `EPSG:25832`, `25832`, `urn:ogc:def:crs:EPSG::25832`, `http://www.opengis.net/def/crs/EPSG/0/25832`,
 * `CRS84`, `urn:ogc:def:crs:OGC:1.3:CRS84` and the like, in any case, or its parameters (`+proj=tmerc …`). Undefined when it is none that the app can read.
 */
export function parseCrs(text: string): CrsId | undefined {
  const trimmed = text.trim();
  if (OWN.test(trimmed)) return trimmed as CrsId;
  if (/(^|[:/#])(OGC)?:?CRS:?84$/i.test(trimmed)) return "CRS84";
  const code =
    /^(?:EPSG:+|urn:(?:x-)?ogc:def:crs:EPSG:(?:[\d.]*:)?|https?:\/\/\S*\bepsg(?:\.xml)?[/#:](?:[\d.]+\/)?)?(\d{4,5})$/i.exec(
      trimmed,
    );
  const id = code ? `EPSG:${code[1]}` : "";
  return Object.hasOwn(DEFINITIONS, id) ? (id as KnownCrs) : undefined;
}

/** The name of the system as its registry writes it, e.g. `ETRS89 / UTM 32N`. */
export function crsTitle(crs: CrsId): string {
  return definitionOf(crs).title;
}

/** Largest error in metres that comes from the change of datum (DHDN by seven parameters); 0 where there is none. */
export function crsErrorMetres(crs: CrsId): number {
  return definitionOf(crs).errorMetres;
}

/**
 * Turns coordinates (metres east and north, or degrees lon and lat, by the system) into degrees of WGS 84, in place, and returns
 * how many fell outside of where the system is used. Those, and what was no finite number, become NaN in both arrays.
 * ETRS89 and WGS 84 count as equal (they differ by less than a metre). Formulas: proj4js.
 * @throws RangeError when the arrays differ in length
 */
export function toLonLat(crs: CrsId, xs: Float64Array, ys: Float64Array): number {
  if (xs.length !== ys.length) throw new RangeError(`as many eastings as northings: ${xs.length}, ${ys.length}`);
  const { box } = definitionOf(crs);
  const project = projector(crs);
  const point = { x: 0, y: 0 };
  let outside = 0;
  for (let i = 0; i < xs.length; i++) {
    point.x = xs[i] as number;
    point.y = ys[i] as number;
    if (project && Number.isFinite(point.x) && Number.isFinite(point.y)) project(point);
    const inside = point.x >= box[0] && point.y >= box[1] && point.x <= box[2] && point.y <= box[3];
    if (!inside) outside++;
    xs[i] = inside ? point.x : Number.NaN;
    ys[i] = inside ? point.y : Number.NaN;
  }
  return outside;
}

type InPlace = (point: { x: number; y: number }) => void;

const DEGREES = 180 / Math.PI;
const projectors = new Map<CrsId, InPlace | undefined>();

function projector(crs: CrsId): InPlace | undefined {
  if (!projectors.has(crs)) {
    const { proj, errorMetres } = definitionOf(crs);
    projectors.set(crs, proj === null ? undefined : errorMetres > 0 ? datumShift(proj) : inverseOf(proj));
  }
  return projectors.get(crs);
}

/** Straight to the projection's own inverse: no datum changes, so proj4's transform would only copy points about. */
function inverseOf(definition: string): InPlace {
  const projection = new proj4.Proj(definition);
  return (point) => {
    const result = projection.inverse(point);
    point.x = result ? result.x * DEGREES : Number.NaN;
    point.y = result ? result.y * DEGREES : Number.NaN;
  };
}

function datumShift(definition: string): InPlace {
  const converter = proj4(definition, "WGS84");
  return (point) => {
    const result = converter.forward([point.x, point.y]);
    point.x = result[0] as number;
    point.y = result[1] as number;
  };
}

/** Numbers that mean the same system, however it was written: metres and radians, compared to a millionth. */
const PARAMETERS = ["long0", "lat0", "lat1", "lat2", "k0", "x0", "y0", "to_meter"] as const;

/**
 * The system that a text in WKT 1 means (the `.prj` of a shapefile): the known one with the same projection, ellipsoid and parameters,
 * whatever it is called there; else its parameters. A second system for heights is not looked at. Parser: proj4js.
 * @returns undefined when the text is no WKT or means a projection that is not read
 */
export function crsFromWkt(wkt: string): CrsId | undefined {
  const meant = parsedProjection(horizontalPart(wkt));
  if (!meant) return undefined;
  for (const id of CRS_IDS) {
    const { proj } = definitionOf(id);
    const known = parsedProjection(proj ?? "+proj=longlat +datum=WGS84");
    if (known && isSame(meant, known)) return id;
  }
  const family = FAMILIES.find(({ name }) => name.test(meant.projName))?.proj;
  if (!family) return undefined;
  const at = (name: string, value: number | undefined) => (value === undefined ? "" : ` +${name}=${rounded(value)}`);
  const inDegrees = (radians: number | undefined) => (radians === undefined ? undefined : radians * DEGREES);
  const text =
    `+proj=${family}${at("lat_0", inDegrees(meant.lat0))}${at("lon_0", inDegrees(meant.long0))}` +
    `${family === "lcc" ? at("lat_1", inDegrees(meant.lat1)) + at("lat_2", inDegrees(meant.lat2)) : ""}` +
    `${at("k", meant.k0)}${at("x_0", meant.x0)}${at("y_0", meant.y0)}` +
    ` ${isBessel(meant) ? DHDN_WEST : ETRS89}${at("to_meter", meant.to_meter === 1 ? undefined : meant.to_meter)}`;
  return parseCrs(text);
}

interface Projection {
  readonly projName: string;
  readonly a: number;
  readonly long0?: number;
  readonly lat0?: number;
  readonly lat1?: number;
  readonly lat2?: number;
  readonly k0?: number;
  readonly x0?: number;
  readonly y0?: number;
  readonly to_meter?: number;
}

const FAMILIES = [
  { proj: "tmerc", name: /tmerc|transverse.?mercator|gauss.?kruger/i },
  { proj: "laea", name: /laea|lambert.?azimuthal/i },
  { proj: "lcc", name: /lcc|lambert.*conformal/i },
  { proj: "cass", name: /cass/i },
  { proj: "merc", name: /merc/i },
  { proj: "longlat", name: /longlat/i },
];

function parsedProjection(text: string): Projection | undefined {
  try {
    // The parser throws plain strings, too.
    return new proj4.Proj(text) as unknown as Projection;
  } catch {
    return undefined;
  }
}

/** The first whole bracket of a projected or geographic system, also out of one that is compounded with heights. */
function horizontalPart(wkt: string): string {
  const start = wkt.search(/(PROJCS|GEOGCS)\s*\[/i);
  if (start < 0) return "";
  let depth = 0;
  for (let i = wkt.indexOf("[", start); i < wkt.length; i++) {
    if (wkt[i] === "[") depth++;
    else if (wkt[i] === "]" && --depth === 0) return wkt.slice(start, i + 1);
  }
  return "";
}

function isSame(a: Projection, b: Projection): boolean {
  const familyOf = (each: Projection) => FAMILIES.findIndex(({ name }) => name.test(each.projName));
  if (familyOf(a) < 0 || familyOf(a) !== familyOf(b)) return false;
  // WGS 84 and GRS 80 have the same half axis: they count as equal, as ETRS89 and WGS 84 do.
  if (Math.abs(a.a - b.a) > 0.01) return false;
  const usual = { k0: 1, to_meter: 1 } as Partial<Record<(typeof PARAMETERS)[number], number>>;
  const isDegrees = /longlat/i.test(a.projName);
  return PARAMETERS.every((name) => {
    if (isDegrees && name !== "long0") return true;
    const [first, second] = [a[name] ?? usual[name] ?? 0, b[name] ?? usual[name] ?? 0];
    return Math.abs(first - second) <= 1e-6 * Math.max(1e-3, Math.abs(first), Math.abs(second));
  });
}

function isBessel({ a }: Projection): boolean {
  return Math.abs(a - 6377397.155) < 0.01;
}

function rounded(value: number): number {
  return Number(value.toPrecision(12));
}
