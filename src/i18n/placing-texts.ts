import { defineTexts } from "./define-texts.ts";

/** Where the data of a file lie: coordinate system, order of axes, boundaries. */
export const placingTexts = defineTexts({
  de: {
    crsNone: "nicht angegeben",
    crsOwn: "eigenes System der Stadt, aus der Datei",
    crsHint: "Liegen die Daten auf der Skizze richtig, stimmt das Koordinatensystem.",
    crsLikely: "passt zur Lage",
    crsOthers: "weitere",
    axes: { xy: "erst Ost, dann Nord (üblich)", yx: "erst Nord, dann Ost (vertauscht)" },
    place: "Lage",
    placeInside: (share: string, city: string) => `${share} liegen in „${city}“`,
    placeAlone: (west: string, south: string) => `um ${south}° Nord, ${west}° Ost`,
    placePicture: "Skizze: grau die Umrisse der Stadt, farbig die Daten der Datei",
  },
  en: {
    crsNone: "not stated",
    crsOwn: "the city's own system, from the file",
    crsHint: "If the data lie right in the sketch, the coordinate system is right.",
    crsLikely: "fits the place",
    crsOthers: "others",
    axes: { xy: "east first, then north (usual)", yx: "north first, then east (swapped)" },
    place: "Place",
    placeInside: (share: string, city: string) => `${share} lie in “${city}”`,
    placeAlone: (west: string, south: string) => `around ${south}° north, ${west}° east`,
    placePicture: "Sketch: the city's outlines in grey, the data of the file in colour",
  },
});
