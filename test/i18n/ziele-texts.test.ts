import { expect, test } from "vitest";
import { formatsFor } from "../../src/i18n/formats.ts";
import { zieleTexts } from "../../src/i18n/ziele-texts.ts";

const german = formatsFor("de");
const english = formatsFor("en");

test("goals that are not divided are not called operational", () => {
  const { unserved, allServed } = zieleTexts.de;
  expect(unserved(2, 3, false, german)).toBe("2 von 3 Zielen haben weder Kennzahl noch Vorhaben.");
  expect(unserved(1, 34, true, german)).toBe("1 von 34 operativen Zielen hat weder Kennzahl noch Vorhaben.");
  expect(unserved(1, 1, false, german)).toBe("Das einzige Ziel hat weder Kennzahl noch Vorhaben.");
  expect(allServed(false)).toBe("Jedes Ziel hat eine Kennzahl oder ein Vorhaben.");
  expect(zieleTexts.en.unserved(1, 3, false, english)).toBe("1 of 3 goals has neither an indicator nor a project.");
});

test("the title counts operational goals only where there are any, and one as one", () => {
  expect(zieleTexts.de.title(2, 0, german)).toBe("2 strategische Ziele");
  expect(zieleTexts.de.title(1, 1, german)).toBe("1 strategisches und 1 operatives Ziel");
  expect(zieleTexts.en.title(6, 34, english)).toBe("6 strategic and 34 operational goals");
  expect(zieleTexts.de.headline(1, 1, 0, german)).toBe("1 Kennzahl hat einen Zielwert: 1 erreicht, 0 verfehlt.");
  expect(zieleTexts.de.headline(15, 5, 1, german)).toMatch(/: 5 erreicht, 1 verfehlt, 9 noch nicht entschieden\.$/);
});
