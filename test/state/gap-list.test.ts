import fc from "fast-check";
import { expect, test } from "vitest";
import type { CoverageRow } from "../../src/domain/coverage-row.ts";
import { gapList } from "../../src/state/selectors/gap-list.ts";

const rows: fc.Arbitrary<CoverageRow[]> = fc.uniqueArray(
  fc.record({
    id: fc.string({ minLength: 1 }),
    name: fc.string(),
    anlaufpunkteInside: fc.option(fc.nat(2), { nil: undefined }),
    residentsUnreached: fc.option(fc.nat(5), { nil: undefined }),
    nearestMedianMetres: fc.option(fc.nat(5), { nil: undefined }),
    status: fc.constantFrom("unknown" as const, "served" as const, "reached" as const, "gap" as const),
  }),
  { selector: (row) => row.id },
) as unknown as fc.Arbitrary<CoverageRow[]>;

test("holds every Sozialraum with no Anlaufpunkt inside once, and no other, in whatever order", () => {
  fc.assert(
    fc.property(rows, fc.constantFrom("gaps-first", "name", "unreached", "distance"), (all, order) => {
      const ids = (list: readonly CoverageRow[]) => list.map((row) => row.id).sort();
      expect(ids(gapList(all, order))).toEqual(ids(all.filter((row) => row.anlaufpunkteInside === 0)));
    }),
  );
});

test("gaps come first, then those that reach least, and what is missing comes last and is not zero", () => {
  fc.assert(
    fc.property(rows, (all) => {
      const list = gapList(all);
      for (const [index, row] of list.entries()) {
        const before = list[index - 1];
        if (!before) continue;
        if (before.status !== "gap") expect(row.status).not.toBe("gap");
        if ((before.status === "gap") !== (row.status === "gap")) continue;
        if (before.residentsUnreached === undefined) expect(row.residentsUnreached).toBeUndefined();
        else expect(row.residentsUnreached ?? -1).toBeLessThanOrEqual(before.residentsUnreached);
      }
    }),
  );
});

test("does not depend on the order in which the rows came", () => {
  fc.assert(
    fc.property(rows, (all) => {
      expect(gapList([...all].reverse())).toEqual(gapList(all));
    }),
  );
});
