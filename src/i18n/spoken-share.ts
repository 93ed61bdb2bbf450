import type { Formats } from "./formats.ts";

const NEARLY = { de: { none: "unter", all: "über" }, en: { none: "under", all: "over" } } as const;

/**
 * A share of people as a sentence says it: whole per cent from ten upwards, one decimal below, as the people beside it are rounded, too
 * (a column says „11,3 %“, always with one decimal). A few people are never called 0 %, and nearly all never 100 %.
 */
export function spokenShare(share: number, formats: Formats): string {
  const words = NEARLY[formats.language];
  if (share > 0 && share < 0.0005) return `${words.none} ${formats.share(0.001)}`;
  if (share < 1 && share >= 0.995) return `${words.all} ${formats.withUnit("99", "%")}`;
  // 9,97 % would be written „10,0 %“.
  return share > 0 && share < 0.0995 ? formats.share(share) : formats.withUnit(formats.count(share * 100), "%");
}
