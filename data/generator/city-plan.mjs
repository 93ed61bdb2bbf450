/**
 * The plan of Modellstadt, drawn by hand as a town would have grown: an old centre in the bend of a river, a railway
 * south of it, radial roads, a ring, estates at the edge, villages among fields. Metres east and north of the market
 * square. Everything else – streets, blocks, borders, people – grows from it by seed.
 */

/** Market square of the model city in EPSG:25832. */
export const ORIGIN = [590800, 5971400];

// biome-ignore format: a table is read line by line
export const RIVER = {
  name: "Sülme",
  control: [[8600, -5600], [7200, -4700], [6100, -4900], [5000, -4000], [4100, -3950], [3500, -3150], [2850, -2950], [2500, -2150], [1950, -1650], [1650, -1050], [1120, -700], [820, -60], [420, 480], [-330, 690], [-900, 1080], [-1180, 1750], [-1900, 2120], [-2280, 2760], [-2980, 3180], [-3350, 3850], [-4250, 4150], [-5000, 4900], [-6200, 5000], [-8600, 6300]],
  halfWidth: 27,
};

/** The railway; trains cross the river in the south-east. */
// biome-ignore format: a table is read line by line
export const RAILWAYS = [
  { name: "Hauptstrecke", control: [[-8600, -3500], [-6400, -2700], [-4300, -1950], [-2500, -1420], [-1200, -1230], [-100, -1190], [1000, -1420], [2100, -1980], [2900, -2250], [3900, -2000], [5200, -1250], [6800, -800], [8600, -800]] },
  { name: "Güterbahn", control: [[-2500, -1420], [-3100, -1250], [-3500, -950], [-3650, -620]], siding: true },
];

/** Roads that carry the city; `crosses` lets streets run across them. */
// biome-ignore format: a table is read line by line
export const ROADS = [
  { name: "Autobahn", class: "motorway", control: [[4150, 8600], [4050, 6300], [3900, 4300], [3720, 2500], [3860, 500], [3950, -900], [4250, -2500], [4550, -4600], [4500, -6500], [4900, -8600]] },
  { name: "Brückstraße", class: "primary", control: [[60, 90], [210, 200], [560, 535], [640, 620], [900, 860], [1300, 1180]] },
  { name: "Hansechaussee", class: "primary", control: [[1300, 1180], [1950, 1640], [2700, 2120], [3740, 2620], [4700, 3450], [6300, 4600], [8600, 5700]] },
  { name: "Ostdamm", class: "primary", control: [[900, 860], [1500, 640], [2300, 480], [3100, 420], [3870, 280], [4800, -240], [6200, -100], [8600, -300]] },
  { name: "Nordallee", class: "primary", control: [[560, 535], [380, 860], [250, 1400], [60, 2050], [160, 2800], [300, 3600], [120, 4600], [260, 6200], [100, 8600]] },
  { name: "Bahnhofstraße", class: "primary", control: [[60, 90], [20, -300], [-60, -700], [-100, -1190], [-40, -1700], [90, -2400], [-60, -3300], [200, -4400], [60, -6000], [300, -8600]] },
  { name: "Heerstraße", class: "primary", control: [[20, -300], [-420, -180], [-1000, -260], [-1800, -180], [-2700, -520], [-3600, -480], [-4600, -420], [-6200, -800], [-8600, -700]] },
  { name: "Marschweg", class: "primary", control: [[-120, 260], [-520, 330], [-1150, 760], [-1900, 1130], [-2600, 1450], [-3600, 1900], [-4600, 2000], [-6300, 2700], [-8600, 2900]] },
  { name: "Süderdamm", class: "primary", control: [[20, -300], [420, -520], [720, -960], [880, -1400], [1150, -2000], [1500, -2800], [2150, -3700], [2700, -4700], [3300, -6300], [4100, -8600]] },
  { name: "Stadtring", class: "secondary", control: [[-1800, -180], [-1840, 330], [-1760, 780], [-1530, 1330], [-1190, 1735], [-780, 2060], [60, 2050], [850, 1850], [1560, 1340], [1990, 560], [2010, -160], [1830, -720], [1615, -1030], [1250, -1130], [720, -960], [250, -880], [-330, -860], [-1000, -900], [-1560, -700], [-1800, -180]] },
  { name: "Wallstraße", class: "secondary", control: [[-120, 260], [-330, 90], [-330, -120], [20, -300], [290, -260], [420, -60], [330, 180], [210, 200]] },
  { name: "Südring", class: "secondary", control: [[-2700, -520], [-2480, -1000], [-2380, -1390], [-2050, -2000], [-1300, -2350], [-600, -2480], [90, -2400], [760, -2250], [1150, -2000]] },
  { name: "Westring", class: "secondary", control: [[-2700, -520], [-2760, 200], [-2620, 820], [-2600, 1450], [-2980, 2150], [-3250, 2720], [-3700, 3200], [-4300, 3250]] },
  { name: "Waldstraße", class: "secondary", control: [[-2620, 820], [-3200, 720], [-3900, 300], [-4600, -420]] },
  { name: "Nordring", class: "secondary", control: [[160, 2800], [800, 2620], [1500, 2450], [2200, 2330], [2700, 2120], [3000, 1300], [3100, 420], [3020, -300], [2700, -700], [1830, -720]] },
  { name: "Birkenhainer Straße", class: "secondary", control: [[60, 2050], [-500, 2420], [-1250, 2800], [-2000, 3200], [-2500, 3900], [-2900, 5000], [-3600, 6600], [-4200, 8600]] },
  { name: "Moorender Weg", class: "tertiary", control: [[4800, -240], [5000, -1020], [4800, -1500], [4450, -2900], [3700, -3900], [2150, -3700]] },
  { name: "Tannenrader Straße", class: "tertiary", control: [[2150, -3700], [1100, -4100], [200, -4400], [-1400, -4150], [-2900, -3500], [-3900, -2900], [-4700, -2750], [-6300, -3100]] },
  { name: "Wohlder Straße", class: "tertiary", control: [[-3900, -2900], [-4300, -1950], [-4700, -1200], [-4600, -420], [-4900, 700], [-4600, 2000], [-4500, 2700], [-4300, 3250]] },
  { name: "Ellerbroker Weg", class: "tertiary", control: [[4700, 3450], [4900, 2500], [4700, 1500], [4900, 500], [4800, -240]] },
  { name: "Kirchhagener Straße", class: "tertiary", control: [[300, 3600], [1300, 3950], [2500, 3800], [3800, 3700], [4700, 3450]] },
  { name: "Lange Brücke", class: "path", control: [[-900, -1010], [-960, -1245], [-1010, -1500]] },
  { name: "Bahnhofstunnel", class: "steps", control: [[420, -1020], [400, -1262], [380, -1560]] },
  { name: "Mühlensteg", class: "path", control: [[560, -40], [900, 60], [1050, 130]] },
];

/** How land is used: street spacing (along, across) in metres, waviness, residents per hectare of built land. */
export const LAND_USES = {
  altstadt: { spacing: [50, 62], wander: 0.55, density: 185 },
  gruenderzeit: { spacing: [88, 135], wander: 0.12, density: 190 },
  zeilen: { spacing: [95, 165], wander: 0.22, density: 118 },
  grosssiedlung: { spacing: [135, 175], wander: 0.5, density: 205 },
  neubau: { spacing: [78, 135], wander: 0.3, density: 92 },
  einfamilien: { spacing: [82, 165], wander: 0.5, density: 47 },
  dorf: { spacing: [95, 150], wander: 0.7, density: 36 },
  gewerbe: { spacing: [190, 250], wander: 0.1, density: 1.6 },
  gruen: { spacing: [190, 230], wander: 1.0, density: 0 },
  wald: { spacing: [300, 360], wander: 0.4, density: 0 },
  feld: { spacing: [330, 430], wander: 0.16, density: 0.5 },
};

export const STADTBEZIRKE = [
  { id: "01", name: "Mitte" },
  { id: "02", name: "Neustadt" },
  { id: "03", name: "Nord" },
  { id: "04", name: "Nordost" },
  { id: "05", name: "Ost" },
  { id: "06", name: "Süd" },
  { id: "07", name: "West" },
  { id: "08", name: "Nordwest" },
];

/** Quartiere: id (first two figures = Stadtbezirk), name, centre, radius, land use, need (0 = well off, 1 = poor), elderly (0–1). */
// biome-ignore format: a table is read line by line
export const QUARTIERE = [
  ["0101", "Altstadt", 0, 20, 400, "altstadt", 0.42, 0.45],
  ["0102", "Bahnhofsviertel", -180, -680, 500, "gruenderzeit", 0.72, 0.3],
  ["0103", "Am Mühlgraben", 690, -560, 420, "gruenderzeit", 0.5, 0.4],
  ["0104", "Westvorstadt", -1050, -430, 640, "gruenderzeit", 0.44, 0.35],
  ["0105", "Klosterviertel", -900, 300, 620, "gruenderzeit", 0.22, 0.5],
  ["0201", "Neustadt", 960, 480, 520, "gruenderzeit", 0.55, 0.2],
  ["0202", "Hafenviertel", 1480, -250, 520, "gruenderzeit", 0.66, 0.2],
  ["0203", "Gärtnerviertel", 1080, 1360, 470, "zeilen", 0.4, 0.6],
  ["0204", "Rosenviertel", 2450, 20, 560, "einfamilien", 0.2, 0.7],
  ["0205", "Ziegeleiviertel", 2350, 900, 560, "zeilen", 0.6, 0.5],
  ["0301", "Nordstadt", 40, 1330, 560, "gruenderzeit", 0.58, 0.3],
  ["0302", "Am Geestrand", -560, 2080, 520, "einfamilien", 0.18, 0.7],
  ["0303", "Siedlung Birkenhain", -1780, 2980, 520, "grosssiedlung", 0.9, 0.35],
  ["0304", "Papenkamp", -150, 2700, 430, "neubau", 0.3, 0.1],
  ["0305", "Heideviertel", 900, 2300, 560, "einfamilien", 0.16, 0.75],
  ["0306", "Kirchhagen", 300, 3720, 400, "dorf", 0.2, 0.5],
  ["0401", "Lindenhof", 1980, 1950, 520, "zeilen", 0.5, 0.75],
  ["0402", "Sonnenhügel", 2850, 2520, 560, "grosssiedlung", 0.82, 0.45],
  ["0403", "Gewerbepark Nordost", 3250, 1250, 620, "gewerbe", 0.5, 0.3],
  ["0404", "Ellerbrok", 4720, 3430, 430, "dorf", 0.22, 0.55],
  ["0501", "Ostfelde", 3250, -60, 520, "neubau", 0.34, 0.15],
  ["0502", "Am Werder", 2900, -1050, 560, "einfamilien", 0.26, 0.6],
  ["0503", "Industriehafen", 2150, -1150, 480, "gewerbe", 0.6, 0.2],
  ["0504", "Moorende", 4880, -520, 430, "dorf", 0.24, 0.6],
  ["0505", "Sülmdorf", 4020, -3480, 400, "dorf", 0.28, 0.6],
  ["0601", "Südstadt", -60, -1800, 620, "zeilen", 0.64, 0.5],
  ["0602", "Eisenbahnersiedlung", -1150, -1800, 520, "neubau", 0.46, 0.6],
  ["0603", "Siedlung Kiefernkamp", -620, -3060, 560, "grosssiedlung", 0.86, 0.55],
  ["0604", "Am Südpark", 750, -2620, 560, "einfamilien", 0.2, 0.7],
  ["0605", "Gewerbegebiet Süd", 1450, -2050, 480, "gewerbe", 0.5, 0.3],
  ["0606", "Tannenrade", 180, -4380, 420, "dorf", 0.2, 0.5],
  ["0701", "Weststadt", -2180, -330, 560, "zeilen", 0.54, 0.65],
  ["0702", "Am Wasserturm", -1950, -980, 460, "einfamilien", 0.3, 0.6],
  ["0703", "Gewerbegebiet West", -3200, -1120, 620, "gewerbe", 0.55, 0.3],
  ["0704", "Hollenrade", -4650, -450, 430, "dorf", 0.24, 0.5],
  ["0705", "Klein Wohlde", -4080, -2860, 380, "dorf", 0.3, 0.65],
  ["0801", "Mühlenfeld", -2180, 700, 520, "einfamilien", 0.22, 0.65],
  ["0802", "Vogelviertel", -2150, 1620, 540, "einfamilien", 0.28, 0.75],
  ["0803", "Auenblick", -3050, 2450, 480, "zeilen", 0.48, 0.4],
  ["0804", "Groß Wohlde", -4560, 2060, 440, "dorf", 0.2, 0.5],
].map(([id, name, x, y, radius, use, need, elderly]) => ({ id, name, parent: id.slice(0, 2), x, y, radius, use, need, elderly }));

/** Built land beyond the centres of the Quartiere: second cores, farms, the neighbours beyond the border. */
// biome-ignore format: a table is read line by line
export const OUTLYING = [
  [-4250, 3200, 260, "dorf"], [4650, 1500, 230, "dorf"], [2500, 3820, 240, "dorf"], [-1500, -4120, 240, "dorf"],
  [-2900, 180, 330, "einfamilien"], [-4300, -1950, 190, "dorf"], [1250, -3250, 260, "einfamilien"], [2200, -3720, 230, "dorf"],
  [350, -1130, 240, "gewerbe"], [-2900, -1750, 330, "gewerbe"],
].map(([x, y, radius, use]) => ({ x, y, radius, use }));

/** Parks, woods and lakes as wobbly discs: x, y, radius east-west, radius north-south. */
// biome-ignore format: a table is read line by line
export const PARKS = [
  ["Stadtpark", -1480, -480, 210, 250], ["Bürgerpark", 480, 1000, 190, 150], ["Friedhof", 1520, 1840, 200, 150], ["Südpark", 350, -2250, 250, 190],
  ["Volkspark", 2650, 480, 190, 160], ["Sportpark Sülmewiesen", -1300, 1180, 200, 190], ["Kleingärten Bahndamm", -700, -1460, 300, 90], ["Kleingärten Papenkamp", -700, 2650, 150, 150],
  ["Hainpark", -2250, 3250, 130, 160], ["Westpark", -2420, 330, 150, 170], ["Friedhof Kiefernkamp", -1150, -2750, 170, 150], ["Klosterhof", -560, 560, 120, 70],
];
// biome-ignore format: a table is read line by line
export const WOODS = [
  ["Stadtwald", -3850, 1150, 850, 620], ["Hollenholz", -5200, -1700, 620, 560], ["Kiefernforst", -2050, -3150, 820, 560], ["Tannenrader Forst", 1500, -5000, 900, 520],
  ["Haidholz", 1700, 4700, 950, 560], ["Ellerbruch", 5250, 2150, 380, 520], ["Birkenhain", -1500, 4350, 720, 420], ["Kirchholz", 1250, 3250, 300, 230],
  ["Werderholz", 3150, -1900, 230, 170], ["Moorholz", 5600, -2100, 620, 640], ["Westerholz", -6300, 1200, 700, 800], ["Nordforst", -400, 6400, 1300, 500], ["Osterholz", 6700, 1500, 700, 900], ["Süderforst", -3600, -5300, 1200, 620],
];
export const LAKES = [
  { name: "Stadtsee", x: 1950, y: 3150, rx: 430, ry: 300, island: { name: "Fischerwerder", x: 2010, y: 3170, r: 105 } },
  { name: "Kiessee", x: 3150, y: -3750, rx: 330, ry: 210 },
  { name: "Mühlenteich", x: 560, y: -215, rx: 85, ry: 55 },
  { name: "Hafenbecken", x: 2060, y: -1480, rx: 235, ry: 34, wobble: 0.12 },
];

/** Border of the municipality, before it is roughened. */
// biome-ignore format: a table is read line by line
export const BORDER = [
  [400, 5150], [1500, 5350], [2700, 4700], [3600, 4950], [4700, 4500], [5650, 4250], [5750, 3000], [5400, 2350], [5300, 1200], [5850, 300], [5900, -700], [5450, -1500], [5250, -2700], [5300, -3500], [4500, -4400], [3600, -4450], [2900, -5000], [2100, -5500], [900, -5200], [-300, -5450], [-1500, -4950], [-2600, -4350], [-3500, -4200], [-4600, -3900], [-5300, -3200], [-5150, -2200], [-5750, -1500], [-5500, -400], [-5350, 600], [-4950, 1300], [-5500, 2000], [-5400, 2900], [-4750, 3650], [-4250, 4250], [-3300, 4500], [-2500, 4950], [-1600, 4850], [-700, 5400],
];
