import { readFile } from "node:fs/promises";
import { expect } from "vitest";
import type { Actor } from "./stage.ts";

/** The table below the map, by the button of this name: the text behind the mark of its encoding. */
export async function downloadTable({ page }: Actor, button: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button, exact: true }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/\.csv$/);
  const bytes = await readFile(await file.path());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  return bytes.subarray(3).toString("utf8");
}

/** Cells of a file whose texts hold neither separators nor quotes. */
export function cellsOf(text: string, separator: string): string[][] {
  expect(text.endsWith("\r\n")).toBe(true);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  return text
    .slice(0, -2)
    .split("\r\n")
    .map((line) => line.split(separator));
}
