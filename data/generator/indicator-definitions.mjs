/**
 * The indicators of goal catalogue S1 and those that explain them. `personal` counts are kept secret below 3.
 * Columns: id, title, English title, unit, English unit, kind, direction, further keys.
 */
export const INDICATORS = [
  ["gefoerderte-wohnungen", "Bestand geförderter Wohnungen", "Stock of subsidised dwellings", "Wohnungen", "dwellings", "count", "more-is-better", { goals: "S1.1.1;3.3", target: 2600, targetDate: "2030", description: "Wohnungen mit Mietpreis- oder Belegungsbindung am 31. Dezember", descriptionEn: "Dwellings with rent control or allocation rights on 31 December" }],
  ["unterkunft-belegung", "Belegung der Unterkünfte", "Occupancy of shelters", "Personen", "people", "count", "more-is-worse", { goals: "S1.1.1;S1.1.3", target: 0, targetDate: "2030", personal: true, description: "Personen in Gemeinschaftsunterkünften der Stadt am 31. Dezember", descriptionEn: "People in the city's collective shelters on 31 December" }],
  ["wbs-ausgestellt", "Ausgestellte Wohnberechtigungsscheine (WBS)", "Certificates of entitlement to subsidised housing (WBS) issued", "Scheine", "certificates", "count", "neutral", { goals: "S1.1.1", personal: true, description: "Im Jahr ausgestellt, nach dem Wohnort bei Antragstellung", descriptionEn: "Issued in the year, by place of residence at application" }],
  ["wbs-ruecklauf", "Rückläufer WBS", "WBS returned", "Scheine", "certificates", "count", "neutral", { goals: "S1.1.1", personal: true, description: "Im Jahr zurückgegebene Scheine nach Bezug einer Wohnung", descriptionEn: "Certificates returned in the year after moving into a dwelling" }],
  ["wbs-je-1000-haushalte", "WBS je 1.000 Haushalte", "WBS per 1,000 households", "je 1.000 Haushalte", "per 1,000 households", "rate", "neutral", { goals: "S1.1.1", numerator: "wbs-ausgestellt", denominator: "haushalte", per: 1000 }],
  ["betreute-wohnformen", "Betreute Wohnformen", "Assisted-living forms", "Angebote", "offers", "count", "more-is-better", { goals: "S1.1.2", target: 70, targetDate: "2026" }],
  ["wohnungsvermittlungen", "Wohnungsvermittlungen aus Unterkünften", "People placed in dwellings", "Personen", "people", "count", "more-is-better", { goals: "S1.1.3", target: 120, targetDate: "2025", personal: true }],
  ["wohnungsnotfaelle-beraten", "Beratene Haushalte in Wohnungsnotlagen", "Households advised on housing emergencies", "Haushalte", "households", "count", "neutral", { goals: "S1.1.4", personal: true }],
  ["wohnungsverlust-verhindert", "Verhinderte Wohnungsverluste", "Prevented losses of dwelling", "Haushalte", "households", "count", "more-is-better", { goals: "S1.1.4", personal: true }],
  ["wohnungsverlust-verhindert-anteil", "Anteil verhinderter Wohnungsverluste", "Share of prevented losses of dwelling", "%", "%", "share", "more-is-better", { goals: "S1.1.4", numerator: "wohnungsverlust-verhindert", denominator: "wohnungsnotfaelle-beraten", per: 100, target: 75, targetDate: "2025", description: "Verhinderte Wohnungsverluste an allen beratenen Haushalten der Wohnungsnotlagenberatung", descriptionEn: "Prevented losses of dwelling among all households advised" }],
  ["wohnungslose-minderjaehrige", "Wohnungslose Kinder und Jugendliche", "Homeless children and young people", "Personen unter 18", "people under 18", "count", "more-is-worse", { goals: "S1.1.4", target: 20, targetDate: "2025", personal: true }],
  ["quartierszentren", "Quartierszentren", "Neighbourhood centres", "Einrichtungen", "places", "count", "more-is-better", { goals: "S1.2.1;4.5", target: 22, targetDate: "2027" }],
  ["beratungsstellen", "Beratungsstellen", "Advice centres", "Einrichtungen", "places", "count", "more-is-better", { goals: "S1.2.1", target: 22, targetDate: "2024" }],
  ["buergerversammlungen", "Bürgerversammlungen", "Citizens' assemblies", "Termine", "meetings", "count", "more-is-better", { goals: "S1.3;9.2", target: 20, targetDate: "2024" }],
  ["quartierstreffen", "Quartierstreffen", "Neighbourhood meetings", "Termine", "meetings", "count", "more-is-better", { goals: "S1.3;5.4;9.2", target: 110, targetDate: "2025" }],
  ["regelmaessiger-austausch", "Regelmäßiger Austausch mit Interessengruppen", "Regular exchange with interest groups", "Termine", "meetings", "count", "more-is-better", { goals: "S1.3;9.3", target: 60, targetDate: "2025", description: "Termine der Verwaltung mit Interessengemeinschaften und Gruppen", descriptionEn: "Meetings of the administration with interest groups" }],
  ["lokale-netzwerke", "Lokale Netzwerke", "Local networks", "Netzwerke", "networks", "count", "more-is-better", { goals: "S1.4;8.3", target: 24, targetDate: "2026" }],
  ["einwohner", "Einwohner:innen", "Residents", "Personen", "people", "count", "neutral", { description: "Hauptwohnsitz am 31. Dezember", descriptionEn: "Main residence on 31 December" }],
  ["haushalte", "Haushalte", "Households", "Haushalte", "households", "count", "neutral", {}],
  ["wohnungen", "Wohnungen", "Dwellings", "Wohnungen", "dwellings", "count", "neutral", {}],
  ["einwohner-18-65", "Einwohner:innen von 18 bis unter 65 Jahren", "Residents aged 18 to under 65", "Personen", "people", "count", "neutral", {}],
  ["arbeitslose", "Arbeitslose", "Unemployed people", "Personen", "people", "count", "more-is-worse", { goals: "1.4", personal: true }],
  ["arbeitslose-anteil", "Anteil Arbeitsloser", "Share of unemployed", "%", "%", "share", "more-is-worse", { goals: "Z1;1.4", numerator: "arbeitslose", denominator: "einwohner-18-65", per: 100, target: 5, targetDate: "2026", description: "Arbeitslose an den Einwohner:innen von 18 bis unter 65 Jahren", descriptionEn: "Unemployed among residents aged 18 to under 65" }],
  ["kinder-unter-18", "Kinder und Jugendliche unter 18 Jahren", "Children and young people under 18", "Personen", "people", "count", "neutral", {}],
  ["kinderarmut", "Kinder und Jugendliche in Haushalten mit Grundsicherung", "Children and young people in households on basic income support", "Personen", "people", "count", "more-is-worse", { personal: true }],
  ["kinderarmut-anteil", "Kinderarmut", "Child poverty", "%", "%", "share", "more-is-worse", { goals: "4.3", numerator: "kinderarmut", denominator: "kinder-unter-18", per: 100, target: 12, targetDate: "2027", description: "Unter 18-Jährige in Haushalten mit Grundsicherung an allen unter 18-Jährigen", descriptionEn: "Under-18s in households on basic income support among all under-18s" }],
  ["einwohner-65plus", "Einwohner:innen ab 65 Jahren", "Residents aged 65 and over", "Personen", "people", "count", "neutral", {}],
  ["einwohner-65plus-anteil", "Anteil der Einwohner:innen ab 65 Jahren", "Share of residents aged 65 and over", "%", "%", "share", "neutral", { numerator: "einwohner-65plus", denominator: "einwohner", per: 100 }],
  ["alleinlebende-65plus", "Alleinlebende ab 65 Jahren", "People aged 65 and over living alone", "Personen", "people", "count", "more-is-worse", { personal: true }],
  ["alleinlebende-65plus-anteil", "Anteil Alleinlebender ab 65 Jahren", "Share of people 65 and over living alone", "%", "%", "share", "more-is-worse", { numerator: "alleinlebende-65plus", denominator: "einwohner-65plus", per: 100 }],
  ["migrationshintergrund", "Einwohner:innen mit Migrationshintergrund", "Residents with a migration background", "Personen", "people", "count", "neutral", { personal: true }],
  ["migrationshintergrund-anteil", "Anteil mit Migrationshintergrund", "Share with a migration background", "%", "%", "share", "neutral", { goals: "2.3", numerator: "migrationshintergrund", denominator: "einwohner", per: 100 }],
  ["wahlberechtigte", "Wahlberechtigte (Kommunalwahl)", "People entitled to vote (local election)", "Personen", "people", "count", "neutral", {}],
  ["waehlende", "Wählende (Kommunalwahl)", "Votes cast (local election)", "Personen", "people", "count", "more-is-better", {}],
  ["wahlbeteiligung", "Wahlbeteiligung (Kommunalwahl)", "Voter turnout (local election)", "%", "%", "share", "more-is-better", { goals: "S1.3", numerator: "waehlende", denominator: "wahlberechtigte", per: 100, target: 52, targetDate: "2028" }],
  ["angebotsmiete", "Mittlere Angebotsmiete (nettokalt)", "Mean asking rent (without heating)", "€/m²", "€/m²", "mean", "more-is-worse", { goals: "3.3", description: "Mittel der Wohnungsangebote eines Jahres", descriptionEn: "Mean of the dwellings offered in a year" }],
  ["sozialer-status", "Sozialer Status", "Social status", "", "", "class", "neutral", { description: "Vier Klassen aus Arbeitslosigkeit und Kinderarmut: hoch, mittel, niedrig, sehr niedrig", descriptionEn: "Four classes made of unemployment and child poverty: hoch, mittel, niedrig, sehr niedrig" }],
];

export function indicatorTable() {
  return {
    columns: ["id", "title", "title_en", "unit", "unit_en", "kind", "direction", "numerator", "denominator", "per", "goals", "target", "targetDate", "description", "description_en"],
    rows: INDICATORS.map(([id, title, titleEn, unit, unitEn, kind, direction, more]) => [
      id, title, titleEn, unit, unitEn, kind, direction, more.numerator ?? "", more.denominator ?? "", more.per ?? "", more.goals ?? "", more.target ?? "", more.targetDate ?? "", more.description ?? "", more.descriptionEn ?? "",
    ]),
  };
}
