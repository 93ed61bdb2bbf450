import type { StyleSpecification } from "maplibre-gl";
import { INK } from "./map-ink.ts";
import { READING_SCALE } from "./reading-scale.ts";

/**
 * The stack of the map, bottom to top. Each slot is an empty layer; what belongs to it is inserted below it, so layers may
 * come in any order and still lie where they should.
 */
export const SLOTS = [
  "ground",
  "fills",
  "zones",
  "veil",
  "borders",
  "cells",
  "circles",
  "outlines",
  "focus",
  "labels",
  "places",
  "top",
] as const;
export type Slot = (typeof SLOTS)[number];

export const slotId = (slot: Slot) => `slot-${slot}`;

/** The style before anything is known: paper. Property changes are immediate: nothing fades without a reason. */
export function emptyStyle(): StyleSpecification {
  return {
    version: 8,
    transition: { duration: 0, delay: 0 },
    state: { [READING_SCALE]: { default: 1 } },
    sources: {},
    layers: [
      { id: "paper", type: "background", paint: { "background-color": INK.land } },
      ...SLOTS.map((slot) => ({
        id: slotId(slot),
        type: "background" as const,
        layout: { visibility: "none" as const },
      })),
    ],
  };
}
