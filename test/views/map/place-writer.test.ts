import { expect, test, vi } from "vitest";
import type { MapScene, PlaceMark } from "../../../src/views/map/map-scene.ts";
import { PlaceWriter } from "../../../src/views/map/place-writer.ts";

vi.mock("../../../src/views/map/place-icons.ts", () => ({
  placeIcon: () => ({ data: { width: 1, height: 1, data: new Uint8Array(4) }, pixelRatio: 1 }),
  placeIconKey: (place: PlaceMark) => `${place.shape} ${place.colour}`,
}));

const place = (id: string, lon: number): PlaceMark => ({
  id,
  lon,
  lat: 50,
  shape: "circle",
  colour: "#000",
  hollow: false,
  label: id,
});

const scene = (places: readonly PlaceMark[]) => ({ places }) as unknown as MapScene;

/** A map that remembers what its sources were told. */
function listeningMap() {
  const told: [source: string, what: "all" | "change", ids: string[]][] = [];
  const sources = new Map<string, unknown>();
  const idsOf = (features: readonly GeoJSON.Feature[] = []) => features.map(({ properties }) => properties?.place);
  const map = {
    getSource: (name: string) => sources.get(name),
    addSource: (name: string, { data }: { data: GeoJSON.FeatureCollection }) => {
      told.push([name, "all", idsOf(data.features)]);
      sources.set(name, {
        setData: ({ features }: GeoJSON.FeatureCollection) => told.push([name, "all", idsOf(features)]),
        updateData: ({ remove = [], add }: { remove?: string[]; add?: GeoJSON.Feature[] }) =>
          told.push([name, "change", [...remove.map((id) => `-${id}`), ...idsOf(add)]]),
      });
    },
    addLayer: () => {},
    getLayer: () => undefined,
    hasImage: () => true,
    addImage: () => {},
  };
  return { map: map as unknown as ConstructorParameters<typeof PlaceWriter>[0], told };
}

test("of thousands of places only those that a step has changed are sent to the map", () => {
  const { map, told } = listeningMap();
  const writer = new PlaceWriter(map);
  const places = Array.from({ length: 2000 }, (_, i) => place(`p${i}`, i / 1000));
  writer.write(scene(places));
  told.length = 0;
  writer.write(scene([...places.slice(1, 1999).map((each) => ({ ...each })), place("p1999", 9), place("new", 8)]));
  expect(told.filter(([source]) => source === "places")).toEqual([["places", "change", ["-p0", "p1999", "new"]]]);
});

test("when most places change all are sent at once, and nothing when none does", () => {
  const { map, told } = listeningMap();
  const writer = new PlaceWriter(map);
  const places = Array.from({ length: 2000 }, (_, i) => place(`p${i}`, i / 1000));
  writer.write(scene(places));
  told.length = 0;
  writer.write(scene(places.map((each) => ({ ...each }))));
  expect(told.filter(([source]) => source === "places")).toEqual([]);
  writer.write(scene(places.slice(500)));
  expect(told.filter(([source]) => source === "places").map(([, what, ids]) => [what, ids.length])).toEqual([
    ["all", 1500],
  ]);
});
