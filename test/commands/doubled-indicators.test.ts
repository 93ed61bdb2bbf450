import { describe, expect, test } from "vitest";
import { beginAdding, changeDraft, dropAdded, nameDoubled, takeAdded } from "../../src/commands/add-data.ts";
import { type App, changeDocument } from "../../src/commands/app.ts";
import { cityBeside } from "../../src/commands/city-beside.ts";
import { renameIndicator } from "../../src/commands/mean-column.ts";
import { openQuestions } from "../../src/state/selectors/adding-questions.ts";
import { readWholePackage } from "../ingest/read-whole-package.ts";
import { square } from "../ingest/small-package.ts";
import { settled } from "./settled-files.ts";
import { toyApp } from "./toy-app.ts";

const AREAS = JSON.stringify({
  type: "FeatureCollection",
  features: ["nord", "west", "hafen"].map((id, i) => square(id, id, 9 + i / 10)),
});
const LINES = { nord: 4, west: 5, hafen: 6 };
const wide = (column: string, plus = 0) =>
  `Stadtteil;${column}\n${Object.entries(LINES)
    .map(([id, value]) => `${id};${value + plus}`)
    .join("\n")}\n`;

async function dropped(files: Readonly<Record<string, string>>): Promise<App> {
  const { app } = toyApp({});
  Object.assign(app.services, { clock: { now: () => new Date("2026-01-01T00:00:00Z") } });
  await drop(app, { "stadtteile.geojson": AREAS, ...files });
  return app;
}

async function drop(app: App, files: Readonly<Record<string, string>>): Promise<void> {
  await beginAdding(app, { files: Object.entries(files).map(([name, text]) => [name, new File([text], name)]) });
  await settled(app);
}

const fileOf = (app: App, name: string) => {
  const file = app.store.getState().transient.adding?.files.find((one) => one.name === name);
  if (!file) throw new Error(`${name} is not there`);
  return file;
};
const keysOf = (app: App, name: string) => fileOf(app, name).draft?.anlaufpunkt;
const questionsOf = (app: App, name: string) => {
  const file = fileOf(app, name);
  return openQuestions(file, cityBeside(app, file.id));
};

async function taken(app: App) {
  takeAdded(app);
  const source = app.store.getState().document.package?.source;
  if (!source) throw new Error("nothing was taken");
  return readWholePackage(source);
}

describe("tables of one subject with equally named columns", () => {
  const TWO = { "frauen.csv": wide("Arbeitslose 2023"), "maenner.csv": wide("Arbeitslose 2023", 10) };

  test("become indicators of their own where their values differ, and that is asked before they are taken", async () => {
    const app = await dropped(TWO);
    expect(keysOf(app, "frauen.csv")).toMatchObject({ indicators: [{ id: "arbeitslose", title: "Arbeitslose" }] });
    expect(keysOf(app, "maenner.csv")).toMatchObject({
      values: { "Arbeitslose 2023": { indicator: "arbeitslose-maenner", period: "2023" } },
      indicators: [{ id: "arbeitslose-maenner", title: "Arbeitslose (maenner)" }],
    });
    expect(questionsOf(app, "frauen.csv")).not.toContain("doubled");
    expect(questionsOf(app, "maenner.csv")).toContain("doubled");
    expect(fileOf(app, "maenner.csv").doubled).toMatchObject({
      as: "own",
      indicators: [{ title: "Arbeitslose", file: "frauen.csv", differs: true }],
    });
    const { records, issues } = await taken(app);
    expect(records.indicators.map(({ id }) => id)).toEqual(["arbeitslose", "arbeitslose-maenner"]);
    expect([...records.observations.value]).toEqual([4, 5, 6, 14, 15, 16]);
    expect(issues).toEqual([]);
  });

  test("are one indicator when the user says so; the name that was given instead comes back, and goes with the other file", async () => {
    const app = await dropped(TWO);
    const { id } = fileOf(app, "maenner.csv");
    renameIndicator(app, id, "arbeitslose-maenner", "Männer ohne Arbeit");
    nameDoubled(app, id, "same");
    await settled(app);
    expect(questionsOf(app, "maenner.csv")).not.toContain("doubled");
    expect(keysOf(app, "maenner.csv")?.indicators).toEqual([{ id: "arbeitslose", title: "Männer ohne Arbeit" }]);
    nameDoubled(app, id, "own");
    await settled(app);
    expect(keysOf(app, "maenner.csv")?.indicators).toEqual([
      { id: "maenner-ohne-arbeit", title: "Männer ohne Arbeit" },
    ]);
    dropAdded(app, fileOf(app, "frauen.csv").id);
    await settled(app);
    expect(fileOf(app, "maenner.csv").doubled).toBeUndefined();
    expect(keysOf(app, "maenner.csv")?.indicators).toEqual([{ id: "arbeitslose", title: "Männer ohne Arbeit" }]);
  });

  test("share an indicator where they say the same, or speak of other times", async () => {
    const app = await dropped({
      "a.csv": wide("Arbeitslose 2023"),
      "b.csv": wide("Arbeitslose 2023"),
      "c.csv": wide("Arbeitslose 2024"),
    });
    expect(fileOf(app, "b.csv").doubled).toMatchObject({ as: "same", indicators: [{ differs: false }] });
    expect(questionsOf(app, "b.csv")).toContain("doubled");
    expect(fileOf(app, "c.csv").doubled).toBeUndefined();
    for (const name of ["a.csv", "b.csv", "c.csv"])
      expect(keysOf(app, name)?.indicators?.map(({ id }) => id)).toEqual(["arbeitslose"]);
  });

  test("in the long form are kept apart, too, each indicator that is there twice", async () => {
    const long = (value: number) =>
      `Stadtteil;Jahr;Indikator;Wert\n${["nord", "west", "hafen"].map((id) => `${id};2023;kinder;${value}\n${id};2023;alte;3`).join("\n")}\n`;
    const app = await dropped({ "eins.csv": long(1), "zwei.csv": long(2) });
    expect(fileOf(app, "zwei.csv").doubled?.indicators.map(({ id, differs }) => [id, differs])).toEqual([
      ["kinder", true],
      ["alte", false],
    ]);
    const { records, issues } = await taken(app);
    expect(records.indicators.map(({ id }) => id)).toEqual(["kinder", "alte", "kinder-zwei", "alte-zwei"]);
    expect(issues).toEqual([]);
  });
});

test("a table whose values the open city has otherwise gets a name of its own, and another one with its title", async () => {
  const { app } = toyApp({});
  const indicator = { id: "kinder", title: { de: "Kinder", en: "Children" }, kind: "count", direction: "neutral" };
  changeDocument(app, {
    records: {
      indicators: [{ ...indicator, goals: [], resource: "values" }],
      observations: {
        ...{ level: ["toy"], sozialraum: ["west"], indicator: ["kinder"], period: ["2024"] },
        ...{ value: Float64Array.of(7), status: ["ok"], text: [""], resource: ["values"] },
      },
    } as never,
  });
  const level = app.store.getState().document.map?.levels[0]?.id ?? "";
  const { records } = app.store.getState().document;
  changeDocument(app, {
    records: { ...records, observations: { ...records?.observations, level: [level] } } as never,
  });
  const text = "id;Kinder 2024\nwest;1\nmiddle;4\neast;3\nempty;5\n";
  await drop(app, { "zaehlung.csv": text });
  expect(keysOf(app, "zaehlung.csv")?.indicators).toEqual([{ id: "kinder-zaehlung", title: "Kinder (zaehlung)" }]);
  expect(fileOf(app, "zaehlung.csv").doubled?.indicators).toMatchObject([{ id: "kinder", file: undefined }]);
  const { id, draft } = fileOf(app, "zaehlung.csv");
  if (draft) changeDraft(app, id, { ...draft, title: "Eigene Zählung" });
  await settled(app);
  expect(keysOf(app, "zaehlung.csv")?.indicators).toEqual([
    { id: "kinder-eigene-zaehlung", title: "Kinder (Eigene Zählung)" },
  ]);
  nameDoubled(app, id, "same");
  await settled(app);
  expect(keysOf(app, "zaehlung.csv")).toMatchObject({
    values: { "Kinder 2024": { indicator: "kinder", period: "2024" } },
    indicators: undefined,
  });
});
