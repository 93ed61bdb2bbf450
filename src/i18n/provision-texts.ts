import { defineTexts } from "./define-texts.ts";

/** Names and explanations of the measures of provision: two sentences each, for somebody who plans and does not reckon. */
export const provisionTexts = defineTexts({
  de: {
    methods: {
      "2sfca": {
        title: "Angebot geteilt durch alle in Reichweite (2SFCA)",
        explained:
          "Jeder Anlaufpunkt wird durch alle Menschen geteilt, die ihn erreichen; wer mehrere erreicht, bekommt die Anteile zusammengezählt. So zählt ein Ort, den sich viele teilen, weniger als einer für wenige – auch über die Grenzen der Sozialräume hinweg.",
      },
      e2sfca: {
        title: "Nähe zählt mehr (E2SFCA)",
        explained:
          "Wie 2SFCA, aber ein Anlaufpunkt um die Ecke zählt mehr als einer am Rand der Reichweite. Das passt, wenn Menschen weite Wege auch innerhalb der Reichweite seltener gehen.",
      },
      "3sfca": {
        title: "Wer die Wahl hat, verteilt sich (3SFCA)",
        explained:
          "Wer mehrere Anlaufpunkte erreicht, belastet jeden nur mit einem Teil. Gebiete mit viel Auswahl erscheinen dadurch nicht bedürftiger, als sie sind.",
      },
      bfca: {
        title: "Niemand wird doppelt gezählt (BFCA)",
        explained:
          "Jeder Mensch und jedes Angebot wird genau einmal verteilt, statt in mehreren Einzugsgebieten mehrfach zu zählen. Die Werte hängen davon ab, wie fein die Zellen sind, und taugen deshalb nur zum Vergleich innerhalb einer Stadt: 1 heißt wie die Stadt im Ganzen.",
      },
    },
    decay: {
      none: "Alle in Reichweite zählen gleich",
      steps: "In drei Ringen: 100 %, 68 %, 22 %",
      gaussian: "Gleitend bis auf 1 % am Rand der Reichweite",
    },
    per10000: {
      place: "Anlaufpunkte je 10.000 Einwohner:innen",
      capacity: "Einheiten Kapazität je 10.000 Einwohner:innen",
    },
    toCity: "Verhältnis zur Stadt",
    noneInReach: "Einwohner:innen ohne Anlaufpunkt in Reichweite",
    unit: {
      place: "Jeder Anlaufpunkt zählt als ein Angebot, unabhängig von seiner Größe.",
      capacity: "Gezählt werden die gemeldeten Kapazitäten.",
    },
    unknownCapacity: (unknown: number, count: string) =>
      unknown === 1
        ? "Für einen Anlaufpunkt ist keine Kapazität bekannt; er zählt als eine Einheit."
        : `Für ${count} Anlaufpunkte ist keine Kapazität bekannt; jeder zählt als eine Einheit.`,
  },
  en: {
    methods: {
      "2sfca": {
        title: "Supply divided by all in reach (2SFCA)",
        explained:
          "Every contact point is divided by all people who reach it; whoever reaches several has the parts added up. A place that many share thus counts less than one for a few – across the borders of the areas, too.",
      },
      e2sfca: {
        title: "Near counts more (E2SFCA)",
        explained:
          "Like 2SFCA, but a contact point around the corner counts more than one at the edge of the reach. That fits where people take long ways less often, even within the reach.",
      },
      "3sfca": {
        title: "Who can choose divides up (3SFCA)",
        explained:
          "Whoever reaches several contact points burdens each with a part only. Areas with much choice thus do not look needier than they are.",
      },
      bfca: {
        title: "Nobody is counted twice (BFCA)",
        explained:
          "Every person and every offer is handed out exactly once instead of counting in several catchments. The values hang on how fine the cells are and serve only to compare within one city: 1 means as the city as a whole.",
      },
    },
    decay: {
      none: "All in reach count alike",
      steps: "In three rings: 100%, 68%, 22%",
      gaussian: "Gliding down to 1% at the edge of the reach",
    },
    per10000: {
      place: "Contact points per 10,000 residents",
      capacity: "Units of capacity per 10,000 residents",
    },
    toCity: "Compared with the city",
    noneInReach: "Residents with no contact point in reach",
    unit: {
      place: "Every contact point counts as one offer, whatever its size.",
      capacity: "What is counted are the capacities stated.",
    },
    unknownCapacity: (unknown, count) =>
      unknown === 1
        ? "The capacity of one contact point is unknown; it counts as one unit."
        : `The capacity of ${count} contact points is unknown; each counts as one unit.`,
  },
});
