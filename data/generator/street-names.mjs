import { createRandom } from "./seeded-random.mjs";

/** Words for street names by the age of the quarter; no persons, only plants, birds, trades, fields and towns of nowhere. */
// biome-ignore format: a table is read line by line
const WORDS = {
  altstadt: [["Fisch", "Korn", "Salz", "Kramer", "Böttcher", "Gerber", "Knochenhauer", "Mühlen", "Kloster", "Rathaus", "Glocken", "Brau", "Schmiede", "Seiler", "Töpfer", "Markt", "Enten", "Hahnen", "Kupfer", "Weber", "Pferde", "Torf"], ["gasse", "straße", "twiete", "gang", "markt", "stieg", "hof"]],
  gruenderzeit: [["Garten", "Park", "Berg", "Ufer", "Mühlen", "Hafen", "Kasernen", "Turm", "Werft", "Schützen", "Turner", "Sänger", "Feuerwehr", "Schul", "Damm", "Wiesen", "Quellen", "Linden", "Ulmen", "Kastanien", "Platanen", "Ahorn", "Post", "Kanal", "Schleusen", "Speicher", "Anker", "Lotsen"], ["straße", "allee", "platz", "ufer", "damm"]],
  zeilen: [["Flieder", "Ginster", "Liguster", "Weißdorn", "Schlehen", "Hasel", "Holunder", "Jasmin", "Goldregen", "Rotdorn", "Sanddorn", "Hartriegel", "Eiben", "Wacholder"], ["weg", "straße", "ring", "stieg"]],
  grosssiedlung: [["Birken", "Kiefern", "Lärchen", "Tannen", "Sonnen", "Wald", "Hügel", "Höhen", "Planeten", "Saturn", "Jupiter", "Neptun", "Uranus", "Merkur", "Polarstern", "Orion"], ["ring", "weg", "bogen", "straße", "höhe"]],
  neubau: [["Libellen", "Falter", "Kranich", "Reiher", "Schilf", "Binsen", "Seerosen", "Auen", "Kamillen", "Mohn", "Kornblumen", "Salbei", "Thymian", "Lavendel", "Klee", "Hopfen", "Lein", "Hafer", "Gersten"], ["weg", "straße", "bogen", "ring", "anger"]],
  einfamilien: [["Amsel", "Drossel", "Finken", "Meisen", "Lerchen", "Star", "Zeisig", "Schwalben", "Kiebitz", "Rosen", "Tulpen", "Dahlien", "Astern", "Nelken", "Veilchen", "Narzissen", "Krokus", "Lilien", "Malven", "Primel", "Erika", "Enzian", "Kuckucks", "Sperling", "Rotkehlchen", "Zaunkönig", "Pirol", "Habicht", "Bussard", "Falken", "Apfel", "Birn", "Kirsch", "Quitten", "Mirabellen", "Pflaumen"], ["weg", "stieg", "straße", "ring", "kamp", "pfad"]],
  dorf: [["Dorf", "Kirch", "Mühlen", "Anger", "Hof", "Teich", "Brink", "Eichen", "Heu", "Schaf", "Gänse", "Immen", "Heide", "Moor", "Sand", "Lehm", "Bruch", "Wiesen", "Feld", "Hecken", "Ziegen", "Kuh", "Brunnen"], ["straße", "weg", "kamp", "redder", "koppel", "brink", "twiete"]],
  gewerbe: [["Werk", "Hansa", "Gießerei", "Ziegelei", "Kessel", "Dock", "Kran", "Lager", "Gleis", "Industrie", "Technik", "Solar", "Turbinen", "Glashütten", "Papier"], ["straße", "ring", "weg"]],
};
const PREFIXES = ["Am", "Im", "Beim", "Hinterm", "Zum"];
// biome-ignore format: a table is read line by line
const PLACES = ["Rethmoor", "Steinacker", "Kattenberg", "Poggendiek", "Eschenkamp", "Lerchenfeld", "Vossberg", "Hasenwinkel", "Krähenholz", "Ochsenteich", "Mittelfeld", "Rehsprung", "Schäferhof", "Wolfsgrund", "Kamp", "Sandberg", "Brook", "Dornbusch", "Galgenberg", "Immenhof", "Heidkrug", "Pferdemarkt", "Backhaus", "Wehr", "Deich", "Hopfengarten", "Weinberg", "Klosterteich", "Fuchsbau", "Storchennest", "Grenzstein", "Eichhof", "Alten Sportplatz", "Wasserwerk", "Ziegenmarkt"];

/** Names every grown street; a line keeps one name from end to end, no name is given twice. */
export function nameStreets(seed, lines) {
  const random = createRandom(seed, "street names");
  const taken = new Set();
  for (const line of lines) {
    if (line.class !== "street" || line.name) continue;
    const [words, endings] = WORDS[line.use] ?? WORDS.dorf;
    let name;
    for (let attempt = 0; attempt < 60 && !name; attempt += 1) {
      let candidate;
      if (random.chance(0.16)) candidate = `${random.pick(PREFIXES)} ${random.pick(PLACES)}`;
      else {
        const pool = attempt < 25 ? words : WORDS[random.pick(Object.keys(WORDS))][0];
        const word = random.pick(pool);
        const ending = random.pick(endings);
        candidate = `${word}${ending}`;
      }
      if (!taken.has(candidate)) name = candidate;
    }
    if (name) {
      taken.add(name);
      line.name = name;
    }
  }
}
