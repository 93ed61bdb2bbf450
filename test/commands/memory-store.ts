import type { Keeper } from "../../src/commands/app.ts";
import type { Clock } from "../../src/domain/services.ts";
import type { WorkspaceChange, WorkspaceRecord, WorkspaceStore } from "../../src/domain/workspace.ts";

/** What outlives a window in tests: two stores over the same disk are two windows of one browser. */
export interface MemoryDisk {
  readonly records: Map<string, WorkspaceRecord>;
  readonly blobs: Map<string, Blob>;
  readonly windows: Set<{ readonly hear: (change: WorkspaceChange) => void }>;
  /** What the next writing throws. */
  failure?: Error | undefined;
  ids: number;
}

export const memoryDisk = (): MemoryDisk => ({ records: new Map(), blobs: new Map(), windows: new Set(), ids: 0 });

/** The rules of the store without a browser; the database itself is proven in test/sources. */
function memoryStore(disk: MemoryDisk = memoryDisk()): WorkspaceStore {
  const keys = new WeakMap<Blob, string>();
  let own: { readonly hear: (change: WorkspaceChange) => void } | undefined;
  const tell = (change: WorkspaceChange) => {
    for (const window of disk.windows) if (window !== own) window.hear(change);
  };
  return {
    newId: () => `w${++disk.ids}`,
    entries: async () =>
      [...disk.records.values()]
        .sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1))
        .map(({ file: _file, blobs: _blobs, ...entry }) => entry),
    load: async (id) => structuredClone(disk.records.get(id)),
    blobs: async (wanted) => {
      const found = new Map([...disk.blobs].filter(([key]) => wanted.includes(key)));
      for (const [key, file] of found) keys.set(file, key);
      return found;
    },
    keyOf: async (file) => {
      const known = keys.get(file) ?? `k${++disk.ids}`;
      keys.set(file, known);
      return known;
    },
    save: async (record, files, over) => {
      if (disk.failure) throw disk.failure;
      const known = disk.records.get(record.id);
      if (!known && over > 0) return "removed";
      if ((known?.revision ?? 0) !== over) return "overtaken";
      for (const [key, file] of files) disk.blobs.set(key, file);
      disk.records.set(record.id, structuredClone({ ...record, title: known?.title ?? record.title }));
      tell({ change: "saved", id: record.id });
      return "saved";
    },
    rename: async (id, title) => {
      const known = disk.records.get(id);
      if (known) disk.records.set(id, { ...known, title });
    },
    remove: async (id) => {
      disk.records.delete(id);
      tell({ change: "removed", id });
    },
    clear: async () => {
      disk.records.clear();
      disk.blobs.clear();
      tell({ change: "cleared" });
    },
    sweep: async () => undefined,
    askToStay: async () => undefined,
    onChange: (listener) => {
      const window = { hear: listener };
      own = window;
      disk.windows.add(window);
      return () => disk.windows.delete(window);
    },
  };
}

function memoryDrawer(drawer = new Map<string, string>()): Keeper {
  return {
    read: (key) => drawer.get(key),
    write: (key, text) => void drawer.set(key, text),
    remove: (key) => void drawer.delete(key),
    keys: () => [...drawer.keys()],
  };
}

/** A clock on which waiting is a hundred times shorter. */
export const quickClock = (now: () => number = () => Date.UTC(2026, 10, 22, 12)): Clock => ({
  now: () => new Date(now()),
  after: (milliseconds, call) => {
    const timer = setTimeout(call, milliseconds / 100);
    return () => clearTimeout(timer);
  },
});

/** What every app needs to open a package and keep its work. */
export const keepingServices = (disk = memoryDisk(), local = new Map<string, string>(), tab = new Map()) => ({
  clock: quickClock(),
  store: memoryStore(disk),
  keeper: memoryDrawer(local),
  tab: memoryDrawer(tab),
});
