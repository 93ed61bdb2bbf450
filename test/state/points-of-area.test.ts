import fc from "fast-check";
import { expect, test } from "vitest";
import { groupPoints } from "../../src/analysis/coverage/point-groups.ts";
import { pointsOfArea } from "../../src/state/selectors/points-of-area.ts";

test("the points of a Sozialraum are all of them and no others, in whatever groups they stand", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -1, max: 5 }), { maxLength: 60 }),
      fc.integer({ min: 1, max: 9 }),
      (areas, size) => {
        const area = Int32Array.from(areas);
        const places = Float64Array.from(areas, (_, i) => i);
        const groups = groupPoints(places, places, area, size);
        for (let asked = 0; asked <= 6; asked++) {
          const points = areas.flatMap((own, i) => (own === asked ? [i] : []));
          expect(pointsOfArea({ area, groups }, asked)).toEqual(points);
        }
        expect(groups.boxes.length / 4).toBe(Math.ceil(areas.length / size));
      },
    ),
  );
});
