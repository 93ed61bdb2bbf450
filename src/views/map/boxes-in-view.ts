/** West, south, east and north in degrees. */
export type View = readonly [west: number, south: number, east: number, north: number];

/** The view with a margin of this part of its width and height on every side. */
export function widened([west, south, east, north]: View, part: number): View {
  const [dx, dy] = [(east - west) * part, (north - south) * part];
  return [west - dx, south - dy, east + dx, north + dy];
}

export function viewInside(inner: View, outer: View): boolean {
  return inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3];
}

/** Indices of the boxes (interleaved west, south, east, north) that touch the view. */
export function boxesInView(boxes: Float64Array, [west, south, east, north]: View): number[] {
  const touching: number[] = [];
  for (let box = 0; box < boxes.length / 4; box++) {
    const isBeside = (boxes[4 * box] as number) > east || (boxes[4 * box + 2] as number) < west;
    const isAbove = (boxes[4 * box + 1] as number) > north || (boxes[4 * box + 3] as number) < south;
    if (!isBeside && !isAbove) touching.push(box);
  }
  return touching;
}
