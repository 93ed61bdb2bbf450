import { afterAll, beforeAll, expect, it } from "vitest";
import { addressOf, shownVersorgung } from "./shown-versorgung.ts";
import { type Actor, commonStage, openApp, type Stage, whenReady } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await commonStage();
});
afterAll(() => stage?.close());

/** What has the focus, as a screen reader would call it; throws where it cannot be seen. */
async function focused({ page }: Actor): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return "nothing";
    const labelled = element.getAttribute("aria-labelledby")?.split(" ") ?? [];
    const name =
      element.getAttribute("aria-label") ||
      labelled.map((id) => document.getElementById(id)?.textContent).join(" ") ||
      element.closest("label")?.textContent ||
      element.textContent ||
      "";
    const shown = [element, element.closest("label"), element.parentElement].some((candidate) => {
      if (!candidate) return false;
      const style = getComputedStyle(candidate);
      return (style.outlineStyle !== "none" && style.outlineWidth !== "0px") || style.boxShadow !== "none";
    });
    if (element.matches(":focus-visible") && !shown) throw new Error(`the focus on "${name}" cannot be seen`);
    return name.replace(/\s+/g, " ").trim();
  });
}

async function tabTo(actor: Actor, wanted: RegExp, key = "Tab"): Promise<void> {
  const met: string[] = [];
  for (let step = 0; step < 80; step++) {
    await actor.page.keyboard.press(key);
    const name = await focused(actor);
    if (wanted.test(name)) return;
    met.push(name);
  }
  throw new Error(`${wanted} is not reached; met: ${met.join(" | ")}`);
}

/** What opens above the rest takes the focus. */
const focusIn = ({ page }: Actor, selector: string) =>
  page.waitForFunction((wanted) => document.activeElement?.closest(wanted), selector);

it("question, answer, Steckbrief, provenance, table, search and views are reached and left without a mouse", async () => {
  const actor = await stage.newActor({ width: 1440, height: 900 });
  const { page } = actor;
  const press = (key: string) => page.keyboard.press(key);
  await openApp(actor);
  const start = await shownVersorgung(actor);

  // The way past the bar.
  await tabTo(actor, /^Zum Ergebnis springen$/);
  await press("Enter");
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("answer");
  await tabTo(actor, /^Wie gerechnet\?$/);
  await press("Enter");
  await focusIn(actor, "[role=dialog]");
  await press("Tab");
  expect(await page.evaluate(() => document.activeElement?.closest("[role=dialog]") !== null)).toBe(true);
  // The first Escape puts away what the button says of itself, the second the sheet.
  await press("Escape");
  await press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await expect.poll(() => focused(actor)).toBe("Wie gerechnet?");

  // Take it away.
  await tabTo(actor, /^Mitnehmen/);
  await press("Enter");
  await focusIn(actor, "[role=menu]");
  await press("ArrowDown");
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("menuitem");
  await press("Escape");
  await expect.poll(() => focused(actor)).toMatch(/^Mitnehmen/);

  // From the list into the Steckbrief and back to the same row.
  const first = start.list[0]?.name ?? "";
  await tabTo(actor, new RegExp(`^${first}$`));
  await press("Enter");
  await page.getByRole("heading", { level: 1, name: first, exact: true }).waitFor();
  await expect.poll(() => focused(actor)).toBe(first);
  await whenReady(actor);
  await tabTo(actor, /Einwohner:innen: /);
  await press("Enter");
  await focusIn(actor, "[role=dialog]");
  await press("Escape");
  await expect.poll(() => focused(actor)).toMatch(/Einwohner:innen: /);
  await press("Escape");
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("data-sozialraum"))).not.toBeNull();
  await expect.poll(() => focused(actor)).toBe(first);

  // Every choice of the question.
  await tabTo(actor, /^(500|800)\sm$/, "Shift+Tab");
  await press("ArrowLeft");
  await expect.poll(() => addressOf(actor).get("reach")).toBe("500");
  await whenReady(actor);
  expect((await shownVersorgung(actor)).headline).not.toBe(start.headline);
  await tabTo(actor, /Quartierszentren/, "Shift+Tab");
  await press("Space");
  await expect.poll(() => addressOf(actor).get("kind")).toBe("beratungsstelle");
  await tabTo(actor, /Karte zeigt|Status der Versorgung/);
  await press("Enter");
  await press("ArrowDown");
  await press("Enter");
  await expect.poll(() => addressOf(actor).get("metric")).toBe("reached_share");
  await tabTo(actor, /Nur wo Menschen wohnen/);
  await press("Space");
  await expect.poll(() => addressOf(actor).get("cells")).toBe("1");
  await tabTo(actor, /^Quartier$/);
  await press("ArrowLeft");
  await expect.poll(() => addressOf(actor).get("level")).toBe("stadtbezirk");
  await whenReady(actor);

  // The map.
  const before = addressOf(actor).get("map");
  await tabTo(actor, /^Karte/);
  await press("+");
  await expect.poll(() => addressOf(actor).get("map")).not.toBe(before);

  // The table.
  await press("t");
  // The rows come some frames after the table, and frames are long where the graphics card is a program.
  const cell = () => page.evaluate(() => document.activeElement?.closest("[data-cell]")?.getAttribute("data-cell"));
  await expect.poll(cell).toBe("0:0");
  await press("ArrowDown");
  await expect.poll(cell).toBe("1:0");
  const row = await focused(actor);
  await press("Enter");
  await expect.poll(() => page.getByRole("heading", { level: 1 }).textContent()).toBe(row);
  await press("Escape");
  await page.getByRole("grid").waitFor({ state: "detached" });
  await expect.poll(() => focused(actor)).toBe("Tabelle");

  // Other views, and the search.
  await tabTo(actor, /^Ziele$/, "Shift+Tab");
  await press("Enter");
  await whenReady(actor);
  expect(addressOf(actor).get("view")).toBe("ziele");
  await expect.poll(() => focused(actor)).toBe("Ziele");
  await tabTo(actor, /suchen/);
  await page.keyboard.type("altstadt");
  await page.getByRole("option").first().waitFor();
  await press("ArrowDown");
  await press("Enter");
  await expect.poll(() => page.getByRole("heading", { level: 1 }).textContent()).toBe("Altstadt");
  await expect.poll(() => focused(actor)).not.toBe("nothing");
  expect(actor.errors).toEqual([]);
  await actor.context.close();
});
