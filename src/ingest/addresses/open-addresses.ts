import { mostBytes } from "../../domain/file-limits.ts";
import { readResourceBytes } from "../../sources/read-resource-bytes.ts";
import { safeResourcePath } from "../../sources/resource-path.ts";
import type { PackageResource } from "../package/descriptor.ts";
import { type OpenedTable, openTables, type ReadingContext, type ReadResource, readRole } from "../read-resource.ts";
import { readAddresses } from "../roles/addresses.ts";
import { AddressBook } from "./address-book.ts";
import type { AddressRows } from "./address-rows.ts";
import { fingerprint } from "./fingerprint.ts";
import { needsAddresses } from "./place-positions.ts";

type Addresses = PackageResource<"addresses">;

interface Known {
  readonly key: string;
  readonly read: ReadResource<AddressRows>;
}

/**
 * What was read last, in this worker: each step of editing reads the package anew, and a file of 400,000 addresses takes a second. A few
 * megabytes of numbers are kept of it, never its text.
 */
let known: readonly Known[] = [];
let knownBook: { readonly keys: string; readonly book: AddressBook } | undefined;

/** Reads the address files of a package, those not again that are as they were. */
export async function openAddresses(
  resources: readonly Addresses[],
  context: ReadingContext,
): Promise<readonly ReadResource<AddressRows>[]> {
  return (await openKnown(resources, context)).map(({ read }) => read);
}

/** The addresses of a package by which places are looked up, if any of them have to be; undefined = none have to, or there is no file. */
export async function openAddressBook(
  places: readonly OpenedTable<"anlaufpunkte">[],
  resources: readonly Addresses[],
  context: ReadingContext,
): Promise<AddressBook | undefined> {
  const isNeeded = places.some(({ resource, table }) => table !== undefined && needsAddresses(resource, table));
  return isNeeded && resources.length > 0 ? openBook(resources, context) : undefined;
}

export async function openBook(resources: readonly Addresses[], context: ReadingContext): Promise<AddressBook> {
  const opened = await openKnown(resources, context);
  const keys = opened.map(({ key }) => key).join("\n");
  if (knownBook?.keys === keys) return knownBook.book;
  const files = opened.flatMap(({ read }, at) =>
    read.value ? [{ title: (resources[at] as Addresses).title, rows: read.value }] : [],
  );
  const book = new AddressBook(files);
  knownBook = { keys, book };
  return book;
}

async function openKnown(resources: readonly Addresses[], context: ReadingContext): Promise<readonly Known[]> {
  const opened = await Promise.all(resources.map((resource) => openOne(resource, context)));
  if (opened.length > 0) known = opened;
  return opened;
}

async function openOne(resource: Addresses, context: ReadingContext): Promise<Known> {
  const { source, signal } = context;
  const bytes = await readResourceBytes(source, resource.path, signal, mostBytes(resource.format));
  const key = `${JSON.stringify(resource)} ${"bytes" in bytes ? fingerprint(bytes.bytes) : ""}`;
  const before = "bytes" in bytes ? known.find((one) => one.key === key) : undefined;
  if (before) return before;
  const path = safeResourcePath(resource.path) ?? resource.path;
  const here = "bytes" in bytes ? { [path]: new Blob([bytes.bytes]) } : undefined;
  const from = here ? ({ kind: "files", files: here, label: "" } as const) : source;
  const [table] = await openTables([resource], { ...context, source: from });
  if (!table) throw new Error(`nothing opened for ${resource.name}`);
  return { key, read: readRole(table, readAddresses) };
}
