import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { thirdPartyLibraries, thirdPartyNotices } from "../../data/third-party-licences.mjs";

const { dependencies } = JSON.parse(
  readFileSync(fileURLToPath(new URL("../../package.json", import.meta.url)), "utf8"),
) as { dependencies: Record<string, string> };

const USUAL = /^\(?(MIT|ISC|0BSD|BSD-[23]-Clause|BDS-3-Clause|Apache-2\.0|Unlicense|OFL-1\.1|MIT OR Apache-2\.0)\)?$/;

describe("the notices of third parties", () => {
  const libraries = thirdPartyLibraries();
  const notices = thirdPartyNotices();

  test("name every dependency in its version, with its licence", () => {
    expect(Object.keys(dependencies).length).toBeGreaterThan(20);
    for (const [name, version] of Object.entries(dependencies)) expect(notices).toContain(`\n${name} ${version} – `);
  });

  test("name what dependencies rest on, too, and no package of types alone", () => {
    const names = libraries.map(({ name }) => name);
    // Bundled into workers only, into MapLibre, into the PDF writer.
    for (const name of ["apache-arrow", "flatbuffers", "suncalc", "earcut", "fontkit", "react-aria"]) {
      expect(names).toContain(name);
    }
    expect(names.filter((name) => name.startsWith("@types/"))).toEqual([]);
  });

  test("hold the text of each licence, with its copyright", () => {
    for (const text of new Set(libraries.map((library) => library.text))) {
      if (text) expect(notices, text.slice(0, 80)).toContain(text);
    }
    expect(libraries.filter(({ text }) => text === "").length).toBeLessThan(16);
    expect(notices).toMatch(/Copyright .*MapLibre/);
  });

  test("tell of every licence that is not one of the usual ones that only ask for their notice", () => {
    const others = libraries.filter(({ licence }) => !USUAL.test(licence));
    expect(others.map(({ name, licence }) => [name, licence])).toEqual([
      // MIT by its repository; a part of MapLibre's tools, not of what is built.
      ["@mapbox/jsonlint-lines-primitives", "as its text says"],
      // EDL 1.0 is the BSD licence of Eclipse.
      ["@turf/jsts", "(EDL-1.0 OR EPL-1.0)"],
      ["arc", "BSD"],
      // Ours, and an older one beneath Turf.
      ["jsts", "(EDL-1.0 OR EPL-1.0)"],
      ["jsts", "(EDL-1.0 OR EPL-1.0)"],
      // A file of its own that can be replaced: licences/opening_hours.
      ["opening_hours", "LGPL-3.0-only"],
      ["png-js", "as its text says"],
      ["suncalc", "as its text says"],
    ]);
  });
});
