import type { Page } from "playwright-core";

/** What the database of a page holds, read beside the app. */
export interface KeptInPage {
  readonly title: string;
  readonly scenarios: readonly string[];
  /** Titles of the kept views. */
  readonly views: readonly string[];
  /** Files that it names and that are not there, or are not as long as they were. */
  readonly missing: readonly string[];
}

export const databasesOf = (page: Page): Promise<(string | undefined)[]> =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));

/** Everything that is kept in the browser of a page. */
export function keptIn(page: Page): Promise<KeptInPage[]> {
  return page.evaluate(async () => {
    if (!(await indexedDB.databases()).some(({ name }) => name === "anlaufpunkt")) return [];
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open("anlaufpunkt"));
    const reading = database.transaction(["workspaces", "blobs"]);
    const records = await done(reading.objectStore("workspaces").getAll());
    const keys = await done(reading.objectStore("blobs").getAllKeys());
    const blobs = await done(reading.objectStore("blobs").getAll());
    database.close();
    const whole = new Set<string>();
    for (const [i, key] of keys.entries()) {
      const { bytes } = blobs[i] as { bytes: Blob };
      const length = Number(/-(\d+)$/.exec(String(key))?.[1] ?? bytes.size);
      if ((await bytes.arrayBuffer()).byteLength === length) whole.add(String(key));
    }
    return records.map((record) => ({
      title: record.title as string,
      scenarios: (record.file.scenarios as { title: string }[]).map(({ title }) => title),
      views: (record.file.keptViews as { title: string }[]).map(({ title }) => title),
      missing: (record.blobs as string[]).filter((key) => !whole.has(key)),
    }));
  });
}
