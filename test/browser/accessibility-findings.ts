import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "vitest";
import type { Actor } from "./stage.ts";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * What axe objects to in what the page shows now: each finding with the elements that it concerns.
 * @param parts selectors of what is examined; default: all of it
 */
export async function accessibilityFindings(actor: Actor, ...parts: readonly string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page: actor.page });
  for (const part of parts) axe.include(part);
  const { violations, passes } = await axe
    // Of what passes nobody reads the elements, and finding a selector for each is most of the work.
    .options({ resultTypes: ["violations"] })
    .withTags(RULES)
    // The app has no frames: all is examined in this page, and no second one is opened to put parts together.
    .setLegacyMode()
    .analyze();
  // An axe that could not run finds nothing either.
  expect(passes.length).toBeGreaterThan(5);
  return violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `  ${node.html}`).join("\n")}`);
}
