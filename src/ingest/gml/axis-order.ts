/** Positions that tell in which order the axes are written. */
const SAMPLED = 200;

/** The first position of some geometries. */
export function sampledPositions(geometries: readonly (GeoJSON.Geometry | null)[]): GeoJSON.Position[] {
  const positions: GeoJSON.Position[] = [];
  const first = (node: unknown): void => {
    if (!Array.isArray(node)) return;
    if (typeof node[0] === "number") positions.push(node);
    else first(node[0]);
  };
  const take = (geometry: GeoJSON.Geometry): void => {
    if (geometry.type === "GeometryCollection") geometry.geometries.slice(0, 1).forEach(take);
    else first(geometry.coordinates);
  };
  const step = Math.max(1, Math.floor(geometries.length / SAMPLED));
  for (let i = 0; i < geometries.length; i += step) {
    const geometry = geometries[i];
    if (geometry) take(geometry);
  }
  return positions;
}

/** The order of the axes is turned in place: nobody else has the geometry. */
export function turnedAxes(geometry: GeoJSON.Geometry): GeoJSON.Geometry {
  const turn = (node: unknown): void => {
    if (!Array.isArray(node)) return;
    if (typeof node[0] === "number") [node[0], node[1]] = [node[1], node[0]];
    else node.forEach(turn);
  };
  if (geometry.type === "GeometryCollection") geometry.geometries.forEach(turnedAxes);
  else turn(geometry.coordinates);
  return geometry;
}
