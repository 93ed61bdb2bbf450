import type { Dialog } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { square } from "../ingest/small-package.ts";
import { accessibilityFindings } from "./accessibility-findings.ts";
import { csv, descriptor, nineAreas, PLAIN_NAMES, writePackages } from "./odd-packages.ts";
import {
  type Actor,
  expectNoForeignRequests,
  expectNoViolations,
  moveTo,
  openApp,
  openStage,
  type Stage,
  whenReady,
} from "./stage.ts";

const AREAS_WITH_TITLE = {
  name: "areas",
  path: "areas.geojson",
  format: "geojson",
  anlaufpunkt: { role: "sozialraeume", level: "stadtteil", levelTitle: "Stadtteile" },
};
const packages = writePackages({
  plain: {
    "datapackage.json": descriptor("Neunerstadt", [
      AREAS_WITH_TITLE,
      csv("indicators", { role: "indicators" }),
      csv("values", { role: "observations" }),
    ]),
    "areas.geojson": nineAreas(PLAIN_NAMES),
    "indicators.csv": "id;title;kind\nwbs;Wohnberechtigungsscheine;count\n",
    "values.csv": "sozialraum;indicator;period;value\n01;wbs;2020;12\n",
  },
  many: {
    "datapackage.json": descriptor("Viererstadt", [AREAS_WITH_TITLE]),
    "areas.geojson": JSON.stringify({
      type: "FeatureCollection",
      features: Array.from({ length: 40 }, (_, k) =>
        square(`${k + 1}`.padStart(2, "0"), `Viertel ${k + 1}`, 9 + k / 10),
      ),
    }),
  },
});

/** What an office sends: titles, a decimal comma, dots for what is secret, a name in another spelling, a remark – and names that mean harm. */
const FROM_THE_OFFICE = [
  "Amt für Statistik;;;",
  "Wohnen in der Stadt 2023;;;",
  "Stadtteil;Wohnungen je 1.000;<img src=x onerror=alert(1)>;__proto__",
  "Altstadt;412,5;1;7",
  "Nord;398,2;.;8",
  "Süd;.;3;9",
  "Ost;401,0;4;10",
  "West;377,3;5;11",
  "Feld;350,9;6;12",
  "Wald;290,1;7;13",
  "Hafenstadt;511,4;8;14",
  '"=HYPERLINK(""http://boese.example"")";300,5;9;15',
  "Quelle: Einwohnermelderegister, eigene Berechnung;;;",
].join("\r\n");

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ packages: packages.folders });
});
afterAll(async () => {
  await stage?.close();
  packages.remove();
});

/** Drops a file onto the window, as a hand would. */
async function drop({ page }: Actor, name: string, text: string): Promise<void> {
  await page.evaluate(
    ([fileName, content]) => {
      // Windows-1252: the characters of this text are the same in Latin 1.
      const bytes = Uint8Array.from(content, (character) => character.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], fileName));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
    },
    [name, text] as const,
  );
  await page.getByRole("heading", { level: 1, name: "Daten hinzufügen" }).waitFor();
}

it("understands what the office sent, asks what is unclear by keyboard, takes it in, shows the value with its source, and takes it back", async () => {
  const actor = await stage.sharedActor({ width: 1024, height: 768 });
  const { page } = actor;
  const dialogs: string[] = [];
  const hear = (dialog: Dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  };
  page.on("dialog", hear);
  await moveTo(actor, "view=daten", { data: "plain" });
  await drop(actor, "wohnen.csv", FROM_THE_OFFICE);
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("Daten hinzufügen");
  const clue = (name: RegExp) => page.getByRole("listitem").filter({ hasText: name });
  await clue(/Zeichenkodierung.*Windows/).waitFor();
  await clue(/Kopfzeile.*Zeile 3.*Wohnen in der Stadt 2023/).waitFor();
  await clue(/Zahlen.*1.?234,5/).waitFor();
  await clue(/Zeitraum.*2023/).waitFor();
  await clue(/Sozialräume.*„Stadtteil“ nennt Stadtteile am Namen, 7 von 9/).waitFor();
  const take = page.getByRole("button", { name: "Übernehmen" });
  expect(await take.isDisabled()).toBe(true);
  await page
    .getByRole("status")
    .filter({ hasText: /Noch zu klären.*Zeichen statt Zahlen/s })
    .waitFor();
  expect(await accessibilityFindings(actor)).toEqual([]);

  // Names that mean harm are texts in the header and in the cells.
  const grid = page.getByRole("grid", { name: "Vorschau" });
  await grid.getByRole("button", { name: "<img src=x onerror=alert(1)>" }).waitFor();
  await grid.getByText('=HYPERLINK("http://boese.example")', { exact: true }).waitFor();
  await grid.getByText("geheim gehalten").first().waitFor();

  // Two entries fit none: one is joined by hand, the other left out on purpose.
  await page.getByRole("button", { name: "Sozialräume ändern" }).press("Enter");
  await page.getByLabel("„Hafenstadt“ gehört zu").selectOption({ label: "Hafen" });
  await clue(/8 von 9 zugeordnet/)
    .first()
    .waitFor();
  await page.getByLabel(/HYPERLINK.*gehört zu/).selectOption({ label: "keinem (weglassen)" });
  await clue(/9 von 9 zugeordnet/)
    .first()
    .waitFor();
  await page.getByRole("button", { name: "Sozialräume: fertig" }).press("Enter");

  // What was proposed – a table of values, dots as the offices use them – is confirmed by one key each; the focus goes to the next.
  await page.getByRole("button", { name: "Inhalt: stimmt so" }).press("Enter");
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
  await expect.poll(focused).toBe("Zeichen statt Zahlen: stimmt so");
  await page.keyboard.press("Enter");
  await expect.poll(() => take.isDisabled()).toBe(false);
  await page.getByText(/8 Zeilen werden übernommen/).waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("Übernehmen");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Daten hinzufügen" }).waitFor({ state: "detached" });
  await whenReady(actor);

  // It is seen in the comparison, and answers where it comes from.
  const answer = page.getByRole("region", { name: "Ergebnis" });
  const figure = answer.getByRole("button", { name: /511/ }).first();
  await figure.waitFor();
  await answer
    .getByText(/geheim/)
    .first()
    .waitFor();
  await figure.click();
  await page
    .getByRole("dialog")
    .getByText(/wohnen\.csv|Amt für Statistik/)
    .first()
    .waitFor();
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Rückgängig", exact: true }).first().press("Enter");
  await expect.poll(() => answer.getByText(/511/).count(), { timeout: 20_000 }).toBe(0);
  await whenReady(actor);
  expect(await page.evaluate(() => document.querySelectorAll("#app img, #app script, #app iframe").length)).toBe(0);
  page.off("dialog", hear);
  expect(dialogs).toEqual([]);
  expect(actor.errors).toEqual([]);
  expectNoForeignRequests(actor);
  await expectNoViolations(actor);
});

it("asks before what was said is lost, in English too, and a table from the clipboard opens it", async () => {
  const actor = await stage.sharedActor({ width: 1440, height: 900 });
  const { page } = actor;
  await moveTo(actor, "view=daten&lang=en", { data: "plain" });
  await page.evaluate(() => {
    const transfer = new DataTransfer();
    transfer.setData("text/plain", "Stadtteil\t2021\t2022\nAltstadt\t1\t2\nNord\t3\t4\nOst\t5\t6\n");
    document.body.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true, cancelable: true }),
    );
  });
  const heading = page.getByRole("heading", { level: 1, name: "Add data" });
  await heading.waitFor();
  await page.getByText("Everything is settled.").waitFor();
  expect(await accessibilityFindings(actor)).toEqual([]);
  await page.getByRole("button", { name: "Change Content" }).click();
  expect(await accessibilityFindings(actor)).toEqual([]);
  // Escape closes the choice first.
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Change Content" }).waitFor();
  await page.getByLabel("“Stadtteil” means").selectOption("");
  await page.getByText("0 rows are taken").waitFor();
  await page.getByRole("heading", { level: 1 }).focus();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Go on adding" }).last().click();
  await heading.waitFor();
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Yes, stop" }).click();
  await heading.waitFor({ state: "detached" });
  await page.getByRole("heading", { level: 1, name: "What is open?" }).waitFor();
  expect(actor.errors).toEqual([]);
});

it("begins with every way in, says what IT must do for addresses, and reads what is open differently, with the way back", async () => {
  const actor = await stage.sharedActor({ width: 1024, height: 768 });
  const { page } = actor;
  await moveTo(actor, "view=daten", { data: "plain" });
  await page.getByRole("button", { name: "Daten hinzufügen …" }).first().click();
  await page.getByRole("heading", { level: 1, name: "Daten hinzufügen" }).waitFor();
  await page.getByText("die IT der Stadt eingetragen hat").waitFor();
  expect(await accessibilityFindings(actor)).toEqual([]);
  await page.evaluate(() => {
    const transfer = new DataTransfer();
    transfer.setData("text/plain", "https://geo.example/wfs\n");
    document.body.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true, cancelable: true }),
    );
  });
  await page
    .getByRole("dialog")
    .getByText(/kein Server freigegeben/)
    .waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Abbrechen" }).press("Enter");

  const read = page.getByRole("button", { name: "„values“ anders lesen" });
  await read.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Anders lesen" }).waitFor();
  await page.getByText("1 Zeile wird übernommen").waitFor();
  await page.getByText("Nichts geändert.").waitFor();
  expect(await accessibilityFindings(actor)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("read-values");

  await read.press("Enter");
  await page.getByText("1 Zeile wird übernommen").waitFor();
  await page.getByLabel("„value“ bedeutet").selectOption("");
  await page.getByText("0 Zeilen werden übernommen").waitFor();
  await page.getByLabel("„value“ bedeutet").selectOption("value");
  await page.getByText("1 Zeile wird übernommen").waitFor();
  await page.getByLabel("Titel").fill("Andere Werte");
  await page.keyboard.press("Enter");
  const take = page.getByRole("button", { name: "Ab jetzt so lesen" });
  await expect.poll(() => take.isDisabled()).toBe(false);
  await take.press("Enter");
  await page.getByText(/Jetzt anders gelesen: Andere Werte/).waitFor();
  await whenReady(actor);
  await page.getByRole("button", { name: "„Andere Werte“ anders lesen" }).waitFor();
  await page.getByRole("button", { name: "Rückgängig", exact: true }).first().press("Enter");
  await read.waitFor();

  // Dates that can be read in two ways, and a boundary that crosses itself.
  await drop(
    actor,
    "treffen.csv",
    "Art;Datum;Personen\nQuartierstreffen;03/04/2021;20\nQuartierstreffen;05/06/2021;11\n",
  );
  await page.getByRole("button", { name: "Datum auswählen" }).press("Enter");
  await page.getByLabel(/Tag\/Monat\/Jahr/).waitFor();
  expect(await accessibilityFindings(actor)).toEqual([]);
  const crossed = square("20", "Schleife", 10.01);
  crossed.geometry.coordinates[0]?.splice(1, 2, [10.11, 52.1], [10.11, 52]);
  await drop(actor, "grenzen.geojson", JSON.stringify({ type: "FeatureCollection", features: [crossed] }));
  await page.getByRole("button", { name: /^grenzen\.geojson/ }).press("Enter");
  await page.getByRole("button", { name: "Grenzen auswählen" }).press("Enter");
  await page.getByLabel(/dort auftrennen/).waitFor();
  expect(await accessibilityFindings(actor)).toEqual([]);
  await page.getByRole("button", { name: "Abbrechen" }).press("Enter");
  expect(actor.errors).toEqual([]);
  expectNoForeignRequests(actor);
});

it("finds one Sozialraum of forty by typing, entry after entry, by keyboard alone", async () => {
  const actor = await stage.newActor({ width: 1024, height: 768 });
  const { page } = actor;
  await openApp(actor, "view=daten", { data: "many" });
  const lines = Array.from({ length: 20 }, (_, k) => `Viertel ${k + 1};${k}`);
  await drop(actor, "wbs.csv", ["Viertel;WBS 2020", ...lines, "Vrtl Elf;1", "Vrtl 12;2"].join("\n"));
  await page.getByText("2 Einträge passen zu keinem Sozialraum; ihre Zeilen bleiben weg.").waitFor();
  await page.getByRole("button", { name: "Sozialräume ändern" }).press("Enter");
  expect(await accessibilityFindings(actor)).toEqual([]);
  await page.getByRole("button", { name: "„Vrtl Elf“ gehört zu: noch nicht zugeordnet" }).press("Enter");
  const field = page.getByRole("combobox", { name: "„Vrtl Elf“ gehört zu" });
  await expect.poll(() => field.getAttribute("aria-expanded")).toBe("true");
  await page.keyboard.type("tel 31");
  await page.getByRole("option", { name: "Viertel 31" }).waitFor();
  await expect.poll(() => page.getByRole("option").count()).toBe(1);
  // While a list is open the library hides all else from assistive techniques: field and list are what there is to examine.
  expect(await accessibilityFindings(actor, "[role=combobox][aria-expanded=true]", "[role=listbox]")).toEqual([]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const next = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
  await expect.poll(next).toBe("„Vrtl 12“ gehört zu: noch nicht zugeordnet");
  await page.getByText("„Vrtl Elf“ gehört zu Viertel 31").waitFor();
  await page.getByText("21 Zeilen werden übernommen").waitFor();
  expect(actor.errors).toEqual([]);
  await actor.context.close();
});

it("puts places without coordinates on the map by an address file, and asks for the one that nobody can know", async () => {
  const actor = await stage.sharedActor({ width: 1280, height: 800 });
  const { page } = actor;
  await moveTo(actor, "view=daten", { data: "plain" });
  const places = ["Name;Art;Adresse", "Treff;Beratung;Große Str. 3", "Haus;Beratung;Hauptstr. 5, Feld"];
  await drop(actor, "orte.csv", [...places, "Laden;Beratung;Grose Straße 3"].join("\n"));
  await page.getByText(/3 Zeilen haben eine Adresse, aber keine Koordinaten: Eine Adressdatei fehlt/).waitFor();
  const book = [
    "Straße;Hausnummer;PLZ;lon;lat",
    "Große Straße;3;24937;10.01;53.005",
    "Hauptstraße;5;24937;10.03;53.02",
  ];
  await drop(
    actor,
    "adressen.csv",
    [...book, ...Array.from({ length: 300 }, (_, k) => `Ring;${k + 1};24937;10.05;53.03`)].join("\n"),
  );
  await page.getByText("Adressdatei (Adressen mit Koordinaten)").first().waitFor();
  await page.getByRole("button", { name: /^orte\.csv/ }).press("Enter");
  await page.getByText("2 von 3 Adressen gefunden in „adressen“").waitFor();
  expect(await accessibilityFindings(actor)).toEqual([]);
  await page.getByRole("button", { name: "Adressen ändern" }).press("Enter");
  // The field has the focus, and what may be meant stands below it.
  await page.getByRole("option", { name: /^Große Straße 3, 24937/ }).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByText("3 von 3 Adressen gefunden in „adressen“").waitFor();
  await page.getByText("3 Zeilen werden übernommen").waitFor();
  const take = page.getByRole("button", { name: "Übernehmen" });
  await page.getByRole("button", { name: "Inhalt: stimmt so" }).press("Enter");
  await expect.poll(() => take.isDisabled()).toBe(false);
  await take.press("Enter");
  await whenReady(actor);
  await page.getByRole("navigation").getByRole("button", { name: "Daten" }).click();
  await page.getByText("2 Lagen aus „adressen“").waitFor();
  await page.getByText("Behoben: 1 Lage gesetzt").waitFor();
  expect(actor.errors).toEqual([]);
  expectNoForeignRequests(actor);
});
