import { QUARTIERE } from "./city-plan.mjs";
import { createRandom } from "./seeded-random.mjs";

/** Vorhaben: title, status, Quartiere, field, goals, office in charge, start, end, milestones, costs, partners, participation, council, description. */
// biome-ignore format: a table is read line by line
const VORHABEN = [
  ["Quartierszentrum Birkenhain", "in-progress", "0303", "Quartiersentwicklung", "S1.2.1;4.5;8.3", "Fachbereich Soziales, Team Quartier", "2023-05", "2026-09", "2023-05 Standortprüfung;2024-03 Ratsbeschluss;2025-02 Baubeginn;2026-09 Eröffnung", "3,4 Mio. € Bau, 210.000 € im Jahr für den Betrieb", "Wohnungsbaugenossenschaft Sülmeblick eG;Sülmetal Sozialwerk e. V.", "Drei Planungswerkstätten, Befragung an den Haustüren", "Sozialausschuss 12.10.2023; Rat 21.03.2024", "Ein Haus für Begegnung, Beratung und Familien in der Großsiedlung am Nordufer, die keine Brücke in der Nähe hat."],
  ["Fuß- und Radbrücke Auenblick–Birkenhain", "planned", "0303;0803", "Mobilität", "S1.2.1;3.6", "Fachbereich Stadtplanung, Team Verkehr", "2025-01", "2028-06", "2025-06 Machbarkeitsstudie;2026-03 Beschluss;2027-04 Baubeginn", "5,9 Mio. €, davon 70 % Förderung", "Wasserverband Sülme", "Online-Beteiligung und zwei Spaziergänge am Ufer", "Bauausschuss 14.11.2024", "Verkürzt den Weg zum Haus Auenblick von mehr als drei Kilometern auf einige Hundert Meter."],
  ["Treffpunkt Am Werder", "planned", "0502;0503", "Quartiersentwicklung", "S1.2.1;S1.4", "Fachbereich Soziales, Team Quartier", "2025-03", "2027-10", "2025-09 Raumprogramm;2026-05 Umbau des Feuerwehrhauses", "820.000 €", "Nachbarschaft Modellstadt e. V.", "Bürgerversammlung im Juni 2025", "Sozialausschuss 06.02.2025", "Umbau des alten Feuerwehrhauses zu einem Treffpunkt."],
  ["Wohnen statt Unterkunft", "in-progress", "0601;0703;0503", "Wohnen", "S1.1.3;S1.1.4", "Fachbereich Soziales, Fachstelle Wohnungsnotfälle", "2022-01", "2030-12", "2022-06 Konzept;2024-12 Erste Unterkunft geschlossen;2027-12 Zweite Unterkunft geschlossen", "450.000 € im Jahr", "Lotsenhaus Sülme gGmbH;Wohnungsbaugenossenschaft Sülmeblick eG", "Gespräche mit Bewohner:innen der Unterkünfte", "Rat 16.12.2021", "Menschen ziehen aus Unterkünften in eigene Wohnungen und werden dort ein Jahr begleitet."],
  ["Geförderter Wohnungsbau Ostfelde II", "in-progress", "0501", "Wohnen", "S1.1.1;S1.6;3.3", "Fachbereich Stadtplanung, Team Wohnen", "2023-09", "2027-12", "2024-05 Bebauungsplan;2025-06 Baubeginn;2027-12 Bezug", "31 Mio. €, 140 Wohnungen", "Wohnungsbaugenossenschaft Sülmeblick eG", "Frühzeitige Beteiligung nach Baugesetzbuch", "Rat 23.05.2024", "Die Hälfte der Wohnungen ist gefördert, ein Fünftel für ältere Menschen geplant."],
  ["Quartierskonzept Kiefernkamp", "completed", "0603", "Quartiersentwicklung", "S1.2;3.1;3.2;9.2", "Fachbereich Soziales, Team Quartier", "2019-03", "2022-11", "2019-09 Bestandsaufnahme;2020-10 Werkstatt der Verwaltung;2021-05 Werkstatt im Quartier;2022-11 Konzept", "aus vorhandenen Mitteln", "Kirchenkreis Modellstadt;Familienwerk Nord gGmbH", "Quartierstreffen, Bewohnerbeirat", "Sozialausschuss 08.12.2022", "Akteure, Mittel und Bedarfe im Quartier, mit Zielen bis 2027."],
  ["Mobile Beratung in den Dörfern", "in-progress", "0504;0505;0704;0705", "Beratung", "S1.5.1;S1.2.1", "Fachbereich Soziales, Team Beratung", "2024-02", "2026-12", "2024-02 Start;2025-02 Zwischenbericht", "96.000 € im Jahr", "Sülmetal Sozialwerk e. V.", "Sprechstunden der Ortsbeiräte", "Sozialausschuss 09.11.2023", "Ein Beratungsbus hält alle zwei Wochen in den Dörfern ohne Anlaufpunkt."],
  ["Sprachbrücken Bahnhofsviertel", "in-progress", "0102;0202", "Integration", "2.3;8.2", "Fachbereich Bildung, Team Integration", "2022-08", "2025-12", "2022-08 Start;2024-06 Zweiter Standort", "130.000 € im Jahr", "Nachbarschaft Modellstadt e. V.", "Beirat der Teilnehmenden", "Bildungsausschuss 02.06.2022", "Niedrigschwellige Sprachkurse mit Kinderbetreuung."],
  ["Jugendwerkstatt Gewerbepark", "in-progress", "0403;0402", "Arbeit", "1.2;1.3;1.4", "Fachbereich Jugend, Team Übergang Schule–Beruf", "2021-09", "2026-08", "2021-09 Start;2023-09 Ausbau auf 24 Plätze", "280.000 € im Jahr", "Jugendring Modellstadt e. V.", "Jugendrat", "Jugendhilfeausschuss 17.06.2021", "Werkstattplätze für Jugendliche ohne Ausbildung."],
  ["Gemeinschaftlich wohnen am Südpark", "planned", "0604", "Wohnen", "S1.6;S1.1.2", "Fachbereich Stadtplanung, Team Wohnen", "2025-06", "2029-03", "2026-01 Konzeptvergabe", "noch offen", "", "Interessierte bilden eine Planungsgruppe", "", "Mehrere Generationen in einem Haus, mit einer ambulanten Pflege-Wohngemeinschaft."],
  ["Licht und Wege Sonnenhügel", "completed", "0402", "Öffentlicher Raum", "3.2;7.1;7.2", "Fachbereich Tiefbau, Team Freiraum", "2020-04", "2023-06", "2021-03 Baubeginn;2023-06 Fertig", "1,1 Mio. €", "Jugendring Modellstadt e. V.", "Abendliche Rundgänge mit Bewohner:innen", "Bauausschuss 13.02.2020", "Wege, Beleuchtung und zwei Spielplätze neu gestaltet."],
  ["Gesund aufwachsen in der Südstadt", "in-progress", "0601;0603", "Gesundheit", "6.2;6.3;6.4", "Fachbereich Jugend, Team Frühe Hilfen", "2023-01", "2026-12", "2023-01 Start;2024-09 Elterncafé", "75.000 € im Jahr", "Familienwerk Nord gGmbH", "Elternrunden", "Jugendhilfeausschuss 24.11.2022", "Bewegung, Frühstück und Elterncafé in zwei Kitas."],
  ["Altenhilfeplan 2030", "in-progress", QUARTIERE.map((q) => q.id).join(";"), "Alter und Pflege", "S1.5.1;S1.6", "Fachbereich Soziales, Sozialplanung", "2024-01", "2025-12", "2024-06 Daten;2025-03 Werkstätten;2025-12 Beschluss", "aus vorhandenen Mitteln", "Seniorenbeirat", "Werkstätten in allen acht Stadtbezirken", "Sozialausschuss 18.01.2024", "Planung der Hilfen im Alter für die ganze Stadt."],
];

export function vorhabenTable() {
  return {
    columns: [
      "id",
      "title",
      "status",
      "sozialraeume",
      "field",
      "goals",
      "contact",
      "organisation",
      "start",
      "end",
      "milestones",
      "costs",
      "partners",
      "participation",
      "council",
      "description",
    ],
    rows: VORHABEN.map(
      (
        [
          title,
          status,
          areas,
          field,
          goals,
          contact,
          start,
          end,
          milestones,
          costs,
          partners,
          participation,
          council,
          description,
        ],
        i,
      ) => [
        `V${String(i + 1).padStart(2, "0")}`,
        title,
        status,
        areas,
        field,
        goals,
        contact,
        "Stadt Modellstadt",
        start,
        end,
        milestones,
        costs,
        partners,
        participation,
        council,
        description,
      ],
    ),
  };
}

const TERMIN_KINDS = [
  ["buergerversammlung", [35, 180], "Stadt Modellstadt, Fachbereich Soziales"],
  ["quartierstreffen", [8, 45], "Nachbarschaft Modellstadt e. V."],
  ["austausch", [5, 22], "Stadt Modellstadt, Sozialplanung"],
];

/** Dates of 2024: meetings in the livelier Quartiere, some without a count of participants, some for the whole city. */
export function termineTable(seed) {
  const random = createRandom(seed, "termine");
  const lively = QUARTIERE.filter((q) => q.use !== "gewerbe");
  const rows = [];
  for (let i = 0; i < 34; i += 1) {
    const [kind, [low, high], organisation] = TERMIN_KINDS[i % 5 === 0 ? 0 : i % 3 === 0 ? 2 : 1];
    const date = `2024-${String(1 + ((i * 5 + random.integer(0, 2)) % 12)).padStart(2, "0")}-${String(random.integer(1, 28)).padStart(2, "0")}`;
    const quartier = kind === "austausch" && random.chance(0.4) ? "" : random.pick(lively).id;
    rows.push([kind, date, quartier, random.chance(0.1) ? "" : random.integer(low, high), organisation]);
  }
  rows.sort((a, b) => (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0));
  return {
    columns: ["id", "kind", "date", "sozialraum", "participants", "organisation"],
    rows: rows.map((row, i) => [`T${String(i + 1).padStart(2, "0")}`, ...row]),
  };
}

/** Stock-take: name, kind, Quartiere, functions, contact as a role, needs. */
// biome-ignore format: a table is read line by line
const AKTEURE = [
  ["Team Quartier", "verwaltung", "0101;0102;0103;0104;0105", "contact;organises;coordinates", "Fachbereich Soziales, Quartierskoordination Mitte", ""],
  ["Quartierskoordination Nord", "verwaltung", "0301;0302;0303;0304;0305;0306", "contact;coordinates;networks", "Fachbereich Soziales, Quartierskoordination Nord", "Räume in Birkenhain bis zur Eröffnung des Zentrums"],
  ["Quartierskoordination Süd", "verwaltung", "0601;0602;0603;0604;0605;0606", "contact;coordinates;networks", "Fachbereich Soziales, Quartierskoordination Süd", ""],
  ["Nachbarschaft Modellstadt e. V.", "verein", "0102;0201;0202;0301", "organises;networks", "Geschäftsstelle", "Feste Stelle für das Ehrenamt"],
  ["Sülmetal Sozialwerk e. V.", "traeger", "0102;0205;0402;0601;0603", "advises;organises", "Bereichsleitung Beratung", "Dolmetschen für Arabisch und Ukrainisch"],
  ["Lotsenhaus Sülme gGmbH", "traeger", "0102;0601;0703", "advises", "Leitung Wohnungsnotfallhilfe", "Wohnungen für Alleinstehende"],
  ["Wohnungsbaugenossenschaft Sülmeblick eG", "wohnungswirtschaft", "0303;0501;0603;0803", "organises;networks", "Soziales Management", "Abstimmung zu Belegungen"],
  ["Kirchenkreis Modellstadt", "religionsgemeinschaft", "0101;0104;0306;0606", "organises;advises", "Gemeindebüro", ""],
  ["Jugendring Modellstadt e. V.", "verein", "0202;0402;0403;0701", "organises;coordinates", "Vorstand", "Öffnung der Sporthallen am Wochenende"],
  ["Familienwerk Nord gGmbH", "traeger", "0304;0501;0603", "advises;organises", "Leitung Frühe Hilfen", "Zweite Fachkraft in Ostfelde"],
  ["Seniorenbeirat", "gremium", "0203;0302;0305;0401;0701;0802", "networks;contact", "Vorsitz", "Barrierefreie Haltestellen"],
  ["Bewohnerbeirat Kiefernkamp", "gremium", "0603", "contact;organises", "Sprecher:innen des Beirats", "Eigenes kleines Budget"],
  ["Bewohnerinitiative Birkenhain", "initiative", "0303", "contact;organises;networks", "Sprecher:innen der Initiative", "Ein Raum, der auch abends offen ist"],
  ["Grundschule am Sonnenhügel", "bildung", "0402", "networks", "Schulsozialarbeit", "Eltern erreichen, die wenig Deutsch sprechen"],
  ["Ortsbeirat Moorende", "gremium", "0504", "contact", "Vorsitz", "Weg zum nächsten Angebot zu weit"],
  ["Ortsbeirat Hollenrade", "gremium", "0704", "contact", "Vorsitz", "Busverbindung am Abend"],
  ["Verfügungsfonds Quartier", "instrument", "0102;0303;0402;0603", "organises", "Fachbereich Soziales, Team Quartier", "Mittel nur bis Ende 2026 gesichert"],
  ["Freiwilligenbörse", "instrument", "0101;0201;0301;0601;0701", "networks;advises", "Koordination Ehrenamt", "Freiwillige unter 40 Jahren"],
  ["Gewerbering Süd", "wirtschaft", "0605;0601", "networks", "Geschäftsstelle", "Ausbildungsplätze bekannter machen"],
];

export function akteureTable() {
  return {
    columns: ["id", "name", "kind", "sozialraeume", "functions", "contact", "needs"],
    rows: AKTEURE.map(([name, ...rest], i) => [`K${String(i + 1).padStart(2, "0")}`, name, ...rest]),
  };
}
