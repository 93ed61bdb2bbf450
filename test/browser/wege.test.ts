import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessibilityFindings } from "./accessibility-findings.ts";
import { expectedCity } from "./model-city-oracle.ts";
import { addressOf, germanNumber, rowsOf } from "./shown-versorgung.ts";
import { type Actor, commonStage, moveTo, type Stage, whenReady } from "./stage.ts";

const BOTH = ["quartierszentrum", "beratungsstelle"];

/** Each reads half a dozen states of the app, with axe among them: a busy machine needs its time. */
const PATIENCE = 150_000;

let stage: Stage;
beforeAll(async () => {
  stage = await commonStage();
});
afterAll(() => stage?.close());

const answerOf = ({ page }: Actor) => page.getByRole("region", { name: "Ergebnis" });

/** The share that a cell begins with. */
const percent = (text = "") => germanNumber(/^[\d.,]+(?= %)/.exec(text)?.[0] ?? "") / 100;
/** Entries of the legend below the map. */
const legendOf = ({ page }: Actor, title: string | RegExp) =>
  page
    .getByRole("region", { name: title })
    .locator("li")
    .evaluateAll((lines) => lines.map((line) => (line.textContent ?? "").replace(/\s/g, " ").trim()));

describe("the distances of the model city", () => {
  it(
    "stand in bands that add up to what a brute force over its files reaches, and follow metres, minutes and limits of one's own",
    async () => {
      const actor = await stage.sharedActor({ width: 1440, height: 900 });
      const { page } = actor;
      await moveTo(actor);
      await page.getByRole("button", { name: "Wege", exact: true }).click();
      await whenReady(actor);
      expect(addressOf(actor).get("panel")).toBe("distance");

      const { residents } = expectedCity(BOTH, 800);
      const bands = await rowsOf(actor, "Entfernung zum nächsten Anlaufpunkt");
      expect(bands.map(([label]) => label)).toEqual([
        "bis 300 m",
        "bis 500 m",
        "bis 800 m",
        "bis 1.000 m",
        "über 1.000 m",
      ]);
      const counts = bands.map(([, people = ""]) => germanNumber(people));
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(residents);
      for (const [index, reach] of [300, 500, 800, 1000].entries()) {
        const within = counts.slice(0, index + 1).reduce((sum, count) => sum + count, 0);
        const expected = expectedCity(BOTH, reach);
        expect(Math.abs(residents - within - expected.unreached), `${reach} m`).toBeLessThanOrEqual(expected.doubtful);
        expect(percent(bands[index]?.[3]), `${reach} m`).toBeCloseTo(within / residents, 3);
      }

      await answerOf(actor).getByText("in Minuten").click();
      await whenReady(actor);
      expect(addressOf(actor).get("bands")).toBe("417,833,1250");
      const times = await rowsOf(actor, "Entfernung zum nächsten Anlaufpunkt");
      expect(times.map(([label]) => label)).toContain("bis 10 min (833 m)");
      await answerOf(actor)
        .getByRole("button", { name: /Gehtempo/ })
        .click();
      await page.getByRole("option", { name: /^3,0\skm\/h/ }).click();
      await whenReady(actor);
      expect([addressOf(actor).get("speed"), addressOf(actor).get("bands")]).toEqual(["3", "250,500,750"]);

      await answerOf(actor).getByText("eigene").click();
      const own = answerOf(actor).getByRole("textbox", { name: "Grenzen in Metern" });
      await own.fill("zwei Straßen weiter");
      await own.press("Enter");
      await answerOf(actor).getByRole("alert").waitFor();
      await own.fill("1.200, 400");
      await own.press("Enter");
      await whenReady(actor);
      expect(addressOf(actor).get("bands")).toBe("400,1200");
      expect(await answerOf(actor).getByRole("alert").count()).toBe(0);

      // Whom the list names first, the table names first, too.
      const first = await answerOf(actor)
        .getByRole("region", { name: /am weitesten/ })
        .locator("li button")
        .first()
        .textContent();
      await answerOf(actor).getByRole("button", { name: "Alle 40 in der Tabelle" }).click();
      await whenReady(actor);
      const grid = page.getByRole("grid", { name: "Entfernung je Sozialraum" });
      expect(await grid.locator("tbody th").first().textContent()).toBe(first);
      expect(await accessibilityFindings(actor)).toEqual([]);

      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Tabelle als CSV", exact: true }).click(),
      ]);
      const text = (await readFile(await file.path(), "utf8")).slice(1);
      const [header = [], ...lines] = text
        .trimEnd()
        .split("\r\n")
        .map((line) => line.split(";"));
      expect(header.join()).toBe(
        "sozialraum_id,sozialraum,way,residents,up_to_400_m,up_to_1200_m,over_1200_m,no_way,way_unknown,share_over,note",
      );
      expect(lines).toHaveLength(40);
      for (const line of lines) {
        const parts = line.slice(4, 9).map(Number);
        expect(
          parts.reduce((sum, part) => sum + part, 0),
          line[0],
        ).toBe(Number(line[3]));
      }
      expect(lines.reduce((sum, line) => sum + Number(line[3]), 0)).toBe(residents);
      expect(actor.errors).toEqual([]);
    },
    PATIENCE,
  );

  it(
    "have a curve beside a Sozialraum, and speeds and detours side by side that a click takes over",
    async () => {
      const actor = await stage.sharedActor({ width: 1440, height: 900 });
      const { page } = actor;
      await moveTo(actor, "panel=distance&sozialraum=0303");
      const chart = answerOf(actor).getByRole("img", { name: /^Kurve: / });
      expect((await chart.getAttribute("aria-label"))?.replace(/\s/g, " ")).toMatch(
        /Stadt: bis 300 m [\d,]+ %.*bis 1\.000 m [\d,]+ %\. .+: bis 300 m/,
      );
      expect(await chart.locator("svg path").count()).toBeGreaterThanOrEqual(2);

      const speeds = await rowsOf(
        actor,
        "Anteil der Menschen, die in dieser Zeit ankommen. Ein Klick misst die ganze Karte so.",
      );
      const shares = speeds.map((row) => row.slice(1).map(percent));
      expect(speeds.map(([speed = ""]) => speed.slice(0, 8))).toEqual(["5,0 km/h", "4,0 km/h", "3,0 km/h"]);
      for (const row of shares) expect(row).toEqual([...row].sort((a, b) => a - b));
      for (const column of [0, 1, 2]) {
        const falling = shares.map((row) => row[column] ?? 0);
        expect(falling).toEqual([...falling].sort((a, b) => b - a));
      }
      const { residents, unreached } = expectedCity(BOTH, 500);
      // Ten minutes at 3 km/h are 500 m.
      expect(shares[2]?.[1]).toBeCloseTo(1 - unreached / residents, 2);

      await answerOf(actor)
        .getByRole("button", { name: /^3,0\skm\/h, 10\smin.*übernehmen/ })
        .click();
      await whenReady(actor);
      expect([addressOf(actor).get("speed"), addressOf(actor).get("reach")]).toEqual(["3", "500"]);

      // Each share can be asked where it comes from, and asking takes nothing over.
      await answerOf(actor)
        .getByRole("button", { name: /4,0\skm\/h, 5\smin, .*333\sm/ })
        .click();
      const dialog = page.getByRole("dialog");
      const asked = (await dialog.textContent())?.replace(/\s/g, " ");
      for (const part of ["5 min × 4,0 km/h = 333 m", "C16"]) expect(asked).toContain(part);
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
      expect(addressOf(actor).get("speed")).toBe("3");

      const factor = answerOf(actor).getByRole("button", { name: /^Umwegfaktor 1,3: / });
      const derived = await factor.textContent();
      await factor.click();
      await whenReady(actor);
      expect(addressOf(actor).get("detour")).toBe("1.3");
      // Measured anew it is what was derived.
      expect(await factor.textContent()).toBe(derived);
      expect(await factor.getAttribute("aria-pressed")).toBe("true");
      const wide = expectedCity(BOTH, 500 / 1.3);
      expect(percent(derived?.replace(/\s/g, " "))).toBeCloseTo(1 - wide.unreached / residents, 2);
      expect(await page.getByText(/^Luftlinie × 1,3, rund 10 Minuten zu Fuß/).count()).toBe(1);
      expect(await accessibilityFindings(actor)).toEqual([]);
      expect(actor.errors).toEqual([]);
    },
    PATIENCE,
  );

  it(
    "are walked where the straight line crosses the river: who it overstates, how the network fits, and the land within a walk",
    async () => {
      const actor = await stage.sharedActor({ width: 1440, height: 900 });
      const { page } = actor;
      await moveTo(actor, "panel=distance");
      const straight = expectedCity(BOTH, 800);
      await page.getByRole("region", { name: "Frage" }).getByText("Fußweg", { exact: true }).click();
      await whenReady(actor);
      expect(addressOf(actor).get("way")).toBe("walk");

      const rows = await rowsOf(actor, "Luftlinie und Fußweg");
      const [reached = []] = rows;
      const [inLine, walked] = [germanNumber(reached[1] ?? ""), germanNumber(reached[2]?.replace(/[^\d.]/g, "") ?? "")];
      expect(Math.abs(inLine - (straight.residents - straight.unreached))).toBeLessThanOrEqual(straight.doubtful);
      // No way is shorter than the straight line.
      expect(walked).toBeLessThan(inLine);
      const sentence = await answerOf(actor)
        .getByText(/^Die Luftlinie überschätzt um/)
        .textContent();
      expect(germanNumber(/[\d.]+\d/.exec(sentence ?? "")?.[0] ?? "")).toBe(inLine - walked);
      const fit = answerOf(actor).getByRole("region", { name: /Wie gut passt das Wegenetz/ });
      expect(await fit.locator("li").count()).toBeGreaterThanOrEqual(2);

      const before = walked;
      await page.getByText("Ohne Treppen").click();
      await whenReady(actor);
      expect(addressOf(actor).get("steps")).toBe("none");
      const withoutSteps = germanNumber(
        (await rowsOf(actor, "Luftlinie und Fußweg"))[0]?.[2]?.replace(/[^\d.]/g, "") ?? "",
      );
      expect(withoutSteps).toBeLessThanOrEqual(before);

      await answerOf(actor).getByText("Gehbereiche", { exact: true }).click();
      await whenReady(actor);
      expect(addressOf(actor).get("zones")).toBe("all");
      expect((await legendOf(actor, "Fußweg zum nächsten Anlaufpunkt")).slice(0, 4)).toEqual([
        "bis 300 m",
        "bis 500 m",
        "bis 800 m",
        "bis 1.000 m",
      ]);
      expect(await accessibilityFindings(actor)).toEqual([]);

      await answerOf(actor).getByText("Wohnorte", { exact: true }).click();
      await whenReady(actor);
      expect([addressOf(actor).get("cells"), addressOf(actor).get("zones")]).toEqual(["1", null]);
      const legend = await legendOf(actor, /Fußweg zum nächsten Anlaufpunkt/);
      expect(legend[0]).toMatch(/^bis 300 m[\d.]+$/);
      expect(actor.errors).toEqual([]);
    },
    PATIENCE,
  );

  it(
    "come back from the address as they were: the land around one place",
    async () => {
      const actor = await stage.sharedActor({ width: 1024, height: 768 });
      await moveTo(actor, "panel=distance&way=walk&zones=A001&lang=en");
      await actor.page.getByRole("region", { name: "Walk to Haus am Markt" }).waitFor();
      const panel = actor.page.getByRole("region", { name: "Result" });
      expect(await panel.getByRole("radiogroup", { name: "Walking area around" }).getByRole("radio").count()).toBe(2);
      expect(await accessibilityFindings(actor)).toEqual([]);
      expect(actor.errors).toEqual([]);
    },
    PATIENCE,
  );
});
