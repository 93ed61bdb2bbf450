import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "./repository-files.ts";

it("the README explains every key of the address", () => {
  const code = readFileSync(join(ROOT, "src/state/address.ts"), "utf8");
  const keys = [...code.matchAll(/\bput\("(\w+)"/g)].map(([, key]) => key);
  expect(keys).toEqual(expect.arrayContaining(["data", "sozialraum", "sites", "cells"]));
  const readme = readFileSync(join(ROOT, "README.md"), "utf8");
  expect(keys.filter((key) => !readme.includes(`\`${key}\``))).toEqual([]);
});
