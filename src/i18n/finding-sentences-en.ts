import type { FindingCode } from "./finding-sentences-de.ts";
import type { IssueParticulars, IssueSentences } from "./issue-particulars.ts";

/** What the checks of the data say in English. */
export const ENGLISH_FINDINGS: Pick<IssueSentences, FindingCode> = {
  "ring-invalid": (i) =>
    `The boundary of ${i.quoted("name")} is not in order: ${ringFlaw(i)}. The repair puts it together anew; how much land that changes is told here afterwards.`,
  "area-twice": (i) =>
    `${i.quoted("name")} has the same land as ${i.quoted("other")}: the area is there twice, or its boundary was mixed up.`,
  "place-twice": (i) =>
    `${i.quoted("name")} is there once more ${i.plain("metres") === "0" ? "at the same spot" : `${i.count("metres")} m away`}${i.has("otherRow") ? ` (row ${i.count("otherRow")})` : ""}, of the same kind. Probably the same contact point was entered twice.`,
  "rows-identical": (i) =>
    `${i.counted("rows", "row equals", "rows equal")} an earlier one in every cell. The repair keeps the first of each.`,
  "areas-overlap": (i) =>
    `${i.quoted("name")} and ${i.quoted("other")} overlap by ${i.count("squareMetres")} m² (${i.count("percent")} % of the smaller one). ${i.has("small") ? "The boundary is drawn inexactly; that hardly changes any number." : `Who lives there is in both.${i.has("large") ? " Please find out which one the land belongs to." : ""}`}`,
  "areas-gap": (i) =>
    `Between the areas there ${
      i.isOne("gaps")
        ? `is a gap of ${i.count("largest")} m².`
        : `are ${i.count("gaps")} gaps, ${i.count("squareMetres")} m² in all, the largest ${i.count("largest")} m².`
    } ${i.has("small") ? "The boundaries are drawn inexactly; that hardly changes any number." : "Who lives there belongs to none. Please check whether areas are missing there."}`,
  "area-total": (i) =>
    `${i.quoted("name")} covers ${i.count("percent")} % of all others: this is probably no area but the total of all. The repair leaves the row out.`,
  "area-tiny": (i) =>
    `${i.quoted("name")} has only ${i.count("squareMetres")} m², less than a plot: probably something left over from drawing. The repair leaves the row out.`,
  "area-far": (i) =>
    `${i.quoted("name")} lies in another part of the world than the other areas (at latitude ${i.count("lat")}°, longitude ${i.count("lon")}°)${whyFar(i)} Please correct the file; the repair leaves the row out.`,
  "place-far": (i) =>
    `${i.quoted("name")} lies farther from the city than the city is wide (at latitude ${i.count("lat")}°, longitude ${i.count("lon")}°)${whyFar(i)} ${i.plain("why") === "swapped" ? "The repair swaps them." : "Please check its coordinates; the repair leaves the row out."}`,
  "cells-far": (i) =>
    `${i.counted("cells", "cell lies", "cells lie")} farther from the city than the city is wide (${i.count("residents")} residents). Please check the coordinate system and the extract.`,
  "cells-twice": (i) =>
    `${i.counted("cells", "cell is", "cells are")} there once more at the spot of an earlier one${i.has("otherRow") ? ` (the first at that of row ${i.count("otherRow")})` : ""}: ${i.counted("residents", "person counts", "residents count")} twice. Please correct the file${i.has("same") ? "; the repair keeps the first of each" : ""}.`,
  "cell-crowded": (i) =>
    `In this cell of ${i.count("metres")} m there are said to live ${i.count("residents")} residents; hardly anywhere do people live as close together. Please check the number, or how the residents were spread over the cells.`,
  "share-impossible": (i) =>
    `${i.quoted("indicatorEn")} (${i.plain("period")}) is ${i.count("value")}; a share lies between 0 and 100 %. Please check the value or the kind of the indicator.`,
  "value-below-zero": (i) =>
    `${i.quoted("indicatorEn")} (${i.plain("period")}) is ${i.count("value")}; there cannot be less than nothing. Where the number stands for a missing value, please explain it under “missing”.`,
  "residents-differ": (i) =>
    `In ${i.count("areas")} of ${i.count("of")} areas the stated number of residents${asOf(i, "statedPeriod")} differs by more than a quarter from the sum of ${i.quoted("population")}${asOf(i, "cellsPeriod")}, most in ${i.quoted("name")}: stated ${i.count("stated")}, sum ${i.count("cells")}. Where the dates lie years apart that is to be expected; otherwise please check both.`,
  "residents-total-differs": (i) =>
    `All areas together have ${i.count("stated")} residents, all cells of ${i.quoted("population")} together ${i.count("cells")}, both in ${i.plain("period")}. Are cells missing, or do some not belong to the city?`,
  "count-fractional": (i) =>
    `${i.quoted("indicatorEn")} is said to be a count, but ${i.count("values")} of ${i.count("of")} values are no whole numbers (${i.count("value")}, for example). Please check the values or the kind of the indicator.`,
  "value-jump": (i) =>
    `${i.quoted("indicatorEn")} is ${i.count("value")} in ${i.plain("period")}, but ${i.count("before")} in ${i.plain("earlier")} and ${i.count("after")} in ${i.plain("later")}. ${i.plain("value") === "0" ? "Is the value missing rather than zero?" : "Is there a digit too many or too few?"} Please ask the source.`,
  "sum-differs": (i) =>
    `${i.quoted("indicatorEn")}${isOneCase(i) ? asOf(i, "period") : i.has("periods") ? ` (${i.plain("periods")})` : asOf(i, "period")}: ${
      isOneCase(i)
        ? `the parts (${i.plain("partsEn")}) do not add up to the stated total ${where(i)}`
        : `in ${i.count("wholes")} of ${i.count("of")} cases the parts (${i.plain("partsEn")}) do not add up to the stated total, farthest apart ${i.has("periods") ? `in ${i.plain("period")} ` : ""}${where(i)}`
    }: stated ${i.count("stated")}, sum ${i.count("sum")}. ${i.has("small") ? "So little may come from rounding or confidentiality." : "Please ask the source which number is right."}`,
  "quotient-differs": (i) =>
    `${i.quoted("indicatorEn")} (${i.plain("period")}): in ${i.count("areas")} of ${i.count("of")} areas the value does not fit numerator and denominator, farthest apart: stated ${i.count("stated")}, calculated ${i.count("made")}. Please check which of the three numbers is wrong.`,
  "row-total": (i) =>
    `The row ${i.quoted("name")} is the sum of the others (in ${i.counted("columns", "column", "columns")}). Counted as an area it would double everything; the repair leaves it out.`,
  "count-looks-like-rate": (i) =>
    `${i.quoted("indicatorEn")} is described as a count, but its ${i.count("values")} values lie between 0 and 100 with decimals. Is it a share? Shares are never added up; please check the kind of the indicator.`,
  "rate-looks-like-count": (i) =>
    `${i.quoted("indicatorEn")} is described as a share, but its ${i.count("values")} values are whole numbers up to more than 100. Is it a count? Please check the kind of the indicator.`,
  "share-looks-like-fraction": (i) =>
    `${i.quoted("indicatorEn")} is given in percent, but its ${i.count("values")} values all lie between 0 and 1. Are they written as parts of one (0.153 for 15.3 %)? Please multiply them by 100.`,
  "periods-missing": (i) =>
    `${i.plain("years")} ${i.isOne("count") ? "is" : "are"} missing in the series ${i.quoted("indicatorEn")}${more(i)}. The course is not bridged there.`,
  "period-repeated": (i) =>
    `${i.quoted("indicatorEn")}${more(i)} ${Number(i.plain("indicators")) > 1 ? "have" : "has"} in ${i.plain("period")} exactly the values of ${i.plain("before")}, in all ${i.count("areas")} areas. Was one year entered twice? Please ask the source.`,
  "areas-missing-in-period": (i) =>
    `For ${i.plain("period")} ${i.isOne("areas") ? `${i.quoted("name")} has` : `${i.count("areas")} areas (${i.quoted("name")}, for example) have`} no value of ${i.quoted("indicatorEn")}${more(i)}; in other years it is there.`,
  "check-left-out": (i) => {
    const what: Readonly<Record<string, string>> = {
      population: "whether residents and cells fit the areas",
      observations: "whether the values of the indicators are consistent",
      rings: "whether the boundaries are valid",
      areas: "whether areas overlap or leave gaps",
      overlaps: "how large some overlaps of areas are",
      rows: "whether rows are there twice",
    };
    const left = what[i.plain("check")];
    return left === undefined
      ? `The data could not be checked${i.has("reason") ? ` (${i.plain("reason")})` : ""}; they are used as they were read.`
      : `Not checked: ${left}. There are too many data for that.`;
  },
};

const asOf = (i: IssueParticulars, name: string): string => (i.has(name) ? ` (as of ${i.plain(name)})` : "");

const where = (i: IssueParticulars): string => (i.has("name") ? `in ${i.quoted("name")}` : "in the whole city");

const isOneCase = (i: IssueParticulars): boolean => i.isOne("wholes");

function whyFar(i: IssueParticulars): string {
  switch (i.plain("why")) {
    case "zero":
      return ": its coordinates are probably missing.";
    case "swapped":
      return ": longitude and latitude are probably swapped.";
    default:
      return ".";
  }
}

const more = (i: IssueParticulars): string => {
  const others = Number(i.plain("indicators")) - 1;
  return others > 0 ? ` and ${others} more` : "";
};

function ringFlaw(i: IssueParticulars): string {
  switch (i.plain("reason")) {
    case "crosses-itself":
      return "it crosses or covers itself";
    case "touches-itself":
      return "it touches itself";
    case "hole-outside":
      return "a hole lies outside of the area";
    case "nested":
      return "parts of the area lie inside each other";
    case "cut-off":
      return "a hole cuts off a part of the area";
    case "same-ring-twice":
      return "a ring is there twice";
    case "too-few-points":
      return "a ring has too few different points";
    default:
      return "it is not built properly";
  }
}
