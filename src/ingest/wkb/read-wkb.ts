/** Thrown for a geometry that cannot be read; the row that has it stays. */
export class UnreadableWkb extends Error {
  readonly reason: "curve" | "malformed";

  constructor(reason: "curve" | "malformed") {
    super(`well-known binary: ${reason}`);
    this.reason = reason;
  }
}

/** Collections in collections; deeper ones are no data. */
const DEEPEST = 16;

/**
 * A geometry in well-known binary as a plane one: heights and measures are left out. Kinds of ISO 19125 (1001 = point with height) and of
 * PostGIS (flags in the highest bits, a system of its own) are understood. Source: OGC 06-103r4, clause 8.
 * @returns null for an empty one
 * @throws UnreadableWkb for curves and solids, and where counts do not fit the bytes
 */
export function readWkb(bytes: Uint8Array): GeoJSON.Geometry | null {
  return new WkbReader(bytes).geometry(0);
}

class WkbReader {
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  geometry(depth: number): GeoJSON.Geometry | null {
    if (depth > DEEPEST) throw new UnreadableWkb("malformed");
    this.#need(5);
    const little = this.#view.getUint8(this.#at) === 1;
    const code = this.#view.getUint32(this.#at + 1, little);
    this.#at += 5;
    if (code & 0x20000000) this.#count(little);
    const kind = (code & 0x0fffffff) % 1000;
    const thousands = Math.floor((code & 0x0fffffff) / 1000);
    const extra =
      (thousands === 3 ? 2 : thousands > 0 ? 1 : 0) + (code & 0x80000000 ? 1 : 0) + (code & 0x40000000 ? 1 : 0);
    const width = 8 * (2 + extra);
    switch (kind) {
      case 1: {
        const position = this.#position(little, width);
        return Number.isNaN(position[0]) ? null : { type: "Point", coordinates: position };
      }
      case 2: {
        const coordinates = this.#positions(little, width);
        return coordinates.length > 0 ? { type: "LineString", coordinates } : null;
      }
      case 3: {
        const coordinates = this.#rings(little, width);
        return coordinates.length > 0 ? { type: "Polygon", coordinates } : null;
      }
      case 4:
        return multi("MultiPoint", this.#members(little, depth));
      case 5:
        return multi("MultiLineString", this.#members(little, depth));
      case 6:
        return multi("MultiPolygon", this.#members(little, depth));
      case 7: {
        const geometries = this.#members(little, depth);
        return geometries.length > 0 ? { type: "GeometryCollection", geometries } : null;
      }
      default:
        throw new UnreadableWkb(kind >= 8 && kind <= 17 ? "curve" : "malformed");
    }
  }

  #members(little: boolean, depth: number): GeoJSON.Geometry[] {
    const count = this.#count(little);
    this.#need(5 * count);
    const members: GeoJSON.Geometry[] = [];
    for (let i = 0; i < count; i++) {
      const member = this.geometry(depth + 1);
      if (member) members.push(member);
    }
    return members;
  }

  #rings(little: boolean, width: number): GeoJSON.Position[][] {
    const count = this.#count(little);
    this.#need(4 * count);
    return Array.from({ length: count }, () => this.#positions(little, width));
  }

  #positions(little: boolean, width: number): GeoJSON.Position[] {
    const count = this.#count(little);
    this.#need(width * count);
    return Array.from({ length: count }, () => this.#position(little, width));
  }

  #position(little: boolean, width: number): GeoJSON.Position {
    this.#need(width);
    const position = [this.#view.getFloat64(this.#at, little), this.#view.getFloat64(this.#at + 8, little)];
    this.#at += width;
    return position;
  }

  #count(little: boolean): number {
    this.#need(4);
    this.#at += 4;
    return this.#view.getUint32(this.#at - 4, little);
  }

  #need(bytes: number): void {
    if (this.#at + bytes > this.#view.byteLength) throw new UnreadableWkb("malformed");
  }
}

/** Members of another kind than the collection's make it malformed. */
function multi(
  type: "MultiPoint" | "MultiLineString" | "MultiPolygon",
  members: readonly GeoJSON.Geometry[],
): GeoJSON.Geometry | null {
  if (members.length === 0) return null;
  if (members.some((member) => `Multi${member.type}` !== type)) throw new UnreadableWkb("malformed");
  const coordinates = members.map((member) => ("coordinates" in member ? member.coordinates : []));
  return { type, coordinates } as GeoJSON.Geometry;
}
