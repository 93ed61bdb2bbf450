/**
 * UTM on GRS80 (ETRS89) in both directions, by Krüger's series to the fourth order:
 * better than a millimetre within 10° of the central meridian, i.e. everywhere in Germany.
 */
const A = 6378137;
const F = 1 / 298.257222101;
const N = F / (2 - F);
const RADIUS = (A / (1 + N)) * (1 + N ** 2 / 4 + N ** 4 / 64);
const SCALE = 0.9996;
const FALSE_EASTING = 500000;
const E = Math.sqrt(F * (2 - F));

const ALPHA = [
  N / 2 - (2 / 3) * N ** 2 + (5 / 16) * N ** 3 + (41 / 180) * N ** 4,
  (13 / 48) * N ** 2 - (3 / 5) * N ** 3 + (557 / 1440) * N ** 4,
  (61 / 240) * N ** 3 - (103 / 140) * N ** 4,
  (49561 / 161280) * N ** 4,
];
const BETA = [
  N / 2 - (2 / 3) * N ** 2 + (37 / 96) * N ** 3 - (1 / 360) * N ** 4,
  (1 / 48) * N ** 2 + (1 / 15) * N ** 3 - (437 / 1440) * N ** 4,
  (17 / 480) * N ** 3 - (37 / 840) * N ** 4,
  (4397 / 161280) * N ** 4,
];

const meridian = (zone) => ((zone * 6 - 183) * Math.PI) / 180;

/** Longitude and latitude in degrees → easting and northing in metres. */
export function toUtm([lon, lat], zone = 32) {
  const phi = (lat * Math.PI) / 180;
  const lambda = (lon * Math.PI) / 180 - meridian(zone);
  const t = Math.sinh(Math.atanh(Math.sin(phi)) - E * Math.atanh(E * Math.sin(phi)));
  const xi = Math.atan2(t, Math.cos(lambda));
  const eta = Math.atanh(Math.sin(lambda) / Math.sqrt(1 + t * t));
  let x = eta;
  let y = xi;
  ALPHA.forEach((alpha, i) => {
    const k = 2 * (i + 1);
    x += alpha * Math.cos(k * xi) * Math.sinh(k * eta);
    y += alpha * Math.sin(k * xi) * Math.cosh(k * eta);
  });
  return [FALSE_EASTING + SCALE * RADIUS * x, SCALE * RADIUS * y];
}

/** Easting and northing in metres → longitude and latitude in degrees. */
export function fromUtm([easting, northing], zone = 32) {
  const eta = (easting - FALSE_EASTING) / (SCALE * RADIUS);
  const xi = northing / (SCALE * RADIUS);
  let x = eta;
  let y = xi;
  BETA.forEach((beta, i) => {
    const k = 2 * (i + 1);
    x -= beta * Math.cos(k * xi) * Math.sinh(k * eta);
    y -= beta * Math.sin(k * xi) * Math.cosh(k * eta);
  });
  const target = Math.sin(y) / Math.sqrt(Math.sinh(x) ** 2 + Math.cos(y) ** 2);
  let tau = target;
  for (let i = 0; i < 4; i += 1) {
    const sigma = Math.sinh(E * Math.atanh((E * tau) / Math.sqrt(1 + tau * tau)));
    const guess = tau * Math.sqrt(1 + sigma * sigma) - sigma * Math.sqrt(1 + tau * tau);
    const step = (target - guess) / Math.sqrt(1 + guess * guess);
    tau += (step * (1 + (1 - E * E) * tau * tau)) / ((1 - E * E) * Math.sqrt(1 + tau * tau));
  }
  return [((Math.atan2(Math.sinh(x), Math.cos(y)) + meridian(zone)) * 180) / Math.PI, (Math.atan(tau) * 180) / Math.PI];
}
