import { FILL_OPACITY } from "./area-layers.ts";
import { INK } from "./map-ink.ts";

/** The colour that a fill has on the paper of the map, for legends: fills let the ground show through a little. */
export function fillOnPaper(colour: string): string {
  const [above, below] = [channels(colour), channels(INK.land)];
  if (!above || !below) return colour;
  const mixed = above.map((value, index) =>
    Math.round(value * FILL_OPACITY + (below[index] ?? value) * (1 - FILL_OPACITY)),
  );
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

function channels(colour: string): number[] | undefined {
  const hex = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colour);
  if (hex) return hex.slice(1).map((pair) => Number.parseInt(pair, 16));
  const decimal = /^rgb\((\d+)[ ,]+(\d+)[ ,]+(\d+)\)$/.exec(colour);
  return decimal?.slice(1).map(Number);
}
