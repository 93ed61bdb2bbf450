import { type DBSchema, deleteDB, type IDBPDatabase, type IDBPTransaction, openDB } from "idb";
import type { SaveOutcome, WorkspaceChange, WorkspaceRecord, WorkspaceStore } from "../domain/workspace.ts";

const NAME = "anlaufpunkt";
/** The stores; what stands in a record is numbered by the record itself. */
const VERSION = 1;

/** Larger files are not read for their checksum: they are kept once per object. */
const LARGEST_TO_HASH = 64 * 1024 ** 2;

interface Stores extends DBSchema {
  workspaces: { key: string; value: WorkspaceRecord };
  blobs: { key: string; value: { readonly bytes: Blob; readonly writtenAt: number } };
}

type StoreNames = ("workspaces" | "blobs")[];
type Writing = IDBPTransaction<Stores, StoreNames, "readwrite">;
type Reading = IDBPTransaction<Stores, StoreNames, "readonly">;

const ALL: StoreNames = ["workspaces", "blobs"];

/**
 * Another window clears and this one's connection was closed between two steps; or the browser has closed it and aborted what was going
 * on. Nothing of that was written: it is done again on a new connection.
 */
const LOST_CONNECTION: ReadonlySet<string> = new Set(["InvalidStateError", "AbortError"]);

/** Whoever waits for a step hears why it failed; the end of the transaction, which fails with it, is no news to anybody. */
function expectItsEnd<T extends { readonly done: Promise<void> }>(transaction: T): T {
  transaction.done.catch(() => undefined);
  return transaction;
}

/** Work kept in IndexedDB. Reading what is kept builds no database where none is. */
export function workspaceDatabase(): WorkspaceStore {
  const keys = new WeakMap<Blob, string>();
  const channel = "BroadcastChannel" in globalThis ? new BroadcastChannel(NAME) : undefined;
  let opened: Promise<IDBPDatabase<Stores>> | undefined;
  let looking: Promise<IDBPDatabase<Stores> | undefined> | undefined;

  const close = () => {
    const known = opened;
    opened = undefined;
    known?.then((database) => database.close()).catch(() => undefined);
  };
  const connect = (mayBuild: boolean) =>
    openDB<Stores>(NAME, VERSION, {
      upgrade(database, _from, _to, building) {
        // What goes wrong while it is built – no room, the page goes – is said by the opening.
        expectItsEnd(building);
        if (mayBuild) {
          database.createObjectStore("workspaces", { keyPath: "id" });
          database.createObjectStore("blobs");
        } else building.abort();
      },
      // Another window deletes the database, or a newer version of the app rebuilds it: it must not wait for this one.
      blocking(_current, _blocked, event) {
        opened = undefined;
        (event.target as IDBDatabase).close();
      },
      terminated: () => {
        opened = undefined;
      },
    });
  const open = async (): Promise<IDBPDatabase<Stores>> => {
    await looking?.catch(() => undefined);
    opened ??= connect(true).catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
  /** The database, where there is one: asking for it builds none, also not while it is being deleted. */
  const existing = async (): Promise<IDBPDatabase<Stores> | undefined> => {
    if (opened) return opened;
    looking ??= connect(false)
      .then(
        (database) => {
          opened = Promise.resolve(database);
          return database;
        },
        (error: unknown) => {
          if (error instanceof Error && error.name === "AbortError") return undefined;
          throw error;
        },
      )
      .finally(() => {
        looking = undefined;
      });
    return looking;
  };
  /** One transaction on everything: what throws inside takes all of it back. */
  const write = async <T>(database: IDBPDatabase<Stores>, work: (writing: Writing) => Promise<T>): Promise<T> => {
    const writing = expectItsEnd(database.transaction(ALL, "readwrite", { durability: "strict" }));
    try {
      const result = await work(writing);
      await writing.done;
      return result;
    } catch (error) {
      try {
        writing.abort();
      } catch {
        // It has ended already.
      }
      throw writing.error ?? error;
    }
  };
  /** A look at what is kept; undefined where there is no database. */
  const read = async <T>(look: (reading: Reading) => Promise<T>): Promise<T | undefined> => {
    const database = await existing();
    return database && look(expectItsEnd(database.transaction(ALL, "readonly")));
  };
  /** A change where there is a database; without one there is nothing to change. */
  const change = async (work: (writing: Writing) => Promise<void>): Promise<void> => {
    const database = await existing();
    if (database) await write(database, work);
  };
  let clearing: Promise<void> | undefined;
  const running = new Set<Promise<unknown>>();
  /** Clearing waits for what is being done, and what is asked meanwhile waits for it. */
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    await clearing;
    const done = (async () => {
      for (let attempt = 1; ; attempt++) {
        try {
          return await work();
        } catch (error) {
          const isLost = error instanceof Error && LOST_CONNECTION.has(error.name);
          if (!isLost || attempt === 3) throw error;
          // The browser says only afterwards that it has closed the connection.
          await new Promise((resolve) => setTimeout(resolve));
        }
      }
    })();
    running.add(done);
    try {
      return await done;
    } finally {
      running.delete(done);
    }
  };
  const tell = (change: WorkspaceChange) => channel?.postMessage(change);

  async function putFiles(files: ReadonlyMap<string, Blob>): Promise<void> {
    const database = await open();
    for (const [key, bytes] of files) {
      if ((await read((reading) => reading.objectStore("blobs").getKey(key))) !== undefined) continue;
      await write(database, async (writing) => {
        await writing.objectStore("blobs").put({ bytes, writtenAt: Date.now() }, key);
      });
    }
  }

  const store: WorkspaceStore = {
    newId: randomKey,
    async entries() {
      const records = (await read((reading) => reading.objectStore("workspaces").getAll())) ?? [];
      const newest = records.sort((a, b) => (a.savedAt < b.savedAt ? 1 : a.savedAt > b.savedAt ? -1 : 0));
      return newest.map(({ file: _file, blobs: _blobs, ...entry }) => entry);
    },
    async load(id) {
      return read((reading) => reading.objectStore("workspaces").get(id));
    },
    async blobs(wanted) {
      const found = new Map<string, Blob>();
      await read(async (reading) => {
        const blobs = reading.objectStore("blobs");
        await Promise.all(
          wanted.map(async (key) => {
            const kept = await blobs.get(key);
            if (!kept) return;
            keys.set(kept.bytes, key);
            found.set(key, kept.bytes);
          }),
        );
      });
      return found;
    },
    async keyOf(file) {
      const known = keys.get(file);
      if (known !== undefined) return known;
      // Without TLS there is no subtle crypto.
      const isHashed = file.size <= LARGEST_TO_HASH && globalThis.crypto.subtle !== undefined;
      const key = isHashed ? await checksum(file) : randomKey();
      keys.set(file, key);
      return key;
    },
    async save(record, files, over) {
      for (let attempt = 1; ; attempt++) {
        await putFiles(files);
        const outcome = await write(await open(), async (writing): Promise<SaveOutcome | "swept"> => {
          const workspaces = writing.objectStore("workspaces");
          const known = await workspaces.get(record.id);
          if (!known && over > 0) return "removed";
          if ((known?.revision ?? 0) !== over) return "overtaken";
          for (const key of record.blobs) {
            if ((await writing.objectStore("blobs").getKey(key)) === undefined) return "swept";
          }
          await workspaces.put(known ? { ...record, title: known.title } : record);
          return "saved";
        });
        if (outcome === "swept") {
          // Between its files and the record another window has cleared away what nobody named.
          if (attempt === 3) throw new Error(`files of workspace ${record.id} do not stay`);
          continue;
        }
        if (outcome === "saved") tell({ change: "saved", id: record.id });
        return outcome;
      }
    },
    async rename(id, title) {
      await change(async (writing) => {
        const known = await writing.objectStore("workspaces").get(id);
        if (known) await writing.objectStore("workspaces").put({ ...known, title });
      });
      tell({ change: "saved", id });
    },
    async remove(id) {
      await change(async (writing) => {
        await writing.objectStore("workspaces").delete(id);
        await dropUnnamed(writing, Number.POSITIVE_INFINITY);
      });
      tell({ change: "removed", id });
    },
    async clear() {
      const before = [...running];
      clearing = (async () => {
        await Promise.allSettled(before);
        close();
        await deleteDB(NAME);
      })();
      try {
        await clearing;
      } finally {
        clearing = undefined;
      }
      tell({ change: "cleared" });
    },
    async sweep(before) {
      await change((writing) => dropUnnamed(writing, before.getTime()));
    },
    async askToStay() {
      await globalThis.navigator.storage?.persist?.();
    },
    onChange(listener) {
      const hear = ({ data }: MessageEvent<WorkspaceChange>) => listener(data);
      channel?.addEventListener("message", hear);
      return () => channel?.removeEventListener("message", hear);
    },
  };
  return {
    ...store,
    entries: () => inTurn(() => store.entries()),
    load: (id) => inTurn(() => store.load(id)),
    blobs: (wanted) => inTurn(() => store.blobs(wanted)),
    save: (record, files, over) => inTurn(() => store.save(record, files, over)),
    rename: (id, title) => inTurn(() => store.rename(id, title)),
    remove: (id) => inTurn(() => store.remove(id)),
    sweep: (before) => inTurn(() => store.sweep(before)),
  };
}

async function dropUnnamed(writing: Writing, before: number): Promise<void> {
  const named = new Set((await writing.objectStore("workspaces").getAll()).flatMap(({ blobs }) => blobs));
  const blobs = writing.objectStore("blobs");
  for (const key of await blobs.getAllKeys()) {
    if (named.has(key)) continue;
    const kept = await blobs.get(key);
    if (kept && kept.writtenAt < before) await blobs.delete(key);
  }
}

/** SHA-256 of the content, and its length. */
async function checksum(file: Blob): Promise<string> {
  const digest = await globalThis.crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return `${hexadecimal(new Uint8Array(digest))}-${file.size}`;
}

/** `randomUUID` is missing without TLS. */
function randomKey(): string {
  return hexadecimal(globalThis.crypto.getRandomValues(new Uint8Array(16)));
}

function hexadecimal(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
