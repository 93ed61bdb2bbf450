import geodesicModule from "geographiclib-geodesic";

/** Length of the geodesic on WGS84 in metres: Karney (2013), accurate to nanometres. The oracle for every distance. */
export function geodesicMetres(lon1: number, lat1: number, lon2: number, lat2: number): number {
  const inverse = geodesicModule.Geodesic.WGS84.Inverse(lat1, lon1, lat2, lon2);
  if (inverse.s12 === undefined) throw new Error("no geodesic");
  return inverse.s12;
}
