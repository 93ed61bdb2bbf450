import { zlibSync } from "fflate";
import { PbfWriter } from "pbf";

/** Extracts written message by message, for what osmium does not write: odd granularities, ways before nodes, broken blocks. */

export interface WrittenNode {
  readonly id: number;
  /** In units of the granularity. */
  readonly lon: number;
  readonly lat: number;
}

export interface WrittenWay {
  readonly refs: readonly number[];
  readonly tags: Readonly<Record<string, string>>;
}

export interface WrittenBlock {
  readonly nodes?: readonly WrittenNode[];
  readonly ways?: readonly WrittenWay[];
  readonly plain?: boolean;
  readonly granularity?: number;
  readonly lonOffset?: number;
  readonly latOffset?: number;
}

function message(write: (writer: PbfWriter) => void): Uint8Array {
  const writer = new PbfWriter();
  write(writer);
  return writer.finish().slice();
}

const differences = (values: readonly number[]) => values.map((value, i) => value - (values[i - 1] ?? 0));

/** One block of the file: length, BlobHeader, Blob. `blobField` 1 = raw, 3 = zlib, others as they are. */
export function fileBlock(type: string, content: Uint8Array, blobField = 3): Uint8Array<ArrayBuffer> {
  const blob = message((writer) => {
    if (blobField === 3) writer.writeVarintField(2, content.length);
    writer.writeBytesField(blobField, blobField === 3 ? zlibSync(content) : content);
  });
  const header = message((writer) => {
    writer.writeStringField(1, type);
    writer.writeVarintField(3, blob.length);
  });
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, header.length);
  return joined([length, header, blob]);
}

export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export function headerBlock(options: { required?: readonly string[]; sorted?: boolean; seconds?: number } = {}) {
  const content = message((writer) => {
    for (const feature of options.required ?? ["OsmSchema-V0.6", "DenseNodes"]) writer.writeStringField(4, feature);
    if (options.sorted) writer.writeStringField(5, "Sort.Type_then_ID");
    if (options.seconds !== undefined) writer.writeVarintField(32, options.seconds);
  });
  return fileBlock("OSMHeader", content);
}

export function dataBlock(block: WrittenBlock, blobField = 3): Uint8Array<ArrayBuffer> {
  const strings = ["", ...(block.ways ?? []).flatMap(({ tags }) => Object.entries(tags).flat())];
  const content = message((writer) => {
    writer.writeBytesField(
      1,
      message((table) => {
        for (const text of strings) table.writeBytesField(1, new TextEncoder().encode(text));
      }),
    );
    writer.writeBytesField(
      2,
      message((group) => writeGroup(group, block, strings)),
    );
    if (block.granularity !== undefined) writer.writeVarintField(17, block.granularity);
    if (block.latOffset !== undefined) writer.writeVarintField(19, block.latOffset);
    if (block.lonOffset !== undefined) writer.writeVarintField(20, block.lonOffset);
  });
  return fileBlock("OSMData", content, blobField);
}

function writeGroup(group: PbfWriter, { nodes = [], ways = [], plain }: WrittenBlock, strings: readonly string[]) {
  if (plain) {
    for (const node of nodes) {
      group.writeBytesField(
        1,
        message((writer) => {
          writer.writeSVarintField(1, node.id);
          writer.writeSVarintField(8, node.lat);
          writer.writeSVarintField(9, node.lon);
        }),
      );
    }
  } else if (nodes.length > 0) {
    group.writeBytesField(
      2,
      message((writer) => {
        writer.writePackedSVarint(1, differences(nodes.map(({ id }) => id)));
        writer.writePackedSVarint(8, differences(nodes.map(({ lat }) => lat)));
        writer.writePackedSVarint(9, differences(nodes.map(({ lon }) => lon)));
      }),
    );
  }
  for (const [i, { refs, tags }] of ways.entries()) {
    group.writeBytesField(
      3,
      message((writer) => {
        writer.writeVarintField(1, i + 1);
        writer.writePackedVarint(
          2,
          Object.keys(tags).map((key) => strings.indexOf(key)),
        );
        writer.writePackedVarint(
          3,
          Object.values(tags).map((value) => strings.indexOf(value)),
        );
        writer.writePackedSVarint(8, differences(refs));
      }),
    );
  }
}
