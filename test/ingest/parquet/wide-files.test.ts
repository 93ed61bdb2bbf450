import { parquetWriteBuffer } from "hyparquet-writer";
import { expect, it } from "vitest";
import { parquetFormat } from "../../../src/ingest/parquet/parquet-format.ts";

it("a Parquet file of 3,000 columns is read, and one of 5,001 is refused with the limit", async () => {
  const wide = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ name: `m${i}`, data: [i, i + 0.5], type: "DOUBLE" as const }));
  const read = (columnData: Parameters<typeof parquetWriteBuffer>[0]["columnData"]) =>
    parquetFormat.read(new Uint8Array(parquetWriteBuffer({ columnData, statistics: false })), {
      ...{ source: "a.parquet", listSeparator: ";" },
    });
  const table = await read(wide(3000));
  expect([table.columns.length, table.columns[2999]?.texts[1]]).toEqual([3000, "2999.5"]);
  expect((await read(wide(5001))).issues[0]?.context).toEqual({ reason: "too-many-columns", detail: "5000" });
});
