import { afterAll, beforeAll, expect, it } from "vitest";
import { commonStage, openApp, type Stage, whenReady } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await commonStage();
});
afterAll(() => stage?.close());

it("opens and works where the browser refuses storage, keeps views for the session and says once that they will not last", async () => {
  const actor = await stage.newActor({ width: 1280, height: 720 });
  const { page } = actor;
  // What locked-down browsers do: already touching the storage throws.
  await page.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage", "indexedDB"]) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException(`access to ${name} is denied for this document`, "SecurityError");
        },
      });
    }
  });
  await openApp(actor);
  await expect(page.evaluate(() => localStorage.length)).rejects.toThrow("SecurityError");
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toMatch(/in 800\sm erreichbar/);
  const warning = page.getByRole("region", { name: "Hinweise" }).getByText("lässt nichts speichern");
  await warning.waitFor();
  expect(await warning.count()).toBe(1);

  await page.getByRole("button", { name: "Ansicht merken" }).click();
  await page.getByText("für die Präsentation gemerkt").first().waitFor();
  await page.getByRole("navigation").getByRole("button", { name: "Präsentation" }).click();
  const kept = page.getByRole("main").getByRole("listitem");
  await kept.first().waitFor();
  await page.getByRole("button", { name: "Von Anfang an zeigen" }).click();
  await page.getByText("1 / 1", { exact: true }).waitFor();
  await whenReady(actor);
  await page.keyboard.press("Escape");
  await page.getByRole("banner").waitFor();
  await page.getByRole("navigation").getByRole("button", { name: "Versorgung" }).click();
  await page.getByRole("navigation").getByRole("button", { name: "Präsentation" }).click();
  await kept.first().waitFor();
  expect(await kept.count()).toBe(1);
  expect(await warning.count()).toBe(1);
  expect(actor.errors).toEqual([]);

  // The promise was the window, not more; whoever leaves it is asked.
  const question = page.waitForEvent("dialog");
  const reloaded = page.reload();
  const dialog = await question;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.accept();
  await reloaded;
  await whenReady(actor);
  await page.getByRole("heading", { name: "Noch keine Ansicht gemerkt" }).waitFor();
  await actor.context.close();
});
