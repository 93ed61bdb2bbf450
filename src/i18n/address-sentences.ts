import type { IssueParticulars, IssueSentences } from "./issue-particulars.ts";

/** Codes of addresses that stand for positions. */
type AddressCode = "addresses-missing" | "address-not-found" | "address-approximate" | "address-unreadable";

/** What is said in German of addresses. */
export const GERMAN_ADDRESSES: Pick<IssueSentences, AddressCode> = {
  "addresses-missing": (i) => {
    const rows = i.isOne("rows")
      ? "1 Zeile hat eine Adresse und keine Koordinaten und liegt deshalb noch nirgends."
      : `${i.count("rows")} Zeilen haben eine Adresse und keine Koordinaten und liegen deshalb noch nirgends.`;
    return Number(i.plain("files")) > 0
      ? `${rows} Aus der Adressdatei ließ sich keine Adresse lesen; die Gründe stehen bei ihr.`
      : `${rows} Dafür fehlt eine Adressdatei der Stadt: eine Tabelle mit Straße, Hausnummer und Koordinaten („Hauskoordinaten“ vom Vermessungsamt). Bitte unter „Daten hinzufügen“ ablegen; nichts wird an einen Dienst gesendet.`;
  },
  "address-not-found": (i) =>
    `${germanProblem(i)} Die Zeile liegt deshalb nirgends und wurde ausgelassen.${maybe(i, "Gemeint sein kann")}`,
  "address-approximate": (i) => `${i.quoted("value")} liegt ungefähr bei ${i.quoted("found")}: ${germanDoubt(i)}.`,
  "address-unreadable": (i) =>
    `${i.has("value") ? `${i.quoted("value")} nennt` : "Diese Zeile nennt"} keine Straße mit Hausnummer. Diese Zeile der Adressdatei bleibt ungenutzt.`,
};

function germanProblem(i: IssueParticulars): string {
  const value = i.quoted("value");
  switch (i.plain("problem")) {
    case "ambiguous":
      return `${value} gibt es in der Adressdatei mehrmals, und Postleitzahl oder Ort sagen nicht, welche gemeint ist.`;
    case "elsewhere":
      return `${value} gibt es in der Adressdatei nur mit anderer Postleitzahl oder anderem Ort.`;
    case "number-unknown":
      return `Von ${value} gibt es in der Adressdatei die Straße, aber nicht die Hausnummer.`;
    case "unreadable":
      return `${value} nennt keine Straße mit Hausnummer.`;
    default:
      return `Die Straße von ${value} steht nicht in der Adressdatei.`;
  }
}

function germanDoubt(i: IssueParticulars): string {
  switch (i.plain("doubt")) {
    case "addition":
      return "Die Hausnummer steht in der Adressdatei, ihr Zusatz nicht";
    case "range":
      return "Von mehreren Hausnummern steht die erste für alle";
    default:
      return "Was vor der Straße steht, kann auch ein Ort sein, und keine Postleitzahl bestätigt ihn";
  }
}

/** What is said in English of addresses. */
export const ENGLISH_ADDRESSES: Pick<IssueSentences, AddressCode> = {
  "addresses-missing": (i) => {
    const rows = i.isOne("rows")
      ? "1 row has an address and no coordinates, and so lies nowhere yet."
      : `${i.count("rows")} rows have an address and no coordinates, and so lie nowhere yet.`;
    return Number(i.plain("files")) > 0
      ? `${rows} No address could be read from the address file; the reasons stand beside it.`
      : `${rows} What is missing is an address file of the city: a table with street, house number and coordinates (“Hauskoordinaten” from the surveyors). Please drop it under “Add data”; nothing is sent to any service.`;
  },
  "address-not-found": (i) => `${englishProblem(i)} So the row lies nowhere and was left out.${maybe(i, "It may be")}`,
  "address-approximate": (i) => `${i.quoted("value")} lies roughly at ${i.quoted("found")}: ${englishDoubt(i)}.`,
  "address-unreadable": (i) =>
    `${i.has("value") ? `${i.quoted("value")} names` : "This row names"} no street with a number. This row of the address file is not used.`,
};

function englishProblem(i: IssueParticulars): string {
  const value = i.quoted("value");
  switch (i.plain("problem")) {
    case "ambiguous":
      return `${value} is in the address file more than once, and no postcode or town says which is meant.`;
    case "elsewhere":
      return `${value} is in the address file only with another postcode or town.`;
    case "number-unknown":
      return `Of ${value} the address file has the street, but not the number.`;
    case "unreadable":
      return `${value} names no street with a number.`;
    default:
      return `The street of ${value} is not in the address file.`;
  }
}

function englishDoubt(i: IssueParticulars): string {
  switch (i.plain("doubt")) {
    case "addition":
      return "the address file has the number, but not what stands behind it";
    case "range":
      return "of several numbers the first stands for all";
    default:
      return "what stands before the street may be a town, and no postcode confirms it";
  }
}

function maybe(i: IssueParticulars, words: string): string {
  return i.has("candidates") ? ` ${words}: ${i.plain("candidates")}.` : "";
}
