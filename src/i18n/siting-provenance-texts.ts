import { defineTexts } from "./define-texts.ts";

/** Where the figures of the best sites come from. */
export const sitingProvenanceTexts = defineTexts({
  de: {
    value: {
      "most-reached": "Zusätzlich erreichte Menschen",
      "fewest-sites": "Nötige neue Standorte",
      "shortest-ways": "Mittlere Verkürzung des Wegs",
    },
    bound: "Schranke",
    gap: "Abstand zur Schranke",
    gain: "Zugewinn eines Standorts",
    formulas: {
      "most-reached":
        "Summe der Einwohner:innen, deren Zelle höchstens die Reichweite von einem der neuen Standorte entfernt liegt und von keinem der bleibenden. Jede Person zählt einmal.",
      "fewest-sites":
        "Zahl der Standorte einer Auswahl, die jede Zelle erreicht, die ein möglicher Standort überhaupt erreicht und kein bleibender Anlaufpunkt schon erreicht.",
      "shortest-ways":
        "Σ Einwohner:innen × (Weg zum nächsten bleibenden Anlaufpunkt − Weg zum nächsten mit den neuen), geteilt durch alle Einwohner:innen. Ohne bleibende zählt der Weg vom entferntesten möglichen Standort aus.",
    },
    gainFormula:
      "Was dieser Standort zu den Standorten vor ihm in der Liste hinzufügt. Die Zugewinne ergeben zusammen den ganzen Vorschlag.",
    boundFormula: {
      search:
        "Bewiesene Schranke aus der Lagrange-Relaxation (Dualpreise je Zelle): Keine Auswahl derselben Zahl möglicher Standorte ist besser. Abstand = (Schranke − Vorschlag) ÷ Schranke.",
      cover:
        "Bewiesene untere Schranke aus der Lagrange-Relaxation: Σ Preise der Zellen + Σ min(0; 1 − Preise, die ein möglicher Standort zusammen erreicht). Mit weniger Standorten geht es nicht. Abstand = (Vorschlag − Schranke) ÷ Vorschlag.",
      solver:
        "Schranke des Lösers HiGHS (Verzweigen und Begrenzen auf dem ganzzahligen Modell): Keine Auswahl ist besser.",
    },
    goal: "Ziel",
    sites: "Neue Standorte",
    candidates: "Mögliche Standorte",
    fixed: "Anlaufpunkte, die bleiben",
    reach: "Reichweite",
    distance: "Entfernung",
    where: "Gebiet",
    need: "Gewicht",
    needPeriod: (title: string, period: string) => `${title} (${period})`,
    total: "Menschen, die zählen",
    method: "Verfahren",
    search: "Greedy und Tausch mit Neustarts, Schranke aus der Relaxation",
    searchFewest: "Greedy, Entbehrliche gestrichen, Tausch mit gewichteten Zellen; Schranke aus der Relaxation",
    proof: "HiGHS, exakt",
    heuristicNote:
      "Ein Suchverfahren kann das Beste verfehlen; um wie viel höchstens, sagt der Abstand zur Schranke. „Exakt beweisen“ schließt ihn.",
    needNote:
      "Gewichtete Menschen sind Einwohner:innen mal Bedarf; das Gewicht ist im Mittel 1 (eigene Setzung). Ohne bekannten Wert zählen Menschen nicht mit.",
  },
  en: {
    value: {
      "most-reached": "People newly reached",
      "fewest-sites": "New sites needed",
      "shortest-ways": "Mean shortening of the way",
    },
    bound: "Bound",
    gap: "Gap to the bound",
    gain: "Gain of a site",
    formulas: {
      "most-reached":
        "Sum of the residents whose cell lies at most the reach away from one of the new sites and from none that stays. Everyone counts once.",
      "fewest-sites":
        "Number of sites of a choice that reaches every cell which some possible site reaches at all and no contact point that stays reaches already.",
      "shortest-ways":
        "Σ residents × (way to the nearest contact point that stays − way to the nearest with the new ones), divided by all residents. Where none stays, the way counts from the farthest possible site.",
    },
    gainFormula: "What this site adds to those before it in the list. The gains together make the whole proposal.",
    boundFormula: {
      search:
        "Proven bound of the Lagrangean relaxation (dual prices per cell): no choice of as many possible sites is better. Gap = (bound − proposal) ÷ bound.",
      cover:
        "Proven lower bound of the Lagrangean relaxation: Σ prices of the cells + Σ min(0; 1 − prices that a possible site reaches together). Fewer sites will not do. Gap = (proposal − bound) ÷ proposal.",
      solver: "Bound of the solver HiGHS (branch and bound on the integer model): no choice is better.",
    },
    goal: "Goal",
    sites: "New sites",
    candidates: "Possible sites",
    fixed: "Contact points that stay",
    reach: "Reach",
    distance: "Distance",
    where: "Area",
    need: "Weight",
    needPeriod: (title: string, period: string) => `${title} (${period})`,
    total: "People who count",
    method: "Procedure",
    search: "greedy and exchange with restarts, bound from the relaxation",
    searchFewest: "greedy, needless ones dropped, exchange with weighted cells; bound from the relaxation",
    proof: "HiGHS, exact",
    heuristicNote:
      "A search may miss the best; by how much at most is said by the gap to the bound. “Prove exactly” closes it.",
    needNote:
      "Weighted people are residents times need; the weight is 1 on average (our own choice). People without a known value do not count.",
  },
});
