/** How one walks along a way: its class in the network, and in which direction. */
export interface Walk {
  readonly class: WalkClass;
  /** 1 = only along the line, −1 = only against it, 0 = both ways. */
  readonly direction: 1 | 0 | -1;
}

export type WalkClass = "street" | "path" | "steps" | "bridge" | "tunnel";

/** What cars share with those who walk; without a pavement one walks at the edge of it. */
const STREETS = new Set(
  "primary primary_link secondary secondary_link tertiary tertiary_link unclassified residential living_street service road".split(
    " ",
  ),
);
/** What belongs to those who walk, or is open to them unless something else is said. */
const PATHS = new Set("footway path pedestrian track platform corridor elevator crossing".split(" "));
/** Built for others: open only where walking is allowed by name or has a pavement. */
const OTHERS = new Map<string, WalkClass>([
  ["trunk", "street"],
  ["trunk_link", "street"],
  ["busway", "street"],
  ["cycleway", "path"],
  ["bridleway", "path"],
]);
/** The same, and a pavement beside it would be a way of its own. */
const MOTORWAYS = new Set(["motorway", "motorway_link"]);

const ALLOWED = new Set(["yes", "designated", "permissive", "official", "destination", "customers"]);
const REFUSED = new Set(["no", "private", "military", "restricted", "permit"]);
/** `use_sidepath`: who walks has a way beside it, which is on the map. */
const REFUSED_ON_FOOT = new Set([...REFUSED, "use_sidepath"]);

const PAVEMENT = new Set(["yes", "both", "left", "right"]);
const SIDEWALK_KEYS = ["sidewalk", "sidewalk:both", "sidewalk:left", "sidewalk:right"];

type Tags = ReadonlyMap<string, string>;

/**
 * Whether one can walk along a way of OpenStreetMap, and how (own rule; it follows the German column of
 * wiki.openstreetmap.org/wiki/OSM_tags_for_routing/Access_restrictions and the meanings in the wiki's pages of the keys).
 * 1. `foot` decides; where it is silent, `access`. What is closed to vehicles only (`vehicle`, `motor_vehicle`, `access=agricultural`,
 *    `forestry`, `delivery`) is open to those who walk.
 * 2. Streets up to `primary`, and ways for walking, are open. `trunk`, `busway`, `cycleway`, `bridleway` and whatever has `motorroad=yes`
 *    are open only with `foot` or with a pavement (`sidewalk`), `motorway` only with `foot`.
 * 3. Platforms and piers are ways. Ferries are not: one waits and pays. Nor is what is planned, being built, gone, a race track or a
 *    climb (`via_ferrata`, `ladder`).
 * 4. One way only where it binds those who walk: `oneway:foot`, `foot:backward=no`, `foot:forward=no`, an escalator (`conveying`).
 * Squares (`area=yes`) are walked along their edge: as closed lines they need no rule. Conditions in time and gates are not looked at.
 */
export function walkOf(tags: Tags): Walk | undefined {
  const built = classOf(tags);
  return built && { class: classInNetwork(built, tags), direction: directionOf(tags) };
}

function classOf(tags: Tags): WalkClass | undefined {
  const foot = tags.get("foot");
  if (foot !== undefined && REFUSED_ON_FOOT.has(foot)) return undefined;
  const isAllowed = foot !== undefined && ALLOWED.has(foot);
  if (!isAllowed && REFUSED.has(tags.get("access") ?? "")) return undefined;
  const highway = tags.get("highway");
  if (highway === undefined) return isPlatformOrPier(tags) ? "path" : undefined;
  if (MOTORWAYS.has(highway)) return isAllowed ? "street" : undefined;
  const own = highway === "steps" ? "steps" : PATHS.has(highway) ? "path" : STREETS.has(highway) ? "street" : undefined;
  const built = own ?? OTHERS.get(highway);
  if (built === undefined || isAllowed) return built;
  const isForOthers = own === undefined || tags.get("motorroad") === "yes";
  return isForOthers && !hasPavement(tags) ? undefined : built;
}

function isPlatformOrPier(tags: Tags): boolean {
  return (
    tags.get("railway") === "platform" || tags.get("public_transport") === "platform" || tags.get("man_made") === "pier"
  );
}

function hasPavement(tags: Tags): boolean {
  return SIDEWALK_KEYS.some((key) => PAVEMENT.has(tags.get(key) ?? ""));
}

/** Steps stay steps on a bridge: they are the greater hindrance. */
function classInNetwork(built: WalkClass, tags: Tags): WalkClass {
  if (built === "steps") return built;
  const [bridge, tunnel] = [tags.get("bridge") ?? "no", tags.get("tunnel") ?? "no"];
  // A passage through a building is no tunnel to anyone who walks through it.
  return bridge !== "no" ? "bridge" : tunnel !== "no" && tunnel !== "building_passage" ? "tunnel" : built;
}

function directionOf(tags: Tags): Walk["direction"] {
  const oneWay = tags.get("oneway:foot");
  if (oneWay !== undefined) return oneWay === "yes" ? 1 : oneWay === "-1" ? -1 : 0;
  if (tags.get("foot:backward") === "no") return 1;
  if (tags.get("foot:forward") === "no") return -1;
  const conveying = tags.get("conveying");
  return conveying === "forward" ? 1 : conveying === "backward" ? -1 : 0;
}
