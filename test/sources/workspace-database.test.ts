import "fake-indexeddb/auto";
import { IDBDatabase, IDBFactory, IDBObjectStore } from "fake-indexeddb";
import fc from "fast-check";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { WorkspaceRecord } from "../../src/domain/workspace.ts";
import { workspaceDatabase } from "../../src/sources/workspace-database.ts";

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const record = (change: Partial<WorkspaceRecord> = {}): WorkspaceRecord => ({
  id: "a",
  title: "Nord",
  savedAt: "2026-11-22T12:00:00.000Z",
  revision: 1,
  schema: 2,
  city: "model-city",
  blobs: [],
  file: { scenarios: [], keptViews: [], address: "" },
  ...change,
});

const databases = async () => (await indexedDB.databases()).map(({ name }) => name);

async function keyed(store: ReturnType<typeof workspaceDatabase>, contents: readonly string[]) {
  const files = new Map<string, Blob>();
  for (const content of contents) {
    const file = new Blob([content]);
    files.set(await store.keyOf(file), file);
  }
  return files;
}

describe("the database of kept work", () => {
  test("is not built by looking whether there is one", async () => {
    const store = workspaceDatabase();
    expect(await store.entries()).toEqual([]);
    expect(await store.load("a")).toBeUndefined();
    await store.sweep(new Date());
    expect(await databases()).toEqual([]);
  });

  test("gives back what was saved, the newest first, and every byte of the files", async () => {
    const store = workspaceDatabase();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 4 }),
        fc.jsonValue(),
        async (bytes, file) => {
          await store.clear();
          const files = new Map<string, Blob>();
          for (const part of bytes) {
            const blob = new Blob([Uint8Array.from(part)]);
            files.set(await store.keyOf(blob), blob);
          }
          const blobs = [...files.keys()];
          expect(await store.save(record({ blobs, file }), files, 0)).toBe("saved");
          const again = workspaceDatabase();
          expect(await again.load("a")).toEqual(record({ blobs, file }));
          const found = await again.blobs(blobs);
          for (const [key, blob] of files) {
            expect(await found.get(key)?.arrayBuffer()).toEqual(await blob.arrayBuffer());
          }
        },
      ),
      { numRuns: 30 },
    );
    await store.clear();
    await store.save(record(), new Map(), 0);
    await store.save(record({ id: "b", savedAt: "2026-11-23T12:00:00.000Z" }), new Map(), 0);
    expect((await store.entries()).map(({ id }) => id)).toEqual(["b", "a"]);
  });

  test("keeps equal files once, and a file that was read back under the same key", async () => {
    const store = workspaceDatabase();
    const [one, same] = [new Blob(["x"]), new Blob(["x"])];
    const key = await store.keyOf(one);
    expect(await store.keyOf(same)).toBe(key);
    expect(key).toMatch(/^[0-9a-f]{64}-1$/);
    await store.save(record({ blobs: [key] }), new Map([[key, one]]), 0);
    const back = (await store.blobs([key])).get(key) as Blob;
    expect(await store.keyOf(back)).toBe(key);
  });

  test("lets nobody save over work that he has not read", async () => {
    const [left, right] = [workspaceDatabase(), workspaceDatabase()];
    expect(await left.save(record(), new Map(), 0)).toBe("saved");
    expect(await right.save(record({ revision: 2, file: "right" }), new Map(), 1)).toBe("saved");
    expect(await left.save(record({ revision: 2, file: "left" }), new Map(), 1)).toBe("overtaken");
    expect((await left.load("a"))?.file).toBe("right");
    await right.remove("a");
    expect(await left.save(record({ revision: 3 }), new Map(), 2)).toBe("removed");
    expect(await left.entries()).toEqual([]);
  });

  test("of two windows that save at the same moment one wins and the other hears it", async () => {
    const stores = [workspaceDatabase(), workspaceDatabase(), workspaceDatabase()];
    await stores[0]?.save(record(), new Map(), 0);
    const outcomes = await Promise.all(
      stores.map((store, i) => store.save(record({ revision: 2, file: i }), new Map(), 1)),
    );
    expect(outcomes.toSorted()).toEqual(["overtaken", "overtaken", "saved"]);
  });

  test("a save that is cut off at any writing leaves the old work or the new, with all of its files", async () => {
    const writings = ["put", "get", "getKey"] as const;
    let cut = 0;
    let outcome = "";
    for (let at = 1; outcome !== "saved"; at++) {
      globalThis.indexedDB = new IDBFactory();
      const store = workspaceDatabase();
      const before = await keyed(store, ["alt", "bleibt"]);
      await store.save(record({ blobs: [...before.keys()], file: "old" }), before, 0);
      const after = await keyed(store, ["neu", "neuer", "bleibt"]);
      let n = 0;
      const spies = writings.map((name) => {
        const original = IDBObjectStore.prototype[name] as (...input: unknown[]) => unknown;
        return vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (
          this: unknown,
          ...input: unknown[]
        ) {
          if (++n === at) throw new DOMException("cut off", "UnknownError");
          return original.apply(this, input) as never;
        });
      });
      outcome = await store
        .save(record({ blobs: [...after.keys()], revision: 2, file: "new" }), after, 1)
        .catch((error: Error) => error.name);
      for (const spy of spies) spy.mockRestore();
      if (outcome !== "saved") cut++;
      const kept = await workspaceDatabase().load("a");
      expect(kept?.file).toBe(outcome === "saved" ? "new" : "old");
      expect([...(await workspaceDatabase().blobs(kept?.blobs ?? [])).keys()].toSorted()).toEqual(
        [...(kept?.blobs ?? [])].toSorted(),
      );
    }
    // Two files that are new, one that is there, and the record with a look at its three files.
    expect(cut).toBeGreaterThanOrEqual(8);
  });

  test("a transaction that the browser aborts, at any moment, is begun again or reported, and never an error that nobody caught", async () => {
    const uncaught: unknown[] = [];
    const hear = (reason: unknown) => uncaught.push(reason);
    process.on("unhandledRejection", hear);
    const original = IDBDatabase.prototype.transaction;
    let count = 0;
    /** Aborts these transactions as soon as they are there, by number. */
    const abortingAt = (isAborted: (at: number) => boolean) =>
      vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementation(function (this: IDBDatabase, ...input) {
        const transaction = original.apply(this, input);
        if (isAborted(++count)) queueMicrotask(() => transaction.abort());
        return transaction;
      });
    const steps = async (store: ReturnType<typeof workspaceDatabase>) => {
      const files = await keyed(store, ["a", "b"]);
      const outcome = await store.save(record({ blobs: [...files.keys()] }), files, 0);
      expect(await store.entries()).toHaveLength(1);
      expect((await store.blobs([...files.keys()])).size).toBe(2);
      expect((await store.load("a"))?.id).toBe("a");
      await store.rename("a", "Süd");
      await store.sweep(new Date(0));
      await store.remove("a");
      return outcome;
    };
    let plain = abortingAt(() => false);
    expect(await steps(workspaceDatabase())).toBe("saved");
    const all = count;
    plain.mockRestore();
    for (let at = 1; at <= all; at++) {
      globalThis.indexedDB = new IDBFactory();
      count = 0;
      plain = abortingAt((n) => n === at);
      expect(await steps(workspaceDatabase()), `aborted: ${at}`).toBe("saved");
      plain.mockRestore();
    }
    globalThis.indexedDB = new IDBFactory();
    await workspaceDatabase().save(record(), new Map(), 0);
    plain = abortingAt(() => true);
    const store = workspaceDatabase();
    for (const asked of [
      store.entries(),
      store.load("a"),
      store.blobs(["x"]),
      store.remove("a"),
      store.sweep(new Date()),
    ]) {
      await expect(asked).rejects.toMatchObject({ name: "AbortError" });
    }
    plain.mockRestore();
    await new Promise((resolve) => setTimeout(resolve, 20));
    process.off("unhandledRejection", hear);
    expect(all).toBeGreaterThan(8);
    expect(uncaught).toEqual([]);
  });

  test("without room nothing of a save is left but what was there, and the reason has its name", async () => {
    const store = workspaceDatabase();
    await store.save(record({ file: "old" }), new Map(), 0);
    const spy = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("no room", "QuotaExceededError");
    });
    const files = await keyed(store, ["groß"]);
    await expect(store.save(record({ revision: 2, blobs: [...files.keys()] }), files, 1)).rejects.toMatchObject({
      name: "QuotaExceededError",
    });
    spy.mockRestore();
    expect((await store.load("a"))?.file).toBe("old");
  });

  test("files that another window clears away between their writing and the record are written again", async () => {
    const [store, other] = [workspaceDatabase(), workspaceDatabase()];
    await other.save(record({ id: "b" }), new Map(), 0);
    const files = await keyed(store, ["eben geschrieben"]);
    let swept = 0;
    const put = IDBObjectStore.prototype.put;
    const spy = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (
      this: IDBObjectStore,
      ...input: Parameters<typeof put>
    ) {
      if (this.name === "blobs" && swept++ === 0) void other.sweep(new Date(Date.now() + 1000));
      return put.apply(this, input);
    });
    expect(await store.save(record({ blobs: [...files.keys()] }), files, 0)).toBe("saved");
    spy.mockRestore();
    expect(swept).toBe(2);
    expect((await store.blobs([...files.keys()])).size).toBe(1);
  });

  test("removes with the work the files that no other names, and left-over files after a day", async () => {
    const store = workspaceDatabase();
    const [own, shared] = [await keyed(store, ["eigen"]), await keyed(store, ["geteilt"])];
    const all = new Map([...own, ...shared]);
    await store.save(record({ blobs: [...all.keys()] }), all, 0);
    await store.save(record({ id: "b", blobs: [...shared.keys()] }), shared, 0);
    await store.remove("a");
    expect([...(await store.blobs([...all.keys()])).keys()]).toEqual([...shared.keys()]);
    await store.save(record({ id: "b", revision: 2 }), new Map(), 1);
    await store.sweep(new Date(Date.now() - 1000));
    expect((await store.blobs([...shared.keys()])).size).toBe(1);
    await store.sweep(new Date(Date.now() + 1000));
    expect((await store.blobs([...shared.keys()])).size).toBe(0);
  });

  test("is gone after clearing, although another window had it open, and that one can begin again", async () => {
    const [store, other] = [workspaceDatabase(), workspaceDatabase()];
    await store.save(record(), new Map(), 0);
    expect(await other.entries()).toHaveLength(1);
    await store.clear();
    expect(await databases()).toEqual([]);
    expect(await other.entries()).toEqual([]);
    expect(await other.save(record(), new Map(), 0)).toBe("saved");
  });

  test("is not built again by who asks for it while it is being cleared", async () => {
    const store = workspaceDatabase();
    await store.save(record(), new Map(), 0);
    const asked = [store.entries(), store.load("a"), store.blobs(["x"]), store.sweep(new Date())];
    await store.clear();
    await Promise.all(asked);
    const later = [store.entries(), store.sweep(new Date())];
    await Promise.all([store.clear(), ...later]);
    expect(await databases()).toEqual([]);
  });

  test("a name that the user gave stays when work is saved again", async () => {
    const store = workspaceDatabase();
    await store.save(record(), new Map(), 0);
    await store.rename("a", "Ausschuss");
    await store.save(record({ revision: 2 }), new Map(), 1);
    expect((await store.entries())[0]).toMatchObject({ title: "Ausschuss", revision: 2 });
  });

  test("of a newer version of the app is left untouched and says so", async () => {
    const newer = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open("anlaufpunkt", 9);
      request.onsuccess = () => resolve(request.result);
    });
    newer.close();
    await expect(workspaceDatabase().entries()).rejects.toMatchObject({ name: "VersionError" });
    expect((await indexedDB.databases())[0]?.version).toBe(9);
  });
});
