/**
 * Two goal catalogues. S1 follows the goals that the city of Norderstedt drafted in 2021, S2 the goals of Berlin's
 * Quartiersmanagement; names of goals are taken over, wording shortened, English added.
 */
// biome-ignore format: a table is read line by line
export const NORDERSTEDT = [
  ["S1.1", "", "Angemessener, bezahlbarer Wohnraum für alle", "Adequate, affordable housing for everyone", ""],
  ["S1.1.1", "S1.1", "Geförderten Wohnungsbau ausbauen", "More subsidised housing", "gefoerderte-wohnungen;unterkunft-belegung;wbs-ausgestellt;wbs-ruecklauf", 4200, "2030"],
  ["S1.1.2", "S1.1", "Mehr Wohnangebote für Menschen mit besonderen Bedarfen", "More housing for people with special needs", "betreute-wohnformen", 45, "2026"],
  ["S1.1.3", "S1.1", "Alle Gemeinschaftsunterkünfte schließen", "Close all collective shelters", "unterkunft-belegung;wohnungsvermittlungen", 0, "2030"],
  ["S1.1.4", "S1.1", "Wohnungslosigkeit vermeiden", "Prevent homelessness", "wohnungsverlust-verhindert-anteil;wohnungslose-minderjaehrige", 75, "2025"],
  ["S1.2", "", "Quartiere entwickeln: Zentren der Begegnung, öffentliche Räume, vielseitige Beratung und Unterstützung", "Develop neighbourhoods: centres to meet, public space, varied advice and support", ""],
  ["S1.2.1", "S1.2", "Jede Person findet in ihrem Sozialraum einen Anlaufpunkt", "Everyone finds an Anlaufpunkt in their own Sozialraum", "quartierszentren;beratungsstellen", 24, "2027"],
  ["S1.3", "", "Gesellschaftliche und politische Teilhabe aller Bevölkerungsgruppen", "Social and political participation of all groups", "buergerversammlungen;quartierstreffen;regelmaessiger-austausch;wahlbeteiligung"],
  ["S1.4", "", "Solidarische Nachbarschaftskultur", "A culture of solidarity among neighbours", "lokale-netzwerke", 24, "2026"],
  ["S1.5", "", "Passende Angebote für jede Lebenslage", "The right offer for every situation in life", ""],
  ["S1.5.1", "S1.5", "Wer Beratung braucht, findet sie – mit konkreter Hilfe", "Whoever needs it finds advice with concrete help", ""],
  ["S1.6", "", "Gemischte Bevölkerung, Wohnen mehrerer Generationen", "A mixed population, several generations together", ""],
];

// biome-ignore format: a table is read line by line
export const QUARTIERSMANAGEMENT = [
  ["Z1", "", "Mehr Chancen auf dem Arbeitsmarkt", "Better chances in the labour market", "arbeitslose-anteil"],
  ["1.1", "Z1", "Bestehende Arbeitsplätze erhalten", "Keep existing jobs"],
  ["1.2", "Z1", "Berufsorientierte Qualifizierung für besondere Personengruppen", "Vocational qualification for particular groups"],
  ["1.3", "Z1", "Bessere Ausbildung für Jugendliche", "Better training for young people"],
  ["1.4", "Z1", "Arbeitslose in Arbeit oder Qualifizierung (re-)integrieren", "Bring unemployed people (back) into work or training", "arbeitslose-anteil"],
  ["1.5", "Z1", "Kleingewerbe fördern, Existenzgründungen unterstützen", "Support small trades and start-ups"],
  ["1.6", "Z1", "Den Standort vermarkten und profilieren", "Market and profile the location"],
  ["Z2", "", "Mehr Fort- und Weiterbildung", "More further education and training"],
  ["2.1", "Z2", "Bestehende Angebote der Fort- und Weiterbildung erhalten und bekannter machen", "Keep existing offers and make them better known"],
  ["2.2", "Z2", "Bewohner:innen qualifizieren und in ihrer Entwicklung stärken", "Qualify residents and strengthen their development"],
  ["2.3", "Z2", "Bessere Kenntnisse der deutschen Sprache und Kultur bei anderer Herkunftssprache", "Better knowledge of German language and culture", "migrationshintergrund-anteil"],
  ["Z3", "", "Bessere Qualität des Wohn- und Lebensraums", "Better quality of housing and living space"],
  ["3.1", "Z3", "Zufriedenheit mit der Wohn- und Lebenssituation erhöhen", "Raise satisfaction with housing and living conditions"],
  ["3.2", "Z3", "Wohnumfeld und öffentlichen Raum verbessern", "Improve surroundings and public space"],
  ["3.3", "Z3", "Wohnungen und Lage der Mieterhaushalte verbessern", "Improve dwellings and the situation of tenants", "gefoerderte-wohnungen;angebotsmiete"],
  ["3.4", "Z3", "Häuser, Aufgänge, Treppenhäuser und Höfe verbessern", "Improve buildings, entrances, staircases and yards"],
  ["3.5", "Z3", "Wohnortnahen Einzelhandel, Dienstleistungen und Gastronomie stärken", "Strengthen local shops, services and restaurants"],
  ["3.6", "Z3", "Verkehrssituation verbessern", "Improve traffic conditions"],
  ["Z4", "", "Soziale Infrastruktur nach dem Bedarf der Bewohner:innen", "Social infrastructure that suits the residents"],
  ["4.1", "Z4", "Schulsituation verbessern", "Improve the situation of schools"],
  ["4.2", "Z4", "Jugend- und Sozialarbeit an Schulen unterstützen und ausbauen", "Support and extend youth and social work in schools"],
  ["4.3", "Z4", "Bessere Freizeitangebote für Kinder und Jugendliche", "Better leisure offers for children and young people", "kinderarmut-anteil"],
  ["4.4", "Z4", "Kinderbetreuung verbessern", "Improve child care"],
  ["4.5", "Z4", "Bessere Freizeitangebote für alle Bevölkerungsgruppen", "Better leisure offers for all groups", "quartierszentren"],
  ["Z5", "", "Stadtteilkultur, die zu den Bewohner:innen passt", "Local culture that suits the residents"],
  ["5.1", "Z5", "Bestehende Angebote der Stadtteilkultur erhalten", "Keep existing cultural offers"],
  ["5.2", "Z5", "Kulturelle Aktivitäten der Bewohner:innen anstoßen", "Start cultural activities led by residents"],
  ["5.3", "Z5", "Besondere Angebote für verschiedene Gruppen schaffen", "Create special offers for various groups"],
  ["5.4", "Z5", "Das öffentliche Leben im Stadtteil beleben", "Enliven public life in the district", "quartierstreffen"],
  ["Z6", "", "Besseres Gesundheitsniveau", "Better health"],
  ["6.1", "Z6", "Bestehende Angebote der Gesundheitsförderung erhalten", "Keep existing health offers"],
  ["6.2", "Z6", "Gesundheit verbessern, besonders bei Haushalten in schwieriger Lage", "Improve health, above all of households in difficulty"],
  ["6.3", "Z6", "Bewegungs- und Gesundheitserziehung fördern", "Promote exercise and health education"],
  ["6.4", "Z6", "Ernährung von Kindern und Jugendlichen verbessern", "Improve the nutrition of children and young people"],
  ["Z7", "", "Mehr Sicherheit und mehr Sicherheitsempfinden", "More safety and a stronger sense of it"],
  ["7.1", "Z7", "Sicherheitsempfinden der Bewohner:innen steigern", "Strengthen residents' sense of safety"],
  ["7.2", "Z7", "Öffentlichen Raum und wohnungsnahe Freiräume sicher gestalten", "Design public and nearby open space safely"],
  ["7.3", "Z7", "Gewaltprävention unterstützen und ausweiten", "Support and extend prevention of violence"],
  ["7.4", "Z7", "Der offenen Drogenszene entgegenwirken", "Counter the open drug scene"],
  ["Z8", "", "Mehr soziale und interkulturelle Integration", "More social and intercultural integration"],
  ["8.1", "Z8", "Bestehende Angebote der Integration erhalten", "Keep existing integration offers"],
  ["8.2", "Z8", "Integration stärken: Dialog fördern, Konflikte verringern", "Strengthen integration: more dialogue, fewer conflicts"],
  ["8.3", "Z8", "Mehr Verantwortung für die Nachbarschaft, mehr nachbarschaftliche Kontakte", "More responsibility for and contact within the neighbourhood", "lokale-netzwerke"],
  ["Z9", "", "Mehr Partizipation der Bewohner:innen und Akteure", "More participation of residents and actors"],
  ["9.1", "Z9", "Bestehende Angebote der Beteiligung erhalten", "Keep existing offers of participation"],
  ["9.2", "Z9", "Formen der Beteiligung und Mitwirkung für verschiedene Zielgruppen entwickeln", "Develop forms of participation for various target groups", "buergerversammlungen;quartierstreffen"],
  ["9.3", "Z9", "Zielgruppen an Entwicklung und Umsetzung von Maßnahmen beteiligen", "Involve target groups in developing and carrying out measures", "regelmaessiger-austausch"],
  ["9.4", "Z9", "Image verbessern, Öffentlichkeitsarbeit", "Improve the image, public relations"],
];

export function goalTable(catalogue) {
  return {
    columns: ["id", "parent", "title", "title_en", "indicators", "target", "targetDate"],
    rows: catalogue.map(([id, parent, title, titleEn, indicators = "", target = "", targetDate = ""]) => [
      id,
      parent,
      title,
      titleEn,
      indicators,
      target,
      targetDate,
    ]),
  };
}
