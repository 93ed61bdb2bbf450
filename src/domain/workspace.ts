/** Work that is kept in this browser, as a list names it. */
export interface WorkspaceEntry {
  readonly id: string;
  readonly title: string;
  /** Moment of the last saving, ISO 8601. */
  readonly savedAt: string;
  /** Grows whenever work – not only what is looked at – was saved: who saves over another one than he has read forks. */
  readonly revision: number;
  /** Number of the shape that `file` has. */
  readonly schema: number;
  /** What the work rests on: the model city, the package at `data` of the address, or files of the user. */
  readonly city: "model-city" | "address" | "files";
  readonly data?: string | undefined;
}

/** One record, saved as a whole or not at all. */
export interface WorkspaceRecord extends WorkspaceEntry {
  /** Keys of the files that it names. */
  readonly blobs: readonly string[];
  /** The work itself, in the shape of its schema (state/workspace-file.ts). */
  readonly file: unknown;
}

/**
 * `saved` · `overtaken`: another window has saved other work under this id since it was read here · `removed`: it was deleted since.
 * Nothing was written unless it was saved.
 */
export type SaveOutcome = "saved" | "overtaken" | "removed";

/** What another window has done. */
export type WorkspaceChange =
  | { readonly change: "saved" | "removed"; readonly id: string }
  | { readonly change: "cleared" };

/**
 * Where work is kept: IndexedDB in the browser. Methods reject with the browser's own DOMException: `QuotaExceededError` without room,
 * `VersionError` where a newer version of the app has built the database, others where storage is blocked.
 */
export interface WorkspaceStore {
  newId(): string;
  /** Newest first. */
  entries(): Promise<readonly WorkspaceEntry[]>;
  load(id: string): Promise<WorkspaceRecord | undefined>;
  /** Those that are there. */
  blobs(keys: readonly string[]): Promise<ReadonlyMap<string, Blob>>;
  /** The key under which a file is kept: the same for the same object, and for the same content where that is quickly said. */
  keyOf(file: Blob): Promise<string>;
  /**
   * @param files the files of the record by key; those that are not there yet are written before it
   * @param over the revision that was read, 0 = the record is new
   */
  save(record: WorkspaceRecord, files: ReadonlyMap<string, Blob>, over: number): Promise<SaveOutcome>;
  rename(id: string, title: string): Promise<void>;
  /** The record, and files that no other names. */
  remove(id: string): Promise<void>;
  /** Everything, the database itself too. */
  clear(): Promise<void>;
  /** Takes away files that no record names and that were written before a moment: left by saves that were cut off. */
  sweep(before: Date): Promise<void>;
  /** Asks the browser not to clear it when room gets short. */
  askToStay(): Promise<void>;
  /** Hears what other windows do. */
  onChange(listener: (change: WorkspaceChange) => void): () => void;
}
