import { parseNumber } from "../number-format.ts";
import type { RawTable } from "../raw-table.ts";
import { guessNumberLook } from "./number-looks.ts";

/** Coordinates as they stand in the file, one pair per row or some of each geometry; NaN where a row has none. */
export interface RawCoordinates {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** So many positions of geometries tell where they lie. */
const SAMPLED = 4000;

/** The numbers that say where the rows lie: of the geometries, else of the columns that stand for x and y or lon and lat. */
export function rawCoordinates(table: RawTable, columns: Readonly<Record<string, string>>): RawCoordinates | undefined {
  if (table.geometries) return ofGeometries(table.geometries);
  const east = columns.x ?? columns.lon;
  const north = columns.y ?? columns.lat;
  const x = table.columns.find(({ name }) => name === east);
  const y = table.columns.find(({ name }) => name === north);
  if (!x || !y) return undefined;
  const look = guessNumberLook([...x.texts.slice(0, SAMPLED), ...y.texts.slice(0, SAMPLED)]);
  const numbersOf = ({ texts, numbers }: typeof x) =>
    Float64Array.from(texts, (text, row) => {
      const own = numbers?.[row];
      return own === undefined || Number.isNaN(own) ? parseNumber(text, look) : own;
    });
  return { x: numbersOf(x), y: numbersOf(y) };
}

function ofGeometries(geometries: readonly (GeoJSON.Geometry | null)[]): RawCoordinates | undefined {
  const x: number[] = [];
  const y: number[] = [];
  const each = Math.max(2, Math.ceil(SAMPLED / Math.max(1, geometries.length)));
  for (const geometry of geometries) {
    if (!geometry) continue;
    let taken = 0;
    const walk = (node: unknown): void => {
      if (!Array.isArray(node) || taken >= each) return;
      if (typeof node[0] === "number") {
        x.push(node[0]);
        y.push(Number(node[1]));
        taken++;
      } else for (const child of node) walk(child);
    };
    const walkAll = (each: GeoJSON.Geometry): void =>
      each.type === "GeometryCollection" ? each.geometries.forEach(walkAll) : walk(each.coordinates);
    walkAll(geometry);
  }
  return x.length > 0 ? { x: Float64Array.from(x), y: Float64Array.from(y) } : undefined;
}
