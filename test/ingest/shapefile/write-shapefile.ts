import { zipSync } from "fflate";
import type { Bytes } from "../geo-files.ts";

export interface DbfField {
  readonly name: string;
  readonly type: string;
  readonly length: number;
}

/** A `.dbf` of texts in the given bytes; a row that begins with `*` is marked as deleted. */
export function writeDbf(
  fields: readonly DbfField[],
  rows: readonly (readonly (string | Uint8Array)[])[],
  { driver = 0, deleted = [] as readonly number[], promised = rows.length, version = 3 } = {},
): Bytes {
  const headerLength = 32 + 32 * fields.length + 1;
  const recordLength = 1 + fields.reduce((sum, { length }) => sum + length, 0);
  const bytes = new Uint8Array(headerLength + rows.length * recordLength + 1).fill(0x20, headerLength);
  const view = new DataView(bytes.buffer);
  bytes.set([version, 126, 11, 22]);
  view.setUint32(4, promised, true);
  view.setUint16(8, headerLength, true);
  view.setUint16(10, recordLength, true);
  bytes[29] = driver;
  for (const [f, { name, type, length }] of fields.entries()) {
    bytes.set(latin(name), 32 + 32 * f);
    bytes[32 + 32 * f + 11] = type.charCodeAt(0);
    bytes[32 + 32 * f + 16] = length;
  }
  bytes[headerLength - 1] = 0x0d;
  for (const [r, row] of rows.entries()) {
    let at = headerLength + r * recordLength;
    bytes[at++] = deleted.includes(r) ? 0x2a : 0x20;
    for (const [f, cell] of row.entries()) {
      bytes.set(typeof cell === "string" ? latin(cell) : cell, at);
      at += fields[f]?.length ?? 0;
    }
  }
  bytes[bytes.length - 1] = 0x1a;
  return bytes;
}

/** Letters of Windows-1252 that are the same in Latin-1. */
export function latin(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

type Shape = { readonly type: number; readonly parts: readonly (readonly (readonly number[])[])[] } | null;

/** A `.shp` and its index; points have one part with one position. */
export function writeShp(shapes: readonly Shape[]): { readonly shp: Bytes; readonly shx: Bytes } {
  const contents = shapes.map(shapeBytes);
  const total = 100 + contents.reduce((sum, content) => sum + 8 + content.length, 0);
  const shp = new Uint8Array(total);
  const shx = new Uint8Array(100 + 8 * shapes.length);
  for (const file of [shp, shx]) {
    const view = new DataView(file.buffer);
    view.setInt32(0, 9994);
    view.setInt32(24, file.length / 2);
    view.setInt32(28, 1000, true);
    view.setInt32(32, shapes.find((shape) => shape)?.type ?? 0, true);
  }
  const view = new DataView(shp.buffer);
  const index = new DataView(shx.buffer);
  let at = 100;
  for (const [i, content] of contents.entries()) {
    view.setInt32(at, i + 1);
    view.setInt32(at + 4, content.length / 2);
    index.setInt32(100 + 8 * i, at / 2);
    index.setInt32(104 + 8 * i, content.length / 2);
    shp.set(content, at + 8);
    at += 8 + content.length;
  }
  return { shp, shx };
}

function shapeBytes(shape: Shape): Uint8Array {
  if (!shape) return new Uint8Array(4);
  const positions = shape.parts.flat();
  if (shape.type === 1) {
    const bytes = new Uint8Array(20);
    const view = new DataView(bytes.buffer);
    view.setInt32(0, 1, true);
    view.setFloat64(4, positions[0]?.[0] ?? 0, true);
    view.setFloat64(12, positions[0]?.[1] ?? 0, true);
    return bytes;
  }
  const bytes = new Uint8Array(44 + 4 * shape.parts.length + 16 * positions.length);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, shape.type, true);
  view.setInt32(36, shape.parts.length, true);
  view.setInt32(40, positions.length, true);
  let first = 0;
  for (const [p, part] of shape.parts.entries()) {
    view.setInt32(44 + 4 * p, first, true);
    first += part.length;
  }
  for (const [i, [x = 0, y = 0]] of positions.entries()) {
    view.setFloat64(44 + 4 * shape.parts.length + 16 * i, x, true);
    view.setFloat64(52 + 4 * shape.parts.length + 16 * i, y, true);
  }
  return bytes;
}

export function zipped(files: Readonly<Record<string, Uint8Array>>): Bytes {
  return zipSync(files as Record<string, Uint8Array>) as Bytes;
}

/** A square, clockwise as outer rings are; turned it is a hole. */
export function square(x: number, y: number, size: number): number[][] {
  return [
    [x, y],
    [x, y + size],
    [x + size, y + size],
    [x + size, y],
    [x, y],
  ];
}
