import type { RawColumn, RawTable } from "./raw-table.ts";

/** What a column of positions is called: two numbers in a cell are a position only there. */
const CALLED_POSITION = /koord|coord|geo|gps|position|latlon|lat.?l(on|ng)/i;
const CALLED_NORTH = /breite|^lat/i;
const CALLED_EAST = /l(ä|ae)nge|^lon|^lng/i;
/** Germany with its islands, in degrees: whatever else two numbers mean, they are not all of them in there. */
const [WEST, SOUTH, EAST, NORTH] = [5.5, 47, 15.5, 55.5];
/** One angle: degrees, minutes and seconds with their signs, a letter for the side before or behind them. */
const ANGLE =
  /^([NEOWS])?\s*(\d{1,3})\s*[°º]\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*['′’]\s*)?(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:["″”“]|'')\s*)?([NEOWS])?$/i;
const DECIMAL = /^(\d{1,2})[.,](\d{2,})\s*°?$/;
const LOOKED_AT = 50;

/**
 * A table of text that writes its positions as people do becomes one with points: both numbers in one cell („52,5200 / 13,4050“,
 * „52.52, 13.405“), or angles in degrees, minutes and seconds, in one column or two. The northing may stand first or last: in Germany it is the
 * greater one. Only where every cell that is filled lies in Germany; a cell that is none leaves its row without a point.
 */
export function withWrittenPositions(table: RawTable): RawTable {
  if (table.geometries) return table;
  const together = table.columns.find(({ name, texts }) => CALLED_POSITION.test(name) && areAll(texts, pairOf));
  if (together) return withPoints(table, [together], (row) => pairOf(together.texts[row] ?? ""));
  const north = table.columns.find(({ name, texts }) => CALLED_NORTH.test(name) && areAll(texts, angleOf));
  const east = table.columns.find(({ name, texts }) => CALLED_EAST.test(name) && areAll(texts, angleOf));
  if (!north || !east) return table;
  return withPoints(table, [north, east], (row) =>
    inGermany(angleOf(north.texts[row] ?? ""), angleOf(east.texts[row] ?? "")),
  );
}

function withPoints(
  table: RawTable,
  columns: readonly RawColumn[],
  pointOf: (row: number) => readonly [lon: number, lat: number] | undefined,
): RawTable {
  const geometries = Array.from({ length: table.rowCount }, (_, row): GeoJSON.Geometry | null => {
    const point = pointOf(row);
    return point ? { type: "Point", coordinates: [...point] } : null;
  });
  return {
    ...table,
    columns: table.columns.filter((column) => !columns.includes(column)),
    geometries,
    crs: "EPSG:4326",
  };
}

function areAll(texts: readonly string[], read: (text: string) => unknown): boolean {
  const filled = texts.filter((text) => text.trim() !== "").slice(0, LOOKED_AT);
  return filled.length > 0 && filled.every((text) => read(text) !== undefined);
}

/** Lon and lat of a cell with both; undefined where it is anything else, or lies elsewhere. */
function pairOf(text: string): readonly [number, number] | undefined {
  const plain = text.trim().replace(/^\(|\)$/g, "");
  // A comma between the numbers has a space behind it, or points stand inside of them.
  for (const between of [/\s*[/;|]\s*/, /,\s+/, /,/, /\s+(?=[NEOWS]\s*\d)/i, /\s+(?=\d{1,3}[°.,])/]) {
    const [first, second, ...more] = plain.split(between);
    if (first === undefined || second === undefined || more.length > 0) continue;
    const [a, b] = [numberOf(first), numberOf(second)];
    const point = inGermany(a, b);
    if (point) return point;
  }
  return undefined;
}

function numberOf(text: string): number | undefined {
  const plain = text.trim();
  return DECIMAL.test(plain) ? Number(plain.replace(",", ".").replace(/\s*°$/, "")) : angleOf(plain);
}

/** Degrees of „52° 31' 12,5" N“; undefined for what has no sign of degrees, and west of Greenwich or south of the equator. */
function angleOf(text: string): number | undefined {
  const [, before, degrees, minutes = "0", seconds = "0", behind] = ANGLE.exec(text.trim()) ?? [];
  if (degrees === undefined || /[WS]/i.test(`${before ?? ""}${behind ?? ""}`)) return undefined;
  const number = (part: string) => Number(part.replace(",", "."));
  if (number(minutes) >= 60 || number(seconds) >= 60) return undefined;
  return number(degrees) + number(minutes) / 60 + number(seconds) / 3600;
}

function inGermany(a: number | undefined, b: number | undefined): readonly [lon: number, lat: number] | undefined {
  if (a === undefined || b === undefined) return undefined;
  const [lon, lat] = a < b ? [a, b] : [b, a];
  return lon >= WEST && lon <= EAST && lat >= SOUTH && lat <= NORTH ? [lon, lat] : undefined;
}
