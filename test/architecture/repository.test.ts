import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT, repositoryFiles } from "./repository-files.ts";

const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");

/** Absolute paths below folders where people and machines keep their work. Spelt so that this file is not one of them. */
const MACHINE_PATH = /(?<![\w.)}$*-])(\/(work|root|tmp|home|Users)\/[\w.]|[A-Z]:\\Users\\)/;

const TEXT = /\.(ts|tsx|mjs|js|json|md|html|css|yml|yaml|svg)$|(^|\/)\.[\w-]+$|^\.ci\//;

describe("the repository", () => {
  const files = repositoryFiles().filter((path) => TEXT.test(path) && !path.startsWith("data/modellstadt/"));

  it("names no path of anyone's machine", () => {
    expect(files.length).toBeGreaterThan(60);
    const found = files.filter(
      (path) => path !== "test/architecture/repository.test.ts" && MACHINE_PATH.test(read(path)),
    );
    expect(found).toEqual([]);
  });

  it.each(["see /home/someone/x", "/tmp/out.png in quotes", "file:///root/app", "C:\\Users\\x"])(
    "would find %s",
    (text) => {
      expect(MACHINE_PATH.test(text)).toBe(true);
    },
  );

  it.each(["../work/runner.ts", "src/work/runner.ts", "https://example.org/home/x"])("does not mistake %s", (text) => {
    expect(MACHINE_PATH.test(text)).toBe(false);
  });

  it("pins every package to one exact version", () => {
    const { dependencies, devDependencies, overrides } = JSON.parse(read("package.json"));
    const versions = Object.entries({ ...dependencies, ...devDependencies, ...overrides });
    expect(versions.length).toBeGreaterThan(20);
    for (const [name, version] of versions) expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
  });

  it("locks every package with its checksum, to no registry but the public one", () => {
    const packages = Object.entries<{ resolved?: string; integrity?: string; link?: boolean }>(
      JSON.parse(read("package-lock.json")).packages,
    ).filter(([path]) => path !== "");
    expect(packages.length).toBeGreaterThan(100);
    for (const [path, { resolved, integrity }] of packages) {
      expect(integrity, path).toMatch(/^sha512-/);
      if (resolved !== undefined) expect(resolved, path).toMatch(/^https:\/\/registry\.npmjs\.org\//);
    }
  });

  it("locks the packages of every system, also those that a package needs on other machines only", () => {
    const { packages } = JSON.parse(read("package-lock.json"));
    expect(missingFromLock(packages)).toEqual([]);
    const { "node_modules/@biomejs/cli-win32-x64": _gone, ...rest } = packages;
    expect(missingFromLock(rest)).toEqual(["@biomejs/cli-win32-x64 for node_modules/@biomejs/biome"]);
  });

  it("lets no package run a script when it is installed", () => {
    expect(read(".npmrc").split("\n")).toContain("ignore-scripts=true");
  });

  it("asks for no newer Node than it says", () => {
    const newest = Object.entries<{ engines?: { node?: string }; optional?: boolean }>(
      JSON.parse(read("package-lock.json")).packages,
    ).filter(([, { engines, optional }]) => !optional && engines?.node && lowest(engines.node) > 20.19);
    expect(newest.map(([path]) => path)).toEqual([]);
  });
});

interface Locked {
  readonly dependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
}

/** `npm ci` refuses a lock that lacks what a package names; npm itself writes such a lock where a registry lacks it. */
function missingFromLock(packages: Readonly<Record<string, Locked>>): string[] {
  const isFound = (name: string, from: string): boolean => {
    if (`${from && `${from}/`}node_modules/${name}` in packages) return true;
    if (from === "") return false;
    return isFound(name, from.slice(0, Math.max(0, from.lastIndexOf("node_modules/") - 1)));
  };
  return Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !isFound(name, path))
      .map((name) => `${name} for ${path}`),
  );
}

/** The lowest Node of a range as major.minor, enough for ranges such as `^20.19.0 || >=22.12.0`. */
function lowest(range: string): number {
  const versions = range.split("||").map((part) => {
    const [, major = "0", minor = "0"] = /(\d+)(?:\.(\d+))?/.exec(part) ?? [];
    return Number(major) + Number(minor) / 100;
  });
  return Math.min(...versions);
}
