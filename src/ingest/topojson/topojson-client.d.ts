declare module "topojson-client" {
  /** An object of a topology as features; throws where it names arcs that are not there. */
  export function feature(topology: object, object: object): GeoJSON.Feature | GeoJSON.FeatureCollection;
}
