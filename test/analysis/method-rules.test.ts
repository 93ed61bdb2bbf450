import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { methodRules } from "../../src/i18n/method-rules.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const readme = readFileSync(`${root}src/analysis/README.md`, "utf8");
const rules = Object.entries(methodRules.de);

describe("method rules", () => {
  test("are the same, in the same words, in the README and in the app", () => {
    const headings = [...readme.matchAll(/^## (C\d+) · /gm)].map((match) => match[1]);
    expect(headings).toEqual(rules.map(([number]) => number));
    for (const [number, text] of rules) {
      const section = readme.slice(readme.indexOf(`## ${number} · `)).split("\n\n");
      expect(section[1]).toBe(text);
    }
  });

  test("are numbered without a hole, and exist in English under the same numbers", () => {
    expect(rules.map(([number]) => number)).toEqual(rules.map((_, k) => `C${k + 1}`));
    expect(Object.keys(methodRules.en)).toEqual(Object.keys(methodRules.de));
  });

  test("say in both languages which parts are our own choice", () => {
    const own = (texts: Readonly<Record<string, string>>, words: RegExp) =>
      Object.entries(texts).flatMap(([number, text]) => (words.test(text) ? [number] : []));
    expect(own(methodRules.en, /our own choice/)).toEqual(own(methodRules.de, /eigene Setzung/));
  });

  test("exist wherever code or provenance cites one", () => {
    const cited = readdirSync(`${root}src/`, { encoding: "utf8", recursive: true })
      .filter((name) => /\.tsx?$/.test(name))
      .flatMap((name) => [...readFileSync(`${root}src/${name}`, "utf8").matchAll(/(?:"|rules? )(C\d+)\b/g)])
      .map((match) => match[1]);
    expect(cited.length).toBeGreaterThan(30);
    expect(cited.filter((number) => !rules.some(([known]) => known === number))).toEqual([]);
  });

  test("are each proven by at least one test that names its number", () => {
    const folder = `${root}test/`;
    const tests = readdirSync(folder, { encoding: "utf8", recursive: true })
      .filter((name) => name.endsWith(".test.ts"))
      .map((name) => readFileSync(folder + name, "utf8"))
      .join("\n");
    for (const [number] of rules) expect(tests).toMatch(new RegExp(`(test|describe)(\\.\\w+)*\\("${number}: `));
  });
});
