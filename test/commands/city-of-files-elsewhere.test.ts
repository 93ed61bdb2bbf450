import { describe, expect, test } from "vitest";
import { beginAdding, chooseCity, dropAdded, takeAdded } from "../../src/commands/add-data.ts";
import type { App } from "../../src/commands/app.ts";
import { settled } from "./settled-files.ts";
import { toyApp } from "./toy-app.ts";

/** Squares of a hundredth of a degree, side by side. */
function areas(name: string, lon: number, lat: number): File {
  const features = ["a", "b", "c"].map((id, i) => {
    const west = lon + i / 100;
    const [east, north] = [west + 0.01, lat + 0.01];
    const ring = [
      [west, lat],
      [east, lat],
      [east, north],
      [west, north],
      [west, lat],
    ];
    return {
      type: "Feature",
      properties: { id: `${name}-${id}`, name: `Quartier ${id}` },
      geometry: { type: "Polygon", coordinates: [ring] },
    };
  });
  return new File([JSON.stringify({ type: "FeatureCollection", features })], `${name}_stadtteile.geojson`);
}

const VALUES = new File(["id;Kinder 2024\nflensburg-a;1\nflensburg-b;2\nflensburg-c;3\n"], "kinder.csv");

async function dropped(app: App, ...files: readonly File[]): Promise<void> {
  await beginAdding(app, { files: files.map((file) => [file.name, file] as const) });
  await settled(app);
}

function opened(): App {
  const { app } = toyApp({});
  Object.assign(app.services, { clock: { now: () => new Date("2026-01-01T00:00:00Z") } });
  return app;
}

const addingOf = (app: App) => app.store.getState().transient.adding;
const fileOf = (app: App, name: string) => addingOf(app)?.files.find((file) => file.name === name);

describe("areas that are dropped", () => {
  test("elsewhere than the open city are proposed as a new one, which tables beside them are understood by", async () => {
    const app = opened();
    await dropped(app, VALUES, areas("flensburg", 9.4, 54.7));
    expect(addingOf(app)).toMatchObject({ isNewCity: true, cityBy: "data", cityName: "Flensburg" });
    expect(fileOf(app, "kinder.csv")?.preview?.join).toMatchObject({ matched: 3, unmatchedCount: 0 });
    // Nothing was said yet that leaving would lose.
    expect(addingOf(app)?.isTouched).toBeUndefined();
    takeAdded(app);
    expect(app.store.getState().document.package?.raw).toMatchObject({ title: "Flensburg" });
  });

  test("go to the open city when the user says so, and nothing that is dropped later overrides it", async () => {
    const app = opened();
    await dropped(app, areas("flensburg", 9.4, 54.7));
    chooseCity(app, false);
    await settled(app);
    await dropped(app, areas("kiel", 10.1, 54.3));
    expect(addingOf(app)).toMatchObject({ isNewCity: false, cityBy: "user", isTouched: true });
    chooseCity(app, true);
    await settled(app);
    await dropped(app, VALUES);
    expect(addingOf(app)).toMatchObject({ isNewCity: true, cityBy: "user" });
    expect(fileOf(app, "kinder.csv")?.preview?.join).toMatchObject({ matched: 3 });
  });

  test("within the open city go to it; and the proposal goes with the file that it was for", async () => {
    const app = opened();
    const box = app.store.getState().document.map?.levels[0]?.shapes.coordinates ?? [];
    await dropped(app, areas("nah", box[0] as number, box[1] as number));
    expect(addingOf(app)).toMatchObject({ isNewCity: false });
    await dropped(app, areas("flensburg", 9.4, 54.7));
    // One of the two lies here.
    expect(addingOf(app)).toMatchObject({ isNewCity: false });
    dropAdded(app, fileOf(app, "nah_stadtteile.geojson")?.id ?? 0);
    await settled(app);
    expect(addingOf(app)).toMatchObject({ isNewCity: true, cityBy: "data" });
    await dropped(app, VALUES);
    dropAdded(app, fileOf(app, "flensburg_stadtteile.geojson")?.id ?? 0);
    await settled(app);
    expect(addingOf(app)).toMatchObject({ isNewCity: false });
  });
});
