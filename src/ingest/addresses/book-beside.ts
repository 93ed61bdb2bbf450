import type { AddressPreview } from "../../domain/address.ts";
import type { DataBeside } from "../../domain/data-draft.ts";
import { IssueLog } from "../issue-log.ts";
import type { PackageResource } from "../package/descriptor.ts";
import { readResource } from "../package/read-descriptor.ts";
import type { RawTable } from "../raw-table.ts";
import type { AddressBook } from "./address-book.ts";
import type { LocatedByAddress } from "./located-by-address.ts";
import { openAddressBook, openBook } from "./open-addresses.ts";

/** The addresses that stand beside a file of places before it is taken: of the city that is open, and of other files. */
export async function bookBeside(
  resource: PackageResource,
  table: RawTable,
  { source, entries }: DataBeside,
): Promise<AddressBook | undefined> {
  if (!isOfPlaces(resource)) return undefined;
  const log = new IssueLog(resource.path);
  const context = { source, signal: new AbortController().signal, tell: () => {} };
  return openAddressBook([{ resource, table, log }], addressesIn(entries, log), context);
}

let last: { readonly key: string; readonly book: Promise<AddressBook> } | undefined;

/** The addresses that a text is looked for in while it is typed; `key` says when they are others, and the files are read again. */
export function bookToSearch(key: string, { source, entries }: DataBeside): Promise<AddressBook> {
  if (last?.key === key) return last.book;
  const context = { source, signal: new AbortController().signal, tell: () => {} };
  const book = openBook(addressesIn(entries, new IssueLog("")), context);
  last = { key, book };
  // What could not be read may be there at the next letter.
  book.catch(() => {
    if (last?.book === book) last = undefined;
  });
  return book;
}

function addressesIn(entries: DataBeside["entries"], log: IssueLog): PackageResource<"addresses">[] {
  return entries.flatMap((entry, at) => {
    const found = readResource(entry, at, { licences: [], sources: [] }, log);
    return found && isOfAddresses(found) ? [found] : [];
  });
}

function isOfPlaces(resource: PackageResource): resource is PackageResource<"anlaufpunkte"> {
  return resource.role === "anlaufpunkte";
}

function isOfAddresses(resource: PackageResource): resource is PackageResource<"addresses"> {
  return resource.role === "addresses";
}

/** Rows of which somebody can be asked. */
const SHOWN = 500;

/** What became of the rows without a position, as the assistant shows it. */
export function addressPreview(located: LocatedByAddress | undefined): AddressPreview | undefined {
  if (!located) return undefined;
  const { files, total, byHand, open } = located;
  const sum = (of: (file: (typeof files)[number]) => number) => files.reduce((all, file) => all + of(file), 0);
  return {
    files: files.map(({ file }) => file),
    total,
    exact: sum(({ exact }) => exact),
    approximate: sum(({ approximate }) => approximate),
    byHand: byHand.length,
    open: open.slice(0, SHOWN).map(({ candidates, ...row }) => ({ ...row, candidates: candidates() })),
    openCount: open.length,
    placed: byHand.slice(0, SHOWN),
  };
}
