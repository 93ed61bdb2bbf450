import { areaGeometry } from "../../geo/area-geometry.ts";
import { ringFlaw } from "../../geo/ring-flaws.ts";
import { lineOfRecord } from "../record-lines.ts";
import type { Examined } from "./examined.ts";
import type { Findings } from "./findings.ts";

/** About two seconds of looking. */
const MOST_VERTICES = 1_000_000;

/** Rings that cross or touch themselves, with the place; cutting them is offered. */
export function examineRings({ levels }: Pick<Examined, "levels">, findings: Findings): void {
  for (const { level, resource } of levels) {
    if (level.shapes.coordinates.length > 2 * MOST_VERTICES) {
      findings.leaveOut(resource.path, "rings");
      continue;
    }
    for (const [index, area] of level.sozialraeume.entries()) {
      const flaw = ringFlaw(areaGeometry(level.shapes, index));
      if (!flaw) continue;
      const [lon, lat] = flaw.at ?? [];
      findings.add({
        code: "ring-invalid",
        severity: "warning",
        source: resource.path,
        row: lineOfRecord(area),
        context: { reason: flaw.reason, name: area.name },
        about: [
          ...(lon === undefined || lat === undefined ? [] : [{ on: "point", lon, lat } as const]),
          { on: "sozialraum", id: area.id, level: level.id },
        ],
        repair: { resource: resource.name, repair: { repair: "make-valid" } },
      });
    }
  }
}
