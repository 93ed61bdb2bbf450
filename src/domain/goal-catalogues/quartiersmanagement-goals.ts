import { catalogueGoals } from "./catalogue-entries.ts";

/** S2: the nine strategic goals of the Berlin Quartiersmanagement with their 39 operational goals; titles are shortened. */
export const QUARTIERSMANAGEMENT_GOALS = catalogueGoals("S2", [
  [
    "Z1",
    "Mehr Chancen auf dem Arbeitsmarkt",
    "Better chances on the labour market",
    [
      ["1.1", "Bestehende Arbeitsplätze erhalten", "Keep existing jobs"],
      ["1.2", "Berufliche Qualifizierung für besondere Gruppen", "Vocational training for particular groups"],
      ["1.3", "Bessere Ausbildung für Jugendliche", "Better training for young people"],
      [
        "1.4",
        "Arbeitslose und Menschen in Sozialhilfe in Arbeit oder Qualifizierung (re)integrieren",
        "(Re)integrate unemployed people and benefit recipients into work or training",
      ],
      ["1.5", "Kleingewerbe und Existenzgründungen fördern", "Support small businesses and start-ups"],
      ["1.6", "Den Standort vermarkten und profilieren", "Market and profile the location"],
    ],
  ],
  [
    "Z2",
    "Mehr Fort- und Weiterbildung",
    "More further education and training",
    [
      [
        "2.1",
        "Bestehende Fort- und Weiterbildung erhalten und bekannter machen",
        "Keep existing further education and make it better known",
      ],
      [
        "2.2",
        "Bewohner:innen qualifizieren und in ihrer Persönlichkeit stärken",
        "Train residents and strengthen their personal development",
      ],
      [
        "2.3",
        "Bessere Kenntnisse der deutschen Sprache und Kultur, auch von Politik und Recht",
        "Better knowledge of German language and culture, including politics and law",
      ],
    ],
  ],
  [
    "Z3",
    "Bessere Qualität des Wohn- und Lebensraums",
    "Better quality of housing and living space",
    [
      ["3.1", "Zufriedenheit mit der Wohn- und Lebenssituation erhöhen", "Raise satisfaction with housing and living"],
      ["3.2", "Wohnumfeld und öffentlichen Raum verbessern", "Improve surroundings and public space"],
      [
        "3.3",
        "Wohnungen und die Lage der Mieterhaushalte verbessern",
        "Improve dwellings and the situation of tenants",
      ],
      [
        "3.4",
        "Häuser, Aufgänge, Treppenhäuser und Höfe verbessern",
        "Improve buildings, entrances, stairways and yards",
      ],
      [
        "3.5",
        "Wohnortnahen Einzelhandel, Dienstleistungen und Gastronomie stärken",
        "Strengthen local shops, services and gastronomy",
      ],
      ["3.6", "Verkehrssituation verbessern", "Improve traffic"],
    ],
  ],
  [
    "Z4",
    "Soziale Infrastruktur, die dem Bedarf der Bewohner:innen entspricht",
    "Social infrastructure that meets residents’ needs",
    [
      ["4.1", "Situation der Schulen verbessern", "Improve the situation of schools"],
      ["4.2", "Jugend- und Sozialarbeit in den Schulen stärken", "Strengthen youth and social work in schools"],
      ["4.3", "Bessere Freizeitangebote für Kinder und Jugendliche", "Better leisure for children and young people"],
      ["4.4", "Bessere Kinderbetreuung", "Better child care"],
      ["4.5", "Bessere Freizeitangebote für alle Gruppen", "Better leisure for all groups"],
    ],
  ],
  [
    "Z5",
    "Stadtteilkultur, die zu den Bewohner:innen passt",
    "Neighbourhood culture that suits residents",
    [
      ["5.1", "Bestehende Kulturangebote erhalten", "Keep existing cultural offers"],
      ["5.2", "Kultur anstoßen, die Bewohner:innen selbst tragen", "Initiate culture run by residents"],
      ["5.3", "Eigene Angebote für verschiedene Gruppen schaffen", "Create offers for different groups"],
      ["5.4", "Öffentliches Leben im Stadtteil aktivieren", "Activate public life in the neighbourhood"],
    ],
  ],
  [
    "Z6",
    "Besseres Gesundheitsniveau",
    "Better health",
    [
      ["6.1", "Bestehende Gesundheitsangebote erhalten", "Keep existing health offers"],
      [
        "6.2",
        "Gesundheit verbessern, besonders von Haushalten in schwieriger wirtschaftlicher Lage",
        "Improve health, above all of households in economic difficulty",
      ],
      [
        "6.3",
        "Bewegung und Gesundheitserziehung in Familie, Kita, Schule und Verein fördern",
        "Promote exercise and health education in families, day care, schools and clubs",
      ],
      ["6.4", "Ernährung von Kindern und Jugendlichen verbessern", "Improve nutrition of children and young people"],
    ],
  ],
  [
    "Z7",
    "Mehr Sicherheit und mehr Sicherheitsempfinden",
    "More safety, and feeling safer",
    [
      ["7.1", "Sicherheitsempfinden der Bewohner:innen stärken", "Make residents feel safer"],
      [
        "7.2",
        "Öffentliche Räume und wohnungsnahe Freiräume sicher gestalten",
        "Design public and nearby open space for safety",
      ],
      ["7.3", "Gewaltprävention unterstützen und ausweiten", "Support and extend the prevention of violence"],
      ["7.4", "Offene Drogenszene eindämmen", "Curb the open drug scene"],
    ],
  ],
  [
    "Z8",
    "Mehr soziale und interkulturelle Integration",
    "More social and intercultural integration",
    [
      ["8.1", "Bestehende Integrationsangebote erhalten", "Keep existing integration offers"],
      ["8.2", "Dialog fördern, Konflikte verringern", "Promote dialogue, reduce conflict"],
      [
        "8.3",
        "Mehr Verantwortung für die Nachbarschaft, mehr Kontakte in ihr",
        "More responsibility for the neighbourhood, more contacts in it",
      ],
    ],
  ],
  [
    "Z9",
    "Mehr Partizipation der Bewohner:innen und Akteure",
    "More participation of residents and local actors",
    [
      ["9.1", "Bestehende Beteiligungsangebote erhalten", "Keep existing forms of participation"],
      [
        "9.2",
        "Formen der Beteiligung und Mitwirkung für verschiedene Gruppen entwickeln",
        "Develop forms of participation for different groups",
      ],
      [
        "9.3",
        "Zielgruppen an Maßnahmen des Quartiersmanagements beteiligen",
        "Involve target groups in the measures of neighbourhood management",
      ],
      ["9.4", "Image verbessern, Öffentlichkeit herstellen", "Improve the image, inform the public"],
    ],
  ],
]);
