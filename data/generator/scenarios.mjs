import { toLonLat } from "./lonlat.mjs";

/** Two what-ifs as a city council would ask them: open at the edge of the city, or save money in the south. */
export function scenarioTable(places, cells) {
  const idOf = (name) => {
    const place = places.find((candidate) => candidate.name === name);
    if (!place) throw new Error(`no place is called ${name}`);
    return place.id;
  };
  /** Where most people live in a Quartier: the first of equal cells, so that the same city gives the same place. */
  const busiestIn = (quartier) => {
    const own = cells.filter((cell) => cell.quartier === quartier);
    return toLonLat(own.reduce((best, cell) => (cell.residents > best.residents ? cell : best)).local);
  };
  const [rand, sparen] = [
    ["stadtrand", "Neue Zentren am Stadtrand"],
    ["sparen", "Schließung Zentrum Südpol"],
  ];
  return {
    columns: ["scenario", "scenarioTitle", "change", "anlaufpunkt", "name", "kind", "lon", "lat", "capacity", "note"],
    rows: [
      // biome-ignore format: a table is read line by line
      [...rand, "add", "neu-1", "Dorftreff Moorende", "quartierszentrum", ...busiestIn("0504"), 50, "Vorschlag des Ortsbeirats Moorende, noch nicht beraten"],
      [...rand, "reopen", idOf("Quartierszentrum Birkenhain"), "", "", "", "", "", ""],
      [...sparen, "close", idOf("Südpol"), "", "", "", "", "", "Prüfauftrag aus den Haushaltsberatungen"],
      [...sparen, "capacity", idOf("Kiefernhaus"), "", "", "", "", 130, ""],
      [...sparen, "kind", idOf("Begegnungsstätte Südstadt"), "", "quartierszentrum", "", "", "", ""],
      [...sparen, "move", idOf("Wohnungsnotfallhilfe Süd"), "", "", ...busiestIn("0601"), "", ""],
    ],
  };
}
