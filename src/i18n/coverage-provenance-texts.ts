import { defineTexts } from "./define-texts.ts";

export const coverageProvenanceTexts = defineTexts({
  de: {
    figures: {
      residents: {
        formula:
          "Summe der Einwohner:innen aller Zellen, deren Mittelpunkt im Sozialraum liegt. Nichts wird hochgerechnet.",
        rules: ["C1"],
      },
      anlaufpunkte_inside: {
        formula:
          "Zahl der Anlaufpunkte der gewählten Arten, die im Sozialraum stehen. Geplante und geschlossene zählen nur, wenn sie gewählt sind.",
        rules: ["C2", "C8"],
      },
      residents_reached: {
        formula:
          "Summe der Einwohner:innen aller Zellen, deren nächster Anlaufpunkt höchstens die gewählte Entfernung weit weg ist – auch wenn er jenseits der Grenze steht.",
        rules: ["C3"],
      },
      reached_share: { formula: "Erreichte Menschen ÷ Einwohner:innen des Sozialraums.", rules: ["C3"] },
      residents_unreached: {
        formula: "Einwohner:innen − erreichte Menschen. Jede Person zählt genau einmal.",
        rules: ["C3"],
      },
      nearest_median_m: {
        formula: "Die Entfernung zum nächsten Anlaufpunkt, die die Hälfte der Einwohner:innen nicht überschreitet.",
        rules: ["C5"],
      },
      nearest_p90_m: {
        formula: "Die Entfernung zum nächsten Anlaufpunkt, die 90 % der Einwohner:innen nicht überschreiten.",
        rules: ["C5"],
      },
      per_10000: { formula: "Anlaufpunkte im Sozialraum ÷ Einwohner:innen × 10.000.", rules: ["C8"] },
    },
    area: "Sozialraum",
    wholeCity: "alle Sozialräume",
    kinds: "Anlaufpunkte",
    reach: "Reichweite",
    straight: "Luftlinie auf dem Ellipsoid",
    walked: "Fußweg entlang des Wegenetzes",
    walkedWithoutSteps: "Fußweg entlang des Wegenetzes, ohne Treppen",
    scenario: "Szenario",
    filter: "Filter",
    distance: "Entfernung",
    basis: "Grundlage",
    published: "Gemeldete Gesamtzahl",
    value: "Ergebnis",
    twoDates: "Die Zellen und die gemeldete Gesamtzahl haben verschiedene Stände; gerechnet wird nur mit den Zellen.",
    walkableWays:
      "Begehbar sind vom OpenStreetMap-Auszug Straßen bis „primary“ und alles, was zum Gehen da ist; „foot“ entscheidet, sonst „access“. Radwege, Reitwege, Busspuren und Schnellstraßen zählen nur mit „foot=yes“ oder Gehweg, Fähren nie (eigene Setzung).",
    rough: "Grobe Schätzung: Für diesen Sozialraum gibt es keine Zellen, die Gesamtzahl ist über die Fläche verteilt.",
  },
  en: {
    figures: {
      residents: {
        formula: "Sum of the residents of all cells whose centre lies in the area. Nothing is scaled up.",
        rules: ["C1"],
      },
      anlaufpunkte_inside: {
        formula:
          "Number of contact points of the chosen kinds that stand in the area. Planned and closed ones count only where they are chosen.",
        rules: ["C2", "C8"],
      },
      residents_reached: {
        formula:
          "Sum of the residents of all cells whose nearest contact point is at most the chosen distance away, even if it stands beyond the border.",
        rules: ["C3"],
      },
      reached_share: { formula: "People reached ÷ residents of the area.", rules: ["C3"] },
      residents_unreached: { formula: "Residents − people reached. Everyone counts exactly once.", rules: ["C3"] },
      nearest_median_m: {
        formula: "The distance to the nearest contact point that half of the residents do not exceed.",
        rules: ["C5"],
      },
      nearest_p90_m: {
        formula: "The distance to the nearest contact point that 90% of the residents do not exceed.",
        rules: ["C5"],
      },
      per_10000: { formula: "Contact points inside the area ÷ residents × 10,000.", rules: ["C8"] },
    },
    area: "Area",
    wholeCity: "all areas",
    kinds: "Contact points",
    reach: "Reach",
    straight: "straight line on the ellipsoid",
    walked: "on foot along the network",
    walkedWithoutSteps: "on foot along the network, without steps",
    scenario: "Scenario",
    filter: "Filter",
    distance: "Distance",
    basis: "Basis",
    published: "Reported total",
    value: "Result",
    twoDates: "The cells and the reported total are of different dates; only the cells are used.",
    walkableWays:
      "Of the OpenStreetMap extract, streets up to “primary” and everything made for walking can be walked; “foot” decides, else “access”. Cycleways, bridleways, bus lanes and expressways count only with “foot=yes” or a pavement, ferries never (our own choice).",
    rough: "Rough estimate: there are no cells for this area; its total is spread over the land.",
  },
});
