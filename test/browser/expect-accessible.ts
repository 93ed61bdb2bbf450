import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "vitest";
import type { Actor } from "./stage.ts";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** axe finds nothing in what the page shows now; each finding is named with the elements that it concerns. */
export async function expectAccessible(actor: Actor): Promise<void> {
  const { violations, passes } = await new AxeBuilder({ page: actor.page }).withTags(RULES).analyze();
  // An axe that could not run finds nothing either.
  expect(passes.length).toBeGreaterThan(5);
  const findings = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((n) => `  ${n.html}`).join("\n")}`,
  );
  expect(findings).toEqual([]);
}
