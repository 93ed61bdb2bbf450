import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { unpackZip } from "../../src/sources/unpack-zip.ts";
import { UnreadableZip, zipEntries } from "../../src/sources/zip-directory.ts";

const all = () => true;
const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

function reasonOf(zip: Uint8Array, limits?: { bytes: number; files: number }): string {
  try {
    unpackZip(zip, all, limits);
    return "read";
  } catch (error) {
    return error instanceof UnreadableZip ? error.reason : `thrown ${error}`;
  }
}

/** The place of a number in the directory's first entry. */
function inDirectory(zip: Uint8Array, offset: number): number {
  for (let at = zip.length - 4; at >= 0; at--) {
    if (zip[at] === 0x50 && zip[at + 1] === 0x4b && zip[at + 2] === 1 && zip[at + 3] === 2) return at + offset;
  }
  throw new Error("no directory");
}

function with32(zip: Uint8Array, at: number, value: number): Uint8Array {
  const copy = zip.slice();
  new DataView(copy.buffer).setUint32(at, value, true);
  return copy;
}

describe("a zip from an unknown hand", () => {
  const content = new TextEncoder().encode("Größe;1\n".repeat(50_000));
  const zip = zipSync({
    "ä/tabelle.csv": content,
    "leer.txt": new Uint8Array(0),
    "roh.bin": [Uint8Array.of(1, 2, 3), { level: 0 }],
  });

  it("gives its files as they were packed, stored or deflated, and nothing that nobody wants", () => {
    const files = unpackZip(zip, (name) => name !== "leer.txt");
    expect([...files.keys()]).toEqual(["ä/tabelle.csv", "roh.bin"]);
    expect(textOf(files.get("ä/tabelle.csv"))).toBe(textOf(content));
    expect([...(files.get("roh.bin") ?? [])]).toEqual([1, 2, 3]);
  });

  it("whose directory claims less or more than comes out is refused, never cut", () => {
    const single = zipSync({ "a.csv": content });
    const at = inDirectory(single, 24);
    expect(reasonOf(single)).toBe("read");
    expect(reasonOf(with32(single, at, 100))).toBe("zip-broken");
    expect(reasonOf(with32(single, at, content.length + 1))).toBe("zip-broken");
  });

  it("with one flipped byte anywhere is refused or gives the same bytes", () => {
    const single = zipSync({ "a.csv": content });
    for (let at = 0; at < single.length; at += 31) {
      const flipped = single.slice();
      flipped[at] = (flipped[at] as number) ^ 0x10;
      try {
        for (const bytes of unpackZip(flipped, all).values()) expect(bytes.length).toBe(content.length);
      } catch (error) {
        expect(error).toBeInstanceOf(UnreadableZip);
      }
    }
  });

  it("cut anywhere is refused as cut or broken", () => {
    const reasons = new Set(
      [1, 30, 100, Math.floor(zip.length / 2), zip.length - 30, zip.length - 1].map((end) =>
        reasonOf(zip.subarray(0, end)),
      ),
    );
    for (const reason of reasons) expect(["truncated", "zip-broken"]).toContain(reason);
  });

  it("larger than the limits is refused before anything is unpacked, by bytes, files and air", () => {
    expect(reasonOf(zip, { bytes: 1000, files: 10 })).toBe("zip-too-large");
    expect(reasonOf(zip, { bytes: 1e9, files: 2 })).toBe("zip-too-large");
    const small = zipSync({ "zeros.csv": new Uint8Array(200_000) });
    const bomb = with32(small, inDirectory(small, 24), 200 * 1024 ** 2);
    expect(reasonOf(bomb)).toBe("zip-too-large");
  });

  it("whose entries share their contents is refused: so small files become huge", () => {
    const two = zipSync({ "a.bin": [content.subarray(0, 4000), { level: 0 }], "b.bin": Uint8Array.of(1) });
    const second = inDirectory(two, 0);
    const shared = with32(with32(two, second + 20, 4000), second + 24, 4000);
    expect(reasonOf(shared)).toBe("zip-broken");
  });

  it("with a password says so", () => {
    const locked = zip.slice();
    const at = inDirectory(locked, 8);
    locked[at] = (locked[at] as number) | 1;
    expect(reasonOf(locked)).toBe("zip-encrypted");
  });

  it("keeps a name like __proto__", () => {
    const name = new TextEncoder().encode("__proto__");
    // Both headers hold the name; a name of another length would move everything else.
    const renamed = Uint8Array.from(zipSync({ __nam____: Uint8Array.of(65) }));
    for (let at = 0; at + 9 <= renamed.length; at++) {
      if (textOf(renamed.subarray(at, at + 9)) === "__nam____") renamed.set(name, at);
    }
    expect(zipEntries(renamed).map(({ name }) => name)).toEqual(["__proto__"]);
    expect(textOf(unpackZip(renamed, all).get("__proto__"))).toBe("A");
  });
});
