import { defineTexts } from "./define-texts.ts";

/** Names and explanations of the measures of provision: two sentences each, for somebody who plans and does not reckon. */
export const provisionTexts = defineTexts({
  de: {
    methods: {
      "per-10000": {
        title: "Anlaufpunkte je 10.000 Einwohner:innen",
        explained:
          "Gezählt wird, was im Sozialraum selbst steht, geteilt durch alle, die dort wohnen. Wer den Anlaufpunkt jenseits der Grenze nutzt oder von dort kommt, kommt nicht vor.",
      },
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
    title: "Wie viel Angebot auf wie viele Menschen?",
    measure: "Maß",
    decayLabel: "Wie zählt die Entfernung?",
    decayShort: { none: "gar nicht", steps: "in Ringen", gaussian: "gleitend" },
    unitLabel: "Was zählt als Angebot?",
    unitShort: { place: "jeder Ort gleich", capacity: "Kapazität" },
    unitMixed: (unknown: string, all: string) =>
      `Von ${all} Anlaufpunkten ist bei ${unknown} keine Kapazität bekannt; deshalb zählt jeder Ort gleich.`,
    columns: {
      "per-10000": "je 10.000",
      "2sfca": "je 10.000",
      e2sfca: "je 10.000",
      "3sfca": "je 10.000",
      bfca: "zur Stadt",
    },
    city: "Stadt im Ganzen",
    noneOf: (count: string, share: string) => `${count} (${share})`,
    lost: (supply: string, all: string) =>
      `${supply} von ${all} Einheiten erreicht niemand aus der Stadt; sie lassen sich nicht verteilen.`,
    lowest: "Am wenigsten Angebot",
    lowestNote: "von der Stadt",
    withoutValue: (count: string) => `${count} ohne Wert, weil dort keine Einwohner:innen bekannt sind.`,
    chosen: (place: string, all: string) => `Platz ${place} von ${all}, vom niedrigsten gezählt`,
    noneShort: "erreichen keinen",
    nobodyWithout: "alle erreichen einen",
    tableTitle: "Angebot je Sozialraum",
    openTable: "Alle in der Tabelle",
    tableColumns: {
      area: "Sozialraum",
      toCity: "zur Stadt",
      residents: "Einwohner:innen",
      noneInReach: "erreichen keinen",
      noneShare: "Anteil davon",
    },
    csvColumns: {
      id: "sozialraum_id",
      area: "sozialraum",
      measure: "mass",
      decay: "entfernung",
      unit: "angebot",
      reach: "reichweite_m",
      way: "gemessen_als",
      value: "wert",
      toCity: "verhaeltnis_zur_stadt",
      residents: "einwohner",
      noneInReach: "ohne_anlaufpunkt_in_reichweite",
      note: "hinweis",
    },
    walked: "Entfernungen sind Fußwege entlang des Wegenetzes.",
    beforeDrag: "Stand vor dem Ziehen – neu gerechnet wird, sobald der Ort losgelassen ist.",
    measuring: "Das Angebot wird berechnet …",
    noSupply:
      "Die Daten enthalten keine Anlaufpunkte: Wie viel Angebot da ist, weiß niemand. Das ist etwas anderes als keines.",
    ratioOf: (value: string) => `${value}-mal die Stadt`,
    provenance: {
      formulas: {
        "per-10000": "Anlaufpunkte im Sozialraum ÷ Einwohner:innen × 10.000.",
        "2sfca":
          "Erster Schritt: Jeder Anlaufpunkt j wird durch alle geteilt, die ihn in Reichweite haben: R_j = S_j ÷ Σ P_k. Zweiter Schritt: Jede Zelle i zählt die Anteile der Anlaufpunkte in ihrer Reichweite zusammen: A_i = Σ R_j. Der Wert des Gebiets ist der Mittelwert über seine Einwohner:innen × 10.000. (Luo & Wang 2003)",
        e2sfca:
          "Wie 2SFCA, in beiden Schritten mit dem Gewicht w der Entfernung: R_j = S_j ÷ Σ P_k·w_kj, A_i = Σ w_ij·R_j. Der Wert des Gebiets ist der Mittelwert über seine Einwohner:innen × 10.000. (Luo & Qi 2009)",
        "3sfca":
          "Wer mehrere Anlaufpunkte erreicht, verteilt sich: G_ij = w_ij ÷ Σ_m w_im. R_j = S_j ÷ Σ P_k·G_kj·w_kj, A_i = Σ G_ij·w_ij·R_j. Der Wert des Gebiets ist der Mittelwert über seine Einwohner:innen × 10.000. (Wan, Zou & Sternberg 2012)",
        bfca: "Menschen und Angebot werden so verteilt, dass sich beides zu eins ergänzt: A_i = Σ_j (w_ij ÷ Σ_k w_kj) · S_j ÷ Σ_k P_k·G_kj, mit G_kj = w_kj ÷ Σ_m w_km. Gezeigt wird der Mittelwert über die Einwohner:innen des Gebiets, geteilt durch den der Stadt. (Páez, Higgins & Vivona 2019)",
      },
      toCity: "Wert des Gebiets ÷ Wert der Stadt im Ganzen: 1 heißt wie die Stadt.",
      noneInReach:
        "Summe der Einwohner:innen aller Zellen, von denen aus kein Anlaufpunkt höchstens die gewählte Entfernung weit weg ist.",
      area: "Sozialraum",
      wholeCity: "alle Sozialräume",
      measure: "Maß",
      kinds: "Anlaufpunkte",
      reach: "Reichweite",
      decay: "Gewicht der Entfernung",
      supply: "Angebot S",
      places: (count: string) => `${count} Anlaufpunkte, jeder eine Einheit`,
      capacities: (units: string, count: string) => `${units} Einheiten Kapazität an ${count} Anlaufpunkten`,
      unknown: "ohne bekannte Kapazität",
      cityValue: "Wert der Stadt",
      scenario: "Szenario",
    },
  },
  en: {
    methods: {
      "per-10000": {
        title: "Contact points per 10,000 residents",
        explained:
          "What stands in the area itself is counted and divided by all who live there. Whoever uses the contact point beyond the border, or comes from there, does not appear.",
      },
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
    title: "How much supply for how many people?",
    measure: "Measure",
    decayLabel: "How does distance count?",
    decayShort: { none: "not at all", steps: "in rings", gaussian: "gliding" },
    unitLabel: "What counts as supply?",
    unitShort: { place: "every place alike", capacity: "capacity" },
    unitMixed: (unknown, all) =>
      `Of ${all} contact points, ${unknown} state no capacity; every place therefore counts alike.`,
    columns: {
      "per-10000": "per 10,000",
      "2sfca": "per 10,000",
      e2sfca: "per 10,000",
      "3sfca": "per 10,000",
      bfca: "to the city",
    },
    city: "City as a whole",
    noneOf: (count, share) => `${count} (${share})`,
    lost: (supply, all) => `${supply} of ${all} units are reached by nobody in the city; they cannot be shared out.`,
    lowest: "Least supply",
    lowestNote: "of the city",
    withoutValue: (count) => `${count} without a value, as no residents are known there.`,
    chosen: (place, all) => `number ${place} of ${all}, counted from the lowest`,
    noneShort: "reach none",
    nobodyWithout: "all reach one",
    tableTitle: "Supply per area",
    openTable: "All in the table",
    tableColumns: {
      area: "Area",
      toCity: "to the city",
      residents: "Residents",
      noneInReach: "reach none",
      noneShare: "share of these",
    },
    csvColumns: {
      id: "sozialraum_id",
      area: "sozialraum",
      measure: "measure",
      decay: "distance",
      unit: "supply",
      reach: "reach_m",
      way: "measured_as",
      value: "value",
      toCity: "ratio_to_city",
      residents: "residents",
      noneInReach: "residents_with_none_in_reach",
      note: "note",
    },
    walked: "Distances are ways on foot along the network.",
    beforeDrag: "As it was before the drag – measured anew as soon as the place is let go.",
    measuring: "Computing the supply …",
    noSupply: "The data hold no contact points: nobody knows how much supply there is. That is not the same as none.",
    ratioOf: (value) => `${value} times the city`,
    provenance: {
      formulas: {
        "per-10000": "Contact points inside the area ÷ residents × 10,000.",
        "2sfca":
          "First step: every contact point j is divided by all who have it in reach: R_j = S_j ÷ Σ P_k. Second step: every cell i adds up the parts of the contact points in its reach: A_i = Σ R_j. The value of the area is the mean over its residents × 10,000. (Luo & Wang 2003)",
        e2sfca:
          "Like 2SFCA, in both steps with the weight w of the distance: R_j = S_j ÷ Σ P_k·w_kj, A_i = Σ w_ij·R_j. The value of the area is the mean over its residents × 10,000. (Luo & Qi 2009)",
        "3sfca":
          "Whoever reaches several contact points divides up: G_ij = w_ij ÷ Σ_m w_im. R_j = S_j ÷ Σ P_k·G_kj·w_kj, A_i = Σ G_ij·w_ij·R_j. The value of the area is the mean over its residents × 10,000. (Wan, Zou & Sternberg 2012)",
        bfca: "People and supply are handed out so that each adds up to one: A_i = Σ_j (w_ij ÷ Σ_k w_kj) · S_j ÷ Σ_k P_k·G_kj, with G_kj = w_kj ÷ Σ_m w_km. Shown is the mean over the residents of the area, divided by that of the city. (Páez, Higgins & Vivona 2019)",
      },
      toCity: "Value of the area ÷ value of the city as a whole: 1 means as the city.",
      noneInReach: "Sum of the residents of all cells from which no contact point is at most the chosen distance away.",
      area: "Area",
      wholeCity: "all areas",
      measure: "Measure",
      kinds: "Contact points",
      reach: "Reach",
      decay: "Weight of the distance",
      supply: "Supply S",
      places: (count) => `${count} contact points, one unit each`,
      capacities: (units, count) => `${units} units of capacity at ${count} contact points`,
      unknown: "without a known capacity",
      cityValue: "Value of the city",
      scenario: "Scenario",
    },
  },
});
