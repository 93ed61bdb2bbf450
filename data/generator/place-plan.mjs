/**
 * Which Anlaufpunkt stands where. Position: metres east and north of the market square (moved to the next street), or
 * `near` another Quartier: close to the border with it. Twelve Quartiere have no Quartierszentrum and no Beratungsstelle.
 * Columns: Quartier, kind, name, position, topics, target groups, further keys.
 */
// biome-ignore format: a table is read line by line
export const KEY_PLACES = [
  ["0101", "quartierszentrum", "Haus am Markt", [-60, -40], "Begegnung;Ehrenamt;Wohnen", "Familien;Senior:innen;Zugewanderte", { opened: 2009, capacity: 120 }],
  ["0101", "beratungsstelle", "Wohnungsnotlagenberatung im Rathaus", [60, 60], "Wohnungsnotlagen;Schulden;WBS", "Wohnungslose;Familien", { opened: 2006, city: true }],
  ["0101", "beratungsstelle", "Pflegestützpunkt Modellstadt", [-150, 110], "Pflege;Demenz;Hilfen im Alter", "Senior:innen;Menschen mit Behinderung;Angehörige", { opened: 2012, city: true }],
  ["0102", "quartierszentrum", "Quartierszentrum Bahnhofsviertel", [-260, -620], "Begegnung;Sprache;Nachbarschaft", "Zugewanderte;Familien;Jugendliche", { opened: 2014, capacity: 90 }],
  ["0102", "beratungsstelle", "Beratung am Bahnhof", [-60, -930], "Sucht;Wohnungsnotlagen;Gesundheit", "Wohnungslose;Suchtkranke", { opened: 2011 }],
  ["0102", "beratungsstelle", "Migrationsberatung Bahnhofstraße", [-90, -560], "Migration;Sprache;Aufenthalt", "Zugewanderte;Geflüchtete", { opened: 2015, languages: "de;en;ar;uk;tr" }],
  ["0103", "beratungsstelle", "Schuldnerberatung Mühlengraben", [560, -560], "Schulden;Insolvenz", "Familien;Erwachsene", { opened: 2010 }],
  ["0103", "beratungsstelle", "Erziehungsberatung Mühlengraben", [840, -760], "Erziehung;Trennung;Familie", "Familien;Kinder;Jugendliche", { opened: 2008, city: true }],
  ["0104", "quartierszentrum", "Nachbarschaftshaus Westvorstadt", [-1050, -500], "Begegnung;Nachbarschaft;Kultur", "Familien;Senior:innen", { opened: 2010, capacity: 80 }],
  ["0104", "beratungsstelle", "Suchtberatung Westvorstadt", [-1300, -760], "Sucht;Gesundheit", "Suchtkranke;Angehörige;Jugendliche", { opened: 2013 }],
  ["0105", "beratungsstelle", "Familienberatung im Klosterviertel", [-760, 330], "Erziehung;Schwangerschaft;Familie", "Familien;Kinder", { opened: 2007 }],
  ["0105", "quartierszentrum", "Klosterhof", [-1280, 420], "Begegnung;Kultur;Ehrenamt", "Senior:innen;Familien", { opened: 2018, capacity: 60 }],
  ["0201", "quartierszentrum", "Stadtteilhaus Neustadt", [900, 560], "Begegnung;Bildung;Nachbarschaft", "Familien;Jugendliche;Zugewanderte", { opened: 2012, capacity: 150 }],
  ["0201", "beratungsstelle", "Arbeitslosenberatung Neustadt", [1180, 330], "Arbeit;Grundsicherung;Schulden", "Arbeitslose;Erwachsene", { opened: 2011, closed: 2023 }],
  ["0201", "beratungsstelle", "Frauenberatung Neustadt", [1050, 760], "Gewaltschutz;Trennung;Recht", "Frauen;Familien", { opened: 2009 }],
  ["0202", "quartierszentrum", "Speicher 7", [1330, -280], "Begegnung;Kultur;Sprache", "Jugendliche;Familien;Zugewanderte", { opened: 2019, capacity: 110 }],
  ["0202", "beratungsstelle", "Mieterberatung Hafenviertel", { near: "0204" }, "Wohnen;Wohnungsnotlagen;Energie", "Familien;Mieter:innen", { opened: 2016 }],
  ["0203", "beratungsstelle", "Seniorenberatung Gärtnerviertel", [1000, 1330], "Pflege;Hilfen im Alter;Wohnen", "Senior:innen;Angehörige", { opened: 2013, city: true }],
  ["0205", "quartierszentrum", "Ziegelei 12", [2380, 920], "Begegnung;Nachbarschaft;Wohnen", "Familien;Senior:innen", { opened: 2017, capacity: 75 }],
  ["0205", "beratungsstelle", "Sozialberatung Ziegeleiviertel", [2300, 640], "Grundsicherung;Schulden;Wohnungsnotlagen", "Familien;Arbeitslose", { opened: 2020 }],
  ["0301", "quartierszentrum", "Nordlicht", [-40, 1180], "Begegnung;Kultur;Nachbarschaft", "Familien;Jugendliche;Senior:innen", { opened: 2011, capacity: 100 }],
  ["0301", "beratungsstelle", "Beratungszentrum Nordstadt", { near: "0302" }, "Schulden;Migration;Grundsicherung", "Zugewanderte;Familien;Arbeitslose", { opened: 2015, languages: "de;en;ru;fa" }],
  ["0303", "quartierszentrum", "Quartierszentrum Birkenhain", [-1820, 3010], "Begegnung;Familie;Nachbarschaft", "Familien;Kinder;Jugendliche;Zugewanderte", { opened: 2026, status: "planned", capacity: 140 }],
  ["0304", "beratungsstelle", "Familienbüro Papenkamp", [-170, 2650], "Erziehung;Kinderbetreuung;Familie", "Familien;Kinder", { opened: 2021, city: true }],
  ["0306", "quartierszentrum", "Dorfhaus Kirchhagen", [280, 3680], "Begegnung;Ehrenamt", "Familien;Senior:innen", { opened: 2013, capacity: 60 }],
  ["0305", "beratungsstelle", "Beratung im Heideviertel", [900, 2330], "Pflege;Hilfen im Alter", "Senior:innen", { opened: 2012, status: "closed", closed: 2022 }],
  ["0401", "quartierszentrum", "Lindenhaus", [2150, 1880], "Begegnung;Hilfen im Alter;Nachbarschaft", "Senior:innen;Familien", { opened: 2015, capacity: 70 }],
  ["0402", "quartierszentrum", "Sonnentreff", [2800, 2480], "Begegnung;Familie;Sprache", "Familien;Kinder;Zugewanderte", { opened: 2016, capacity: 130 }],
  ["0402", "beratungsstelle", "Sozialberatung Sonnenhügel", [3020, 2620], "Schulden;Wohnungsnotlagen;Migration", "Familien;Zugewanderte;Arbeitslose", { opened: 2018, languages: "de;en;ru;pl" }],
  ["0403", "beratungsstelle", "Arbeitsvermittlung und Beratung Nordost", [3200, 1350], "Arbeit;Grundsicherung;Qualifizierung", "Arbeitslose;Jugendliche", { opened: 2005 }],
  ["0404", "quartierszentrum", "Dorfgemeinschaftshaus Ellerbrok", [4680, 3420], "Begegnung;Ehrenamt", "Familien;Senior:innen", { opened: 2010, capacity: 80 }],
  ["0501", "beratungsstelle", "Familienbüro Ostfelde", [3330, -60], "Erziehung;Kinderbetreuung;Wohnen", "Familien;Kinder", { opened: 2022, city: true }],
  ["0502", "quartierszentrum", "Treffpunkt Am Werder", [2920, -1050], "Begegnung;Nachbarschaft", "Familien;Senior:innen", { opened: 2027, status: "planned", capacity: 70 }],
  ["0601", "quartierszentrum", "Südpol", [-20, -1860], "Begegnung;Nachbarschaft;Bildung", "Familien;Jugendliche;Zugewanderte", { opened: 2013, capacity: 110 }],
  ["0601", "beratungsstelle", "Wohnungsnotfallhilfe Süd", [260, -1720], "Wohnungsnotlagen;Schulden;Sucht", "Wohnungslose;Familien", { opened: 2014 }],
  ["0602", "beratungsstelle", "Seniorenbüro Eisenbahnersiedlung", [-1180, -1830], "Hilfen im Alter;Pflege;Ehrenamt", "Senior:innen;Angehörige", { opened: 2017, city: true }],
  ["0603", "quartierszentrum", "Kiefernhaus", [-560, -2900], "Begegnung;Familie;Nachbarschaft", "Familien;Kinder;Senior:innen", { opened: 2012, capacity: 120 }],
  ["0603", "beratungsstelle", "Erziehungs- und Familienberatung Kiefernkamp", [-820, -3130], "Erziehung;Trennung;Schulden", "Familien;Kinder;Jugendliche", { opened: 2019 }],
  ["0604", "quartierszentrum", "Treff am Südpark", [640, -2620], "Begegnung;Hilfen im Alter", "Senior:innen;Familien", { opened: 2020, capacity: 50 }],
  ["0605", "beratungsstelle", "Arbeit und Ausbildung Süd", [1300, -2000], "Arbeit;Ausbildung;Qualifizierung", "Jugendliche;Arbeitslose", { opened: 2016 }],
  ["0606", "quartierszentrum", "Alte Schule Tannenrade", [170, -4380], "Begegnung;Ehrenamt;Kultur", "Familien;Senior:innen", { opened: 2014, capacity: 65 }],
  ["0701", "quartierszentrum", "Bürgerhaus Weststadt", { near: "0702" }, "Begegnung;Nachbarschaft;Kultur", "Senior:innen;Familien", { opened: 2011, capacity: 140 }],
  ["0701", "beratungsstelle", "Sozialberatung Weststadt", [-2560, -480], "Grundsicherung;Schulden;Pflege", "Senior:innen;Arbeitslose", { opened: 2018 }],
  ["0801", "beratungsstelle", "Familien- und Lebensberatung Mühlenfeld", [-2140, 720], "Erziehung;Lebenskrisen;Familie", "Familien;Erwachsene", { opened: 2009 }],
  ["0802", "quartierszentrum", "Vogelnest", [-2060, 1600], "Begegnung;Hilfen im Alter;Familie", "Senior:innen;Familien", { opened: 2018, capacity: 55 }],
  ["0803", "quartierszentrum", "Haus Auenblick", [-2900, 2500], "Begegnung;Nachbarschaft;Familie", "Familien;Kinder;Zugewanderte", { opened: 2017, capacity: 85 }],
  ["0804", "quartierszentrum", "Dorfhaus Groß Wohlde", [-4550, 2080], "Begegnung;Ehrenamt", "Familien;Senior:innen", { opened: 2008, capacity: 70 }],
];

/** Other kinds: kind, Quartiere in which one stands, pattern of the name, topics, target groups. */
// biome-ignore format: a table is read line by line
export const OTHER_PLACES = [
  ["begegnungsstaette", ["0101", "0104", "0203", "0205", "0302", "0305", "0401", "0601", "0602", "0701", "0704", "0802"], "Begegnungsstätte %", "Begegnung;Hilfen im Alter;Freizeit", "Senior:innen;Menschen mit Behinderung"],
  ["netzwerk", ["0102", "0201", "0301", "0402", "0603", "0803"], "Netzwerk %", "Nachbarschaft;Ehrenamt;Vernetzung", "Familien;Zugewanderte;Senior:innen"],
  ["jugendzentrum", ["0102", "0202", "0301", "0303", "0402", "0601", "0603", "0701", "0803"], "Jugendzentrum %", "Freizeit;Ausbildung;Sucht", "Jugendliche;Kinder"],
  ["familienzentrum", ["0103", "0201", "0303", "0304", "0402", "0501", "0603"], "Familienzentrum %", "Erziehung;Kinderbetreuung;Familie", "Familien;Kinder"],
  ["bibliothek", ["0101", "0201", "0402", "0601", "0701"], "Stadtbibliothek %", "Bildung;Sprache;Kultur", "Kinder;Jugendliche;Familien;Senior:innen"],
];

export const KINDS = {
  jugendzentrum: { de: "Jugendzentrum", en: "Youth centre", plural: { de: "Jugendzentren", en: "Youth centres" } },
  familienzentrum: {
    de: "Familienzentrum",
    en: "Family centre",
    plural: { de: "Familienzentren", en: "Family centres" },
  },
  bibliothek: { de: "Bibliothek", en: "Library", plural: { de: "Bibliotheken", en: "Libraries" } },
};

/** Invented bodies that run the places. */
// biome-ignore format: a table is read line by line
export const PROVIDERS = ["Stadt Modellstadt", "Sülmetal Sozialwerk e. V.", "Nachbarschaft Modellstadt e. V.", "Lotsenhaus Sülme gGmbH", "Kirchenkreis Modellstadt", "Wohnungsbaugenossenschaft Sülmeblick eG", "Jugendring Modellstadt e. V.", "Familienwerk Nord gGmbH"];
