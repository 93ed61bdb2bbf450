import { describe, expect, test } from "vitest";
import type { App } from "../../src/commands/app.ts";
import { findAddresses } from "../../src/commands/find-addresses.ts";
import type { OpenPackage } from "../../src/domain/package-source.ts";
import { serveIngest } from "../../src/ingest/serve-ingest.ts";
import { createAppStore } from "../../src/state/app-state.ts";
import { inlineRunner, TaskRegistry } from "../../src/work/runner.ts";
import { csvResource } from "../ingest/small-package.ts";

const ADDRESSES = csvResource("adressen", { role: "addresses" }, { title: "Adressen" });
const bookOf = (number: string) => new Blob([`street;number;lon;lat\nHauptstraße;${number};13;52\n`]);

/** An app in which a package is open of which only the entries and files count; `keys` = by which the worker tells address files apart. */
function openApp(file: Blob | undefined) {
  const registry = new TaskRegistry();
  serveIngest(registry);
  const store = createAppStore();
  const worker = inlineRunner(registry);
  const keys: unknown[] = [];
  const run: typeof worker.run = (task, input, options) => {
    keys.push((input as { readonly key?: unknown }).key);
    return worker.run(task, input, options);
  };
  const open = (blob: Blob | undefined) => {
    const files: Readonly<Record<string, Blob>> = blob ? { "adressen.csv": blob } : {};
    const raw = { resources: blob ? [ADDRESSES] : [] };
    const found: OpenPackage = { source: { kind: "files", files, label: "x" }, raw };
    store.setState((state) => ({ document: { ...state.document, package: found } }));
  };
  open(file);
  return { app: { store, services: { runner: { run } } } as unknown as App, open, keys };
}

describe("addresses that are typed", () => {
  test("are looked for in the address files of the city, which are read once and again when they are others", async () => {
    const { app, open, keys } = openApp(bookOf("5"));
    const found = async (text: string) =>
      (await findAddresses(app, text, "city"))?.addresses.map(({ address }) => address);
    expect(await found("Haupt")).toEqual(["Hauptstraße 5"]);
    expect(await found("Hauptstr 5")).toEqual(["Hauptstraße 5"]);
    expect(new Set(keys).size).toBe(1);
    open(bookOf("7"));
    expect(await found("Haupt")).toEqual(["Hauptstraße 7"]);
    expect(new Set(keys).size).toBe(2);
  });

  test("are looked for nowhere in a city without such a file", async () => {
    const { app } = openApp(undefined);
    expect(await findAddresses(app, "Hauptstr. 5", "city")).toBeUndefined();
  });
});
