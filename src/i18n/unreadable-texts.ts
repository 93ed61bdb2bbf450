import type { UnreadableReason } from "../domain/unreadable-reason.ts";
import { defineTexts } from "./define-texts.ts";

/** Why a file cannot be read, to be put in brackets behind the sentence that says so. */
const UNREADABLE_TEXTS = defineTexts({
  de: {
    broken: "ihr Inhalt passt nicht zusammen",
    truncated: "sie bricht mittendrin ab",
    "html-page": "sie enthält eine Internetseite statt Daten, oft ist das die Anmeldeseite eines Servers",
    "xml-definitions":
      "sie bringt eigene XML-Definitionen (DTD) mit; aus Sicherheitsgründen werden sie nicht ausgewertet",
    "xml-broken": "das XML ist fehlerhaft",
    "service-error": "der Dienst hat statt Daten eine Fehlermeldung geliefert",
    "no-features": "sie enthält keine Geodaten dieses Formats",
    "json-too-deep": "ihr JSON ist tiefer geschachtelt, als es bei Geodaten vorkommt",
    "zip-broken": "die Zip-Datei ist beschädigt",
    "zip-too-large": "ausgepackt ist sie größer, als der Browser fassen kann",
    "zip-encrypted": "sie ist mit einem Passwort geschützt",
    "zip-method": "sie ist mit einem Verfahren gepackt, das nicht gelesen wird; üblich ist Deflate",
    "no-workbook": "das ist keine Arbeitsmappe von Excel oder LibreOffice",
    "too-many-rows":
      "sie hat mehr Zeilen, als aus diesem Format gelesen werden; als CSV gespeichert geht es. Höchstens",
    "too-many-columns": "sie hat mehr Spalten, als gelesen werden; bitte nur die nötigen speichern. Höchstens",
    "too-many-cells": "sie hat mehr Zellen, als der Browser fassen kann. Höchstens",
    "file-too-large": "sie ist größer, als aus diesem Format gelesen wird. Höchstens, in Byte",
    "no-parquet": "das ist keine Parquet-Datei",
    "too-large": "ausgepackt ist sie größer, als der Browser fassen kann",
    compression: "sie ist mit einem Verfahren gepackt, das nicht gelesen wird",
    "http-status": "der Server hat die Datei nicht geliefert, seine Antwort war",
    "zip-without-layer": "in der Zip-Datei liegt keine passende Datei",
    "layer-missing": "den gewünschten Layer gibt es nicht",
    "no-geopackage": "die Datenbank ist kein GeoPackage, sie beschreibt keine Layer",
    "layer-computed": "der Layer ist eine Sicht (View); gelesen werden nur Tabellen",
    version: "diese Version des Formats wird nicht gelesen",
  } satisfies Record<UnreadableReason, string>,
  en: {
    broken: "its content does not fit together",
    truncated: "it ends in the middle",
    "html-page": "it holds a web page instead of data, often the login page of a server",
    "xml-definitions": "it brings XML definitions of its own (DTD), which are not evaluated for safety",
    "xml-broken": "its XML is faulty",
    "service-error": "the service answered with an error instead of data",
    "no-features": "it holds no geodata of this format",
    "json-too-deep": "its JSON is nested deeper than geodata ever are",
    "zip-broken": "the zip file is damaged",
    "zip-too-large": "unpacked it is larger than the browser can hold",
    "zip-encrypted": "it is protected by a password",
    "zip-method": "it is packed by a method that cannot be read; Deflate is the usual one",
    "no-workbook": "this is no workbook of Excel or LibreOffice",
    "too-many-rows": "it has more rows than are read of this format; saved as CSV it can be read. At most",
    "too-many-columns": "it has more columns than are read; please save only those that are needed. At most",
    "too-many-cells": "it has more cells than the browser can hold. At most",
    "file-too-large": "it is larger than what is read of this format. At most, in bytes",
    "no-parquet": "this is no Parquet file",
    "too-large": "unpacked it is larger than the browser can hold",
    compression: "it is packed by a method that cannot be read",
    "http-status": "the server did not deliver the file, its answer was",
    "zip-without-layer": "the zip file has no fitting file in it",
    "layer-missing": "the wanted layer is not there",
    "no-geopackage": "the database is no GeoPackage, it describes no layers",
    "layer-computed": "the layer is a view; only tables are read",
    version: "this version of the format cannot be read",
  } satisfies Record<UnreadableReason, string>,
});

/** The reason in words; what is no known reason – a message of a library – stays as it is. */
export function unreadableText(reason: string, detail: string, language: "de" | "en"): string {
  const texts: Readonly<Record<string, string>> = UNREADABLE_TEXTS[language];
  const text = Object.hasOwn(texts, reason) ? (texts[reason] ?? reason) : reason;
  return detail === "" ? text : `${text}: ${detail}`;
}
