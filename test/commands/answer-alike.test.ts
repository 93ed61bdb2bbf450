import { expect, test } from "vitest";
import { beginAdding, changeKeys, inspectAgain } from "../../src/commands/add-data.ts";
import { answerAlike } from "../../src/commands/answer-alike.ts";
import { meanCode } from "../../src/commands/answer-codes.ts";
import type { App } from "../../src/commands/app.ts";
import { cityBeside } from "../../src/commands/city-beside.ts";
import type { ClueKey } from "../../src/domain/data-draft.ts";
import { openQuestions } from "../../src/state/selectors/adding-questions.ts";
import { sameAnswers } from "../../src/state/selectors/same-answer.ts";
import { codesOf } from "../../src/state/selectors/shown-codes.ts";
import { settled } from "./settled-files.ts";
import { toyApp } from "./toy-app.ts";

const TABLES = {
  "a.csv": "id;Kinder 2024\nwest;.\nmiddle;4\neast;3\nempty;5\n",
  "b.csv": "id;Betagte 2024\nwest;2\nmiddle;.\neast;x\nempty;7\n",
  "c.csv": "id;Haushalte 2024\nwest;2\nmiddle;9\neast;x\nempty;8\n",
  "d.csv": "id;Fälle 2024\nwest;2\nmiddle;-9\neast;4\nempty;1\n",
  "e.csv": "id;Anträge 2024\nwest;1\nmiddle;2\neast;-9\nempty;6\n",
};

const fileOf = (app: App, name: string) => {
  const file = app.store.getState().transient.adding?.files.find((one) => one.name === name);
  if (!file) throw new Error(`${name} is not there`);
  return file;
};
const filesOf = (app: App) => app.store.getState().transient.adding?.files ?? [];
const alike = (app: App, name: string, key: ClueKey = "codes") => {
  const file = fileOf(app, name);
  const same = sameAnswers(filesOf(app), file, key, cityBeside(app, file.id)).map(({ id }) => id);
  return filesOf(app).flatMap((other) => (same.includes(other.id) ? [other.name] : []));
};
const asked = (app: App) => filesOf(app).map((file) => openQuestions(file, cityBeside(app, file.id)));

async function added(tables: Readonly<Record<string, string>>): Promise<App> {
  const { app } = toyApp({});
  await beginAdding(app, { files: Object.entries(tables).map(([name, text]) => [name, new File([text], name)]) });
  await settled(app);
  return app;
}

/** Says it of one file and of all that ask the same. */
async function ofAll(app: App, name: string, key: ClueKey): Promise<void> {
  answerAlike(app, fileOf(app, name).id, key);
  await settled(app);
}

test("an answer reaches only the files in which the same sign is asked, and leaves open what else stands there", async () => {
  const app = await added(TABLES);
  meanCode(app, fileOf(app, "a.csv").id, ".", "not-applicable");
  await settled(app);
  expect(alike(app, "a.csv")).toEqual(["b.csv"]);
  await ofAll(app, "a.csv", "codes");
  expect(fileOf(app, "a.csv").answered).toContain("codes");
  expect(codesOf(fileOf(app, "b.csv"))).toContainEqual({ code: ".", cells: 1, meaning: "not-applicable" });
  // „x“ is asked there still, and there is nothing more to say of „.“.
  expect(fileOf(app, "b.csv").answered).not.toContain("codes");
  expect(alike(app, "a.csv")).toEqual([]);
  expect(fileOf(app, "c.csv").draft?.anlaufpunkt.missing?.["."]).toBeUndefined();
});

test("a number that is said to stand for a missing value does so in the others, too", async () => {
  const app = await added(TABLES);
  meanCode(app, fileOf(app, "d.csv").id, "-9", "suppressed");
  await settled(app);
  await ofAll(app, "d.csv", "codes");
  expect(fileOf(app, "e.csv").draft?.anlaufpunkt.missing).toEqual({ "-9": "suppressed" });
  expect(fileOf(app, "e.csv").answered).toContain("codes");
});

/** What one office sends: no year, a sign for what is secret, and an entry that is none of the areas. */
const ofOffice = (name: string, entry = "Hafen") => `Gebiet;${name}\nwest;.\nmiddle;4\neast;3\n${entry};9\n`;
const FROM_ONE_OFFICE = Object.fromEntries(
  Array.from({ length: 12 }, (_, k) => [`t${k}.csv`, ofOffice(`Merkmal ${k}`)] as const),
);

test("a dozen files of one office are understood with one answer for each question, and each file says whose answer it has", async () => {
  const app = await added(FROM_ONE_OFFICE);
  expect(new Set(asked(app).map((keys) => keys.toSorted().join(" ")))).toEqual(new Set(["areas codes period role"]));
  const first = fileOf(app, "t0.csv").id;
  for (const key of ["role", "codes"] as const) await ofAll(app, "t0.csv", key);
  // What has no answer yet cannot be answered for others.
  expect(alike(app, "t0.csv", "period")).toEqual([]);
  changeKeys(app, first, { period: "2024" }, "period");
  changeKeys(app, first, { sozialraumMatches: { Hafen: "empty" } }, "areas");
  await settled(app);
  for (const key of ["period", "areas"] as const) {
    expect(alike(app, "t0.csv", key)).toHaveLength(11);
    await ofAll(app, "t0.csv", key);
    expect(alike(app, "t0.csv", key)).toEqual([]);
  }
  expect(asked(app).flat()).toEqual([]);
  for (const { name, draft, preview, alike: together } of filesOf(app)) {
    expect(draft?.anlaufpunkt, name).toMatchObject({ period: "2024", sozialraumMatches: { Hafen: "empty" } });
    expect(preview, name).toMatchObject({ kept: 4, rejected: 0 });
    const by = name === "t0.csv" ? undefined : "t0.csv";
    expect(together?.period, name).toBe(by);
  }
});

test("what was answered together can be answered together again; a file with an answer of its own keeps it", async () => {
  const app = await added(FROM_ONE_OFFICE);
  changeKeys(app, fileOf(app, "t0.csv").id, { period: "2024" }, "period");
  await ofAll(app, "t0.csv", "period");
  changeKeys(app, fileOf(app, "t5.csv").id, { period: "2019" }, "period");
  changeKeys(app, fileOf(app, "t0.csv").id, { period: "2023" }, "period");
  expect(alike(app, "t0.csv", "period")).toHaveLength(10);
  await ofAll(app, "t0.csv", "period");
  const periods = filesOf(app).map(({ draft }) => draft?.anlaufpunkt.period);
  expect(periods.toSpliced(5, 1)).toEqual(Array.from({ length: 11 }, () => "2023"));
  expect(periods[5]).toBe("2019");
  expect(fileOf(app, "t5.csv").alike?.period).toBeUndefined();
});

test("an answer is not carried to where another question is asked: another column, another guess, a year that is there", async () => {
  const app = await added({
    "a.csv": ofOffice("Eins"),
    "b.csv": ofOffice("Zwei").replace("Gebiet", "Bezirk"),
    "c.csv": ofOffice("Drei 2021"),
    "d.csv": "id;name;lon;lat\n1;Haus;10,01;51,01\n2;Hof;10,02;51,01\n",
  });
  changeKeys(app, fileOf(app, "a.csv").id, { period: "2024" }, "period");
  changeKeys(app, fileOf(app, "a.csv").id, { sozialraumMatches: { Hafen: "empty" } }, "areas");
  await settled(app);
  expect(alike(app, "a.csv", "period")).toEqual(["b.csv"]);
  expect(alike(app, "a.csv", "areas")).toEqual(["c.csv"]);
  expect(alike(app, "a.csv", "role")).not.toContain("d.csv");
  expect(alike(app, "a.csv", "indicators")).toEqual([]);
});

test("how a file is written is said of all of which the same was guessed", async () => {
  const numbers = (name: string) => `id;${name} 2024\nwest;1.234\nmiddle;2.345\neast;3.456\nempty;4.567\n`;
  const app = await added({
    "a.csv": numbers("Eins"),
    "b.csv": numbers("Zwei"),
    "c.csv": numbers("Drei").replaceAll(".", ",5"),
  });
  const look = (name: string) => fileOf(app, name).draft?.anlaufpunkt.decimalChar ?? ".";
  const other = look("a.csv") === "." ? ",." : ".,";
  inspectAgain(app, fileOf(app, "a.csv").id, { decimal: other }, "decimal");
  await settled(app);
  expect(alike(app, "a.csv", "decimal")).toEqual(["b.csv"]);
  await ofAll(app, "a.csv", "decimal");
  expect(look("b.csv")).toBe(look("a.csv"));
  expect(fileOf(app, "b.csv").alike?.decimal).toBe("a.csv");
});
