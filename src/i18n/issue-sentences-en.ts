import { ENGLISH_ADDRESSES } from "./address-sentences.ts";
import { ENGLISH_FINDINGS } from "./finding-sentences-en.ts";
import type { IssueParticulars, IssueSentences } from "./issue-particulars.ts";
import { limitText } from "./limit-texts.ts";
import { unreadableText } from "./unreadable-texts.ts";

const LEFT_OUT = "The row was left out.";

/** What each code says in English. */
export const ENGLISH_ISSUES: IssueSentences = {
  ...ENGLISH_FINDINGS,
  ...ENGLISH_ADDRESSES,
  "package-unreadable": (i) =>
    `The data package cannot be read${because(i)}. Please check the address, and that datapackage.json is valid JSON.`,
  "package-invalid": (i) => `${invalid(i)} The format is described in data/README.md.`,
  "package-without-descriptor": () =>
    "There is no datapackage.json here. Please choose the folder or zip file that contains it.",
  "package-too-large": (i) =>
    i.has("bytes")
      ? `This is more than a data package may hold (${i.megabytes("bytes")} MB${i.has("files") ? ` in ${i.counted("files", "file", "files")}` : ""}): at most ${i.megabytes("limit")} MB, 5,000 files, and 200 times as much unpacked. What was open stays open.`
      : `This is more than a data package may hold (${i.counted("files", "file", "files")}). Please choose only the folder with datapackage.json.`,
  "package-version-unknown": (i) =>
    `The package names version ${i.plain("value")} of the format; version 1 can be read. Please update Anlaufpunkt or provide the package in version 1.`,
  "package-without-sozialraeume": (i) =>
    Number(i.plain("resources")) > 0
      ? "Not a single area could be read, so there is nothing to put on the map. The reasons are listed below."
      : "The package has no areas. It needs at least one resource with the role “sozialraeume”, such as a GeoJSON file with the boundaries of the districts.",
  "resource-missing": () => "The file is missing. Please add it to the folder, or correct “path” in datapackage.json.",
  "resource-unreadable": (i) =>
    limitText(i, "en") ?? `The file cannot be read${because(i)}. Please save it again and reopen the package.`,
  "resource-path-unsafe": (i) =>
    `The path ${i.has("value") ? `${i.quoted("value")} ` : ""}leads out of the folder of the package. Paths must stay inside it, without “..” and without a slash at the start.`,
  "resource-role-unknown": (i) =>
    `The role ${i.quoted("value")} is unknown, so ${i.quoted("resource")} was not read. The roles are listed in data/README.md.`,
  "resource-format-unsupported": (i) =>
    `The format ${i.quoted("value")} cannot be read. Please save it as CSV or GeoJSON (possible: ${i.plain("known")}).`,
  "resource-empty": () => "The file has no row with data.",
  "resource-unused": (i) =>
    i.plain("reason") === "level"
      ? `The level ${i.quoted("value")} exists already; the first one is used. Please give “level” a name of its own.`
      : `${i.quoted("value")} is used; this file stays unused beside it.`,
  "extract-unreadable": (i) => `${extractFlaw(i)} The walking network of this file is not used.`,
  "extract-ways-cut": (i) =>
    `The extract cuts through ways (${i.count("ways")}); they end at its edge. For right distances at the edge of the city it should reach some kilometres beyond it.`,
  "extract-without-ways": () =>
    "The file has no way that one can walk along. It takes an OpenStreetMap extract with streets and paths (highway), not only with buildings or places.",
  "file-not-a-table": (i) => {
    const known: Record<string, string> = {
      html: "This is a web page and no file with data. Servers often send their login page like this. Please download the file itself.",
      pdf: "This is a PDF. Tables in it cannot be read reliably. Please ask its source for a table (Excel or CSV).",
      picture: "This is a picture. Please ask its source for the data behind it.",
      document: "This is a document and no table. Please save its table as Excel or CSV.",
      program: "This is a program and no file with data.",
      empty: "The file is empty.",
      damaged: "The zip file is damaged or incomplete. Please download it once more.",
    };
    return (
      known[i.plain("is")] ??
      `The format ${i.quoted("is")} cannot be read. Please save it as Excel, CSV, GeoJSON, shapefile or GeoPackage.`
    );
  },
  "extract-elsewhere": () =>
    "None of the ways lies in this city; the walking network is not used. It takes an OpenStreetMap extract of the city that is open.",
  "file-incomplete": (i) =>
    i.has("unit")
      ? `The file breaks off: there are ${i.count("read")} of ${i.count("promised")} bytes. Please get the whole file once more.`
      : `The file is incomplete or does not fit the files beside it: ${i.plain("part")} holds ${i.count("read")}, expected were ${i.counted("promised", "object", "objects")}. Please get the whole file once more.`,
  "file-of-one-page": (i) =>
    `The file is only the beginning: the server stopped after ${i.counted("read", "object", "objects")}${i.has("promised") ? ` of ${i.count("promised")}` : ""}. Please have all of them exported, or name the address of the service (“From a server of the city …”): then it is fetched page by page.`,
  "file-part-missing": (i) => {
    const known: Record<string, string> = {
      ".dbf": "Its areas, lines or points therefore have no names and keys.",
      ".prj": "The coordinate system is therefore not stated; please check on the map that it lies where it should.",
      ".shp": "The table therefore has no geometry.",
    };
    if (i.plain("part") === "memo")
      return "Long texts (memo fields) of this file are not read; their column stays empty.";
    return `${i.quoted("part")} is missing beside this file. ${known[i.plain("part")] ?? "It is read without this part."}`;
  },
  "encoding-guessed": (i) =>
    `${i.has("declared") ? `The declared encoding ${i.quoted("declared")} does not fit` : "No encoding is declared"}; the file was read as ${i.plain("encoding")}. If umlauts look wrong, please set “encoding” in datapackage.json.`,
  "encoding-mixed": (i) =>
    `The file is in ${i.plain("encoding")}, except for ${i.isOne("count") ? `line ${i.plain("lines")}, which was` : `lines ${i.plain("lines")}, which were`} read as ${i.plain("other")}. Please check the umlauts there.`,
  "table-missing": (i) =>
    `The file has no sheet ${i.quoted("table")}; it has: ${i.plain("known")}. Please choose one of these.`,
  "header-missing": (i) =>
    `The header is said to be in line ${i.plain("line")}, but the table ends with line ${i.plain("lines")}. Please choose the header again.`,
  "merged-number": (i) =>
    `The number ${i.plain("value")} stands in a cell merged over ${i.counted("lines", "row", "rows")}; it counts in the first only, the others stay empty. Please check which row it belongs to.`,
  "crs-unknown": (i) =>
    `The coordinate system ${i.quoted("value")} is unknown. Please set “crs” in datapackage.json, for example EPSG:25832.`,
  "crs-approximate": (i) =>
    `The coordinates are in ${i.plain("title")} (${i.plain("value")}) and were converted with seven parameters; positions are right to about ${i.count("metres")} m. ETRS89 in the package would be more precise.`,
  "coordinates-outside-crs": (i) =>
    i.has("swapped")
      ? "The coordinates seem to be swapped: read the other way round, all would lie in Germany. Longitude (east) comes first, then latitude (north)."
      : `The coordinates ${i.has("x") ? `${i.plain("x")} / ${i.plain("y")} ` : ""}lie outside the area of ${i.plain("crs")}. Please check “crs” and the order of the coordinates.`,
  "column-missing": (i) =>
    `The column is missing; it is needed for “${i.plain("ours")}”. ${i.has("present") ? `Present: ${i.plain("present")}. ` : ""}Please add it, or give the right name in “columns”.`,
  "column-duplicate": () => "This column is there twice; the first one is used. Please rename one of them.",
  "value-not-a-number": (i) =>
    `${i.quoted("value")} is not a number, expected with a decimal ${i.plain("decimalChar") === "," ? "comma" : "point"}. Please correct it, or declare “decimalChar” and “groupChar”. The value was left out.`,
  "value-negative": (i) =>
    `${i.count("value")} is negative, which is not possible here. The value was left out. If it stands for a missing value, please declare it under “missing”.`,
  "value-not-allowed": (i) =>
    i.has("circular")
      ? `The goal ${i.quoted("circular")} would be its own parent by way of ${i.quoted("value")}. The link was dropped.`
      : `${i.quoted("value")} is not foreseen here. Possible: ${i.plain("allowed")}. Other names can be mapped with “values”.`,
  "value-missing-required": () => `A required value is missing. ${LEFT_OUT} Please fill in the cell.`,
  "value-code-undeclared": (i) =>
    `${i.has("value") ? `The package does not say what ${i.quoted("value")} means` : "The package does not say what an empty cell means"}; it is read as “not stated”, never as 0. Please declare it in datapackage.json under “missing” or “zero”.`,
  "value-despite-status": () =>
    "A number stands beside the reason for the missing value. It is not shown; please delete it from the file if it is confidential.",
  "id-duplicate": (i) =>
    i.plain("of") === "observation"
      ? `For ${i.quoted("value")} there is a value earlier in the file; the first one is used. Please delete the row that is wrong.`
      : i.plain("of") === "sozialraum"
        ? `${i.quoted("value")} is there already; only the first area is drawn. Where they are parts of one area, please join them in the GIS; otherwise make the ids unique.`
        : `${i.quoted("value")} is there already; the first one is used. Please make the ids unique.`,
  "id-unknown": (i) => `${unknownId(i)} What refers to it was left out. Please check the key.`,
  "what-if-place-gone": (i) =>
    `The contact point ${i.quoted("value")} is not in these data any more. What the scenario changes about it has no effect.`,
  "view-choice-gone": (i) =>
    `The kept view shows something that is not in these data (${choiceName(i.plain("key"))}: ${i.quoted("value")}). When it is opened this choice is left out.`,
  "column-not-numbers": (i) =>
    `This column has other entries${i.has("examples") ? ` (${i.plain("examples")})` : ""} beside ${i.counted("numbers", "number", "numbers")}, so it is not taken as values. Please part from the numbers in the file what does not belong to them, such as marks of footnotes.`,
  "keys-rounded": (i) =>
    `A spreadsheet has rounded these keys as numbers (${i.quoted("example")}); which were meant cannot be told any more. Please format the column as text before saving, or ask for the file again.`,
  "areas-across": (i) =>
    `${i.counted("areas", "area stands", "areas stand")} side by side in the header. What is read are areas one below the other: please turn the table in the spreadsheet (“Transpose”).`,
  "text-garbled": (i) =>
    `Letters are broken (${i.quoted("example")}): the file was once read in another encoding and saved like that. Names will not fit. Please export it again from the original.`,
  "keys-of-other-areas": (i) =>
    `Of ${i.counted("keys", "key", "keys")} in this column (${i.quoted("example")}, for example) the city has ${i.count("fit") === "0" ? "none" : i.count("fit")}; there they look like ${i.quoted("ours")}.${i.has("of") ? ` By name ${i.count("names")} of ${i.count("of")} fit.` : ""} These may be another version of the areas: areas of the same name can then have other boundaries. Please ask the source.`,
  "row-named-total": (i) =>
    `${i.quoted("name")} is a total by its name and no area; ${i.plain("means") === "city" ? "the row is about the whole city" : "the row is left out"}.${i.has("sum") ? ` It says ${i.count("total")}, the other rows add up to ${i.count("sum")}${Number(i.plain("sum")) < Number(i.plain("total")) ? "; suppressed values are probably missing there" : ", which is more"}. Please confirm.` : ""}`,
  "names-contradict-keys": (i) =>
    `Key and name contradict each other in ${i.count("differ")} of ${i.count("of")} rows${i.has("examples") ? ` (${i.plain("examples")})` : ""}. This may be another version of the areas, or another city. Please check by which of the two the Sozialräume are to be known.`,
  "geometry-missing": (i) =>
    `${i.has("id") ? `${i.quoted("id")} has` : "There is"} no geometry, so it cannot be drawn. ${LEFT_OUT}`,
  "geometry-unusable": (i) => `The geometry cannot be used: ${flaw(i)}. ${LEFT_OUT} Please check it in a GIS.`,
  "geometry-repaired": (i) =>
    i.plain("reason") === "made-valid"
      ? `Repaired: the boundary was put together anew where it crosses, touches or covers itself. The area changes by ${i.count("squareMetres")} m² (${i.count("percent")} %).`
      : i.plain("reason") === "overlap-cut"
        ? `Repaired: the overlap with ${i.quoted("other")} now belongs there alone. The area changes by ${i.count("squareMetres")} m² (${i.count("percent")} %).`
        : i.plain("reason") === "closed"
          ? "The boundary was not closed; its first point was repeated at the end."
          : i.plain("reason") === "arcs"
            ? "The boundary has arcs; they are read as straight lines between their control points."
            : `A part of the area could not be used (${flaw(i)}) and was dropped; the rest stays.`,
  "period-invalid": (i) => `${i.quoted("value")} is not a period. Possible are 2024, 2024-Q3, 2024-05 or 2024-05-31.`,
  "name-missing": (i) =>
    i.has("kind")
      ? `This contact point has no name; its kind and ${i.has("address") ? `the address ${i.quoted("address")}` : "its position"} are shown instead. It counts all the same.`
      : `${i.quoted("id")} has no name; the id is shown.`,
  "population-outside": (i) =>
    i.isOne("cells")
      ? `1 cell with ${i.counted("residents", "resident", "residents")} lies outside of all areas. It counts in none.`
      : `${i.count("cells")} cells with ${i.counted("residents", "resident", "residents")} lie outside of all areas. They count in none.`,
  "anlaufpunkte-outside": (i) =>
    i.isOne("places")
      ? "1 contact point lies outside of all areas. It counts for the distance."
      : `${i.count("places")} contact points lie outside of all areas. They count for the distance.`,
  "row-malformed": (i) =>
    i.plain("reason") === "quotes"
      ? "A quotation mark is not closed; from here on cells may be shifted. Please correct the file."
      : `The row has ${i.counted("cells", "cell", "cells")} instead of ${i.count("columns")}. Please check delimiter and quotation marks.`,
  "sozialraeume-without-population": (i) =>
    `No residents are known for ${i.counted("sozialraeume", "area", "areas")}; ${i.isOne("sozialraeume") ? "its" : "their"} coverage stays unknown.`,
  "area-estimated": (i) =>
    `In ${i.counted("sozialraeume", "area", "areas")} residents are known only as a total and are spread over the area: a rough estimate.`,
  "database-unavailable": (i) =>
    `The database could not be started${because(i)}. Map and coverage still work; please reload the page or use a current browser.`,
  "url-value-ignored": (i) => `${i.quoted("value")} in the address does not fit here and was ignored.`,
};

function because(i: IssueParticulars): string {
  return i.has("reason") ? ` (${unreadableText(i.plain("reason"), i.plain("detail"), "en")})` : "";
}

function invalid(i: IssueParticulars): string {
  if (i.has("missing")) return `This entry is missing (expected: ${i.plain("expected")}).`;
  return i.has("expected")
    ? `This entry does not fit the format; expected: ${i.plain("expected")}.`
    : "This entry does not fit the format.";
}

function choiceName(key: string): string {
  switch (key) {
    case "level":
      return "level";
    case "kind":
    case "candidates":
      return "kind of contact points";
    case "people":
      return "age group";
    case "scenario":
      return "scenario";
    case "way":
      return "walking";
    case "indicator":
    case "need":
      return "indicator";
    case "period":
      return "period";
    default:
      return "area";
  }
}

function unknownId(i: IssueParticulars): string {
  const value = i.quoted("value");
  if (i.has("meant")) {
    return `There is no area ${value}; probably ${i.quoted("meant")} is meant – spreadsheets easily drop leading zeros.`;
  }
  switch (i.plain("of")) {
    case "indicator":
      return `There is no indicator ${value}.`;
    case "goal":
      return `There is no goal ${value}, neither in the package nor in the built-in catalogues.`;
    case "level":
      return `There is no level ${value}.`;
    case "anlaufpunkt":
      return `The package has no contact point ${value}.`;
    case "network-nodes":
      return `There is no node ${value}.`;
    default:
      return `There is no area ${value}${i.has("level") ? ` on the level ${i.quoted("level")}` : ""}.`;
  }
}

function extractFlaw(i: IssueParticulars): string {
  switch (i.plain("flaw")) {
    case "not-osm-pbf":
      return "This is no file in the format .osm.pbf. OpenStreetMap as XML can be converted with “osmium cat city.osm -o city.osm.pbf”.";
    case "truncated":
      return "The file breaks off in the middle. Please download it again completely.";
    case "compression":
      return `The file is compressed with ${i.plain("value")}; zlib can be read. Please write it anew with “osmium cat -f pbf,pbf_compression=zlib”.`;
    case "feature":
      return `The file demands ${i.quoted("value")}, which Anlaufpunkt cannot do. It takes a plain extract without history.`;
    case "too-large":
      return "The extract has more ways than fit into memory. Please cut it to the city and its surroundings, for example with “osmium extract --bbox”.";
    default:
      return "The file is damaged. Please download it again, or make it anew.";
  }
}

function flaw(i: IssueParticulars): string {
  switch (i.plain("reason")) {
    case "too-short":
      return "a ring has fewer than three different points";
    case "not-a-number":
      return "a coordinate is not a number";
    case "outside-crs":
      return `coordinates lie outside of ${i.plain("crs")}`;
    case "no-area":
      return `an area is needed, this is a ${i.plain("type")}`;
    case "line":
      return "a line with at least two points is needed";
    case "point":
      return `a point or an area is needed, this is a ${i.plain("type")}`;
    case "other-crs":
      return `it is in ${i.plain("crs")}, unlike the others of the file`;
    case "curve":
      return "curved lines and solids cannot be read";
    default:
      return "it is not built as it should be";
  }
}
