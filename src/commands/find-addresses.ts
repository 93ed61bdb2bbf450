import type { FoundAddresses } from "../domain/address.ts";
import type { DataBeside } from "../domain/data-draft.ts";
import { findAddressesTask } from "../ingest/ingest-tasks.ts";
import { addressesBeside, addressesOfCity } from "./addresses-beside.ts";
import type { App } from "./app.ts";

/** Where addresses are looked for: in the files of the city that is open, or also in those beside a file that is being added. */
export type AddressBooks = "city" | { readonly beside: number };

/**
 * What a text that is being typed means in the user's own address files; undefined where there are none. The first letter has them read,
 * in a worker of their own that keeps them.
 */
export async function findAddresses(app: App, text: string, books: AddressBooks): Promise<FoundAddresses | undefined> {
  const beside = books === "city" ? addressesOfCity(app) : addressesBeside(app, books.beside);
  return beside && app.services.runner.run(findAddressesTask, { key: keyOf(beside), beside, text });
}

let last: { readonly parts: readonly unknown[]; readonly key: string } | undefined;
let nextKey = 1;

/** The same as long as entries and files are the same ones. */
function keyOf({ source, entries }: DataBeside): string {
  const own = source.kind === "extended" ? [source.base, ...Object.values(source.files)] : filesOf(source);
  const parts = [JSON.stringify(entries), ...own];
  const isSame = last?.parts.length === parts.length && parts.every((part, at) => part === last?.parts[at]);
  if (!last || !isSame) last = { parts, key: String(nextKey++) };
  return last.key;
}

function filesOf(source: DataBeside["source"]): readonly unknown[] {
  return source.kind === "files" ? Object.values(source.files) : [source];
}
