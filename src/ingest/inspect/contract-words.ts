import type { Role } from "../../domain/city.ts";
import { plainColumn } from "./column-words.ts";

/** Columns of the contract that no other table has together; with two of them beside `id` and `title` or `name` it is one of ours. */
const OWN: readonly (readonly [role: Role, words: readonly string[]])[] = [
  ["indicators", ["unit", "kind", "direction", "numerator", "denominator", "per"]],
  ["goals", ["parent", "indicators", "target", "target date"]],
  ["vorhaben", ["goals", "field", "costs", "partners", "organisation", "start", "end", "milestones"]],
  ["akteure", ["functions", "needs", "contact", "sozialraeume"]],
];

/** What catalogues of goals of German cities call their columns. */
const OF_GOALS = ["oberziel", "grobziel", "zielwert", "sollwert", "zieldatum", "zieljahr", "zieltermin"];

/** Whether each row is a goal: it is called so, and has something that only goals have. */
export function isOfGoals(names: readonly string[]): boolean {
  const plain = names.map(plainColumn);
  return plain.some((name) => /^(ziel|feinziel)$/.test(name)) && plain.some((name) => OF_GOALS.includes(name));
}

/** The role of a table that is written in the words of the contract, a part of a data package: told by its columns alone. */
export function contractRole(names: readonly string[]): Role | undefined {
  const plain = new Set(names.map(plainColumn));
  if (!plain.has("id") && !plain.has("name")) return undefined;
  if (!plain.has("title") && !plain.has("name")) return undefined;
  return OWN.find(([, words]) => words.filter((word) => plain.has(word)).length >= 2)?.[0];
}
