import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasSharedData, sharedData } from "../shared-data.ts";
import { cellsOf, downloadTable } from "./download-table.ts";
import { germanNumber, rowsOf, shownVersorgung } from "./shown-versorgung.ts";
import { type Actor, moveTo, openStage, type Stage } from "./stage.ts";

// Each city is opened once: what is asked of it next is one step further.
const LONG = 180_000;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const title = ({ page }: Actor) => page.getByRole("heading", { level: 1 }).textContent();

function opensEntirely(data: string, areas: number): void {
  it(
    "opens entirely, without an edit",
    async () => {
      const actor = await stage.sharedActor({ width: 1440, height: 900 });
      const { page } = actor;
      await moveTo(actor, "view=daten", { data, timeout: 120_000 });
      const said = JSON.parse(readFileSync(sharedData(`${data}/datapackage.json`), "utf8")) as {
        resources: { path: string }[];
      };
      // The last part of a package is read when the view is ready already.
      for (const { path } of said.resources) {
        await page.getByRole("main").getByText(path).first().waitFor({ timeout: 60_000 });
      }
      expect(await page.getByRole("main").getByText("Fehler", { exact: true }).count()).toBe(0);
      await moveTo(actor, "", { data, timeout: 90_000 });
      expect(await title(actor)).toContain(`von ${areas}`);
      expect(actor.errors).toEqual([]);
    },
    LONG,
  );
}

describe.skipIf(!hasSharedData)("Berlin", () => {
  opensEntirely("berlin", 448);

  it(
    "has the contract's answer: 239 without, 137 gaps, 975,141 of 3,328,514 reach none; and its file adds up to the same",
    async () => {
      const actor = await stage.sharedActor({ width: 1440, height: 900 });
      await moveTo(actor, "kind=quartierszentrum&table=1", { data: "berlin", timeout: 90_000 });
      const shown = await shownVersorgung(actor);
      expect(shown.headline).toBe(
        "In 239 von 448 Sozialräumen fehlt ein Quartierszentrum, in 137 davon ist auch keines in 800 m erreichbar.",
      );
      expect(shown.people).toMatch(/^975\.000 Menschen \(29 %\)/);
      expect(shown.legend).toMatchObject({ "Lücke: keiner erreichbar": 137 });

      const [header = [], ...rows] = cellsOf(await downloadTable(actor, "Tabelle als CSV"), ";");
      const column = (name: string) => rows.map((row) => row[header.indexOf(name)] ?? "");
      const sum = (name: string) => column(name).reduce((total, value) => total + Number(value), 0);
      expect(rows).toHaveLength(448);
      expect(sum("residents")).toBe(3_328_514);
      expect(sum("residents_unreached")).toBe(975_141);
      expect(column("anlaufpunkte_inside").filter((inside) => inside === "0")).toHaveLength(239);
      expect(column("status").filter((status) => status === "gap")).toHaveLength(137);

      await actor.page.getByRole("button", { name: "Wie gerechnet?" }).click();
      const dialog = actor.page.getByRole("dialog");
      await dialog
        .getByText(/800\sm/)
        .first()
        .waitFor();
      await actor.page.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
    },
    LONG,
  );
});

describe.skipIf(!hasSharedData)("Köln", () => {
  opensEntirely("koeln", 371);

  it(
    "is walked along its own streets: the straight line promises too much, and the land within a walk is drawn",
    async () => {
      const actor = await stage.sharedActor({ width: 1440, height: 900 });
      await moveTo(actor, "panel=distance&way=walk&zones=all", { data: "koeln", timeout: 120_000 });
      const [reached = []] = await rowsOf(actor, "Luftlinie und Fußweg");
      const [inLine, walked] = [reached[1] ?? "", reached[2]?.replace(/[^\d.]/g, "") ?? ""].map(germanNumber);
      expect(walked).toBeGreaterThan(50_000);
      expect((inLine ?? 0) / (walked ?? 1)).toBeGreaterThan(1.2);
      const bands = await rowsOf(actor, "Entfernung zum nächsten Anlaufpunkt");
      expect(bands.map(([label]) => label)).toContain("Weg unbekannt");
      expect(actor.errors).toEqual([]);
    },
    LONG,
  );
});
