import type { Period } from "../../domain/period.ts";
import type { Population, PopulationBasis } from "../../domain/population.ts";
import type { Level } from "../../domain/sozialraum.ts";
import { type LocalPlane, localPlane, planeAround, toPlane } from "../../geo/local-plane.ts";
import { type LonLatBox, type Shapes, shapesBox } from "../../geo/shapes.ts";
import { releaseArrays } from "../../work/release-arrays.ts";
import { prepareAreas } from "./area-index.ts";
import { areasByKey } from "./area-keys.ts";
import { assignToAreas } from "./assign-cells.ts";
import type { Demand, DemandOfAreas, OutsideDemand } from "./demand.ts";
import { blockPoints, hilbertOrder } from "./point-blocks.ts";
import { groupPoints } from "./point-groups.ts";
import { sampleArea } from "./sample-area.ts";

export interface DemandInput {
  readonly population?: Population | undefined;
  /** Finest first; keys of finer levels lead to coarser ones by their parents. */
  readonly levels: readonly Level[];
  /** Id of the level to prepare. */
  readonly level: string;
  /** Residential land for the ladder, see `residentialLandOf`. */
  readonly residentialLand?: Shapes | undefined;
}

/**
 * Prepares the residents of one level for measuring (rules C1, C2, C7): every cell gets its Sozialraum – by its given key, else by
 * position – and an area without a cell of known residents falls down the ladder of bases by itself, when its total is known and of the
 * same year as the cells.
 * The plane is that of the finest level, so that all levels measure the same distances. Throws when the level does not exist.
 */
export function prepareDemand(input: DemandInput): Demand {
  const level = input.levels.find((candidate) => candidate.id === input.level);
  if (!level) throw new RangeError(`no level ${input.level}`);
  const { population } = input;
  const rows = population?.residents.length ?? 0;
  const areaIndex = prepareAreas(level.shapes, rows);
  const area = population ? areaOfCells(population, input.levels, level, areaIndex) : new Int32Array(0);
  const known = sumOfCells(population, area, level.sozialraeume.length);
  const samples = sampleAreas(input, level, known.areas);

  const lon = joined(population?.lon, samples.lon);
  const lat = joined(population?.lat, samples.lat);
  const plane = planeOf(input.levels[0] ?? level, lon, lat);
  const placed = toPlane(plane, lon, lat);
  const order = hilbertOrder(placed.x, placed.y);
  const x = reordered(placed.x, order);
  const y = reordered(placed.y, order);
  releaseArrays(placed.x, placed.y);
  const row = new Int32Array(order.length);
  const areaInOrder = new Int32Array(order.length);
  const residents = new Float64Array(order.length);
  for (let i = 0; i < order.length; i++) {
    const from = order[i] as number;
    row[i] = from < rows ? from : -1;
    areaInOrder[i] = (from < rows ? area[from] : samples.area[from - rows]) as number;
    residents[i] = (from < rows ? population?.residents[from] : samples.residents[from - rows]) as number;
  }
  const inOrder = { lon: reordered(lon, order), lat: reordered(lat, order) };
  releaseArrays(order, area);
  return {
    level: level.id,
    plane,
    ...inOrder,
    x,
    y,
    residents,
    area: areaInOrder,
    row,
    groups: groupPoints(inOrder.lon, inOrder.lat, areaInOrder),
    blocks: blockPoints(x, y),
    areaIndex,
    areas: known.areas,
    outside: known.outside,
  };
}

function areaOfCells(
  population: Population,
  levels: readonly Level[],
  level: Level,
  areaIndex: ReturnType<typeof prepareAreas>,
): Int32Array {
  const { sozialraum: keys } = population;
  const byPosition = () => assignToAreas(areaIndex, population.lon, population.lat).area;
  if (!keys) return byPosition();
  const byKey = areasByKey(levels, level);
  const area = Int32Array.from(keys, (key) => byKey.get(key) ?? -1);
  if (area.every((index) => index >= 0)) return area;
  const located = byPosition();
  return area.map((index, i) => (index >= 0 ? index : (located[i] as number)));
}

interface MutableAreas extends DemandOfAreas {
  readonly basis: (PopulationBasis | undefined)[];
}

function sumOfCells(
  population: Population | undefined,
  area: Int32Array,
  count: number,
): { areas: MutableAreas; outside: OutsideDemand } {
  const areas: MutableAreas = {
    basis: new Array<PopulationBasis | undefined>(count).fill(undefined),
    residents: new Float64Array(count).fill(Number.NaN),
    cells: new Uint32Array(count),
    missing: new Uint32Array(count),
    suppressed: new Uint32Array(count),
  };
  const outside = { cells: 0, residents: 0, missing: 0, suppressed: 0 };
  if (!population) return { areas, outside };
  for (let i = 0; i < area.length; i++) {
    const a = area[i] as number;
    const residents = population.residents[i] as number;
    if (Number.isNaN(residents)) {
      const reason = population.suppressed[i] === 1 ? "suppressed" : "missing";
      if (a < 0) outside[reason]++;
      else areas[reason][a] = (areas[reason][a] as number) + 1;
    } else if (a < 0) {
      outside.cells++;
      outside.residents += residents;
    } else {
      const before = areas.residents[a] as number;
      areas.residents[a] = (areas.cells[a] === 0 ? 0 : before) + residents;
      areas.cells[a] = (areas.cells[a] as number) + 1;
      areas.basis[a] = population.basis;
    }
  }
  return { areas, outside };
}

interface Samples {
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly residents: Float64Array;
  readonly area: Int32Array;
}

/** The ladder: writes basis and residents of the areas that fall down it, and returns the points that stand for them. */
function sampleAreas(input: DemandInput, level: Level, areas: MutableAreas): Samples {
  const land = input.residentialLand ? prepareAreas(input.residentialLand) : undefined;
  const lon: number[] = [];
  const lat: number[] = [];
  const residents: number[] = [];
  const area: number[] = [];
  const usable = !input.population || ofOneYear(level.origin.period, input.population.origin.period);
  level.sozialraeume.forEach(({ residents: total }, a) => {
    if (!usable || areas.basis[a] !== undefined || typeof total !== "number") return;
    const sample = sampleArea(level.shapes, a, land);
    if (!sample) return;
    areas.basis[a] = sample.basis;
    areas.residents[a] = total;
    for (let k = 0; k < sample.lon.length; k++) {
      lon.push(sample.lon[k] as number);
      lat.push(sample.lat[k] as number);
      residents.push(total / sample.lon.length);
      area.push(a);
    }
  });
  return {
    lon: Float64Array.from(lon),
    lat: Float64Array.from(lat),
    residents: Float64Array.from(residents),
    area: Int32Array.from(area),
  };
}

/** Whether two dates may stand in one sum: totals of another year are never mixed in silently. An unknown date forbids nothing. */
function ofOneYear(a: Period | undefined, b: Period | undefined): boolean {
  return a === undefined || b === undefined || a.slice(0, 4) === b.slice(0, 4);
}

function planeOf(finest: Level, lon: Float64Array, lat: Float64Array): LocalPlane {
  const box: LonLatBox | undefined = shapesBox(finest.shapes);
  if (box) return planeAround(box);
  return lon.length > 0 ? localPlane(lon[0] as number, lat[0] as number) : localPlane(0, 0);
}

/** The first one itself where nothing comes behind it. */
function joined(first: Float64Array | undefined, second: Float64Array): Float64Array {
  if (first && second.length === 0) return first;
  const result = new Float64Array((first?.length ?? 0) + second.length);
  if (first) result.set(first);
  result.set(second, first?.length ?? 0);
  return result;
}

function reordered(values: Float64Array, order: Uint32Array): Float64Array {
  const result = new Float64Array(order.length);
  for (let i = 0; i < order.length; i++) result[i] = values[order[i] as number] as number;
  return result;
}
