import { describe, expect, it } from "vitest";
import { formatsFor } from "../../src/i18n/formats.ts";
import { type HeadlineFigures, versorgungTexts } from "../../src/i18n/versorgung-texts.ts";

const CITY: HeadlineFigures = {
  areas: 40,
  unknown: 0,
  without: 12,
  gaps: 7,
  residents: 80_000,
  unreached: 14_273,
  reach: 800,
  way: "straight",
};
const centre = { id: "quartierszentrum", title: "Quartierszentrum" };
const advice = { id: "beratungsstelle", title: "Beratungsstelle" };
const library = { id: "bibliothek", title: "Bibliothek" };

const plain = (text: string) => text.replaceAll("\u00a0", " ");
const german = (change: Partial<HeadlineFigures>) => sentence("de", change);
function sentence(language: "de" | "en", change: Partial<HeadlineFigures>): string {
  const parts = versorgungTexts[language].headline({ ...CITY, ...change }, formatsFor(language));
  return plain(parts.map((part) => part.text).join(""));
}
function people(language: "de" | "en", change: Partial<HeadlineFigures>): string {
  return plain(versorgungTexts[language].people({ ...CITY, ...change }, formatsFor(language)));
}

describe("the headline", () => {
  it("says in one German sentence how many Sozialräume lack an Anlaufpunkt and how many have none in reach", () => {
    expect(german({})).toBe(
      "In 12 von 40 Sozialräumen fehlt ein Anlaufpunkt, in 7 davon ist auch keiner in 800 m erreichbar.",
    );
    expect(people("de", {})).toBe("14.300 Menschen (18 %) erreichen keinen.");
  });

  it("names the one kind that was chosen in its gender", () => {
    expect(german({ kind: centre })).toContain("fehlt ein Quartierszentrum, in 7 davon ist auch keines");
    expect(german({ kind: advice })).toContain("fehlt eine Beratungsstelle, in 7 davon ist auch keine");
    expect(people("de", { kind: advice })).toBe("14.300 Menschen (18 %) erreichen keine.");
  });

  it("stays right for a kind of the package's own, whose gender it cannot know", () => {
    expect(german({ kind: library })).toContain("fehlt ein Anlaufpunkt (Bibliothek), in 7 davon ist auch keiner");
  });

  it("gives the good news where there is any", () => {
    expect(german({ without: 0, gaps: 0 })).toBe("In allen 40 Sozialräumen gibt es einen Anlaufpunkt.");
    expect(german({ gaps: 0 })).toBe(
      "In 12 von 40 Sozialräumen fehlt ein Anlaufpunkt, aber überall ist einer in 800 m erreichbar.",
    );
    expect(people("de", { unreached: 0 })).toBe("Alle 80.000 Menschen erreichen einen Anlaufpunkt.");
  });

  it("claims nothing where nothing is known", () => {
    expect(german({ unknown: 40, without: 0, gaps: 0 })).toBe(
      "Für keinen der 40 Sozialräume lässt sich die Versorgung berechnen.",
    );
    expect(people("de", { residents: 0, unreached: 0 })).toBe("");
  });

  it("rounds a share as it rounds the people: whole from ten per cent upwards, one decimal below, never 0 % or 100 % of some", () => {
    const share = (unreached: number) => /\(.*\)/.exec(people("de", { unreached }))?.[0];
    expect([8000, 7999, 7950, 4800, 36].map(share)).toEqual([
      "(10 %)",
      "(10 %)",
      "(9,9 %)",
      "(6,0 %)",
      "(unter 0,1 %)",
    ]);
    expect([80_000, 79_990].map(share)).toEqual(["(100 %)", "(über 99 %)"]);
  });

  it("counts one person as one", () => {
    expect(people("de", { unreached: 1 })).toBe("1 Mensch (unter 0,1 %) erreicht keinen.");
    expect(people("en", { unreached: 1 })).toBe("1 person (under 0.1%) reaches none.");
  });

  it("says that one walks where the distance is that of the paths", () => {
    expect(german({ way: "walk" })).toMatch(/ist auch keiner auf 800 m Fußweg erreichbar\.$/);
    expect(sentence("en", { way: "walk" })).toMatch(/none can be reached within 800 m on foot either\.$/);
  });

  it("says the same in English", () => {
    expect(sentence("en", {})).toBe(
      "12 of 40 areas lack a contact point; in 7 of these none can be reached within 800 m either.",
    );
    expect(people("en", {})).toBe("14,300 people (18%) reach none.");
  });
});
