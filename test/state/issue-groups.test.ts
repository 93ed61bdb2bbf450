import { describe, expect, test } from "vitest";
import type { Issue } from "../../src/domain/issue.ts";
import type { OfferedRepair } from "../../src/domain/repair.ts";
import { issueCount, issueGroups } from "../../src/state/selectors/issue-groups.ts";

const VALID = (resource: string): OfferedRepair => ({ resource, repair: { repair: "make-valid" } });

const issue = (code: Issue["code"], more: Partial<Issue> = {}): Issue => ({
  code,
  severity: "notice",
  source: "areas.geojson",
  context: {},
  ...more,
});

describe("issues by kind", () => {
  test("the serious come first, each kind with all that there are, also those that were only counted, which stand last", () => {
    const issues = [
      issue("name-missing", { context: { further: 563 } }),
      issue("name-missing", { row: 2 }),
      issue("value-jump", { severity: "warning" }),
      issue("name-missing", { row: 3 }),
      issue("value-not-a-number", { severity: "error" }),
    ];
    const groups = issueGroups(issues);
    expect(groups.map(({ code, count }) => [code, count])).toEqual([
      ["value-not-a-number", 1],
      ["value-jump", 1],
      ["name-missing", 565],
    ]);
    expect(groups[2]?.issues.map(({ row }) => row)).toEqual([2, 3, undefined]);
    expect(issueCount(issues)).toBe(567);
  });

  test("what several offer alike is offered once by file; what one alone offers stays with it", () => {
    const [rings, overlaps] = issueGroups([
      ...[1, 2].map((row) => issue("ring-invalid", { row, repair: VALID("areas") })),
      ...[1, 2].map((row) => issue("ring-invalid", { row, source: "parts.geojson", repair: VALID("parts") })),
      issue("area-twice", { repair: { resource: "areas", repair: { repair: "leave-out", lines: [3] } } }),
      issue("area-twice", { repair: { resource: "areas", repair: { repair: "leave-out", lines: [4] } } }),
    ]);
    expect(rings?.repairs.map(({ offered, source }) => [offered.resource, source])).toEqual([
      ["areas", "areas.geojson"],
      ["parts", "parts.geojson"],
    ]);
    expect(overlaps?.repairs).toEqual([]);
  });
});
