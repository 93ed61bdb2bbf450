import { brotliCompressSync, gzipSync } from "node:zlib";
import { parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, it } from "vitest";
import { checkSnappy } from "../../../src/ingest/parquet/check-snappy.ts";
import { checkDeltas } from "../../../src/ingest/parquet/delta-end.ts";
import { walkRuns } from "../../../src/ingest/parquet/level-runs.ts";
import { parquetFormat } from "../../../src/ingest/parquet/parquet-format.ts";
import { thriftEnd } from "../../../src/ingest/parquet/thrift-end.ts";
import { unpackPage } from "../../../src/ingest/parquet/unpack-page.ts";

const OPTIONS = { source: "a.parquet", listSeparator: ";" };
const ROWS = 300;
const rows = <T>(value: (row: number) => T) => Array.from({ length: ROWS }, (_, row) => value(row));
const gaps = <T>(value: (row: number) => T) => rows((row) => (row % 7 === 3 ? null : value(row)));

/** 120 lines, packed at the highest level. */
const ZSTD_SAMPLE =
  "KLUv/WB1B4UHACLPIRTQFw4oAKzLyjqudqSUSaYksSWKEb/SUKiWbs5OeUrzzy/NeRToO2nes0+rpzw17JyuFYqln321TyCj15iZ" +
  "Zs54Knn7zdP3yK6oWi2qK7LejVPzfyOp/NmYzGroJpCv5tm/0lColm7OzpRQHnrICqSdb+d6T0Onrx4SEAJlCYQAOYwkKYhkCICC" +
  "qCFEfv8MgCupPBFwhBNHGPj1PwP85KdNsSVEnXR4FNxaQL1aN2Nzbc1CMcSBpEzDhqtoUCQNGLEaBl6W0CuWe7UHf913F4fc1EbB" +
  "VseNAMtDM9cAYss2gAfXYjoAYMa12CS0Kg==";

/** A column for each way to write values down. */
const COLUMNS: Parameters<typeof parquetWriteBuffer>[0]["columnData"] = [
  { name: "plain", data: gaps((row) => `Straße ${row}`), type: "STRING", encoding: "PLAIN" },
  { name: "plain-bits", data: gaps((row) => row % 3 === 0), type: "BOOLEAN", encoding: "PLAIN" },
  { name: "dictionary", data: gaps((row) => `Stadtteil ${row % 13}`), type: "STRING", encoding: "RLE_DICTIONARY" },
  { name: "one", data: rows(() => "immer"), type: "STRING" },
  { name: "runs", data: gaps((row) => row % 50 < 25), type: "BOOLEAN", encoding: "RLE" },
  { name: "delta", data: rows((row) => (row * row) % 977), type: "INT32", encoding: "DELTA_BINARY_PACKED" },
  { name: "delta-64", data: gaps((row) => BigInt(row) ** 5n), type: "INT64", encoding: "DELTA_BINARY_PACKED" },
  { name: "lengths", data: gaps((row) => "wort".repeat(row % 4)), type: "STRING", encoding: "DELTA_LENGTH_BYTE_ARRAY" },
  { name: "prefixes", data: rows((row) => `a/${row >> 3}/${row}`), type: "STRING", encoding: "DELTA_BYTE_ARRAY" },
  { name: "split", data: gaps((row) => row / 3), type: "DOUBLE", encoding: "BYTE_STREAM_SPLIT" },
  { name: "place", data: gaps((row) => ({ type: "Point", coordinates: [9 + row / 1e3, 54] })), type: "GEOMETRY" },
];

/** Literals alone are as good an LZ4 as any. */
function lz4(bytes: Uint8Array): Uint8Array {
  const rest = bytes.length - 15;
  const head = rest < 0 ? [bytes.length << 4] : [0xf0, ...new Array(Math.floor(rest / 255)).fill(255), rest % 255];
  return Uint8Array.from([...head, ...bytes]);
}

function framed(bytes: Uint8Array): Uint8Array {
  const block = lz4(bytes);
  const head = new DataView(new ArrayBuffer(8));
  head.setUint32(0, bytes.length);
  head.setUint32(4, block.length);
  return Uint8Array.from([...new Uint8Array(head.buffer), ...block]);
}

/** One frame with one block that is not packed (RFC 8878). */
function zstd(bytes: Uint8Array): Uint8Array {
  const [size, block] = [new DataView(new ArrayBuffer(4)), (bytes.length << 3) | 1];
  size.setUint32(0, bytes.length, true);
  const head = [0x28, 0xb5, 0x2f, 0xfd, 0xa0, ...new Uint8Array(size.buffer)];
  return Uint8Array.from([...head, block & 255, (block >> 8) & 255, block >> 16, ...bytes]);
}

const CODECS = {
  UNCOMPRESSED: undefined,
  SNAPPY: undefined,
  GZIP: (bytes: Uint8Array) => new Uint8Array(gzipSync(bytes)),
  ZSTD: zstd,
  LZ4_RAW: lz4,
  LZ4: framed,
  BROTLI: (bytes: Uint8Array) => new Uint8Array(brotliCompressSync(bytes)),
} as const;

function written(codec: keyof typeof CODECS, pageSize = 1500): Uint8Array<ArrayBuffer> {
  const pack = CODECS[codec];
  const compressors = pack ? { [codec]: pack } : {};
  return new Uint8Array(parquetWriteBuffer({ columnData: COLUMNS, codec, compressors, pageSize, rowGroupSize: 200 }));
}

async function contentOf(bytes: Uint8Array<ArrayBuffer>) {
  const { columns, geometries, issues } = await parquetFormat.read(bytes, OPTIONS);
  expect(issues).toEqual([]);
  return { cells: columns.map(({ name, texts }) => [name, ...texts]), geometries };
}

/** What a step of the look before reading says to bytes of ours. */
function refuses(look: () => unknown) {
  expect(look).toThrow(/broken/);
}

describe("packed pages of a Parquet file", () => {
  it("give the same rows however their values are written down and packed, in small pages and large", async () => {
    const plain = await contentOf(written("UNCOMPRESSED"));
    expect(plain.cells.map(([name, first, , , fourth]) => [name, first, fourth])).toEqual([
      ["plain", "Straße 0", ""],
      ["plain-bits", "true", ""],
      ["dictionary", "Stadtteil 0", ""],
      ["one", "immer", "immer"],
      ["runs", "true", ""],
      ["delta", "0", "9"],
      ["delta-64", "0", ""],
      ["lengths", "", ""],
      ["prefixes", "a/0/0", "a/0/3"],
      ["split", "0", ""],
    ]);
    expect(plain.cells[6]?.at(-1)).toBe(String(299n ** 5n));
    expect(plain.geometries?.slice(2, 4)).toEqual([{ type: "Point", coordinates: [9.002, 54] }, null]);
    for (const codec of ["SNAPPY", "GZIP", "ZSTD", "LZ4_RAW", "LZ4"] as const) {
      expect(await contentOf(written(codec))).toEqual(plain);
    }
    expect(await contentOf(written("SNAPPY", 1 << 20))).toEqual(plain);
  });

  it("by Brotli are read where the browser unpacks it, and refused by name where it does not", async () => {
    const { rowCount, issues } = await parquetFormat.read(written("BROTLI"), OPTIONS);
    const canUnpack = (() => {
      try {
        return new DecompressionStream("brotli" as CompressionFormat) !== undefined;
      } catch {
        return false;
      }
    })();
    expect(rowCount).toBe(canUnpack ? ROWS : 0);
    expect(issues.map(({ context }) => context)).toEqual(
      canUnpack ? [] : [{ reason: "compression", detail: "BROTLI" }],
    );
  });

  it("by Zstandard are unpacked as its own tool packed them, and not believed when a frame asks for more", async () => {
    const text = Array.from({ length: 120 }, (_, i) => `Stadtteil ${i % 13} · ${(i * i) % 97}`).join("\n");
    const bytes = new TextEncoder().encode(text);
    const packed = Uint8Array.from(atob(ZSTD_SAMPLE), (letter) => letter.charCodeAt(0));
    expect(new TextDecoder().decode(await unpackPage(packed, bytes.length, "ZSTD"))).toBe(text);
    await expect(unpackPage(packed, bytes.length + 1, "ZSTD")).rejects.toThrow(/broken/);
    // One block of a few bytes with 98,303 copies of 131,074 bytes each, and no end of what was copied.
    const copies = [0x20, 1, 2, 3, 4, 255, 255, 255, 0x54, 35, 0, 52, 1, 1, 1, 1];
    const head = (copies.length << 3) | 5;
    const greedy = [0x28, 0xb5, 0x2f, 0xfd, 0x80, 0x38, 0, 0, 2, 0, head & 255, head >> 8, 0, ...copies];
    await expect(unpackPage(Uint8Array.from(greedy), 131_072, "ZSTD")).rejects.toThrow(/broken/);
    for (let at = 0; at < packed.length; at++) {
      const broken = packed.slice();
      broken[at] = 0xff ^ (broken[at] as number);
      await unpackPage(broken, bytes.length, "ZSTD").then(
        (page) => expect(page.length).toBe(bytes.length),
        (error) => expect(error).toMatchObject({ reason: "broken" }),
      );
    }
  });

  it("whose lengths go backwards, run on or promise the impossible are refused at once", async () => {
    // A literal of Snappy with 2^32 - 8 letters would be added as a negative number.
    const backwards = Uint8Array.from([100, 0xfc, 0xf7, 0xff, 0xff, 0xff, 1, 2, 3]);
    refuses(() => checkSnappy(backwards, 100));
    await expect(unpackPage(backwards, 100, "SNAPPY")).rejects.toThrow(/broken/);
    // Blocks of Hadoop's LZ4 whose length is -8 lead back to themselves.
    const circle = Uint8Array.from([0, 0, 0, 0, 0xff, 0xff, 0xff, 0xf8, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    await expect(unpackPage(circle, 100, "LZ4")).rejects.toThrow(/broken/);
    // Nothing is unpacked that a few bytes cannot hold.
    for (const codec of ["SNAPPY", "GZIP", "LZ4", "LZ4_RAW"] as const)
      await expect(unpackPage(new Uint8Array(20), 1e9, codec)).rejects.toThrow(/broken/);
    // Two billion equal levels; packed ones by a negative count; numbers without end; more than the page has.
    refuses(() => walkRuns(Uint8Array.from([0xfe, 0xff, 0xff, 0xff, 0x0f, 1]), 0, 1, 100));
    refuses(() => walkRuns(Uint8Array.from([0xff, 0xff, 0xff, 0xff, 0x0f, 1]), 0, 0, 100));
    refuses(() => walkRuns(new Uint8Array(1000).fill(0x80), 0, 1, 100));
    refuses(() => walkRuns(Uint8Array.from([0x07, 0xaa]), 0, 8, 20));
    // A block of no numbers, one of no parts, a negative one, and bits beyond the width of the numbers.
    refuses(() => checkDeltas(Uint8Array.from([0, 4, 9, 0, 0, 0, 0, 0, 0]), 0, 9, 64));
    refuses(() => checkDeltas(Uint8Array.from([0x80, 1, 0, 9, 0, 0, 0]), 0, 9, 64));
    refuses(() => checkDeltas(Uint8Array.from([0x80, 0xff, 0xff, 0xff, 0x0f, 4, 9, 0, 0, 0, 0, 0, 0]), 0, 9, 64));
    refuses(() => checkDeltas(Uint8Array.from([0x80, 1, 4, 9, 0, 0, 65, 0, 0, 0, ...new Uint8Array(600)]), 0, 9, 64));
    // A number of a megabyte, a list of two billion, structures in one another.
    const thrift = (bytes: Uint8Array) => () => thriftEnd(new DataView(bytes.buffer), 0);
    refuses(thrift(new Uint8Array(1e6).fill(0x86)));
    refuses(thrift(Uint8Array.from([0x19, 0xfc, 0xff, 0xff, 0xff, 0xff, 0x07, 0, 0])));
    refuses(thrift(new Uint8Array(1e6).fill(0x1c)));
  });

  it("with an index that the dictionary does not have are refused: the cell would be empty without a word", async () => {
    const columnData = [{ name: "a", data: rows((row) => `wert ${row % 5}`), type: "STRING" as const }];
    const bytes = new Uint8Array(parquetWriteBuffer({ columnData, codec: "UNCOMPRESSED" }));
    let changed = 0;
    const outcomes = new Set<string>();
    for (let at = 60; at < 240; at++) {
      const broken = bytes.slice();
      broken[at] = 0xff;
      const table = await parquetFormat.read(broken, OPTIONS);
      if (table.rowCount === 0) outcomes.add(table.issues[0]?.code ?? "silent");
      else if (table.columns[0]?.texts.includes("")) outcomes.add("empty");
      else changed++;
    }
    expect([...outcomes]).toEqual(["resource-unreadable"]);
    expect(changed).toBeLessThan(100);
  });

  it("flipped anywhere give rows or the reason why not, in every encoding and packing", async () => {
    for (const codec of ["UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD", "LZ4"] as const) {
      const whole = written(codec, 2000);
      for (let at = 3; at < whole.length; at += Math.ceil(whole.length / 20)) {
        const broken = whole.slice();
        broken[at] = at % 2 ? (broken[at] as number) ^ (1 << (at % 8)) : 0xff;
        const { rowCount, issues } = await parquetFormat.read(broken, OPTIONS);
        expect(rowCount === ROWS || issues[0]?.code === "resource-unreadable").toBe(true);
      }
    }
  });
});
