import { catalogueGoals } from "./catalogue-entries.ts";

/** S1: the goal catalogue of a city (Norderstedt, 2021): six strategic blocks with their operational goals. */
export const CITY_GOALS = catalogueGoals("S1", [
  [
    "S1.1",
    "Angemessener und bezahlbarer Wohnraum für alle",
    "Adequate, affordable housing for everyone",
    [
      ["S1.1.1", "Mehr geförderter Wohnungsbau", "More subsidised housing"],
      ["S1.1.2", "Mehr Wohnangebote für Menschen mit besonderem Bedarf", "More housing for people with special needs"],
      ["S1.1.3", "Alle Gemeinschaftsunterkünfte schließen", "Close all shared shelters"],
      ["S1.1.4", "Wohnungslosigkeit vermeiden", "Prevent homelessness"],
    ],
  ],
  [
    "S1.2",
    "Quartiersentwicklung: Zentren der Begegnung, öffentliche Räume, vielseitige Beratung und Unterstützung",
    "Neighbourhood development: centres to meet, public space, varied advice and support",
    [
      [
        "S1.2.1",
        "Alle finden in ihrem Sozialraum einen Anlaufpunkt",
        "Everyone finds a contact point in their own area",
      ],
    ],
  ],
  [
    "S1.3",
    "Gesellschaftliche und politische Teilhabe aller Gruppen",
    "Social and political participation of all groups",
  ],
  ["S1.4", "Solidarische Nachbarschaftskultur", "A culture of solidarity among neighbours"],
  [
    "S1.5",
    "Passende Angebote für jede Lebenslage",
    "The right offer for every situation in life",
    [
      [
        "S1.5.1",
        "Wer Beratung braucht, findet sie und bekommt konkrete Hilfe",
        "Whoever needs advice finds it, with concrete help",
      ],
    ],
  ],
  [
    "S1.6",
    "Durchmischte Bevölkerung, mehrere Generationen zusammen gedacht",
    "A mixed population, several generations together",
  ],
]);
