import { GERMAN_ADDRESSES } from "./address-sentences.ts";
import { GERMAN_FINDINGS } from "./finding-sentences-de.ts";
import type { IssueParticulars, IssueSentences } from "./issue-particulars.ts";
import { limitText } from "./limit-texts.ts";
import { unreadableText } from "./unreadable-texts.ts";

const LEFT_OUT = "Die Zeile wurde ausgelassen.";

/** What each code says in German. */
export const GERMAN_ISSUES: IssueSentences = {
  ...GERMAN_FINDINGS,
  ...GERMAN_ADDRESSES,
  "package-unreadable": (i) =>
    `Das Datenpaket lässt sich nicht lesen${because(i)}. Bitte prüfen, ob die Adresse stimmt und die Datei datapackage.json gültiges JSON ist.`,
  "package-invalid": (i) => `${invalid(i)} Die Beschreibung des Formats steht in data/README.md.`,
  "package-without-descriptor": () =>
    "Hier liegt keine datapackage.json. Bitte den Ordner oder die Zip-Datei wählen, die sie enthält.",
  "package-too-large": (i) =>
    i.has("bytes")
      ? `Das ist mehr, als ein Datenpaket haben darf (${i.megabytes("bytes")} MB${i.has("files") ? ` in ${i.counted("files", "Datei", "Dateien")}` : ""}): höchstens ${i.megabytes("limit")} MB, 5.000 Dateien und ausgepackt das 200-Fache. Was geöffnet war, bleibt geöffnet.`
      : `Das ist mehr, als ein Datenpaket haben darf (${i.counted("files", "Datei", "Dateien")}). Bitte nur den Ordner mit der datapackage.json wählen.`,
  "package-version-unknown": (i) =>
    `Das Paket nennt Version ${i.plain("value")} des Formats; gelesen wird Version 1. Bitte Anlaufpunkt aktualisieren oder das Paket in Version 1 bereitstellen.`,
  "package-without-sozialraeume": (i) =>
    Number(i.plain("resources")) > 0
      ? "Kein einziger Sozialraum ließ sich lesen, deshalb bleibt die Karte leer. Die Gründe stehen darunter."
      : "Das Paket enthält keine Sozialräume. Nötig ist mindestens ein Bestandteil mit der Rolle „sozialraeume“, zum Beispiel eine GeoJSON-Datei mit den Grenzen der Stadtteile.",
  "resource-missing": () =>
    "Die Datei fehlt. Bitte in den Ordner des Pakets legen oder „path“ in datapackage.json berichtigen.",
  "resource-unreadable": (i) =>
    limitText(i, "de") ?? `Die Datei lässt sich nicht lesen${because(i)}. Bitte neu speichern und noch einmal öffnen.`,
  "resource-path-unsafe": (i) =>
    `Der Pfad ${i.has("value") ? `${i.quoted("value")} ` : ""}führt aus dem Ordner des Pakets hinaus. Erlaubt sind nur Pfade innerhalb des Ordners, ohne „..“ und ohne Schrägstrich am Anfang.`,
  "resource-role-unknown": (i) =>
    `Die Rolle ${i.quoted("value")} ist nicht bekannt, ${i.quoted("resource")} bleibt ungelesen. Die möglichen Rollen stehen in data/README.md.`,
  "resource-format-unsupported": (i) =>
    `Das Format ${i.quoted("value")} wird nicht gelesen. Bitte als CSV oder GeoJSON speichern (möglich: ${i.plain("known")}).`,
  "resource-empty": () => "Die Datei enthält keine Zeile mit Daten.",
  "resource-unused": (i) =>
    i.plain("reason") === "level"
      ? `Die Ebene ${i.quoted("value")} gibt es schon; verwendet wird die erste. Bitte einen eigenen Namen für „level“ vergeben.`
      : `Verwendet wird ${i.quoted("value")}; diese Datei bleibt daneben ungenutzt.`,
  "extract-unreadable": (i) => `${extractFlaw(i)} Das Wegenetz dieser Datei wird nicht verwendet.`,
  "extract-ways-cut": (i) =>
    `Der Ausschnitt durchtrennt Wege (${i.count("ways")}); sie enden an seinem Rand. Damit Entfernungen am Stadtrand stimmen, sollte er einige Kilometer über die Stadt hinausreichen.`,
  "extract-without-ways": () =>
    "Die Datei enthält keinen Weg, den man zu Fuß gehen kann. Nötig ist ein Ausschnitt von OpenStreetMap mit den Straßen und Wegen (highway), nicht nur mit Gebäuden oder Orten.",
  "file-not-a-table": (i) => {
    const known: Record<string, string> = {
      html: "Das ist eine Internetseite und keine Datei mit Daten. Oft liefert ein Server so seine Anmeldeseite. Bitte die Datei selbst herunterladen.",
      pdf: "Das ist ein PDF. Tabellen darin lassen sich nicht zuverlässig lesen. Bitte bei der Quelle nach einer Tabelle (Excel oder CSV) fragen.",
      picture: "Das ist ein Bild. Bitte bei der Quelle nach den Daten dahinter fragen.",
      document: "Das ist ein Dokument und keine Tabelle. Bitte die Tabelle daraus als Excel oder CSV speichern.",
      program: "Das ist ein Programm und keine Datei mit Daten.",
      empty: "Die Datei ist leer.",
      damaged: "Die Zip-Datei ist beschädigt oder unvollständig. Bitte noch einmal herunterladen.",
    };
    return (
      known[i.plain("is")] ??
      `Das Format ${i.quoted("is")} wird nicht gelesen. Bitte als Excel, CSV, GeoJSON, Shapefile oder GeoPackage speichern.`
    );
  },
  "extract-elsewhere": () =>
    "Keiner der Wege liegt in dieser Stadt; das Wegenetz wird nicht verwendet. Nötig ist ein Ausschnitt von OpenStreetMap mit der Stadt, die geöffnet ist.",
  "file-incomplete": (i) =>
    i.has("unit")
      ? `Die Datei bricht ab: Vorhanden sind ${i.count("read")} von ${i.count("promised")} Byte. Bitte die Datei noch einmal vollständig beschaffen.`
      : `Die Datei ist unvollständig oder passt nicht zu ihren Begleitdateien: ${i.plain("part")} enthält ${i.count("read")}, erwartet waren ${i.counted("promised", "Objekt", "Objekte")}. Bitte die Datei noch einmal vollständig beschaffen.`,
  "file-of-one-page": (i) =>
    `Die Datei ist nur der Anfang: Der Server hat nach ${i.counted("read", "Objekt", "Objekten")}${i.has("promised") ? ` von ${i.count("promised")}` : ""} aufgehört. Bitte alle ausgeben lassen, oder die Adresse des Dienstes nennen („Von einem Server der Stadt …“): Dann wird Seite um Seite geholt.`,
  "file-part-missing": (i) => {
    const known: Record<string, string> = {
      ".dbf": "Die Flächen, Linien oder Punkte haben deshalb keine Namen und Schlüssel.",
      ".prj": "Das Koordinatensystem ist deshalb nicht angegeben; bitte auf der Karte prüfen, ob die Lage stimmt.",
      ".shp": "Die Tabelle hat deshalb keine Geometrie.",
    };
    if (i.plain("part") === "memo")
      return "Lange Texte (Memo-Felder) dieser Datei werden nicht gelesen; die Spalte bleibt leer.";
    return `Zu dieser Datei fehlt ${i.quoted("part")}. ${known[i.plain("part")] ?? "Sie wird ohne diesen Teil gelesen."}`;
  },
  "encoding-guessed": (i) =>
    `${i.has("declared") ? `Die angegebene Zeichenkodierung ${i.quoted("declared")} passt nicht` : "Die Zeichenkodierung ist nicht angegeben"}; gelesen wurde die Datei als ${i.plain("encoding")}. Wenn Umlaute falsch erscheinen, bitte „encoding“ in datapackage.json setzen.`,
  "encoding-mixed": (i) =>
    `Die Datei ist in ${i.plain("encoding")}, nur ${i.isOne("count") ? `Zeile ${i.plain("lines")} nicht; sie wurde` : `die Zeilen ${i.plain("lines")} nicht; sie wurden`} als ${i.plain("other")} gelesen. Bitte die Umlaute dort prüfen.`,
  "table-missing": (i) =>
    `Das Tabellenblatt ${i.quoted("table")} gibt es in der Datei nicht; vorhanden sind: ${i.plain("known")}. Bitte eines davon wählen.`,
  "header-missing": (i) =>
    `Die Kopfzeile soll in Zeile ${i.plain("line")} stehen, die Tabelle endet aber mit Zeile ${i.plain("lines")}. Bitte die Kopfzeile neu wählen.`,
  "merged-number": (i) =>
    `Die Zahl ${i.plain("value")} steht in einer Zelle, die über ${i.counted("lines", "Zeile", "Zeilen")} verbunden ist; sie zählt nur in der ersten, die anderen bleiben leer. Bitte prüfen, für welche Zeile sie gilt.`,
  "crs-unknown": (i) =>
    `Das Koordinatensystem ${i.quoted("value")} ist nicht bekannt. Bitte „crs“ in datapackage.json setzen, zum Beispiel EPSG:25832.`,
  "crs-approximate": (i) =>
    `Die Koordinaten liegen in ${i.plain("title")} (${i.plain("value")}) vor und wurden mit sieben Parametern umgerechnet; die Lage stimmt auf etwa ${i.count("metres")} m. Genauer wird es, wenn das Paket ETRS89 verwendet.`,
  "coordinates-outside-crs": (i) =>
    i.has("swapped")
      ? "Die Koordinaten scheinen vertauscht: Umgekehrt gelesen lägen alle in Deutschland. Zuerst gehört die Länge (Ost), dann die Breite (Nord)."
      : `Die Koordinaten ${i.has("x") ? `${i.plain("x")} / ${i.plain("y")} ` : ""}liegen außerhalb des Gebiets von ${i.plain("crs")}. Bitte „crs“ und die Reihenfolge der Koordinaten prüfen.`,
  "column-missing": (i) =>
    `Die Spalte fehlt; gebraucht wird sie für „${i.plain("ours")}“. ${i.has("present") ? `Vorhanden: ${i.plain("present")}. ` : ""}Bitte ergänzen oder in „columns“ den richtigen Namen angeben.`,
  "column-duplicate": () => "Diese Spalte gibt es zweimal; verwendet wird die erste. Bitte eine davon umbenennen.",
  "value-not-a-number": (i) =>
    `${i.quoted("value")} ist keine Zahl, erwartet mit ${i.plain("decimalChar") === "," ? "Dezimalkomma" : "Dezimalpunkt"}. Bitte berichtigen oder „decimalChar“ und „groupChar“ angeben. Der Wert wurde ausgelassen.`,
  "value-negative": (i) =>
    `${i.count("value")} ist negativ; das ist hier nicht möglich. Der Wert wurde ausgelassen. Steht die Zahl für einen fehlenden Wert, bitte unter „missing“ erklären.`,
  "value-not-allowed": (i) =>
    i.has("circular")
      ? `Das Ziel ${i.quoted("circular")} wäre über ${i.quoted("value")} sein eigenes Oberziel. Die Zuordnung wurde weggelassen.`
      : `${i.quoted("value")} ist hier nicht vorgesehen. Möglich: ${i.plain("allowed")}. Eigene Bezeichnungen lassen sich mit „values“ zuordnen.`,
  "value-missing-required": () => `Hier fehlt eine Pflichtangabe. ${LEFT_OUT} Bitte die Zelle ausfüllen.`,
  "value-code-undeclared": (i) =>
    `${i.has("value") ? `Was ${i.quoted("value")} bedeutet, sagt das Paket nicht` : "Was eine leere Zelle bedeutet, sagt das Paket nicht"}; gelesen wird es als „keine Angabe“, nie als 0. Bitte in datapackage.json unter „missing“ oder „zero“ festlegen.`,
  "value-despite-status": () =>
    "Neben dem Grund für den fehlenden Wert steht eine Zahl. Sie wird nicht gezeigt; bitte aus der Datei löschen, wenn sie geheim ist.",
  "id-duplicate": (i) =>
    i.plain("of") === "observation"
      ? `Für ${i.quoted("value")} steht schon früher ein Wert in der Datei; verwendet wird der erste. Bitte die Zeile löschen, die nicht stimmt.`
      : i.plain("of") === "sozialraum"
        ? `${i.quoted("value")} kommt schon vor; gezeichnet wird nur die erste Fläche. Sind es Teile eines Sozialraums, bitte im GIS zu einer Fläche verbinden, sonst eindeutige Kennungen vergeben.`
        : `${i.quoted("value")} kommt schon vor; verwendet wird die erste Stelle. Bitte eindeutige Kennungen vergeben.`,
  "id-unknown": (i) => `${unknownId(i)} Was daran hängt, wurde ausgelassen. Bitte den Schlüssel prüfen.`,
  "what-if-place-gone": (i) =>
    `Den Anlaufpunkt ${i.quoted("value")} gibt es in diesen Daten nicht mehr. Was das Szenario an ihm ändert, bleibt ohne Wirkung.`,
  "view-choice-gone": (i) =>
    `Die gemerkte Ansicht zeigt etwas, das es in diesen Daten nicht gibt (${choiceName(i.plain("key"))}: ${i.quoted("value")}). Beim Öffnen wird diese Auswahl weggelassen.`,
  "column-not-numbers": (i) =>
    `In dieser Spalte stehen neben ${i.counted("numbers", "Zahl", "Zahlen")} auch andere Einträge${i.has("examples") ? ` (${i.plain("examples")})` : ""}. So wird sie nicht als Werte übernommen. Bitte in der Datei trennen, was nicht zur Zahl gehört, zum Beispiel Zeichen für Fußnoten.`,
  "keys-rounded": (i) =>
    `Eine Tabellenkalkulation hat diese Schlüssel als Zahlen gerundet (${i.quoted("example")}); welche gemeint waren, lässt sich nicht mehr sagen. Bitte die Spalte vor dem Speichern als Text formatieren oder die Datei neu anfordern.`,
  "areas-across": (i) =>
    `${i.counted("areas", "Sozialraum steht", "Sozialräume stehen")} nebeneinander in der Kopfzeile. Gelesen wird, was untereinander steht: Bitte die Tabelle in der Tabellenkalkulation drehen („Transponieren“).`,
  "text-garbled": (i) =>
    `Umlaute sind zerstört (${i.quoted("example")}): Die Datei wurde einmal in einer anderen Kodierung gelesen und so gespeichert. Namen passen dann nicht. Bitte neu aus dem Original ausgeben.`,
  "keys-of-other-areas": (i) =>
    `Von ${i.counted("keys", "Schlüssel", "Schlüsseln")} dieser Spalte (zum Beispiel ${i.quoted("example")}) gibt es ${i.count("fit") === "0" ? "keinen" : i.count("fit")} in der Stadt, dort heißen sie zum Beispiel ${i.quoted("ours")}.${i.has("of") ? ` Am Namen passen ${i.count("names")} von ${i.count("of")}.` : ""} Vielleicht ist es ein anderer Gebietsstand: Gleich genannte Gebiete können dann anders geschnitten sein. Bitte bei der Quelle nachfragen.`,
  "row-named-total": (i) =>
    `${i.quoted("name")} ist dem Namen nach eine Summe und kein Sozialraum; ${i.plain("means") === "city" ? "die Zeile gilt für die ganze Stadt" : "die Zeile bleibt weg"}.${i.has("sum") ? ` Hier steht ${i.count("total")}, die anderen Zeilen ergeben ${i.count("sum")}${Number(i.plain("sum")) < Number(i.plain("total")) ? "; vermutlich fehlen darin geheim gehaltene Werte" : ", also mehr"}. Bitte bestätigen.` : ""}`,
  "names-contradict-keys": (i) =>
    `Schlüssel und Name widersprechen sich in ${i.count("differ")} von ${i.count("of")} Zeilen${i.has("examples") ? ` (${i.plain("examples")})` : ""}. Vielleicht ist es ein anderer Gebietsstand oder eine andere Stadt. Bitte prüfen, woran die Sozialräume zu erkennen sind.`,
  "geometry-missing": (i) =>
    `${i.has("id") ? `${i.quoted("id")} hat` : "Dieses Objekt hat"} keine Geometrie und lässt sich nicht zeichnen. ${LEFT_OUT}`,
  "geometry-unusable": (i) => `Die Geometrie ist nicht verwendbar: ${flaw(i)}. ${LEFT_OUT} Bitte im GIS prüfen.`,
  "geometry-repaired": (i) =>
    i.plain("reason") === "made-valid"
      ? `Behoben: Die Grenze wurde neu zusammengesetzt, wo sie sich kreuzt, berührt oder überdeckt. Die Fläche ändert sich um ${i.count("squareMetres")} m² (${i.count("percent")} %).`
      : i.plain("reason") === "overlap-cut"
        ? `Behoben: Die Überlappung mit ${i.quoted("other")} gehört nun allein dorthin. Die Fläche ändert sich um ${i.count("squareMetres")} m² (${i.count("percent")} %).`
        : i.plain("reason") === "closed"
          ? "Die Grenze war nicht geschlossen; der erste Punkt wurde am Ende wiederholt."
          : i.plain("reason") === "arcs"
            ? "Die Grenze enthält Bögen; gelesen werden sie als gerade Linien zwischen ihren Stützpunkten."
            : `Ein Teil der Fläche war nicht verwendbar (${flaw(i)}) und wurde weggelassen; die übrige Fläche bleibt.`,
  "period-invalid": (i) =>
    `${i.quoted("value")} ist kein Zeitraum. Möglich sind 2024, 2024-Q3, 2024-05 oder 2024-05-31.`,
  "name-missing": (i) =>
    i.has("kind")
      ? `Dieser Anlaufpunkt hat keinen Namen; gezeigt werden seine Art und ${i.has("address") ? `die Adresse ${i.quoted("address")}` : "seine Lage"}. Er zählt mit.`
      : `${i.quoted("id")} hat keinen Namen; gezeigt wird die Kennung.`,
  "population-outside": (i) =>
    i.isOne("cells")
      ? `1 Zelle mit ${i.counted("residents", "Person", "Einwohner:innen")} liegt außerhalb aller Sozialräume. Sie zählt in keinem mit.`
      : `${i.count("cells")} Zellen mit ${i.counted("residents", "Person", "Einwohner:innen")} liegen außerhalb aller Sozialräume. Sie zählen in keinem mit.`,
  "anlaufpunkte-outside": (i) =>
    i.isOne("places")
      ? "1 Anlaufpunkt liegt außerhalb aller Sozialräume. Für die Entfernung zählt er mit."
      : `${i.count("places")} Anlaufpunkte liegen außerhalb aller Sozialräume. Für die Entfernung zählen sie mit.`,
  "row-malformed": (i) =>
    i.plain("reason") === "quotes"
      ? "Ein Anführungszeichen ist nicht geschlossen; ab hier können Zellen verschoben sein. Bitte in der Datei berichtigen."
      : `Die Zeile hat ${i.count("cells")} statt ${i.counted("columns", "Zelle", "Zellen")}. Bitte Trennzeichen und Anführungszeichen prüfen.`,
  "sozialraeume-without-population": (i) =>
    `Für ${i.counted("sozialraeume", "Sozialraum", "Sozialräume")} sind keine Einwohner:innen bekannt; dort bleibt die Abdeckung unbekannt.`,
  "area-estimated": (i) =>
    `In ${i.counted("sozialraeume", "Sozialraum", "Sozialräumen")} sind die Einwohner:innen nur als Summe bekannt und werden über die Fläche verteilt: eine grobe Schätzung.`,
  "database-unavailable": (i) =>
    `Die Datenbank ließ sich nicht starten${because(i)}. Karte und Abdeckung bleiben nutzbar; bitte die Seite neu laden oder einen aktuellen Browser verwenden.`,
  "url-value-ignored": (i) => `${i.quoted("value")} in der Adresse passt hier nicht und wurde übergangen.`,
};

function because(i: IssueParticulars): string {
  return i.has("reason") ? ` (${unreadableText(i.plain("reason"), i.plain("detail"), "de")})` : "";
}

function invalid(i: IssueParticulars): string {
  if (i.has("missing")) return `Diese Angabe fehlt (erwartet: ${i.plain("expected")}).`;
  return i.has("expected")
    ? `Diese Angabe passt nicht zum Format; erwartet: ${i.plain("expected")}.`
    : "Diese Angabe passt nicht zum Format.";
}

function choiceName(key: string): string {
  switch (key) {
    case "level":
      return "Ebene";
    case "kind":
    case "candidates":
      return "Art der Anlaufpunkte";
    case "people":
      return "Altersgruppe";
    case "scenario":
      return "Szenario";
    case "way":
      return "Fußweg";
    case "indicator":
    case "need":
      return "Indikator";
    case "period":
      return "Zeitraum";
    default:
      return "Sozialraum";
  }
}

function unknownId(i: IssueParticulars): string {
  const value = i.quoted("value");
  if (i.has("meant"))
    return `Den Sozialraum ${value} gibt es nicht; gemeint ist wohl ${i.quoted("meant")} – führende Nullen gehen in Tabellenprogrammen leicht verloren.`;
  switch (i.plain("of")) {
    case "indicator":
      return `Den Indikator ${value} gibt es nicht.`;
    case "goal":
      return `Das Ziel ${value} gibt es weder im Paket noch in den eingebauten Katalogen.`;
    case "level":
      return `Die Ebene ${value} gibt es nicht.`;
    case "anlaufpunkt":
      return `Den Anlaufpunkt ${value} gibt es im Paket nicht.`;
    case "network-nodes":
      return `Den Knoten ${value} gibt es nicht.`;
    default:
      return `Den Sozialraum ${value} gibt es ${i.has("level") ? `auf der Ebene ${i.quoted("level")} ` : ""}nicht.`;
  }
}

function extractFlaw(i: IssueParticulars): string {
  switch (i.plain("flaw")) {
    case "not-osm-pbf":
      return "Das ist keine Datei im Format .osm.pbf. OpenStreetMap als XML lässt sich mit „osmium cat stadt.osm -o stadt.osm.pbf“ umwandeln.";
    case "truncated":
      return "Die Datei bricht mittendrin ab. Bitte noch einmal vollständig herunterladen.";
    case "compression":
      return `Die Datei ist mit ${i.plain("value")} gepackt; gelesen wird zlib. Bitte mit „osmium cat -f pbf,pbf_compression=zlib“ neu schreiben.`;
    case "feature":
      return `Die Datei verlangt ${i.quoted("value")}; das kann Anlaufpunkt nicht. Gebraucht wird ein einfacher Ausschnitt ohne Versionsgeschichte.`;
    case "too-large":
      return "Der Ausschnitt enthält mehr Wege, als in den Speicher passen. Bitte auf die Stadt und ihre Umgebung zuschneiden, zum Beispiel mit „osmium extract --bbox“.";
    default:
      return "Die Datei ist beschädigt. Bitte noch einmal herunterladen oder neu erzeugen.";
  }
}

function flaw(i: IssueParticulars): string {
  switch (i.plain("reason")) {
    case "too-short":
      return "ein Ring hat weniger als drei verschiedene Punkte";
    case "not-a-number":
      return "eine Koordinate ist keine Zahl";
    case "outside-crs":
      return `Koordinaten liegen außerhalb von ${i.plain("crs")}`;
    case "no-area":
      return `eine Fläche wird gebraucht, vorhanden ist ${i.plain("type")}`;
    case "line":
      return "eine Linie mit mindestens zwei Punkten wird gebraucht";
    case "point":
      return `ein Punkt oder eine Fläche wird gebraucht, vorhanden ist ${i.plain("type")}`;
    case "other-crs":
      return `sie liegt in ${i.plain("crs")}, die anderen der Datei nicht`;
    case "curve":
      return "gekrümmte Linien und Körper werden nicht gelesen";
    default:
      return "sie ist nicht richtig aufgebaut";
  }
}
