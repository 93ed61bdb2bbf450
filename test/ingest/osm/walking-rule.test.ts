import { describe, expect, test } from "vitest";
import { walkOf } from "../../../src/ingest/osm/walking-rule.ts";

type Tags = Record<string, string>;
const walk = (tags: Tags) => walkOf(new Map(Object.entries(tags)));

describe("the rule for ways that one can walk along", () => {
  test.each<[Tags, string]>([
    [{ highway: "residential" }, "street"],
    [{ highway: "primary", sidewalk: "no" }, "street"],
    [{ highway: "secondary", sidewalk: "separate" }, "street"],
    [{ highway: "service", service: "driveway" }, "street"],
    [{ highway: "footway" }, "path"],
    [{ highway: "pedestrian", area: "yes" }, "path"],
    [{ highway: "track", access: "agricultural" }, "path"],
    [{ highway: "path", vehicle: "no", motor_vehicle: "no" }, "path"],
    [{ highway: "residential", access: "delivery" }, "street"],
    [{ highway: "service", access: "private", foot: "yes" }, "street"],
    [{ highway: "cycleway", foot: "designated" }, "path"],
    [{ highway: "cycleway", sidewalk: "right" }, "path"],
    [{ highway: "bridleway", foot: "permissive" }, "path"],
    [{ highway: "busway", foot: "yes" }, "street"],
    [{ highway: "trunk", sidewalk: "both" }, "street"],
    [{ highway: "trunk", "sidewalk:left": "yes" }, "street"],
    [{ highway: "trunk", foot: "yes" }, "street"],
    [{ highway: "motorway", foot: "yes" }, "street"],
    [{ highway: "secondary", motorroad: "yes", foot: "yes" }, "street"],
    [{ railway: "platform" }, "path"],
    [{ public_transport: "platform" }, "path"],
    [{ man_made: "pier" }, "path"],
    [{ highway: "steps" }, "steps"],
    [{ highway: "steps", bridge: "yes" }, "steps"],
    [{ highway: "footway", bridge: "viaduct" }, "bridge"],
    [{ highway: "residential", bridge: "no" }, "street"],
    [{ highway: "footway", tunnel: "yes" }, "tunnel"],
    [{ highway: "footway", tunnel: "building_passage" }, "path"],
  ])("lets people walk along %j as %s", (tags, expected) => {
    expect(walk(tags)?.class).toBe(expected);
  });

  test.each<[Tags]>([
    [{ highway: "motorway" }],
    [{ highway: "motorway", sidewalk: "both" }],
    [{ highway: "motorway_link" }],
    [{ highway: "trunk" }],
    [{ highway: "trunk_link", sidewalk: "no" }],
    [{ highway: "secondary", motorroad: "yes" }],
    [{ highway: "cycleway" }],
    [{ highway: "bridleway" }],
    [{ highway: "busway" }],
    [{ highway: "construction", construction: "footway" }],
    [{ highway: "proposed" }],
    [{ highway: "raceway" }],
    [{ highway: "via_ferrata" }],
    [{ highway: "residential", foot: "no" }],
    [{ highway: "primary", foot: "use_sidepath" }],
    [{ highway: "footway", access: "private" }],
    [{ highway: "footway", access: "no" }],
    [{ highway: "path", access: "yes", foot: "private" }],
    [{ railway: "platform", access: "private" }],
    [{ route: "ferry" }],
    [{ route: "ferry", foot: "yes" }],
    [{ railway: "rail" }],
    [{ building: "yes" }],
    [{ waterway: "river" }],
    [{}],
  ])("lets nobody walk along %j", (tags) => {
    expect(walk(tags)).toBeUndefined();
  });

  test.each<[Tags, number]>([
    [{ highway: "residential", oneway: "yes" }, 0],
    [{ highway: "residential", oneway: "-1", "oneway:bicycle": "no" }, 0],
    [{ highway: "footway", "oneway:foot": "yes" }, 1],
    [{ highway: "footway", "oneway:foot": "-1" }, -1],
    [{ highway: "footway", "oneway:foot": "no", "foot:backward": "no" }, 0],
    [{ highway: "path", "foot:backward": "no" }, 1],
    [{ highway: "path", "foot:forward": "no" }, -1],
    [{ highway: "steps", conveying: "forward" }, 1],
    [{ highway: "steps", conveying: "backward" }, -1],
    [{ highway: "steps", conveying: "reversible" }, 0],
  ])("binds the direction of %j to %d", (tags, direction) => {
    expect(walk(tags)?.direction).toBe(direction);
  });
});
