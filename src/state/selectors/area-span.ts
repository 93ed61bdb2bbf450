import type { DemandPoints } from "../../analysis/coverage/demand.ts";

interface Spans {
  /** Per area the first of its points, and one behind the last. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

const spansOfDemand = new WeakMap<Pick<DemandPoints, "area">, Spans>();

/**
 * Between which points those of an area stand: neighbours on the ground are neighbours in the arrays, so that who asks for one Sozialraum need
 * not look at the whole country.
 */
export function areaSpan(demand: Pick<DemandPoints, "area">, area: number): readonly [from: number, to: number] {
  let spans = spansOfDemand.get(demand);
  if (!spans) {
    spans = spansOf(demand.area);
    spansOfDemand.set(demand, spans);
  }
  return [spans.from[area] ?? 0, spans.to[area] ?? 0];
}

function spansOf(areas: Int32Array): Spans {
  let last = -1;
  for (let i = 0; i < areas.length; i++) if ((areas[i] as number) > last) last = areas[i] as number;
  const from = new Uint32Array(last + 1);
  const to = new Uint32Array(last + 1);
  for (let i = 0; i < areas.length; i++) {
    const area = areas[i] as number;
    if (area < 0) continue;
    if (to[area] === 0) from[area] = i;
    to[area] = i + 1;
  }
  return { from, to };
}
