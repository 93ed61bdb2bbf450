import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { pathsInMarkdown } from "./readme-paths.ts";
import { ROOT, repositoryFiles } from "./repository-files.ts";

const readmes = repositoryFiles().filter((path) => /(^|\/)README\.md$/.test(path));

function missingPaths(readme: string, text: string): string[] {
  return pathsInMarkdown(text).filter((path) => {
    const candidates = [resolve(ROOT, dirname(readme), path), resolve(ROOT, path)];
    // What stands beside the repository is not ours to promise.
    if (candidates.every((candidate) => relative(ROOT, candidate).startsWith(".."))) return false;
    return !candidates.some((candidate) => existsSync(candidate));
  });
}

describe("paths in README files", () => {
  it("there are README files that name paths", () => {
    expect(readmes).toContain("README.md");
    expect(readmes.flatMap((path) => pathsInMarkdown(readFileSync(join(ROOT, path), "utf8"))).length).toBeGreaterThan(
      5,
    );
  });

  it.each(readmes)("every path that %s names exists", (readme) => {
    expect(missingPaths(readme, readFileSync(join(ROOT, readme), "utf8"))).toEqual([]);
  });

  it("a path that is gone is reported, whether quoted, linked or shown as a picture", () => {
    const text =
      "See `src/gone.ts`, [the other](data/gone.md#part), ![](gone.png) and `src/`, `npm start`, `a/b`, [x](https://x.de).";
    expect(missingPaths("README.md", text)).toEqual(["data/gone.md", "gone.png", "src/gone.ts"]);
  });
});
