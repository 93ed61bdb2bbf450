import type { Background } from "../../domain/background.ts";
import type { Shapes } from "../../geo/shapes.ts";
import { shapesFromGeojson } from "../../geo/shapes-from-geojson.ts";

/** The built-up land of a city as shapes, one area per feature, or undefined when no background has it as polygons (tiles do not). */
export function residentialLandOf(backgrounds: readonly Background[]): Shapes | undefined {
  const geometries = backgrounds.flatMap((background) =>
    background.form === "features"
      ? background.collection.features
          .filter((feature) => feature.properties.layer === "built")
          .map((feature) => feature.geometry)
          .filter((geometry) => geometry.type === "Polygon" || geometry.type === "MultiPolygon")
      : [],
  );
  return geometries.length > 0 ? shapesFromGeojson(geometries) : undefined;
}
