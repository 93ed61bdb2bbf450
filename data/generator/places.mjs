import { QUARTIERE } from "./city-plan.mjs";
import { toLonLat } from "./lonlat.mjs";
import { KEY_PLACES, OTHER_PLACES, PROVIDERS } from "./place-plan.mjs";
import { distance, nearestOnSegment, pointInRing, snap } from "./plane.mjs";
import { createRandom } from "./seeded-random.mjs";

const HOURS = {
  quartierszentrum: [
    "Mo-Fr 09:00-18:00",
    "Mo-Th 09:00-20:00; Fr 09:00-16:00",
    "Tu-Sa 10:00-19:00",
    "Mo-Fr 10:00-17:00; Sa 10:00-14:00",
    "Mo,We,Fr 14:00-19:00",
  ],
  beratungsstelle: [
    "Mo,Tu,Th 09:00-12:00, Th 14:00-18:00",
    "Mo-Fr 08:30-12:30, Mo,Th 14:00-17:00",
    "Tu 14:00-18:00; Th 09:00-12:00",
    "Mo-Th 09:00-16:00; Fr 09:00-13:00",
  ],
  begegnungsstaette: ["Mo-Fr 10:00-17:00", "Tu,Th 14:00-18:00", "Mo,We,Fr 09:30-16:30; PH off"],
  netzwerk: ["We 16:00-18:00", "Mo-Fr 09:00-13:00"],
  jugendzentrum: ["Tu-Fr 14:00-20:00; Sa 14:00-18:00", "Mo-Fr 13:00-20:00; PH off"],
  familienzentrum: ["Mo-Fr 08:00-16:30", "Mo-Th 08:30-16:00; Fr 08:30-14:00"],
  bibliothek: ["Tu-Fr 10:00-18:00; Sa 10:00-14:00", "Mo,Tu,Th,Fr 11:00-18:00; Sa 10:00-13:00"],
};

const inPolygons = (polygons, p) =>
  polygons.some(([outer, ...holes]) => pointInRing(p, outer) && !holes.some((hole) => pointInRing(p, hole)));

const slug = (text) =>
  text
    .toLowerCase()
    .replaceAll("ä", "ae")
    .replaceAll("ö", "oe")
    .replaceAll("ü", "ue")
    .replaceAll("ß", "ss")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

/** Sets every Anlaufpunkt at a house on a named street of its Quartier. */
export function setPlaces(seed, chains, quartierShapes, cells) {
  const random = createRandom(seed, "places");
  const shapes = new Map(quartierShapes.map(({ quartier, polygons }) => [quartier.id, polygons]));
  const named = chains.filter((chain) => chain.line.name && chain.class === "street");
  const quartierOf = new Map(QUARTIERE.map((q) => [q.id, q]));
  const numbers = new Set();

  /** The next house on a named street in the Quartier: beside the street, not upon it. */
  const houseAt = (target, id) => {
    let best;
    for (const chain of named) {
      for (let i = 1; i < chain.points.length; i += 1) {
        const [a, b] = [chain.points[i - 1], chain.points[i]];
        if (Math.abs(a[0] - target[0]) > 900 || Math.abs(a[1] - target[1]) > 900) continue;
        const near = nearestOnSegment(target, a, b);
        if (best && near.distance >= best.distance) continue;
        const length = distance(a, b) || 1;
        for (const side of [1, -1]) {
          const point = [
            snap(near.point[0] - ((b[1] - a[1]) / length) * 14 * side),
            snap(near.point[1] + ((b[0] - a[0]) / length) * 14 * side),
          ];
          if (inPolygons(shapes.get(id), point)) {
            best = { distance: near.distance, point, chain };
            break;
          }
        }
      }
    }
    if (!best) throw new Error(`no street for a place in quartier ${id}`);
    let number = 1 + Math.round(distance(best.chain.points[0], best.point) / 11);
    while (numbers.has(`${best.chain.line.name} ${number}`)) number += 2;
    const address = `${best.chain.line.name} ${number}`;
    numbers.add(address);
    return { point: best.point, address };
  };

  const people = (id) => cells.filter((cell) => cell.quartier === id);
  const targetOf = (id, position) => {
    if (Array.isArray(position)) return position;
    if (position?.near) {
      const other = people(position.near);
      const middle = [0, 1].map(
        (axis) =>
          other.reduce((s, c) => s + c.local[axis] * c.residents, 0) / other.reduce((s, c) => s + c.residents, 0),
      );
      return people(id)
        .map((cell) => cell.local)
        .sort((a, b) => distance(a, middle) - distance(b, middle))[0];
    }
    const own = people(id);
    let left = random.next() * own.reduce((s, c) => s + c.residents, 0);
    for (const cell of own) {
      left -= cell.residents;
      if (left <= 0) return cell.local;
    }
    return own[0].local;
  };

  const rows = [
    ...KEY_PLACES.map(([id, kind, name, position, topics, groups, more]) => ({
      id,
      kind,
      name,
      position,
      topics,
      groups,
      more,
    })),
    ...OTHER_PLACES.flatMap(([kind, ids, pattern, topics, groups]) =>
      ids.map((id, i) => ({
        id,
        kind,
        name: pattern.replace("%", quartierOf.get(id).name),
        position: undefined,
        topics,
        groups,
        more: { opened: 2005 + ((i * 5) % 17) },
      })),
    ),
  ];
  return rows.map(({ id, kind, name, position, topics, groups, more }, i) => {
    const { point, address } = houseAt(targetOf(id, position), id);
    const status = more.status ?? (more.closed ? "closed" : "existing");
    const provider =
      more.city || kind === "bibliothek"
        ? PROVIDERS[0]
        : kind === "jugendzentrum"
          ? random.pick([PROVIDERS[6], PROVIDERS[0]])
          : random.pick(PROVIDERS.slice(1));
    // one centre has no name in the register, some entries are incomplete, as registers are
    const languages =
      more.languages ?? (random.chance(0.3) ? `de;${random.pick(["en", "tr", "ar", "ru", "uk", "pl", "fa"])}` : "de");
    const [lon, lat] = toLonLat(point);
    return {
      id: `A${String(i + 1).padStart(3, "0")}`,
      quartier: id,
      kind,
      name: kind === "begegnungsstaette" && id === "0704" ? "" : name,
      lon,
      lat,
      point,
      topics,
      targetGroups: groups,
      provider,
      address,
      openingHours: status === "existing" && !random.chance(0.06) ? random.pick(HOURS[kind]) : "",
      wheelchair: random.chance(0.08) ? "" : random.chance(0.62) ? "yes" : random.chance(0.55) ? "limited" : "no",
      languages,
      website: random.chance(0.75) ? `https://www.${slug(name)}.example` : "",
      phone: random.chance(0.85) ? `040 66969-${String(100 + i * 7).padStart(3, "0")}` : "",
      email: random.chance(0.7) ? `info@${slug(name)}.example` : "",
      status,
      capacity:
        more.capacity ?? (kind === "begegnungsstaette" || kind === "jugendzentrum" ? random.integer(4, 12) * 10 : ""),
      opened: more.opened,
      closed: more.closed,
    };
  });
}

export function placeTable(places) {
  const columns = [
    "id",
    "name",
    "kind",
    "lon",
    "lat",
    "topics",
    "targetGroups",
    "provider",
    "address",
    "openingHours",
    "wheelchair",
    "languages",
    "website",
    "phone",
    "email",
    "status",
    "capacity",
  ];
  return { columns, rows: places.map((place) => columns.map((column) => place[column])) };
}
