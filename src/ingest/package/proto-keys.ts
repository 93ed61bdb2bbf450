/**
 * Schemas leave a key called `__proto__` out, because set on an object it would be its prototype. In a package it is the name of a column,
 * or what stands in a cell: it is checked under another name, and given back as the entry that it is.
 */
const NAME = "__proto__";
const STAND_IN = "\u0000proto";

export function withStandIns(value: unknown): unknown {
  return renamed(value, NAME, STAND_IN);
}

export function withoutStandIns<T>(value: T): T {
  return renamed(value, STAND_IN, NAME) as T;
}

function renamed(value: unknown, from: string, to: string): unknown {
  if (Array.isArray(value)) return value.map((each) => renamed(each, from, to));
  if (typeof value !== "object" || value === null) return value;
  // `fromEntries` defines entries, whatever they are called.
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key === from ? to : key, renamed(each, from, to)]),
  );
}
