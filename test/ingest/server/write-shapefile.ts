/** A layer of polygons as the three files of a shapefile (ESRI Shapefile Technical Description, 1998), for a server to read. */
export function polygonShapefile(
  features: readonly GeoJSON.Feature[],
): Readonly<Record<".shp" | ".shx" | ".dbf", Buffer>> {
  const records = features.map(({ geometry }, i) => polygonRecord(i + 1, ringsOf(geometry)));
  const all = boxOf(features.flatMap(({ geometry }) => ringsOf(geometry).flat()));
  const index = Buffer.alloc(records.length * 8);
  let offset = 50;
  for (const [i, record] of records.entries()) {
    index.writeInt32BE(offset, i * 8);
    index.writeInt32BE((record.length - 8) / 2, i * 8 + 4);
    offset += record.length / 2;
  }
  const body = Buffer.concat(records);
  return {
    ".shp": Buffer.concat([header(body.length, all), body]),
    ".shx": Buffer.concat([header(index.length, all), index]),
    ".dbf": dbf(features.map(({ properties }) => properties ?? {})),
  };
}

type Box = readonly [number, number, number, number];

function ringsOf(geometry: GeoJSON.Geometry): GeoJSON.Position[][] {
  if (geometry.type === "Polygon") return geometry.coordinates.map(clockwiseOutside);
  if (geometry.type === "MultiPolygon") return geometry.coordinates.flatMap((rings) => rings.map(clockwiseOutside));
  throw new Error(`no polygon: ${geometry.type}`);
}

/** Outer rings run clockwise in a shapefile, the other way in GeoJSON. */
function clockwiseOutside(ring: GeoJSON.Position[], index: number): GeoJSON.Position[] {
  let twice = 0;
  for (let i = 1; i < ring.length; i++) {
    const [[x0 = 0, y0 = 0] = [], [x1 = 0, y1 = 0] = []] = [ring[i - 1], ring[i]];
    twice += x0 * y1 - x1 * y0;
  }
  return twice < 0 === (index === 0) ? ring : ring.toReversed();
}

function polygonRecord(number: number, rings: readonly GeoJSON.Position[][]): Buffer {
  const points = rings.flat();
  const content = Buffer.alloc(44 + 4 * rings.length + 16 * points.length);
  content.writeInt32LE(5, 0);
  for (const [i, value] of boxOf(points).entries()) content.writeDoubleLE(value, 4 + 8 * i);
  content.writeInt32LE(rings.length, 36);
  content.writeInt32LE(points.length, 40);
  let first = 0;
  for (const [i, ring] of rings.entries()) {
    content.writeInt32LE(first, 44 + 4 * i);
    first += ring.length;
  }
  for (const [i, [x = 0, y = 0]] of points.entries()) {
    content.writeDoubleLE(x, 44 + 4 * rings.length + 16 * i);
    content.writeDoubleLE(y, 52 + 4 * rings.length + 16 * i);
  }
  const head = Buffer.alloc(8);
  head.writeInt32BE(number, 0);
  head.writeInt32BE(content.length / 2, 4);
  return Buffer.concat([head, content]);
}

function header(bodyBytes: number, box: Box): Buffer {
  const bytes = Buffer.alloc(100);
  bytes.writeInt32BE(9994, 0);
  bytes.writeInt32BE((100 + bodyBytes) / 2, 24);
  bytes.writeInt32LE(1000, 28);
  bytes.writeInt32LE(5, 32);
  for (const [i, value] of box.entries()) bytes.writeDoubleLE(value, 36 + 8 * i);
  return bytes;
}

function boxOf(points: readonly GeoJSON.Position[]): Box {
  const xs = points.map(([x = 0]) => x);
  const ys = points.map(([, y = 0]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** dBASE III: texts of 60 bytes in UTF-8, whole numbers of ten digits. */
function dbf(rows: readonly Readonly<Record<string, unknown>>[]): Buffer {
  const fields = Object.entries(rows[0] ?? {}).map(([name, value]) => ({
    name,
    isNumber: typeof value === "number",
    width: typeof value === "number" ? 10 : 60,
  }));
  const recordBytes = 1 + fields.reduce((sum, { width }) => sum + width, 0);
  const head = Buffer.alloc(32 + 32 * fields.length + 1);
  head.set([3, 126, 1, 1]);
  head.writeUInt32LE(rows.length, 4);
  head.writeUInt16LE(head.length, 8);
  head.writeUInt16LE(recordBytes, 10);
  for (const [i, { name, isNumber, width }] of fields.entries()) {
    head.write(name, 32 + 32 * i, 10, "latin1");
    head.write(isNumber ? "N" : "C", 43 + 32 * i, "latin1");
    head[48 + 32 * i] = width;
  }
  head[head.length - 1] = 0x0d;
  const records = rows.map((row) => {
    const record = Buffer.alloc(recordBytes, " ");
    let at = 1;
    for (const { name, isNumber, width } of fields) {
      const text = String(row[name] ?? "");
      record.write(isNumber ? text.padStart(width) : text, at, width, "utf8");
      at += width;
    }
    return record;
  });
  return Buffer.concat([head, ...records, Buffer.from([0x1a])]);
}
