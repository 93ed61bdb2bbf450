import { plainLetters } from "../../domain/plain-letters.ts";

/**
 * What columns are called in tables of German offices and of open data portals, per column of the contract; the first that fits counts.
 * Matched against the name in small letters, umlauts written out, other signs as spaces.
 */
const WORDS: Readonly<Record<string, readonly RegExp[]>> = {
  id: [
    /^(id|nr|nummer|schluessel|kennung|key|code)$/,
    /(schluessel|_?id|nr|nummer|kennz\w*)$/,
    /^(plr|bzr|bez|lor|raum|rsn?)\b/,
  ],
  name: [
    /^(name|bezeichnung|titel|title|label)$/,
    /(name|bezeichnung|bez|titel)$/,
    /^name/,
    /^(stadtteil|quartier|einrichtung)$/,
  ],
  kind: [/^(art|typ|kind|kategorie|einrichtungsart|type)$/, /(art|typ)$/, /^(folder|ordner)$/],
  address: [/^(adresse|anschrift|address)$/, /adresse|anschrift/],
  street: [/^(strasse|str|street|stn|str ?name|strassenname)$/, /^strasse(n ?name)?\b/, /strasse(n ?name)?$/],
  number: [/^(hausnummer|hnr|hausnr|hsnr|haus nr|nr|number)$/, /^(hausnummer|haus ?nr)/],
  addition: [
    /^(adz|hnrz|addition|adressierungszusatz|adresszusatz|hausnummern? ?zusatz|zusatz|buchstabe)$/,
    /^(hausn\w*|hnr|hsnr|nr) ?(zus|zusatz|buchst|buchstabe)\b/,
  ],
  postcode: [/^(plz|postleitzahl|postcode|zip)$/],
  place: [/^(ort|stadt|city|place|wohnort|ortsname|ortsname ?post|postort|onm)$/, /^(gemeinde|gemeindename)$/],
  district: [/^(ortsteil|ortsteilname|postortsteil|pot|district)$/],
  provider: [/^(traeger|provider|anbieter)$/, /traeger/],
  topics: [/^(themen|thema|topics?)$/, /themen|angebot/],
  targetGroups: [/zielgruppe/],
  openingHours: [/oeffnungszeit|opening hours/],
  wheelchair: [/rollstuhl|barriere|wheelchair/],
  website: [/^(www|url|web|website|internet|homepage)$/],
  phone: [/^(tel|telefon|phone)/],
  email: [/mail/],
  status: [/^status$/],
  capacity: [/plaetze|kapazit|capacity/],
  lon: [/^(lon|lng|long|longitude|laenge|laengengrad|geo laenge)$/],
  lat: [/^(lat|latitude|breite|breitengrad|geo breite)$/],
  x: [
    /^(x|x koordinate|rechtswert|r wert|ostwert|east|easting|rw|e|utm x|x utm|e{8} e{3})$/,
    /^x( |_|\d|mp)/,
    /rechtswert|ostwert|easting/,
  ],
  y: [
    /^(y|y koordinate|hochwert|h wert|nordwert|north|northing|hw|n|utm y|y utm|n{7} n{3})$/,
    /^y( |_|\d|mp)/,
    /hochwert|nordwert|northing/,
  ],
  geometry: [/^(wkt|geom|geometry|geometrie|the geom|wkb geometry|shape)$/],
  residents: [
    /^(einwohner|residents|einw|bevoelkerung|population|ewz?|e e|inhabitants)/,
    /einwohner|residents|bevoelkerung/,
  ],
  households: [/haushalte|households/],
  cellSizeMetres: [/^cell m$/],
  parent: [/^(parent|uebergeordnet\w*|oberziel|grobziel|uebergeordnetes ziel)$/],
  sozialraum: [
    /^(sozialraum|raumid|raum id|gebiet|gebiets ?id|district id|area id|plr id|planungsraum)$/,
    /(stadtteil|ortsteil|quartier|bezirk|planungsraum|stadtviertel|district|gebiet|sozialraum|stadtraum|(^| )raum)e?( ?(id|nr|nummer|schluessel|name))?$/,
    /^(id|nr|nummer|schluessel|name)$/,
  ],
  indicator: [/^(indikator|indicator|merkmal|kennzahl)$/],
  value: [/^(wert|value|anzahl)$/],
  period: [
    /^(jahr|year|zeit|period|zeitraum|stichtag|datum|date|stand)$/,
    /^(schuljahr|berichtsjahr|erhebungsjahr|kalenderjahr|kitajahr|haushaltsjahr|quartal|monat|berichtsmonat)$/,
  ],
  date: [/^(datum|date|termin|tag)$/, /datum/],
  participants: [
    /^(participants|teilnehm\w*|tn)$/,
    /^(anzahl|zahl)( der)? (teilnehm|besuch)\w*$/,
    /^besuch(er|ende)\w*/,
  ],
  title: [/^(titel|title|name|bezeichnung|projekt|vorhaben|massnahme|ziel|feinziel)$/, /titel|bezeichnung|projekt/],
  from: [/^(from|von|von knoten|start|knoten von|u)$/],
  to: [/^(to|nach|bis|bis knoten|ziel|knoten bis|v)$/],
  lengthMetres: [/^(laenge|length|laenge m|length m|shape len(g(th)?)?)$/],
  class: [/^(klasse|class|highway|strassenklasse)$/],
  oneWay: [/einbahn|one ?way/],
  goals: [/^ziele?$/],
  indicators: [/^(indikator|indikatoren|kennzahlen)$/],
  description: [/beschreibung|erlaeuterung/],
  target: [/^(zielwert|sollwert|soll)$/],
  targetDate: [/^(zieldatum|zieljahr|zieltermin|frist|bis wann)$/],
  start: [/^(beginn|start|anfang|projektbeginn|projektstart|laufzeit von)$/, /beginn$/],
  end: [/^(ende|projektende|abschluss|laufzeit bis)$/, /ende$/],
  costs: [/^(kosten|budget|foerdersumme|foerderung|mittel)$/, /kosten$/],
  partners: [/partner/],
  field: [/handlungsfeld|themenfeld/],
  organisation: [/^(organisation|amt|dienststelle|stelle)$/],
  contact: [/kontakt|ansprech/],
};

/** A name as the words above are compared with it. */
export function plainColumn(name: string): string {
  return plainLetters(name.replace(/([a-z])([A-Z])/g, "$1 $2"))
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** Whether a column of numbers is called like a key, or is the row number of a library: it counts nothing. */
export function isKeyName(name: string): boolean {
  return /(^| )(id|nr|nummer|schluessel|kennung|kennziffer|code|index level \d+|fid|objectid|gid)$/.test(
    plainColumn(name),
  );
}

/** How well a column's name says that it is ours: 0 = not at all, the higher the better; our own name is the best. */
export function fitOf(ours: string, name: string): number {
  if (plainColumn(name) === plainColumn(ours)) return 10;
  const words = Object.hasOwn(WORDS, ours) ? (WORDS[ours] ?? []) : [];
  const at = words.findIndex((pattern) => pattern.test(plainColumn(name)));
  return at < 0 ? 0 : 9 - at;
}

/** For each of ours the column that fits best, each column once; the earlier of ours choose first. */
export function matchColumns(ours: readonly string[], names: readonly string[]): Record<string, string> {
  const taken = new Set<string>();
  const found: Record<string, string> = {};
  for (const our of ours) {
    let best: string | undefined;
    let bestFit = 0;
    for (const name of names) {
      if (taken.has(name)) continue;
      const fit = fitOf(our, name);
      if (fit > bestFit) [best, bestFit] = [name, fit];
    }
    if (best === undefined) continue;
    taken.add(best);
    found[our] = best;
  }
  return found;
}
