import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ColumnSource, parquetWriteBuffer } from "hyparquet-writer";
import send from "send";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { usualChoice } from "../../../src/domain/layer-choice.ts";
import type { LoadProgress, ServerFailure, ServerLayer } from "../../../src/domain/server.ts";
import { serverFailureText } from "../../../src/i18n/server-failure-text.ts";
import { fileParts } from "../../../src/ingest/parquet/file-parts.ts";
import { firstRows } from "../../../src/ingest/parquet/first-rows.ts";
import { parquetFormat } from "../../../src/ingest/parquet/parquet-format.ts";
import { loadLayer, previewFile } from "../../../src/ingest/server/load-layer.ts";
import { type PageInput, readPage } from "../../../src/ingest/server/read-page.ts";
import { ask, connectionTo, failureOf } from "./asking.ts";
import { oddServer } from "./odd-server.ts";

const ROWS = 40_000;
const rows = <T>(value: (row: number) => T) => Array.from({ length: ROWS }, (_, row) => value(row));
/** Badly packed, so that the file is larger than what is asked for at once. */
const noise = (row: number) => Math.sin(row * 12.9898) * 43758.5453;
const COLUMNS: ColumnSource[] = [
  { name: "schlüssel", data: rows((row) => `${row}`.padStart(8, "0")), type: "STRING", encoding: "PLAIN" },
  { name: "wert", data: rows((row) => (row === 1 ? null : noise(row))), type: "DOUBLE" },
  { name: "ort", data: rows((row) => ({ type: "Point", coordinates: [9 + noise(row) / 1e6, 54] })), type: "GEOMETRY" },
  { name: "rest", data: rows((row) => noise(row + 0.5)), type: "DOUBLE" },
];
const GEO = JSON.stringify({
  version: "1.1.0",
  primary_column: "ort",
  columns: { ort: { encoding: "WKB", geometry_types: ["Point"], crs: { id: { authority: "EPSG", code: 4258 } } } },
});
const READERS = { firstRows, fileParts };

let folder: string;
let bytes: Buffer;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "parquet-"));
  const kvMetadata = [{ key: "geo", value: GEO }];
  bytes = Buffer.from(
    parquetWriteBuffer({
      columnData: COLUMNS,
      kvMetadata,
      rowGroupSize: 25_000,
      pageSize: 50_000,
      codec: "UNCOMPRESSED",
    }),
  );
  writeFileSync(join(folder, "werte.parquet"), bytes);
  writeFileSync(join(folder, "kaputt.parquet"), bytes.subarray(0, -3));
});
afterAll(() => rmSync(folder, { recursive: true }));

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A server of files that does ranges, or does not; `seen` are the ranges it gave. */
async function fileServer({ acceptRanges = true, until = Number.POSITIVE_INFINITY } = {}) {
  const seen: [from: number, to: number][] = [];
  const server = await oddServer((request, response, url) => {
    const [, from, to] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? "") ?? [];
    const isGiven = acceptRanges && seen.length < until;
    if (from !== undefined && isGiven) seen.push([Number(from), Number(to) + 1]);
    send(request, url.pathname, { root: folder, acceptRanges: isGiven }).pipe(response);
  });
  closing.push(server.close);
  const { connection, requests } = connectionTo([server.origin]);
  return { ...server, seen, connection, requests, at: (name: string) => `${server.origin}/${name}` };
}

async function asked(server: Awaited<ReturnType<typeof fileServer>>, signal = new AbortController().signal) {
  const service = await ask(server.at("werte.parquet"), server.connection, signal);
  const layer = service.layers[0] as ServerLayer;
  const question = { service, layer, choice: usualChoice(service, layer), signal, connection: server.connection };
  return { layer, question: { ...question, parquet: READERS, readPage: async (input: PageInput) => readPage(input) } };
}

const contentOf = async (file: Blob) =>
  parquetFormat.read(new Uint8Array(await file.arrayBuffer()), { source: "werte.parquet", listSeparator: ";" });

describe("a Parquet file at an address of the city", () => {
  it("tells rows, columns and system by its end, and its first rows by the pages that hold them", async () => {
    const server = await fileServer();
    const { layer, question } = await asked(server);
    expect(layer).toMatchObject({
      ...{ count: ROWS, bytes: bytes.length, isRanged: true, geometry: "ort", systems: ["EPSG:4258"] },
      columns: ["schlüssel", "wert", "ort", "rest"],
    });
    const preview = await previewFile(question);
    expect(preview?.columns).toEqual(["schlüssel", "wert", "rest"]);
    expect(preview?.rows.map(([key]) => key)).toEqual([0, 1, 2, 3, 4, 5].map((row) => `0000000${row}`));
    expect(preview?.rows[1]?.[1]).toBe("");
    expect(Number(preview?.rows[2]?.[2])).toBe(noise(2.5));
    // The end, and the first page of each column: a small part of the whole; each request is in the list.
    const read = server.seen.reduce((sum, [from, to]) => sum + to - from, 0);
    expect(read).toBeLessThan(bytes.length / 5);
    expect(server.requests.map(({ method, status }) => [method, status])).toEqual([
      ["HEAD", 200],
      ...server.seen.map(() => ["GET", 206]),
    ]);
    expect(server.requests.reduce((sum, request) => sum + request.bytes, 0)).toBe(read);
  });

  it("comes by ranges with its progress, byte by byte as it is there", async () => {
    const server = await fileServer();
    const { question } = await asked(server);
    const told: LoadProgress[] = [];
    const { file, outcome } = await loadLayer({ ...question, onProgress: (progress) => told.push(progress) });
    expect(Buffer.from(await file.arrayBuffer()).equals(bytes)).toBe(true);
    const inParts = bytes.length - 65_536;
    expect(told.at(-1)).toMatchObject({ bytes: inParts, ofBytes: inParts, pages: outcome.pages });
    expect(told.every(({ bytes: now }, i) => now >= (told[i - 1]?.bytes ?? 0))).toBe(true);
    // Nothing is asked for twice.
    expect(server.seen.reduce((sum, [from, to]) => sum + to - from, 0)).toBe(bytes.length);
  });

  it("of which some columns are chosen is a file of these: only their bytes are asked for", async () => {
    const server = await fileServer();
    const { question } = await asked(server);
    const columns = ["rest", "ort"];
    const { file } = await loadLayer({ ...question, columns, onProgress: () => {} });
    const [some, all] = [await contentOf(file), await contentOf(new Blob([Uint8Array.from(bytes)]))];
    expect([some.rowCount, some.issues, some.crs]).toEqual([ROWS, [], "EPSG:4258"]);
    expect(some.columns.map(({ name }) => name)).toEqual(["rest"]);
    expect(some.columns[0]?.texts).toEqual(all.columns[2]?.texts);
    expect(some.geometries).toEqual(all.geometries);
    const withoutPlaces = await loadLayer({ ...question, columns: ["wert"], onProgress: () => {} });
    const [only] = (await contentOf(withoutPlaces.file)).columns;
    expect([only?.name, only?.texts[1], only?.texts[7]]).toEqual(["wert", "", String(noise(7))]);
    expect(withoutPlaces.outcome.bytes).toBeLessThan(bytes.length / 3);
  });

  it("comes at once from a server that gives no parts, or gives them no more", async () => {
    const whole = await fileServer({ acceptRanges: false });
    const first = await asked(whole);
    expect(first.layer).toMatchObject({ bytes: bytes.length, isRanged: false, systems: [] });
    expect(await previewFile(first.question)).toBeUndefined();
    const { file } = await loadLayer({ ...first.question, onProgress: () => {} });
    expect(Buffer.from(await file.arrayBuffer()).equals(bytes)).toBe(true);
    const tired = await fileServer({ until: 1 });
    const second = await asked(tired);
    const loaded = await loadLayer({ ...second.question, columns: ["wert"], onProgress: () => {} });
    expect(Buffer.from(await loaded.file.arrayBuffer()).equals(bytes)).toBe(true);
    expect(tired.seen.length).toBe(1);
  });

  it("can be called off between two parts, and is refused with its reason when it is broken or too large", async () => {
    const server = await fileServer();
    const calling = new AbortController();
    const { question } = await asked(server, calling.signal);
    const loading = loadLayer({
      ...question,
      onProgress: ({ bytes: now }) => now > 0 && calling.abort(new Error("called off")),
    });
    await expect(loading).rejects.toThrow("called off");
    expect(server.requests.at(-1)).toMatchObject({ state: "failed" });
    const again = await asked(await fileServer());
    const tooLarge = loadLayer({ ...again.question, mostBytes: 100_000, onProgress: () => {} });
    expect(await failureOf(tooLarge)).toMatchObject({ reason: "too-large" });
    const broken = await fileServer();
    const failure = (await failureOf(ask(broken.at("kaputt.parquet"), broken.connection))) as ServerFailure;
    expect(failure).toMatchObject({ reason: "broken-answer", detail: "truncated" });
    expect(serverFailureText(failure, "de", "").what).toMatch(/ist fehlerhaft \(sie bricht mittendrin ab\)\.$/);
    const foreign = await fileServer();
    expect(
      await failureOf(ask(foreign.at("werte.parquet"), connectionTo(["https://stadt.example"]).connection)),
    ).toMatchObject({
      reason: "host-not-allowed",
    });
    expect(foreign.asked).toEqual([]);
  });
});
