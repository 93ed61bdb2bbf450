/** What a unit of supply is: a place, whatever its size, or what the capacities of the places count (seats, appointments, hours). */
export type SupplyUnit = "place" | "capacity";

export interface Supply {
  readonly unit: SupplyUnit;
  /** Units per site. */
  readonly amount: Float64Array;
  /** Sites whose capacity is unknown. */
  readonly unknown: number;
}

/**
 * Supply of each site from its capacity (NaN = unknown). Counted in capacities, an unknown one is one unit (own choice; how many those
 * are is said). Without a wish, capacities count where all are known, else each place is one unit: a place of 120 seats beside one of
 * unknown size, taken as 1, would compare what cannot be compared. Throws when a capacity is negative.
 */
export function supplyOf(capacity: Float64Array, wish?: SupplyUnit): Supply {
  let unknown = 0;
  for (const value of capacity) {
    if (value < 0) throw new RangeError(`capacity is ${value}`);
    if (Number.isNaN(value)) unknown++;
  }
  const unit = wish ?? (unknown === 0 && capacity.length > 0 ? "capacity" : "place");
  const amount = capacity.map((value) => (unit === "place" || Number.isNaN(value) ? 1 : value));
  return { unit, amount, unknown };
}
