import { LAKES, LAND_USES, ORIGIN } from "./city-plan.mjs";
import { distance, pointInRing } from "./plane.mjs";
import { createRandom } from "./seeded-random.mjs";
import { roughNoiseAt } from "./smooth-noise.mjs";

export const CELL_SIZE = 100;
export const AGE_GROUPS = ["0-6", "6-18", "18-65", "65-80", "80-"];

/** Whole numbers with a given sum, as near as possible to the shares (largest remainder). */
export function apportion(shares, total) {
  const sum = shares.reduce((a, b) => a + b, 0);
  if (sum === 0) return shares.map(() => 0);
  const exact = shares.map((share) => (share / sum) * total);
  const whole = exact.map(Math.floor);
  const rest = total - whole.reduce((a, b) => a + b, 0);
  const order = exact.map((value, i) => [value - whole[i], i]).sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  for (let i = 0; i < rest; i += 1) whole[order[i][1]] += 1;
  return whole;
}

const contains = (polygons, point) =>
  polygons.some(([outer, ...holes]) => pointInRing(point, outer) && !holes.some((hole) => pointInRing(point, hole)));

function ageShares(quartier, random) {
  const old = quartier.elderly + 0.12 * random.normal();
  const young = quartier.use === "neubau" || quartier.use === "grosssiedlung" ? 0.35 : 0;
  const centre = quartier.use === "altstadt" || quartier.use === "gruenderzeit" ? 1 : 0;
  const vary = () => 1 + 0.16 * random.normal();
  return [
    Math.max(0.005, (0.062 - 0.02 * old + 0.03 * young - 0.006 * centre) * vary()),
    Math.max(0.01, (0.125 - 0.03 * old + 0.05 * young - 0.035 * centre) * vary()),
    0.61 - 0.13 * old + 0.08 * centre,
    Math.max(0.01, (0.085 + 0.14 * old - 0.03 * centre) * vary()),
    Math.max(0.005, (0.035 + 0.075 * old) * vary()),
  ];
}

/** Residents in 100-m cells: as many as the built land in the cell holds at the density of its use. */
export function settlePeople(land, raster, quartierShapes, total) {
  const random = createRandom(land.seed, "population");
  const island = LAKES.find((lake) => lake.island).island;
  const cells = [];
  const boxes = quartierShapes.map(({ polygons }) => {
    const points = polygons.flatMap((rings) => rings[0]);
    return [
      Math.min(...points.map((p) => p[0])),
      Math.min(...points.map((p) => p[1])),
      Math.max(...points.map((p) => p[0])),
      Math.max(...points.map((p) => p[1])),
    ];
  });
  for (let y = -6050; y <= 6050; y += CELL_SIZE) {
    for (let x = -6050; x <= 6050; x += CELL_SIZE) {
      let weight = 0;
      let built = 0;
      for (const dx of [-37.5, -12.5, 12.5, 37.5]) {
        for (const dy of [-37.5, -12.5, 12.5, 37.5]) {
          const use = raster.landUseOf(x + dx, y + dy);
          if (!use) continue;
          built += 1;
          weight += LAND_USES[use].density;
        }
      }
      const onIsland = distance([x, y], [island.x, island.y]) < 60;
      if (built < 3 && !onIsland) continue;
      const box = quartierShapes.findIndex(
        ({ polygons }, i) =>
          x >= boxes[i][0] && y >= boxes[i][1] && x <= boxes[i][2] && y <= boxes[i][3] && contains(polygons, [x, y]),
      );
      if (box < 0) continue;
      const quartier = quartierShapes[box].quartier;
      const local = 1 + 0.38 * roughNoiseAt(land.seed + 30, x, y, 330, 2) + 0.2 * random.normal();
      // shops and offices empty the middle; schools, works and churches leave holes
      const shops = distance([x, y], [0, 0]) < 260 ? 0.62 : 1;
      const hole = !onIsland && random.chance(0.035) ? 0.08 : 1;
      if (onIsland && cells.some((cell) => cell.onIsland)) continue;
      cells.push({
        x,
        y,
        quartier,
        onIsland,
        weight: onIsland ? 3 : weight * Math.max(0.25, local) * shops * hole,
        random: random.next(),
      });
    }
  }
  const sum = cells.reduce((s, cell) => s + cell.weight, 0);
  // cells that would hold a person or two hold none: a house stands empty or is a farm shed
  const inhabited = cells.filter((cell) => (cell.weight / sum) * total >= 2.6 || cell.onIsland);
  const counts = apportion(
    inhabited.map((cell) => cell.weight),
    total - 11,
  );
  const settled = inhabited
    .map((cell, i) => ({ ...cell, residents: cell.onIsland ? counts[i] + 11 : counts[i] }))
    .filter((cell) => cell.residents >= 3);
  const missing = total - settled.reduce((s, cell) => s + cell.residents, 0);
  settled[0].residents += missing;
  return settled.map((cell) => {
    const groups = apportion(ageShares(cell.quartier, random), cell.residents);
    return {
      x: ORIGIN[0] + cell.x,
      y: ORIGIN[1] + cell.y,
      local: [cell.x, cell.y],
      quartier: cell.quartier.id,
      residents: cell.residents,
      groups,
    };
  });
}
