import type { ClassBreaks } from "./class-breaks.ts";

/** Stands for „no value“ among class indices. */
export const NO_CLASS = 255;

/**
 * The class of every value.
 * @param values NaN = no value.
 * @returns index of the class, `NO_CLASS` without a value. Values below or above the scope belong to the first or last class.
 */
export function classifyValues(values: ArrayLike<number>, { breaks }: ClassBreaks): Uint8Array {
  const classes = new Uint8Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (Number.isNaN(value)) {
      classes[i] = NO_CLASS;
      continue;
    }
    let index = 0;
    while (index < breaks.length && value >= (breaks[index] as number)) index++;
    classes[i] = index;
  }
  return classes;
}

/** Values per class; those without a value are not counted. */
export function countClasses(classes: Uint8Array, k: number): Uint32Array {
  const counts = new Uint32Array(k);
  for (const index of classes) if (index !== NO_CLASS) counts[index] = (counts[index] as number) + 1;
  return counts;
}
