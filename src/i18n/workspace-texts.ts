import { defineTexts } from "./define-texts.ts";

/** What-ifs and kept views of earlier work, by their numbers. */
interface WhatOfWork {
  readonly scenarios: number;
  readonly views: number;
}

const scenariosDe = (n: number) => (n === 1 ? "ein Szenario" : `${n} Szenarien`);
const viewsDe = (n: number) => (n === 1 ? "eine gemerkte Ansicht" : `${n} gemerkte Ansichten`);
const scenariosEn = (n: number) => (n === 1 ? "one scenario" : `${n} scenarios`);
const viewsEn = (n: number) => (n === 1 ? "one kept view" : `${n} kept views`);

function whatOf({ scenarios, views }: WhatOfWork, named: readonly [typeof scenariosDe, typeof viewsDe], and: string) {
  const [scenariosOf, viewsOf] = named;
  return [scenarios > 0 ? scenariosOf(scenarios) : "", views > 0 ? viewsOf(views) : ""].filter(Boolean).join(and);
}

const whatDe = (what: WhatOfWork) => whatOf(what, [scenariosDe, viewsDe], " und ");
const whatEn = (what: WhatOfWork) => whatOf(what, [scenariosEn, viewsEn], " and ");
const beginning = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const workspaceTexts = defineTexts({
  de: {
    title: "Ihr Arbeitsstand",
    saved: (time: string) => `Gesichert um ${time} in diesem Browser`,
    savedOn: (moment: string) => `Gesichert am ${moment} in diesem Browser`,
    nothing: "Hinzugefügte Daten, Szenarien und gemerkte Ansichten werden von selbst in diesem Browser gesichert.",
    full: "Nicht gesichert: In diesem Browser ist kein Platz mehr. „Als Datei sichern“ hebt alles auf.",
    blocked: "Nicht gesichert: Dieser Browser lässt nichts speichern. „Als Datei sichern“ hebt alles auf.",
    failed: "Die letzte Änderung ist noch nicht gesichert. „Als Datei sichern“ hebt alles auf.",
    saveFile: "Als Datei sichern",
    saving: (done: string, of: string) => `Datei wird geschrieben … ${done} von ${of}`,
    saveFileHint:
      "Eine ZIP-Datei mit allen Daten, Szenarien, Ansichten und der Auswahl: ein Datenpaket, das sich auf jedem Rechner wieder öffnen lässt.",
    fileSavedLarge: (name: string) =>
      `${name} ist gesichert, aber zu groß, um gepackt wieder geöffnet zu werden. Zum Öffnen bitte entpacken und den Ordner öffnen; es ist alles darin.`,
    list: "In diesem Browser gesichert",
    open: (title: string) => `„${title}“ öffnen`,
    isOpen: "geöffnet",
    rename: (title: string) => `Name von „${title}“`,
    remove: (title: string) => `„${title}“ löschen`,
    removeAll: "Daten löschen",
    removeAllTitle: "Alles löschen, was in diesem Browser gesichert ist?",
    removeAllText:
      "Alle Arbeitsstände mit ihren Daten, Szenarien und gemerkten Ansichten werden aus diesem Browser entfernt. Das lässt sich nicht zurücknehmen. Gesicherte Dateien bleiben, wo sie sind.",
    removeOneTitle: (title: string) => `„${title}“ löschen?`,
    removeOneText: "Der Arbeitsstand wird aus diesem Browser entfernt. Das lässt sich nicht zurücknehmen.",
    confirm: "Löschen",
    cancel: "Abbrechen",
    back: (moment: string) => `Ihr Stand vom ${moment} ist wieder da.`,
    without: "Ohne ihn beginnen",
    offered: (title: string, moment: string, what: WhatOfWork) =>
      `Zu einer anderen Fassung dieser Daten gibt es hier schon einen Stand von Ihnen: „${title}“ vom ${moment}, ${whatDe(what)}.`,
    takeOver: (what: WhatOfWork): string =>
      what.scenarios + what.views === 1 ? "Hierher übernehmen" : "Alle hierher übernehmen",
    taken: (what: WhatOfWork & { readonly gone: number }) =>
      `${beginning(whatDe(what))} übernommen; der frühere Stand bleibt, wie er ist.${
        what.gone === 0
          ? ""
          : ` ${what.gone === 1 ? "Eine Angabe darin gibt" : `${what.gone} Angaben darin gibt`} es in diesen Daten nicht mehr; welche, steht unter „Daten“.`
      }`,
    takenNothing:
      "Von dem früheren Stand ließ sich nichts übernehmen: Seine Anlaufpunkte gibt es in diesen Daten nicht mehr. Welche, steht unter „Daten“; der frühere Stand bleibt, wie er ist.",
    forked: (title: string) =>
      `Ein anderes Fenster hat denselben Arbeitsstand verändert. Damit nichts verloren geht, wird dieser hier als „${title}“ gesichert.`,
    newer: (title: string) =>
      `${title ? `„${title}“` : "Was in diesem Browser gesichert ist,"} stammt aus einer neueren Fassung von Anlaufpunkt und bleibt unverändert liegen. Seite neu laden hilft, sobald die neue Fassung hier bereitsteht.`,
    damaged: (title: string) =>
      `„${title}“ lässt sich nicht mehr lesen und bleibt liegen, wie es ist. In der Ansicht „Daten“ lässt es sich löschen.`,
    storageFull:
      "In diesem Browser ist kein Platz mehr, um Ihren Stand zu sichern. Er bleibt in diesem Fenster; „Als Datei sichern“ in der Ansicht „Daten“ hebt ihn auf.",
    deleted: "Alles, was in diesem Browser gesichert war, ist gelöscht.",
    fileNotFetched: (path: string) => `${path} ist gerade nicht erreichbar`,
    resources: { scenarios: "Szenarien", slides: "Gemerkte Ansichten", workspace: "Auswahl" },
  },
  en: {
    title: "Your work",
    saved: (time: string) => `Saved at ${time} in this browser`,
    savedOn: (moment: string) => `Saved on ${moment} in this browser`,
    nothing: "Added data, scenarios and kept views are saved in this browser by themselves.",
    full: "Not saved: there is no more room in this browser. “Save as a file” keeps everything.",
    blocked: "Not saved: this browser lets nothing be stored. “Save as a file” keeps everything.",
    failed: "The last change is not saved yet. “Save as a file” keeps everything.",
    saveFile: "Save as a file",
    saving: (done: string, of: string) => `Writing the file … ${done} of ${of}`,
    saveFileHint:
      "One ZIP file with all data, scenarios, views and choices: a data package that can be opened again on any computer.",
    fileSavedLarge: (name: string) =>
      `${name} is saved, but too large to be opened again while it is packed. To open it, please unpack it and open the folder; everything is in it.`,
    list: "Saved in this browser",
    open: (title: string) => `Open “${title}”`,
    isOpen: "open",
    rename: (title: string) => `Name of “${title}”`,
    remove: (title: string) => `Delete “${title}”`,
    removeAll: "Delete data",
    removeAllTitle: "Delete everything that is saved in this browser?",
    removeAllText:
      "All work with its data, scenarios and kept views is removed from this browser. This cannot be undone. Files that were saved stay where they are.",
    removeOneTitle: (title: string) => `Delete “${title}”?`,
    removeOneText: "This work is removed from this browser. This cannot be undone.",
    confirm: "Delete",
    cancel: "Cancel",
    back: (moment: string) => `Your work of ${moment} is back.`,
    without: "Begin without it",
    offered: (title: string, moment: string, what: WhatOfWork) =>
      `There is earlier work of yours on another version of these data: “${title}” of ${moment}, ${whatEn(what)}.`,
    takeOver: (what: WhatOfWork): string =>
      what.scenarios + what.views === 1 ? "Take it over" : "Take all of it over",
    taken: (what: WhatOfWork & { readonly gone: number }) =>
      `${beginning(whatEn(what))} taken over; the earlier work stays as it is.${
        what.gone === 0
          ? ""
          : ` ${what.gone === 1 ? "One thing that they name is" : `${what.gone} things that they name are`} not in these data any more; which, stands under “Data”.`
      }`,
    takenNothing:
      "Nothing of the earlier work could be taken over: its contact points are not in these data any more. Which, stands under “Data”; the earlier work stays as it is.",
    forked: (title: string) =>
      `Another window has changed the same work. So that nothing is lost, this one is saved as “${title}”.`,
    newer: (title: string) =>
      `${title ? `“${title}”` : "What is saved in this browser"} comes from a newer version of Anlaufpunkt and is left untouched. Reloading helps as soon as the new version is here.`,
    damaged: (title: string) =>
      `“${title}” can no longer be read and is left as it is. It can be deleted in the view “Data”.`,
    storageFull:
      "There is no more room in this browser to save your work. It stays in this window; “Save as a file” in the view “Data” keeps it.",
    deleted: "Everything that was saved in this browser has been deleted.",
    fileNotFetched: (path: string) => `${path} cannot be reached at the moment`,
    resources: { scenarios: "Scenarios", slides: "Kept views", workspace: "Choices" },
  },
});
