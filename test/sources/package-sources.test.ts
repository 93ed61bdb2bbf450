import { strToU8, zipSync } from "fflate";
import { afterEach, describe, expect, it, vi } from "vitest";
import { collectChosen, onlyZip, packageFromDropped } from "../../src/sources/dropped-folder.ts";
import { packageFromFiles } from "../../src/sources/package-from-files.ts";
import { locateResource, readResourceBytes } from "../../src/sources/read-resource-bytes.ts";
import { safeResourcePath } from "../../src/sources/resource-path.ts";
import { readZip } from "../../src/sources/zip.ts";

const signal = new AbortController().signal;
const URL_SOURCE = { kind: "url", descriptor: "https://city.example/data/berlin/datapackage.json?v=1" } as const;

function zipOf(files: Record<string, string>): Blob {
  const entries = Object.entries(files).map(([path, text]) => [path, strToU8(text)]);
  return new Blob([zipSync(Object.fromEntries(entries)) as Uint8Array<ArrayBuffer>]);
}

function pathsOf(found: ReturnType<typeof packageFromFiles>): string[] {
  return "source" in found && found.source.kind === "files" ? Object.keys(found.source.files).sort() : [];
}

describe("paths of resources", () => {
  it.each([
    "../secret.csv",
    "a/../../b.csv",
    "/etc/passwd",
    "C:\\data.csv",
    "a\\..\\b",
    "https://other.example/x.csv",
    "//other.example/x",
    "",
    "a//b",
    "~/x",
    "x\u0000.csv",
    "data:text/csv,a",
    "..",
  ])("never leave the folder: %j is refused", (path) => {
    expect(safeResourcePath(path)).toBeUndefined();
    const found = locateResource(URL_SOURCE, path);
    expect("issue" in found && found.issue.code).toBe("resource-path-unsafe");
  });

  it("mean files: characters with a meaning in addresses stand for themselves", () => {
    const href = (path: string) => {
      const found = locateResource(URL_SOURCE, path);
      return "url" in found ? found.url : "";
    };
    expect(href("a b/c#1.csv")).toBe("https://city.example/data/berlin/a%20b/c%231.csv");
    expect(href("./100%.csv?x")).toBe("https://city.example/data/berlin/100%25.csv%3Fx");
    expect(href("%2e%2e/x.csv")).toBe("https://city.example/data/berlin/%252e%252e/x.csv");
  });
});

describe("resources at an address", () => {
  afterEach(() => void vi.unstubAllGlobals());
  const answer = (response: Response | Error) =>
    vi.stubGlobal("fetch", () => (response instanceof Error ? Promise.reject(response) : Promise.resolve(response)));

  it.each([
    ["a file that is not there", new Response("", { status: 404 }), "resource-missing"],
    ["a server that is down", new Response("", { status: 503 }), "resource-unreadable"],
    [
      "a start page instead of the file",
      new Response("<html>", { headers: { "content-type": "text/html" } }),
      "resource-missing",
    ],
    ["no connection", new TypeError("Failed to fetch"), "resource-unreadable"],
  ])("become an issue with its reason: %s", async (_, response, code) => {
    answer(response);
    const read = await readResourceBytes(URL_SOURCE, "x.csv", signal);
    expect("issue" in read && read.issue).toMatchObject({ code, source: "x.csv", severity: "error" });
  });

  it("throw when the reading was aborted, instead of telling an issue", async () => {
    const controller = new AbortController();
    controller.abort(new Error("aborted by the user"));
    await expect(readResourceBytes(URL_SOURCE, "x.csv", controller.signal)).rejects.toThrow("aborted by the user");
  });
});

describe("dropped files", () => {
  it("find the folder that holds datapackage.json, the one nearest to the top, and leave out what lies beside it", () => {
    const file = new Blob(["x"]);
    const found = packageFromFiles(
      [
        ["city/data/datapackage.json", file],
        ["city/data/areas.geojson", file],
        ["city/data/old/datapackage.json", file],
        ["city/readme.txt", file],
        ["city/data/../../escape.csv", file],
      ],
      "city",
    );
    expect(pathsOf(found)).toEqual(["areas.geojson", "datapackage.json", "old/datapackage.json"]);
  });

  it("without datapackage.json are refused with the reason", () => {
    const found = packageFromFiles([["a.csv", new Blob()]], "folder");
    expect("issue" in found && found.issue).toMatchObject({ code: "package-without-descriptor", source: "folder" });
  });

  it("may have names as macOS gives them, in decomposed letters", async () => {
    const found = packageFromFiles(
      [
        ["datapackage.json", new Blob()],
        ["Stra\u00dfen u\u0308ber.csv", new Blob(["x"])],
      ],
      "folder",
    );
    if (!("source" in found)) throw new Error("refused");
    expect(await readResourceBytes(found.source, "Stra\u00dfen \u00fcber.csv", signal)).toHaveProperty("bytes");
  });

  it("may be called __proto__ and stay files", async () => {
    const files = new Map([
      ["datapackage.json", new Blob()],
      ["__proto__", new Blob(["x"])],
    ]);
    const found = packageFromFiles(files, "folder");
    if (!("source" in found)) throw new Error("refused");
    expect(await readResourceBytes(found.source, "__proto__", signal)).toHaveProperty("bytes");
    expect(await readResourceBytes(found.source, "constructor", signal)).toMatchObject({
      issue: { code: "resource-missing" },
    });
  });

  it("from a file input keep their folder, and a zip alone is recognised as one", () => {
    const file = (name: string, path = "") => Object.assign(new File(["{}"], name), { webkitRelativePath: path });
    const chosen = collectChosen([file("datapackage.json", "city/datapackage.json"), file("a.csv", "city/a.csv")]);
    expect(chosen.label).toBe("city");
    expect(pathsOf(packageFromDropped(chosen))).toEqual(["a.csv", "datapackage.json"]);
    expect(onlyZip(chosen)).toBeUndefined();
    expect(onlyZip(collectChosen([file("city.ZIP")]))?.name).toBe("city.ZIP");
  });

  it("by the thousands are refused: somebody dropped a whole disk", () => {
    const many = Array.from({ length: 5001 }, (_, i) => new File(["x"], `${i}.csv`));
    const found = packageFromDropped(collectChosen(many));
    expect("issue" in found && found.issue.code).toBe("package-too-large");
  });
});

describe("zipped packages", () => {
  it("open with and without a folder around them, without the litter of macOS", async () => {
    const plain = await readZip(zipOf({ "datapackage.json": "{}", "data/a.csv": "x" }), "a.zip");
    const wrapped = await readZip(
      zipOf({
        "city/datapackage.json": "{}",
        "city/data/a.csv": "x",
        "__MACOSX/city/._a.csv": "x",
        "city/.DS_Store": "",
      }),
      "b.zip",
    );
    expect(pathsOf(plain)).toEqual(["data/a.csv", "datapackage.json"]);
    expect(pathsOf(wrapped)).toEqual(["data/a.csv", "datapackage.json"]);
  });

  it("never unpack more than the bound, neither bytes nor files", async () => {
    const bomb = zipOf({ "datapackage.json": "{}", "zeros.csv": "0".repeat(100_000) });
    const tooLarge = await readZip(bomb, "bomb.zip", { bytes: 50_000, files: 10 });
    const tooMany = await readZip(bomb, "bomb.zip", { bytes: 1e9, files: 1 });
    for (const found of [tooLarge, tooMany]) expect("issue" in found && found.issue.code).toBe("package-too-large");
  });

  it("that are no zip are refused with the reason", async () => {
    const found = await readZip(new Blob(["PK but not really a zip"]), "x.zip");
    expect("issue" in found && found.issue).toMatchObject({ code: "package-unreadable", source: "x.zip" });
  });

  it("cannot write outside of their folder", async () => {
    const found = await readZip(
      zipOf({ "datapackage.json": "{}", "../evil.csv": "x", "a/../../evil.csv": "x" }),
      "z.zip",
    );
    expect(pathsOf(found)).toEqual(["datapackage.json"]);
  });
});
