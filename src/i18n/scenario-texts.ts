import type { EditName } from "../domain/edit-label.ts";
import type { ChangeName } from "../domain/scenario.ts";
import { defineTexts } from "./define-texts.ts";

const changesDe: Readonly<Record<ChangeName, string>> = {
  add: "neu",
  move: "verlegt",
  close: "geschlossen",
  reopen: "geöffnet",
  kind: "andere Art",
  capacity: "andere Kapazität",
};
const changesEn: Readonly<Record<ChangeName, string>> = {
  add: "new",
  move: "moved",
  close: "closed",
  reopen: "opened",
  kind: "other kind",
  capacity: "other capacity",
};
const doneDe: Readonly<Record<EditName, string>> = {
  add: "Anlaufpunkt gesetzt",
  move: "Anlaufpunkt verlegt",
  close: "Anlaufpunkt geschlossen",
  reopen: "Anlaufpunkt geöffnet",
  kind: "Art geändert",
  capacity: "Kapazität geändert",
  rename: "Anlaufpunkt benannt",
  withdraw: "Änderung zurückgenommen",
  "scenario-created": "Szenario angelegt",
  "scenario-renamed": "Szenario benannt",
  "scenario-removed": "Szenario gelöscht",
  "scenario-proposed": "Vorschlag übernommen",
  "scenarios-opened": "Szenarien geöffnet",
  "network-added": "Wegenetz hinzugefügt",
  "view-kept": "Ansicht gemerkt",
  "view-renamed": "Ansicht benannt",
  "view-moved": "Ansicht verschoben",
  "view-removed": "Ansicht entfernt",
};
const doneEn: Readonly<Record<EditName, string>> = {
  add: "contact point placed",
  move: "contact point moved",
  close: "contact point closed",
  reopen: "contact point opened",
  kind: "kind changed",
  capacity: "capacity changed",
  rename: "contact point named",
  withdraw: "change withdrawn",
  "scenario-created": "scenario created",
  "scenario-renamed": "scenario named",
  "scenario-removed": "scenario deleted",
  "scenario-proposed": "proposal adopted",
  "scenarios-opened": "scenarios opened",
  "network-added": "walking network added",
  "view-kept": "view kept",
  "view-renamed": "view named",
  "view-moved": "view moved",
  "view-removed": "view removed",
};

/** What came of a file: what-ifs added, those that were there already, rows that could not be used. */
interface OpenedScenarios {
  readonly name: string;
  readonly added: number;
  readonly same: number;
  readonly rejected: number;
}

/** The what-if: beside today, before and after. */
export const scenarioTexts = defineTexts({
  de: {
    title: "Was wäre, wenn …?",
    choose: "Was gezeigt wird",
    today: "Heute",
    create: "Neues Szenario",
    first: "Szenario 1",
    named: (number: number) => `Szenario ${number}`,
    copyOf: (title: string) => `${title} (Kopie)`,
    name: "Name des Szenarios",
    duplicate: "Kopieren",
    remove: "Löschen",
    exportAll: "Szenarien als Datei",
    openFile: "Szenarien aus einer Datei öffnen",
    opened: ({ name, added, same, rejected }: OpenedScenarios): string =>
      [
        `${name}:`,
        added > 0
          ? `${added === 1 ? "Ein Szenario" : `${added} Szenarien`} hinzugefügt.`
          : same > 0
            ? "Alle Szenarien sind schon da."
            : "Kein Szenario darin lässt sich verwenden.",
        added > 0 && same > 0 ? `${same === 1 ? "Eines war" : `${same} waren`} schon da.` : "",
        rejected > 0
          ? `${rejected === 1 ? "Eine Zeile wurde" : `${rejected} Zeilen wurden`} nicht verwendet; warum, steht unter „Daten“.`
          : "",
      ]
        .filter(Boolean)
        .join(" "),
    undo: "Rückgängig",
    redo: "Wiederholen",
    undone: (what: string) => `Rückgängig: ${what}`,
    redone: (what: string) => `Wiederholt: ${what}`,
    done: doneDe,
    changes: changesDe,
    siteName: (number: number) => `Neuer Standort ${number}`,
    place: "Auf die Karte setzen",
    placing: "Auf die Karte klicken, wo der Anlaufpunkt stehen soll. Esc bricht ab.",
    stopPlacing: "Abbrechen",
    placeInMiddle: "In die Kartenmitte",
    at: "Ort oder Koordinaten",
    atHint: "„52,5163 13,3777“, eine Adresse oder ein Name aus den Daten",
    atGo: "Setzen",
    atUnknown:
      "Kein solcher Ort in den Daten. Koordinaten gehen immer: Breite und Länge, zum Beispiel 52,5163 13,3777.",
    atOutside: "Dieser Punkt liegt weit außerhalb der Stadt. Bitte Breite und Länge prüfen.",
    introduction:
      "Einen Anlaufpunkt hinzudenken, verlegen, schließen oder wieder öffnen – und sofort sehen, wen es erreicht. Die Daten selbst bleiben, wie sie sind.",
    pickPlace: "Einen Anlaufpunkt auf der Karte wählen, um ihn zu verlegen, zu schließen oder zu ändern.",
    changesTitle: "Was das Szenario ändert",
    noChanges: "Noch nichts: Das Szenario gleicht dem heutigen Stand.",
    withdraw: (name: string) => `${name}: Änderung zurücknehmen`,
    effect: "Was es bewirkt",
    before: "heute",
    after: "Szenario",
    rows: {
      residents_reached: "Menschen erreicht",
      reached_share: "Anteil erreicht",
      residents_unreached: "Menschen ohne",
      without: "Sozialräume ohne Anlaufpunkt",
      gap: "davon Lücken",
    },
    gains: (count: string) => `${count} Menschen gewinnen einen Anlaufpunkt in Reichweite`,
    loses: (count: string) => `${count} verlieren ihren`,
    nobody: "Für niemanden ändert sich, ob ein Anlaufpunkt in Reichweite ist.",
    areas: "Sozialräume, in denen sich etwas ändert",
    areaGained: "gewonnen",
    areaLost: "verloren",
    areaStatus: (before: string, after: string) => `${before} → ${after}`,
    andMore: (count: string) => `und ${count} weitere`,
    sideBySide: "Szenarien nebeneinander",
    sideBySideNote: "Alle auf dieselbe Frage: gleiche Arten, gleiche Reichweite, gleicher Filter.",
    editSite: "Diesen Anlaufpunkt ändern",
    siteTitle: "Name",
    kind: "Art",
    capacity: "Kapazität",
    capacityUnknown: "unbekannt",
    coordinates: "Breite, Länge",
    coordinatesGo: "Dorthin verlegen",
    coordinatesWrong: "Bitte Breite und Länge in Grad, zum Beispiel 52,5163 13,3777.",
    close: "Schließen",
    reopen: "Wieder öffnen",
    open: "Eröffnen",
    thoughtOf: "nur im Szenario",
    moveHint:
      "Am Ring ziehen, oder ihn mit Tab ansteuern und mit den Pfeiltasten bewegen: 10 m, mit Umschalt 100 m. Eingabe setzt ab, Esc bricht ab.",
    handle: (name: string) => `${name}: mit den Pfeiltasten verlegen`,
    active: (title: string) => `Szenario: ${title}`,
    onTheMap: "Szenario",
    leave: "Zurück zu heute",
    closure: "Wenn einer schließt",
    closureSeveral: "der Menschen haben mindestens zwei in Reichweite.",
    closurePeople: "Menschen hängen an einem einzigen: Schließt er, haben sie keinen mehr in Reichweite.",
    closureStraight: "Gerechnet mit der Luftlinie, auch wenn die übrigen Zahlen Fußwegen folgen.",
    closurePlace: "Anlaufpunkt",
    closureNearest: "der nächste für",
    closureMore: (count: string) => `${count} weitere zeigen`,
    closureFormulas: {
      losing:
        "Summe der Einwohner:innen aller Zellen, die nur diesen einen Anlaufpunkt in Reichweite haben. Über alle Anlaufpunkte zusammen sind es genau die, die an einem einzigen hängen.",
      nearest:
        "Summe der Einwohner:innen aller Zellen, deren nächster Anlaufpunkt dieser ist – wie weit er auch entfernt ist.",
      one: "Summe der Einwohner:innen aller Zellen, die genau einen Anlaufpunkt in Reichweite haben.",
      several:
        "Einwohner:innen der Zellen mit mindestens zwei Anlaufpunkten in Reichweite ÷ alle Einwohner:innen, deren Zahl bekannt ist.",
    },
    best: "bester Wert",
    showColumn: (title: string) => `${title} zeigen`,
    closureColumn: "verlören ihren einzigen",
    closureNone: "Niemand hängt an einem einzigen Anlaufpunkt.",
    closureTry: (name: string) => `${name} im Szenario schließen`,
    measuring: "wird berechnet …",
    fileName: "szenarien",
  },
  en: {
    title: "What if …?",
    choose: "What is shown",
    today: "Today",
    create: "New scenario",
    first: "Scenario 1",
    named: (number: number) => `Scenario ${number}`,
    copyOf: (title: string) => `${title} (copy)`,
    name: "Name of the scenario",
    duplicate: "Copy",
    remove: "Delete",
    exportAll: "Scenarios as a file",
    openFile: "Open scenarios from a file",
    opened: ({ name, added, same, rejected }: OpenedScenarios): string =>
      [
        `${name}:`,
        added > 0
          ? `${added === 1 ? "one scenario" : `${added} scenarios`} added.`
          : same > 0
            ? "all scenarios are there already."
            : "no scenario in it can be used.",
        added > 0 && same > 0 ? `${same === 1 ? "One was" : `${same} were`} there already.` : "",
        rejected > 0 ? `${rejected === 1 ? "One row was" : `${rejected} rows were`} not used; “Data” says why.` : "",
      ]
        .filter(Boolean)
        .join(" "),
    undo: "Undo",
    redo: "Redo",
    undone: (what: string) => `Undone: ${what}`,
    redone: (what: string) => `Redone: ${what}`,
    done: doneEn,
    changes: changesEn,
    siteName: (number: number) => `New site ${number}`,
    place: "Place on the map",
    placing: "Click on the map where the contact point shall stand. Esc cancels.",
    stopPlacing: "Cancel",
    placeInMiddle: "In the middle of the map",
    at: "Place or coordinates",
    atHint: "“52.5163 13.3777”, an address or a name from the data",
    atGo: "Place",
    atUnknown: "No such place in the data. Coordinates always work: latitude and longitude, such as 52.5163 13.3777.",
    atOutside: "This point is far outside the city. Please check latitude and longitude.",
    introduction:
      "Add, move, close or reopen a contact point in thought – and see at once whom it reaches. The data themselves stay as they are.",
    pickPlace: "Choose a contact point on the map to move, close or change it.",
    changesTitle: "What the scenario changes",
    noChanges: "Nothing yet: the scenario equals today.",
    withdraw: (name: string) => `${name}: withdraw the change`,
    effect: "What it does",
    before: "today",
    after: "scenario",
    rows: {
      residents_reached: "people reached",
      reached_share: "share reached",
      residents_unreached: "people without",
      without: "Sozialräume without a contact point",
      gap: "of these, gaps",
    },
    gains: (count: string) => `${count} people gain a contact point within reach`,
    loses: (count: string) => `${count} lose theirs`,
    nobody: "For nobody does it change whether a contact point is within reach.",
    areas: "Sozialräume in which something changes",
    areaGained: "gained",
    areaLost: "lost",
    areaStatus: (before: string, after: string) => `${before} → ${after}`,
    andMore: (count: string) => `and ${count} more`,
    sideBySide: "Scenarios side by side",
    sideBySideNote: "All asked the same question: same kinds, same reach, same filter.",
    editSite: "Change this contact point",
    siteTitle: "Name",
    kind: "Kind",
    capacity: "Capacity",
    capacityUnknown: "unknown",
    coordinates: "Latitude, longitude",
    coordinatesGo: "Move there",
    coordinatesWrong: "Please give latitude and longitude in degrees, such as 52.5163 13.3777.",
    close: "Close",
    reopen: "Reopen",
    open: "Open",
    thoughtOf: "in the scenario only",
    moveHint:
      "Drag the ring, or reach it with Tab and move it with the arrow keys: 10 m, with Shift 100 m. Enter sets it down, Esc cancels.",
    handle: (name: string) => `${name}: move with the arrow keys`,
    active: (title: string) => `Scenario: ${title}`,
    onTheMap: "Scenario",
    leave: "Back to today",
    closure: "If one closes",
    closureSeveral: "of the people have at least two within reach.",
    closurePeople: "people depend on a single one: if it closes, they have none within reach.",
    closureStraight: "Measured in a straight line, even where the other figures follow walking routes.",
    closurePlace: "Contact point",
    closureNearest: "nearest for",
    closureMore: (count: string) => `show ${count} more`,
    closureFormulas: {
      losing:
        "Sum of the residents of all cells that have only this one contact point within reach. Over all contact points these are exactly those who depend on a single one.",
      nearest: "Sum of the residents of all cells whose nearest contact point this is – however far away it stands.",
      one: "Sum of the residents of all cells that have exactly one contact point within reach.",
      several:
        "Residents of the cells with at least two contact points within reach ÷ all residents whose number is known.",
    },
    best: "best value",
    showColumn: (title: string) => `Show ${title}`,
    closureColumn: "would lose their only one",
    closureNone: "Nobody depends on a single contact point.",
    closureTry: (name: string) => `Close ${name} in the scenario`,
    measuring: "being computed …",
    fileName: "scenarios",
  },
});
