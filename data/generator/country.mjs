import { once } from "node:events";
import { createWriteStream, writeFileSync } from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { areaOf, buildCity } from "./model-city.mjs";
import { distance, pointInRing } from "./plane.mjs";
import { AGE_GROUPS, CELL_SIZE } from "./population.mjs";
import { createRandom } from "./seeded-random.mjs";
import { simplifyShared } from "./shared-borders.mjs";
import { fromUtm, toUtm } from "./utm.mjs";

/** Germany, roughly: degrees. */
// biome-ignore format: a table is read line by line
const OUTLINE = [
  [8.6, 54.85], [9.5, 54.8], [10.0, 54.45], [11.0, 54.35], [11.2, 53.95], [12.4, 54.35], [13.4, 54.5],
  [14.1, 53.85], [14.4, 53.2], [14.2, 52.8], [14.6, 52.4], [14.7, 51.6], [14.95, 51.2], [14.5, 51.0], [13.6, 50.75],
  [12.5, 50.35], [12.2, 50.1], [12.6, 49.4], [13.7, 48.75], [13.3, 48.4], [12.8, 48.1], [12.9, 47.7], [11.6, 47.55],
  [10.4, 47.45], [9.6, 47.65], [8.6, 47.75], [7.65, 47.65], [7.65, 48.2], [8.1, 48.95], [6.7, 49.25], [6.4, 49.8],
  [6.2, 50.3], [6.1, 50.9], [6.05, 51.4], [6.1, 51.85], [6.9, 52.1], [7.05, 52.6], [7.1, 53.4], [8.0, 53.65],
  [8.6, 53.6], [9.0, 53.95], [8.9, 54.4],
];

/** Cities are built once per variant, then turned and mirrored; a small country needs fewer of them. */
const MOST_VARIANTS = 3;
const CELLS_PER_VARIANT = 20000;
/** Two cities side by side must not overlap. */
const SMALLEST_SPACING = 13000;
const CELLS_PER_PLACE = 375;

const TURNS = [
  ([x, y]) => [x, y],
  ([x, y]) => [-y, x],
  ([x, y]) => [-x, -y],
  ([x, y]) => [y, -x],
  ([x, y]) => [-x, y],
  ([x, y]) => [y, x],
  ([x, y]) => [x, -y],
  ([x, y]) => [-y, -x],
];

// biome-ignore format: a table is read line by line
const FIRST = [
  "Alten", "Birken", "Buchen", "Eichen", "Erlen", "Eschen", "Falken", "Grünen", "Hasel", "Heiden", "Hirsch",
  "Hohen", "Kalten", "Kirch", "Krähen", "Lerchen", "Linden", "Mühl", "Neuen", "Ober", "Reiher", "Rosen", "Sand",
  "Schön", "Schwarzen", "Sommer", "Stein", "Stolzen", "Unter", "Wald", "Weißen", "Wiesen", "Wolfs", "Ziegen",
];
// biome-ignore format: a table is read line by line
const LAST = [
  "au", "bach", "beck", "berg", "born", "brück", "büttel", "burg", "dorf", "feld", "fels", "furt", "hagen",
  "hausen", "heim", "hof", "horst", "kirchen", "leben", "moor", "rade", "rode", "see", "stadt", "tal", "thal",
  "wald", "walde", "werder", "winkel",
];

/** Centres of cities on a jittered hexagonal grid inside the outline, on whole hundreds of metres. */
function siteCities(count, random) {
  const outline = OUTLINE.map((point) => toUtm(point));
  const area = Math.abs(areaOf([[outline]]));
  let spacing = Math.sqrt((area / count) * 1.1547) * 1.01;
  for (;;) {
    if (spacing < SMALLEST_SPACING) throw new Error(`a country of this size holds fewer than ${count} cities`);
    const sites = [];
    const slack = Math.max(0, (spacing - SMALLEST_SPACING) / 2);
    for (let row = 0, y = 5240000; y < 6110000; row += 1, y += spacing * 0.866) {
      for (let x = 270000 + (row % 2) * (spacing / 2); x < 930000; x += spacing) {
        const site = [x + random.between(-slack, slack), y + random.between(-slack, slack)].map(
          (v) => Math.round(v / CELL_SIZE) * CELL_SIZE,
        );
        if (pointInRing(site, outline)) sites.push(site);
      }
    }
    if (sites.length >= count) return random.shuffle(sites).slice(0, count);
    spacing *= 0.99;
  }
}

/** A file that is written piece by piece and waits when the disk is slower. */
function openFile(path) {
  const stream = createWriteStream(path);
  return {
    write: async (text) => {
      if (!stream.write(text)) await once(stream, "drain");
    },
    close: async () => {
      stream.end();
      await finished(stream);
    },
  };
}

const toDegrees = ([x, y]) => fromUtm([x, y]).map((value) => Math.round(value * 1e6) / 1e6);

/** Stadtbezirke and outline of one built city, simplified together, in city metres. */
function outlinesOf(city) {
  const [whole, ...bezirke] = simplifyShared([{ polygons: city.whole }, ...city.stadtbezirke], 30);
  return { bezirke, whole: whole.polygons };
}

const RESOURCES = (cells) => [
  [
    "stadtbezirke",
    "Stadtbezirke",
    "geojson",
    {
      role: "sozialraeume",
      level: "stadtbezirk",
      levelTitle: { de: "Stadtbezirk", en: "City district" },
      parentLevel: "stadt",
      period: "2024",
    },
  ],
  [
    "staedte",
    "Städte",
    "geojson",
    { role: "sozialraeume", level: "stadt", levelTitle: { de: "Stadt", en: "City" }, period: "2024" },
  ],
  ["anlaufpunkte", "Anlaufpunkte", "csv", { role: "anlaufpunkte", period: "2024-12" }],
  [
    "einwohner-100m",
    `Einwohner:innen in ${cells} Rasterzellen`,
    "csv",
    {
      role: "population",
      crs: "EPSG:25832",
      period: "2024",
      cellSizeMetres: CELL_SIZE,
      columns: { residents: "einwohner" },
      groups: Object.fromEntries(AGE_GROUPS.map((group) => [group, `alter_${group.replace("-", "_")}`])),
    },
  ],
];

/** A package of many model cities across the country, written as a stream: memory does not grow with the cells. */
export async function writeCountry({ seed, residents, cells, out }) {
  const random = createRandom(seed, "country");
  const variants = [];
  const kinds = Math.min(MOST_VARIANTS, Math.ceil(cells / CELLS_PER_VARIANT));
  for (let i = 0; i < kinds; i += 1) {
    const city = buildCity({ seed: seed + i, residents });
    variants.push({ cells: city.cells, ...outlinesOf(city) });
  }
  const perRound = variants.reduce((sum, variant) => sum + variant.cells.length, 0);
  const count = Math.max(1, Math.ceil((cells * kinds) / perRound) + (cells > perRound ? 2 : 0));
  const sites = siteCities(count, random).sort((a, b) => a[1] - b[1] || a[0] - b[0]);
  const names = new Set();
  const nameOf = () => {
    for (let attempt = 0; ; attempt += 1) {
      const name = `${random.pick(FIRST)}${random.pick(LAST)}${attempt > 40 ? ` ${attempt - 39}` : ""}`;
      if (!names.has(name)) {
        names.add(name);
        return name;
      }
    }
  };
  const files = Object.fromEntries(
    RESOURCES(cells).map(([name, , format]) => [name, openFile(join(out, `${name}.${format}`))]),
  );
  await files["einwohner-100m"].write(
    `${["x", "y", "einwohner", ...AGE_GROUPS.map((g) => `alter_${g.replace("-", "_")}`)].join(";")}\r\n`,
  );
  await files.anlaufpunkte.write("id,name,kind,lon,lat,x_25832,y_25832,topics,wheelchair,status\r\n");
  for (const level of ["stadtbezirke", "staedte"])
    await files[level].write('{"type":"FeatureCollection","features":[\n');

  const total = { cities: 0, areas: 0, places: 0, cells: 0, residents: 0 };
  for (const [i, site] of sites.entries()) {
    if (total.cells >= cells) break;
    const variant = variants[i % kinds];
    const turn = TURNS[random.integer(0, TURNS.length - 1)];
    const id = String(i + 1).padStart(4, "0");
    const name = nameOf();
    const move = (point) => {
      const [x, y] = turn(point);
      return [site[0] + x, site[1] + y];
    };
    const polygonsOf = (polygons) =>
      polygons.map((rings) => rings.map((ring) => ring.map((point) => toDegrees(move(point)))));
    const separator = total.cities === 0 ? "" : ",\n";
    const stadt = {
      type: "Feature",
      properties: { id, name },
      geometry: { type: "MultiPolygon", coordinates: polygonsOf(variant.whole) },
    };
    await files.staedte.write(separator + JSON.stringify(stadt));
    for (const [k, { bezirk, polygons }] of variant.bezirke.entries()) {
      const feature = {
        type: "Feature",
        properties: {
          id: `${id}${bezirk.id}`,
          name: `${name}-${bezirk.name}`,
          parent: id,
          areaSquareMetres: Math.round(areaOf(polygons)),
        },
        geometry: { type: "MultiPolygon", coordinates: polygonsOf(polygons) },
      };
      await files.stadtbezirke.write((total.cities === 0 && k === 0 ? "" : ",\n") + JSON.stringify(feature));
      total.areas += 1;
    }
    let lines = "";
    const cityCells = variant.cells.slice(0, cells - total.cells);
    for (const cell of cityCells) {
      const [x, y] = move(cell.local);
      lines += `${x};${y};${cell.residents};${cell.groups.join(";")}\r\n`;
      total.residents += cell.residents;
    }
    await files["einwohner-100m"].write(lines);
    total.cells += cityCells.length;
    const here = Math.max(1, Math.round(total.cells / CELLS_PER_PLACE) - total.places);
    let rows = "";
    const taken = [];
    for (let p = 0; p < here; p += 1) {
      const cell =
        random.pick(cityCells.filter((c) => c.residents > 25 && taken.every((t) => distance(t, c.local) > 700))) ??
        cityCells[0];
      taken.push(cell.local);
      const [x, y] = move([cell.local[0] + random.integer(-40, 40), cell.local[1] + random.integer(-40, 40)]);
      const [lon, lat] = toDegrees([x, y]);
      total.places += 1;
      const centre = random.chance(0.45);
      rows += `A${String(total.places).padStart(5, "0")},${centre ? "Quartierszentrum" : "Beratungsstelle"} ${name} ${p + 1},${centre ? "quartierszentrum" : "beratungsstelle"},${lon},${lat},${x},${y},${centre ? "Begegnung" : random.pick(["Schulden", "Pflege", "Migration", "Erziehung", "Sucht", "Arbeit", "Wohnungsnotlagen"])},${random.pick(["yes", "yes", "limited", "no"])},existing\r\n`;
    }
    await files.anlaufpunkte.write(rows);
    total.cities += 1;
  }
  for (const level of ["stadtbezirke", "staedte"]) await files[level].write("\n]}\n");
  for (const file of Object.values(files)) await file.close();
  writeFileSync(join(out, "datapackage.json"), `${JSON.stringify(describeCountry(seed, total.cells), undefined, 1)}\n`);
  return total;
}

function describeCountry(seed, cells) {
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: "modell-land",
    title: "Modell-Land – erfundene Daten",
    description: `Viele Modellstädte, über die Fläche eines Landes verteilt, zum Prüfen großer Datenmengen. Startwert ${seed}.`,
    version: "1.0.0",
    created: "2026-11-22T00:00:00Z",
    licenses: [
      {
        name: "CC0-1.0",
        title: "CC0 1.0 Universell",
        path: "https://creativecommons.org/publicdomain/zero/1.0/deed.de",
      },
    ],
    sources: [{ title: "Erfundene Daten, erzeugt vom Generator dieses Projekts" }],
    anlaufpunkt: {
      version: 1,
      locale: "de-DE",
      suppressBelow: 3,
      invented: { de: "Modell-Land – erfundene Daten", en: "Model country – invented data" },
    },
    resources: RESOURCES(cells).map(([name, title, format, anlaufpunkt]) => ({
      name,
      path: `${name}.${format}`,
      format,
      encoding: "utf-8",
      title,
      ...(format === "csv" ? { dialect: { delimiter: name === "anlaufpunkte" ? "," : ";" } } : {}),
      anlaufpunkt,
    })),
  };
}
