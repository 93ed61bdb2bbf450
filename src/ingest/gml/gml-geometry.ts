/** An element of a geometry with what is in it. */
export interface GmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: GmlNode[];
  text: string;
}

/** Elements that are geometries themselves; `Envelope` and `Box` are boxes around one. */
export const GML_GEOMETRIES: ReadonlySet<string> = new Set([
  ...[
    "Point",
    "MultiPoint",
    "LineString",
    "LinearRing",
    "Curve",
    "OrientableCurve",
    "CompositeCurve",
    "MultiLineString",
  ],
  ...["MultiCurve", "Polygon", "Surface", "OrientableSurface", "CompositeSurface", "PolyhedralSurface", "MultiPolygon"],
  ...["MultiSurface", "MultiGeometry", "GeometricComplex", "Tin", "TriangulatedSurface", "Solid", "MultiSolid"],
]);

export const GML_BOXES: ReadonlySet<string> = new Set(["Envelope", "Box"]);

export interface BuiltGeometry {
  readonly geometry: GeoJSON.Geometry | null;
  /** Arcs were taken as the lines between their control points. */
  readonly hasArcs: boolean;
}

/** Deeper than any geometry of GML 2 or 3 is; what is deeper overflows whatever walks through it. */
const DEEPEST = 60;

/**
 * A geometry of GML 2, 3.1 or 3.2 with coordinates as written, heights left out. Source: ISO 19136, OGC 02-069.
 * @returns null for an empty one, and for solids
 */
export function builtGeometry(node: GmlNode): BuiltGeometry {
  const builder = new Builder();
  const geometry = isDeeper(node, DEEPEST) ? null : builder.build(node, dimensionOf(node, 2));
  return { geometry, hasArcs: builder.hasArcs };
}

function isDeeper({ children }: GmlNode, levels: number): boolean {
  if (levels === 0) return true;
  for (const child of children) if (isDeeper(child, levels - 1)) return true;
  return false;
}

function dimensionOf({ attributes }: GmlNode, inherited: number): number {
  const stated = Number(attributes.srsDimension ?? attributes.dimension ?? inherited);
  return stated === 3 || stated === 2 ? stated : inherited;
}

class Builder {
  hasArcs = false;

  build(node: GmlNode, inherited: number): GeoJSON.Geometry | null {
    const dimension = dimensionOf(node, inherited);
    switch (node.name) {
      case "Point": {
        const [coordinates] = positionsOf(node, dimension);
        return coordinates ? { type: "Point", coordinates } : null;
      }
      case "LineString":
      case "LinearRing":
      case "Curve":
      case "OrientableCurve":
      case "CompositeCurve": {
        const coordinates = this.#curve(node, dimension);
        return coordinates.length > 0 ? { type: "LineString", coordinates } : null;
      }
      case "MultiPoint":
        return many("MultiPoint", this.#members(node, dimension, "Point"));
      case "MultiLineString":
      case "MultiCurve":
        return many("MultiLineString", this.#members(node, dimension, "LineString"));
      case "MultiGeometry":
      case "GeometricComplex": {
        const geometries = this.#members(node, dimension);
        return geometries.length > 0 ? { type: "GeometryCollection", geometries } : null;
      }
      case "Solid":
      case "MultiSolid":
        return null;
      default: {
        const polygons = this.#polygons(node, dimension);
        const [only] = polygons;
        if (!only) return null;
        return polygons.length === 1 && !node.name.startsWith("Multi")
          ? { type: "Polygon", coordinates: only }
          : { type: "MultiPolygon", coordinates: polygons };
      }
    }
  }

  /** Members stand in an element of their own: `pointMember`, `curveMembers`, `geometryMember` … */
  #members(node: GmlNode, dimension: number, type?: GeoJSON.Geometry["type"]): GeoJSON.Geometry[] {
    return node.children
      .flatMap((member) => member.children)
      .flatMap((child) => this.build(child, dimension) ?? [])
      .filter((geometry) => type === undefined || geometry.type === type);
  }

  #polygons(node: GmlNode, inherited: number): GeoJSON.Position[][][] {
    const dimension = dimensionOf(node, inherited);
    if (!/^(Polygon|PolygonPatch|Triangle|Rectangle)$/.test(node.name)) {
      return node.children.flatMap((child) => this.#polygons(child, dimension));
    }
    const rings: GeoJSON.Position[][] = [];
    for (const boundary of node.children) {
      const [ring] = boundary.children;
      if (!ring || !/^(exterior|interior|outerBoundaryIs|innerBoundaryIs)$/.test(boundary.name)) continue;
      const positions = this.#curve(ring, dimension);
      if (/^(exterior|outerBoundaryIs)$/.test(boundary.name)) rings.unshift(positions);
      else rings.push(positions);
    }
    return rings.length > 0 ? [rings] : [];
  }

  /** Positions of a line, or of one that is composed of others: where two meet, the position is said once. */
  #curve(node: GmlNode, inherited: number): GeoJSON.Position[] {
    const dimension = dimensionOf(node, inherited);
    if (/^(Arc|ArcString|ArcByCenterPoint|Circle|CircleByCenterPoint|Bezier|BSpline|CubicSpline)/.test(node.name)) {
      this.hasArcs = true;
    }
    const own = positionsOf(node, dimension);
    if (own.length > 0) return own;
    const joined: GeoJSON.Position[] = [];
    for (const child of node.children) {
      const part = this.#curve(child, dimension);
      const [last, first] = [joined.at(-1), part[0]];
      const isSame = last && first && last[0] === first[0] && last[1] === first[1];
      for (let i = isSame ? 1 : 0; i < part.length; i++) joined.push(part[i] as GeoJSON.Position);
    }
    return node.name === "OrientableCurve" && node.attributes.orientation === "-" ? joined.reverse() : joined;
  }
}

function many(type: "MultiPoint" | "MultiLineString", members: readonly GeoJSON.Geometry[]): GeoJSON.Geometry | null {
  if (members.length === 0) return null;
  const coordinates = members.map((member) => ("coordinates" in member ? member.coordinates : []));
  return { type, coordinates } as GeoJSON.Geometry;
}

/** Positions in all the ways in which GML writes them. A line may have more of them than a call takes arguments. */
function positionsOf(node: GmlNode, dimension: number): GeoJSON.Position[] {
  const positions: GeoJSON.Position[] = [];
  for (const child of node.children) {
    switch (child.name) {
      case "pos":
        addTuples(positions, child.text, Number.POSITIVE_INFINITY);
        break;
      case "posList":
        addTuples(positions, child.text, dimensionOf(child, dimension));
        break;
      case "coordinates":
        for (const position of coordinateTuples(child)) positions.push(position);
        break;
      case "coord": {
        const at = (name: string) =>
          Number(child.children.find((each) => each.name === name)?.text.trim() || Number.NaN);
        positions.push([at("X"), at("Y")]);
        break;
      }
      case "pointProperty":
      case "pointRep":
        for (const point of child.children) {
          for (const position of positionsOf(point, dimension)) positions.push(position);
        }
        break;
    }
  }
  return positions;
}

function addTuples(positions: GeoJSON.Position[], text: string, stated: number): void {
  const numbers = numbersIn(text);
  // One position is as wide as it is; heights that nobody has stated show by an odd number of numbers.
  const isSolid = stated === 2 && numbers.length % 2 === 1 && numbers.length % 3 === 0;
  const width = Math.min(isSolid ? 3 : stated, numbers.length);
  for (let i = 0; i + 1 < numbers.length; i += width) positions.push([numbers[i] as number, numbers[i + 1] as number]);
}

/** White space of XML, and the no-break space that somebody has copied. */
function isSpace(code: number): boolean {
  return code <= 0x20 || code === 0xa0;
}

/** Numbers between white space. */
function numbersIn(text: string): number[] {
  const numbers: number[] = [];
  let start = -1;
  for (let at = 0; at <= text.length; at++) {
    const isGap = at === text.length || isSpace(text.charCodeAt(at));
    if (!isGap) {
      if (start < 0) start = at;
    } else if (start >= 0) {
      numbers.push(Number(text.slice(start, at)));
      start = -1;
    }
  }
  return numbers;
}

/** GML 2: „x,y x,y“, unless other signs are named. */
function coordinateTuples({ text, attributes }: GmlNode): GeoJSON.Position[] {
  const { decimal = ".", cs = ",", ts = " " } = attributes;
  const tuple = ts.trim() === "" ? /\s+/ : ts;
  return text
    .trim()
    .split(tuple)
    .filter((part) => part.trim() !== "")
    .map((part) => part.trim().split(cs.trim() === "" ? /\s+/ : cs))
    .map((parts) => [0, 1].map((i) => Number((parts[i] ?? "").replace(decimal, ".").trim() || Number.NaN)));
}
