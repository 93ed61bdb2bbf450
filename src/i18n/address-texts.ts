import { defineTexts } from "./define-texts.ts";

/** Places that are found by their address: in the assistant, and beside what was found. */
export const addressTexts = defineTexts({
  de: {
    found: (found: string, all: string, files: string) => `${found} von ${all} Adressen gefunden in „${files}“`,
    noFile: (all: string, one: boolean) =>
      one
        ? "1 Zeile hat eine Adresse, aber keine Koordinaten: Eine Adressdatei fehlt"
        : `${all} Zeilen haben eine Adresse, aber keine Koordinaten: Eine Adressdatei fehlt`,
    howTo:
      "Eine Adressdatei der Stadt hinzufügen: eine Tabelle mit Straße, Hausnummer und Koordinaten, zum Beispiel „Hauskoordinaten“ oder die Adressen aus ALKIS vom Vermessungsamt. Sie kann gleich dazu oder später abgelegt werden. Verglichen wird auf diesem Rechner, nichts wird an einen Dienst gesendet.",
    approximate: (count: string, one: boolean) =>
      one
        ? "1 davon ungefähr: Der Zusatz der Hausnummer fehlt in der Adressdatei, oder eine Nummer steht für mehrere."
        : `${count} davon ungefähr: Der Zusatz der Hausnummer fehlt in der Adressdatei, oder eine Nummer steht für mehrere.`,
    openTitle: (count: string, one: boolean) =>
      one ? "1 Adresse wurde nicht gefunden" : `${count} Adressen wurden nicht gefunden`,
    openHint: "Ohne Lage werden diese Zeilen ausgelassen. Gewählt wird nichts von selbst.",
    seekHint: "Gesucht wird in der Adressdatei; Koordinaten gehen auch, zum Beispiel 54.7833, 9.4333.",
    line: (line: string) => `Zeile ${line}`,
    problems: {
      ambiguous: "gibt es mehrmals",
      elsewhere: "nur mit anderer Postleitzahl oder anderem Ort",
      "number-unknown": "Hausnummer unbekannt",
      "street-unknown": "Straße unbekannt",
      unreadable: "keine Straße mit Hausnummer",
    },
    liesAt: (address: string) => `„${address}“ liegt`,
    maybe: "kann gemeint sein",
    seek: "Adresse suchen",
    seekNothing: "Keine solche Adresse in der Adressdatei. Koordinaten gehen immer: 54.7833, 9.4333",
    looking: "Wird in der Adressdatei gesucht …",
    unreadable: "Die Adressdatei ließ sich nicht lesen.",
    addresses: "Adressen",
    moreAddresses: (count: string) => `Adressen, ${count} weitere: genauer tippen`,
    manyAddresses: "Adressen, viele weitere: genauer tippen",
    inStreet: (count: string, one: boolean) => (one ? "1 Adresse" : `${count} Adressen`),
    beside: "ungefähr: diese Hausnummer fehlt in der Adressdatei",
    alike: (file: string, line: string) => `mehrmals gleich geschrieben, hier „${file}“ Zeile ${line}`,
    wouldHelp: "Mit einer Adressdatei der Stadt („Daten hinzufügen“) findet sich jede Adresse.",
    coordinates: "Breite, Länge",
    coordinatesHint: "Zum Beispiel 54.7833, 9.4333 aus einer Karte",
    coordinatesWrong: "Das ist keine Stelle auf der Erde.",
    set: "setzen",
    placedTitle: (count: string) => `Von Hand gesetzt (${count})`,
    takeBack: "Lage zurücknehmen",
    more: (count: string) => `${count} weitere zeigen`,
    locatedBy: (count: string, file: string) => `${count} Lagen aus „${file}“`,
    locatedRoughly: (count: string) => `davon ${count} ungefähr`,
    exact: (file: string, line: string) => `Lage aus „${file}“ (Zeile ${line}), exakt`,
    roughly: (file: string, line: string) => `Lage aus „${file}“ (Zeile ${line}), ungefähr`,
    byHand: "Lage von Hand gesetzt",
    fromFile: (file: string, line: string) => `aus „${file}“ (Zeile ${line})`,
    nearby: "ungefähr",
  },
  en: {
    found: (found: string, all: string, files: string) => `${found} of ${all} addresses found in “${files}”`,
    noFile: (all: string, one: boolean) =>
      one
        ? "1 row has an address but no coordinates: an address file is missing"
        : `${all} rows have an address but no coordinates: an address file is missing`,
    howTo:
      "Add an address file of the city: a table with street, house number and coordinates, for example “Hauskoordinaten” or the ALKIS addresses from the surveyors. It can be dropped now or later. Addresses are compared on this computer, nothing is sent to any service.",
    approximate: (count: string, one: boolean) =>
      one
        ? "1 of them roughly: the address file lacks what stands behind the number, or one number stands for several."
        : `${count} of them roughly: the address file lacks what stands behind the number, or one number stands for several.`,
    openTitle: (count: string, one: boolean) => (one ? "1 address was not found" : `${count} addresses were not found`),
    openHint: "Without a position these rows are left out. Nothing is chosen by itself.",
    seekHint: "The address file is searched; coordinates work as well, for example 54.7833, 9.4333.",
    line: (line: string) => `Line ${line}`,
    problems: {
      ambiguous: "there are several",
      elsewhere: "only with another postcode or town",
      "number-unknown": "number unknown",
      "street-unknown": "street unknown",
      unreadable: "no street with a number",
    },
    liesAt: (address: string) => `“${address}” lies at`,
    maybe: "may be meant",
    seek: "Find address",
    seekNothing: "No such address in the address file. Coordinates always work: 54.7833, 9.4333",
    looking: "Looking in the address file …",
    unreadable: "The address file could not be read.",
    addresses: "Addresses",
    moreAddresses: (count: string) => `Addresses, ${count} more: type on`,
    manyAddresses: "Addresses, many more: type on",
    inStreet: (count: string, one: boolean) => (one ? "1 address" : `${count} addresses`),
    beside: "approximate: the address file lacks this number",
    alike: (file: string, line: string) => `written alike more than once, here “${file}” line ${line}`,
    wouldHelp: "With an address file of the city (“Add data”) every address is found.",
    coordinates: "Latitude, longitude",
    coordinatesHint: "For example 54.7833, 9.4333 from a map",
    coordinatesWrong: "This is no place on earth.",
    set: "set",
    placedTitle: (count: string) => `Set by hand (${count})`,
    takeBack: "Take the position back",
    more: (count: string) => `Show ${count} more`,
    locatedBy: (count: string, file: string) => `${count} positions from “${file}”`,
    locatedRoughly: (count: string) => `${count} of them roughly`,
    exact: (file: string, line: string) => `position from “${file}” (line ${line}), exact`,
    roughly: (file: string, line: string) => `position from “${file}” (line ${line}), approximate`,
    byHand: "position set by hand",
    fromFile: (file: string, line: string) => `from “${file}” (line ${line})`,
    nearby: "approximate",
  },
});
