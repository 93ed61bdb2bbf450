import { defineTexts } from "./define-texts.ts";
import type { Formats } from "./formats.ts";

/** What a sentence says, formatted: people, sites, or metres. */
export interface SitesWords {
  readonly sites: number;
  readonly value: string;
  readonly bound: string;
  /** Mean way with the new sites, for the goal of ways. */
  readonly way: string;
  /** Residents are weighted by need. */
  readonly weighted: boolean;
  /** No place stays: there is no way that could become shorter. */
  readonly fromNothing: boolean;
}

/** The best sites: what is asked, what is proposed, and how sure it is. */
export const sitingTexts = defineTexts({
  de: {
    title: "Wo als Nächstes?",
    goal: "Neue Standorte sollen",
    goals: {
      "most-reached": "möglichst viele neu erreichen",
      "fewest-sites": "alle erreichen, mit möglichst wenigen",
      "shortest-ways": "die Wege möglichst kurz machen",
    },
    goalNotes: {
      "most-reached": "Neu erreicht ist, wer heute keinen Anlaufpunkt in Reichweite hat und dann einen hat.",
      "fewest-sites": "So viele Standorte, bis alle, die sich überhaupt erreichen lassen, einen in Reichweite haben.",
      "shortest-ways": "Die Wege aller Menschen zum nächsten Anlaufpunkt, zusammengezählt, sollen kurz sein.",
    },
    n: "Wie viele?",
    more: "Wo, für wen, was bleibt",
    source: "Wo könnten Standorte stehen?",
    sources: { cells: "wo Menschen wohnen", places: "an Orten im Paket", file: "an Orten aus einer Datei" },
    sourceNotes: { cells: "Jede bewohnte Zelle kommt infrage." },
    candidateKinds: "Arten von Orten, die heute nicht mitzählen",
    noCandidateKinds:
      "Alle Arten des Pakets zählen schon mit. Links weniger Arten wählen, oder Orte aus einer Datei nehmen.",
    chooseFile: "Datei wählen",
    otherFile: "Andere Datei",
    fileHint: "CSV mit lon und lat oder mit x und y, oder GeoJSON mit Punkten. Die Datei bleibt auf diesem Gerät.",
    fileRead: (name: string, places: string) => `${name}: ${places} Orte`,
    fileCrs: (crs: string) => `Koordinaten gelesen als ${crs}`,
    crs: "Koordinatensystem von x und y",
    crsOfFile: "wie in der Datei angegeben",
    andMore: (count: string) => `und ${count} weitere Hinweise`,
    where: "In welchem Gebiet?",
    grounds: { anywhere: "überall", gaps: "nur in Lücken", areas: "nur in gewählten", drawn: "nur im gezeichneten" },
    groundNotes: {
      gaps: "Lücken sind Sozialräume, in denen weniger als die Hälfte der Menschen einen Anlaufpunkt erreicht.",
    },
    within: "Sozialräume, in denen Standorte stehen dürfen",
    without: "Ausgeschlossene Sozialräume",
    addArea: "Sozialraum suchen",
    addChosen: (name: string) => `${name} hinzufügen`,
    removeArea: (name: string) => `${name} herausnehmen`,
    noSuchArea: "Kein Sozialraum heißt so.",
    draw: "Auf der Karte zeichnen",
    drawAgain: "Neu zeichnen",
    drawing: (corners: string) =>
      `Ecken auf die Karte klicken (bisher ${corners}). Eingabe schließt das Gebiet, Rücktaste nimmt die letzte Ecke weg, Esc bricht ab.`,
    drawn: (corners: string) => `Ein Gebiet mit ${corners} Ecken ist gezeichnet.`,
    cornerAt: "Ecke: Breite, Länge",
    cornerHint: "Ohne Maus: Ecken der Reihe nach als Koordinaten, zum Beispiel 52,5163 13,3777",
    cornerWrong: "Bitte Breite und Länge in Grad, zum Beispiel 52,5163 13,3777.",
    cornerInMiddle: "Ecke in der Kartenmitte",
    undoCorner: "Letzte Ecke weg",
    finishDrawing: "Gebiet schließen",
    cancelDrawing: "Abbrechen",
    need: "Wessen Bedarf zählt mehr?",
    noNeed: "alle Menschen zählen gleich",
    noIndicator: "Kein Indikator heißt so.",
    needNote:
      "Menschen in Sozialräumen mit höherem Wert zählen mehr (Anzahlen je Einwohner:in; wo mehr besser ist, zählt der Abstand zum höchsten Wert). Im Mittel bleibt das Gewicht 1.",
    planned: "Geplante Anlaufpunkte zählen mit",
    plannedNote: "Sie stehen fest, als gäbe es sie schon.",
    walkNote: "Gemessen auf Fußwegen entlang des Wegenetzes.",
    walking: (share: string) => `Fußwege zu den möglichen Standorten: ${share} sind gemessen …`,
    withoutWay: (people: string) =>
      `Nicht mitgezählt: ${people} Menschen, von denen kein Fußweg zu einem bleibenden Anlaufpunkt führt. Ein endloser Weg lässt sich nicht um Meter verkürzen.`,
    withoutWayToAll: (people: string) =>
      `Nicht mitgezählt: ${people} Menschen, von denen nicht zu jedem geprüften Standort ein Fußweg führt.`,
    waiting: "wird gesucht …",
    failed: "Der Vorschlag konnte nicht berechnet werden.",
    refused: {
      "too-many": (count: string) =>
        `${count} mögliche Standorte sind zu viele, um alle zugleich zu erreichen. Bitte oben unter „In welchem Gebiet?“ auf Sozialräume oder ein gezeichnetes Gebiet einschränken, oder Orte als Kandidaten wählen.`,
      "no-area": (_count: string) =>
        "Es gibt kein Gebiet, in dem ein Standort stehen dürfte: Bitte Sozialräume wählen oder ein Gebiet zeichnen – oder es gibt keine Lücken mehr.",
      "no-candidates": (_count: string) =>
        "In diesem Gebiet gibt es keinen möglichen Standort. Bitte andere Orte oder ein anderes Gebiet wählen.",
    },
    nothing: {
      "most-reached": "Kein neuer Standort würde jemanden neu erreichen.",
      "fewest-sites":
        "Es sind keine neuen Standorte nötig: Alle, die sich erreichen lassen, haben einen Anlaufpunkt in Reichweite.",
      "shortest-ways": "Kein neuer Standort würde einen Weg verkürzen.",
    },
    sentence: {
      "most-reached": (f: SitesWords, formats: Formats) =>
        `${formats.count(f.sites)} ${formats.plural(f.sites, "neuer Standort erreicht", "neue Standorte erreichen")} ${f.value} ${f.weighted ? "Menschen (nach Bedarf gewichtet)" : "Menschen"} zusätzlich`,
      "fewest-sites": (f: SitesWords, formats: Formats) =>
        `${formats.count(f.sites)} ${formats.plural(f.sites, "neuer Standort genügt", "neue Standorte genügen")}, um alle zu erreichen, die sich erreichen lassen`,
      "shortest-ways": (f: SitesWords, formats: Formats) =>
        f.fromNothing
          ? `Mit ${formats.count(f.sites)} ${formats.plural(f.sites, "neuen Standort", "neuen Standorten")} ist der Weg zum nächsten im Mittel ${f.way} lang`
          : `${formats.count(f.sites)} ${formats.plural(f.sites, "neuer Standort verkürzt", "neue Standorte verkürzen")} den Weg im Mittel um ${f.value} auf ${f.way}`,
    },
    proven: {
      "most-reached": "Bewiesen: Mehr ist nicht möglich.",
      "fewest-sites": "Bewiesen: Mit weniger geht es nicht.",
      "shortest-ways": "Bewiesen: Kürzer geht es nicht.",
    },
    bound: {
      "most-reached": (f: SitesWords) => `Höchstens ${f.bound} wären möglich`,
      "fewest-sites": (f: SitesWords) => `Mindestens ${f.bound} sind nötig`,
      "shortest-ways": (f: SitesWords) =>
        f.fromNothing ? `Kürzer als ${f.bound} wäre er mit keiner Auswahl` : `Um höchstens ${f.bound} wäre es möglich`,
    },
    gapText: (gap: string) => `${gap} Abstand`,
    reachesAll: "Dann erreichen alle Menschen einen Anlaufpunkt.",
    reachesMost: (share: string) =>
      `Dann erreichen ${share} der Menschen einen Anlaufpunkt; die übrigen sind von keinem möglichen Standort aus erreichbar.`,
    fixed: (fixed: string, planned: string) => `Fest stehen ${fixed} Anlaufpunkte, davon ${planned} geplante.`,
    heuristic: "Vorschlag eines Suchverfahrens: sehr gut, aber nicht immer der beste.",
    provenBy: (seconds: string, nodes: string) => `Geprüft mit HiGHS in ${seconds}; ${nodes} Verzweigungen.`,
    provenAtOnce: "Die Schranke des Suchverfahrens genügt als Beweis.",
    asked: (asked: string, all: string) =>
      `Geprüft wurden ${asked} von ${all} möglichen Standorten: Für alle zugleich reicht der Speicher nicht.`,
    askedOnFoot: (asked: string, all: string) =>
      `Geprüft wurden ${asked} von ${all} möglichen Standorten, gleichmäßig ausgewählt: Ohne bleibenden Anlaufpunkt führt zu jedem von überall ein Weg.`,
    withoutNeed: (people: string, areas: string) =>
      `Ausgelassen: ${people} Menschen in ${areas} Sozialräumen, für die der Indikator keinen Wert hat.`,
    needRefused:
      "Dieser Indikator taugt nicht als Gewicht (Werte unter null, oder überall null): Alle Menschen zählen gleich.",
    searching: "Suche läuft, der Vorschlag wird noch besser …",
    enough: "Das genügt",
    stopped: "Suche beendet.",
    listTitle: "Standorte, der wirksamste zuerst",
    columns: { number: "Nr.", site: "Standort", gain: "bringt", share: "zusammen" },
    gainOf: {
      "most-reached": "Menschen neu erreicht",
      "fewest-sites": "Menschen neu erreicht",
      "shortest-ways": "Personen-Kilometer gespart",
    },
    shareNote: {
      "most-reached":
        "„Zusammen“: Anteil aller Menschen mit Anlaufpunkt in Reichweite, wenn dieser und die vorigen stehen.",
      "fewest-sites":
        "„Zusammen“: Anteil aller Menschen mit Anlaufpunkt in Reichweite, wenn dieser und die vorigen stehen.",
      "shortest-ways": "„Zusammen“: um so viel ist der Weg im Mittel kürzer, wenn dieser und die vorigen stehen.",
    },
    siteName: (number: number) => `Standort ${number}`,
    outsideAreas: "außerhalb der Sozialräume",
    showSite: (name: string) => `${name} auf der Karte zeigen`,
    allSites: (count: string) => `Alle ${count} Standorte zeigen`,
    personKm: "Pkm",
    prove: "Exakt beweisen",
    cancelProof: "Beweis abbrechen",
    proofStarts: "Der Beweis beginnt …",
    proofUnder: {
      "most-reached": (value: string, bound: string, seconds: string) =>
        `Beweis läuft seit ${seconds}: bisher ${value}, höchstens ${bound} Menschen.`,
      "fewest-sites": (value: string, bound: string, seconds: string) =>
        `Beweis läuft seit ${seconds}: bisher ${value}, mindestens ${bound} Standorte.`,
      "shortest-ways": (value: string, bound: string, seconds: string) =>
        `Beweis läuft seit ${seconds}: bisher ${value}, höchstens ${bound} kürzer.`,
    },
    adopt: "Als Szenario übernehmen",
    summary: {
      anywhere: "überall",
      gaps: "in Lücken",
      areas: (count: number, formats: Formats) =>
        `in ${formats.count(count)} ${formats.plural(count, "Sozialraum", "Sozialräumen")}`,
      drawn: "im gezeichneten Gebiet",
      without: (count: number, formats: Formats) =>
        `ohne ${formats.count(count)} ${formats.plural(count, "Sozialraum", "Sozialräume")}`,
      need: (title: string) => `gewichtet: ${title}`,
      planned: "ohne geplante",
    },
    provenance: {
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
      searchFewest: "Greedy, Entbehrliche gestrichen; Schranke aus der Relaxation",
      proof: "HiGHS, exakt",
      heuristicNote:
        "Ein Suchverfahren kann das Beste verfehlen; um wie viel höchstens, sagt der Abstand zur Schranke. „Exakt beweisen“ schließt ihn.",
      needNote:
        "Gewichtete Menschen sind Einwohner:innen mal Bedarf; das Gewicht ist im Mittel 1 (eigene Setzung). Ohne bekannten Wert zählen Menschen nicht mit.",
    },
  },
  en: {
    title: "Where next?",
    goal: "New sites shall",
    goals: {
      "most-reached": "newly reach as many as possible",
      "fewest-sites": "reach everybody with as few as possible",
      "shortest-ways": "make the ways as short as possible",
    },
    goalNotes: {
      "most-reached": "Newly reached is who has no contact point within reach today and has one then.",
      "fewest-sites": "As many sites as it takes until everybody who can be reached at all has one within reach.",
      "shortest-ways": "The ways of all people to their nearest contact point, added up, shall be short.",
    },
    n: "How many?",
    more: "Where, for whom, what stays",
    source: "Where could sites stand?",
    sources: { cells: "where people live", places: "at places of the package", file: "at places from a file" },
    sourceNotes: { cells: "Every inhabited cell may become a site." },
    candidateKinds: "Kinds of places that do not count today",
    noCandidateKinds:
      "All kinds of the package count already. Choose fewer kinds on the left, or take places from a file.",
    chooseFile: "Choose a file",
    otherFile: "Another file",
    fileHint: "CSV with lon and lat or with x and y, or GeoJSON with points. The file stays on this device.",
    fileRead: (name: string, places: string) => `${name}: ${places} places`,
    fileCrs: (crs: string) => `Coordinates read as ${crs}`,
    crs: "Coordinate system of x and y",
    crsOfFile: "as the file says",
    andMore: (count: string) => `and ${count} more notes`,
    where: "In which area?",
    grounds: {
      anywhere: "anywhere",
      gaps: "only in gaps",
      areas: "only in chosen ones",
      drawn: "only in the drawn one",
    },
    groundNotes: {
      gaps: "Gaps are areas in which less than half of the people reach a contact point.",
    },
    within: "Areas in which sites may stand",
    without: "Excluded areas",
    addArea: "Find an area",
    addChosen: (name: string) => `Add ${name}`,
    removeArea: (name: string) => `Take out ${name}`,
    noSuchArea: "No area has this name.",
    draw: "Draw on the map",
    drawAgain: "Draw anew",
    drawing: (corners: string) =>
      `Click corners on the map (${corners} so far). Enter closes the area, Backspace takes the last corner away, Esc cancels.`,
    drawn: (corners: string) => `An area with ${corners} corners is drawn.`,
    cornerAt: "Corner: latitude, longitude",
    cornerHint: "Without a mouse: corners one after the other as coordinates, such as 52.5163 13.3777",
    cornerWrong: "Please give latitude and longitude in degrees, such as 52.5163 13.3777.",
    cornerInMiddle: "Corner in the middle of the map",
    undoCorner: "Take the last corner away",
    finishDrawing: "Close the area",
    cancelDrawing: "Cancel",
    need: "Whose need counts more?",
    noNeed: "all people count alike",
    noIndicator: "No indicator has this name.",
    needNote:
      "People in areas with a higher value count more (counts per resident; where more is better, the distance to the highest value counts). On average the weight stays 1.",
    planned: "Planned contact points count",
    plannedNote: "They stay, as if they stood already.",
    walkNote: "Measured on foot along the network.",
    walking: (share: string) => `Ways on foot to the possible sites: ${share} are measured …`,
    withoutWay: (people: string) =>
      `Not counted: ${people} people from whom no way on foot leads to a contact point that stays. An endless way cannot be made shorter by metres.`,
    withoutWayToAll: (people: string) =>
      `Not counted: ${people} people from whom a way on foot does not lead to each of the sites that were looked at.`,
    waiting: "being searched …",
    failed: "The proposal could not be computed.",
    refused: {
      "too-many": (count: string) =>
        `${count} possible sites are too many to reach all at once. Please restrict them above under “In which area?” to areas or a drawn area, or choose places as candidates.`,
      "no-area": (_count: string) =>
        "There is no area in which a site may stand: please choose areas or draw an area – or there are no gaps left.",
      "no-candidates": (_count: string) =>
        "There is no possible site in this area. Please choose other places or another area.",
    },
    nothing: {
      "most-reached": "No new site would newly reach anyone.",
      "fewest-sites": "No new sites are needed: everybody who can be reached has a contact point within reach.",
      "shortest-ways": "No new site would shorten a way.",
    },
    sentence: {
      "most-reached": (f: SitesWords, formats: Formats) =>
        `${formats.count(f.sites)} new ${formats.plural(f.sites, "site reaches", "sites reach")} ${f.value} more ${f.weighted ? "people (weighted by need)" : "people"}`,
      "fewest-sites": (f: SitesWords, formats: Formats) =>
        `${formats.count(f.sites)} new ${formats.plural(f.sites, "site is", "sites are")} enough to reach everybody who can be reached`,
      "shortest-ways": (f: SitesWords, formats: Formats) =>
        f.fromNothing
          ? `With ${formats.count(f.sites)} new ${formats.plural(f.sites, "site", "sites")} the way to the nearest is ${f.way} on average`
          : `${formats.count(f.sites)} new ${formats.plural(f.sites, "site shortens", "sites shorten")} the way by ${f.value} to ${f.way} on average`,
    },
    proven: {
      "most-reached": "Proven: more is not possible.",
      "fewest-sites": "Proven: it cannot be done with fewer.",
      "shortest-ways": "Proven: it cannot be shorter.",
    },
    bound: {
      "most-reached": (f: SitesWords) => `At most ${f.bound} would be possible`,
      "fewest-sites": (f: SitesWords) => `At least ${f.bound} are needed`,
      "shortest-ways": (f: SitesWords) =>
        f.fromNothing ? `No choice would make it shorter than ${f.bound}` : `By ${f.bound} at most would be possible`,
    },
    gapText: (gap: string) => `${gap} gap`,
    reachesAll: "Then all people reach a contact point.",
    reachesMost: (share: string) =>
      `Then ${share} of the people reach a contact point; the others are out of reach of every possible site.`,
    fixed: (fixed: string, planned: string) => `${fixed} contact points stay, ${planned} of them planned.`,
    heuristic: "Proposed by a search: very good, but not always the best.",
    provenBy: (seconds: string, nodes: string) => `Checked with HiGHS in ${seconds}; ${nodes} branches.`,
    provenAtOnce: "The bound of the search is proof enough.",
    asked: (asked: string, all: string) =>
      `${asked} of ${all} possible sites were looked at: memory does not suffice for all at once.`,
    askedOnFoot: (asked: string, all: string) =>
      `${asked} of ${all} possible sites were looked at, evenly chosen: where no contact point stays, ways lead to each from everywhere.`,
    withoutNeed: (people: string, areas: string) =>
      `Left out: ${people} people in ${areas} areas for which the indicator has no value.`,
    needRefused: "This indicator cannot be a weight (values below zero, or zero everywhere): all people count alike.",
    searching: "The search goes on, the proposal is still getting better …",
    enough: "That will do",
    stopped: "Search ended.",
    listTitle: "Sites, the most effective first",
    columns: { number: "No.", site: "Site", gain: "adds", share: "together" },
    gainOf: {
      "most-reached": "people newly reached",
      "fewest-sites": "people newly reached",
      "shortest-ways": "person-kilometres saved",
    },
    shareNote: {
      "most-reached":
        "“Together”: share of all people with a contact point within reach when this one and those before it stand.",
      "fewest-sites":
        "“Together”: share of all people with a contact point within reach when this one and those before it stand.",
      "shortest-ways": "“Together”: by so much the way is shorter on average when this one and those before it stand.",
    },
    siteName: (number: number) => `Site ${number}`,
    outsideAreas: "outside the areas",
    showSite: (name: string) => `Show ${name} on the map`,
    allSites: (count: string) => `Show all ${count} sites`,
    personKm: "pkm",
    prove: "Prove exactly",
    cancelProof: "Cancel the proof",
    proofStarts: "The proof begins …",
    proofUnder: {
      "most-reached": (value: string, bound: string, seconds: string) =>
        `Proving for ${seconds}: so far ${value}, at most ${bound} people.`,
      "fewest-sites": (value: string, bound: string, seconds: string) =>
        `Proving for ${seconds}: so far ${value}, at least ${bound} sites.`,
      "shortest-ways": (value: string, bound: string, seconds: string) =>
        `Proving for ${seconds}: so far ${value}, at most ${bound} shorter.`,
    },
    adopt: "Adopt as a scenario",
    summary: {
      anywhere: "anywhere",
      gaps: "in gaps",
      areas: (count: number, formats: Formats) =>
        `in ${formats.count(count)} ${formats.plural(count, "area", "areas")}`,
      drawn: "in the drawn area",
      without: (count: number, formats: Formats) =>
        `without ${formats.count(count)} ${formats.plural(count, "area", "areas")}`,
      need: (title: string) => `weighted: ${title}`,
      planned: "without planned ones",
    },
    provenance: {
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
      searchFewest: "greedy, needless ones dropped; bound from the relaxation",
      proof: "HiGHS, exact",
      heuristicNote:
        "A search may miss the best; by how much at most is said by the gap to the bound. “Prove exactly” closes it.",
      needNote:
        "Weighted people are residents times need; the weight is 1 on average (our own choice). People without a known value do not count.",
    },
  },
});
