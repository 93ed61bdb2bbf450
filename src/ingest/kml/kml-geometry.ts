type Part =
  | { readonly type: "Point"; coordinates: GeoJSON.Position[] }
  | { readonly type: "LineString"; coordinates: GeoJSON.Position[] }
  | { readonly type: "Polygon"; readonly outer: GeoJSON.Position[][]; readonly inner: GeoJSON.Position[][] };

/** Builds the geometry of one placemark from its elements; members of members count as members. */
export class KmlGeometry {
  readonly #parts: Part[] = [];
  #isMulti = false;
  /** The part whose elements are open. */
  #open: Part | undefined;
  #isInner = false;

  open(name: string): void {
    switch (name) {
      case "MultiGeometry":
      case "MultiTrack":
        this.#isMulti = true;
        break;
      case "Point":
        this.#open = { type: "Point", coordinates: [] };
        break;
      case "LineString":
      case "Track":
        this.#open = { type: "LineString", coordinates: [] };
        break;
      case "LinearRing":
        this.#open ??= { type: "LineString", coordinates: [] };
        break;
      case "Polygon":
        this.#open = { type: "Polygon", outer: [], inner: [] };
        break;
      case "outerBoundaryIs":
      case "innerBoundaryIs":
        this.#isInner = name === "innerBoundaryIs";
        break;
    }
  }

  close(name: string, text: string): void {
    const part = this.#open;
    if (!part) return;
    if (name === "coordinates") {
      const coordinates = positionsIn(text);
      if (part.type === "Polygon") (this.#isInner ? part.inner : part.outer).push(coordinates);
      else part.coordinates = coordinates;
    } else if (name === "coord" && part.type === "LineString") {
      // A position of a track, its numbers parted by spaces.
      part.coordinates.push(...positionsIn(text.split(/\s+/).join(",")));
    } else if (name === part.type || name === "Track" || (name === "LinearRing" && part.type === "LineString")) {
      this.#parts.push(part);
      this.#open = undefined;
    }
  }

  /** Null when there is nothing, or nothing that is flat (a model of a house). */
  built(): GeoJSON.Geometry | null {
    const [part] = this.#parts;
    // Most placemarks have one, and most of them are a point.
    if (this.#parts.length === 1 && part?.type === "Point" && part.coordinates[0] && !this.#isMulti) {
      return { type: "Point", coordinates: part.coordinates[0] };
    }
    const parts = this.#parts.flatMap(geometryOf);
    const [only] = parts;
    if (!only) return null;
    if (parts.length === 1 && !this.#isMulti) return only;
    const { type } = only;
    if (parts.some((part) => part.type !== type)) return { type: "GeometryCollection", geometries: parts };
    const coordinates = parts.map((part) => ("coordinates" in part ? part.coordinates : []));
    return { type: `Multi${type}`, coordinates } as GeoJSON.Geometry;
  }
}

function geometryOf(part: Part): GeoJSON.Geometry[] {
  switch (part.type) {
    case "Point":
      return part.coordinates[0] ? [{ type: "Point", coordinates: part.coordinates[0] }] : [];
    case "LineString":
      return part.coordinates.length > 0 ? [part] : [];
    case "Polygon":
      return part.outer[0] ? [{ type: "Polygon", coordinates: [part.outer[0], ...part.inner] }] : [];
  }
}

/** `lon,lat[,height]` parted by white space; some write a space behind the comma, too. */
function positionsIn(text: string): GeoJSON.Position[] {
  if (text === "") return [];
  if (!/\s/.test(text)) return [positionOf(text)];
  const positions: GeoJSON.Position[] = [];
  for (const tuple of text.replace(/\s*,\s*/g, ",").split(/\s+/)) {
    if (tuple === "") continue;
    positions.push(positionOf(tuple));
  }
  return positions;
}

function positionOf(tuple: string): GeoJSON.Position {
  const first = tuple.indexOf(",");
  if (first < 0) return [Number(tuple || Number.NaN), Number.NaN];
  const second = tuple.indexOf(",", first + 1);
  const lat = tuple.slice(first + 1, second < 0 ? undefined : second);
  return [Number(tuple.slice(0, first) || Number.NaN), Number(lat || Number.NaN)];
}
