import { expect, test } from "vitest";
import { beginAdding } from "../../src/commands/add-data.ts";
import { answerAlike, meanCode } from "../../src/commands/answer-codes.ts";
import type { App } from "../../src/commands/app.ts";
import { askedAlike, codesOf } from "../../src/state/selectors/adding-questions.ts";
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
const alike = (app: App, name: string) =>
  askedAlike(app.store.getState().transient.adding?.files ?? [], fileOf(app, name)).map((other) => other.name);

test("an answer reaches only the files in which the same sign is asked, and leaves open what else stands there", async () => {
  const { app } = toyApp({});
  await beginAdding(app, { files: Object.entries(TABLES).map(([name, text]) => [name, new File([text], name)]) });
  await settled(app);
  meanCode(app, fileOf(app, "a.csv").id, ".", "not-applicable");
  await settled(app);
  expect(alike(app, "a.csv")).toEqual(["b.csv"]);
  answerAlike(app, fileOf(app, "a.csv").id);
  await settled(app);
  expect(fileOf(app, "a.csv").answered).toContain("codes");
  expect(codesOf(fileOf(app, "b.csv"))).toContainEqual({ code: ".", cells: 1, meaning: "not-applicable" });
  // „x“ is asked there still, and there is nothing more to say of „.“.
  expect(fileOf(app, "b.csv").answered).not.toContain("codes");
  expect(alike(app, "a.csv")).toEqual([]);
  expect(fileOf(app, "c.csv").draft?.anlaufpunkt.missing?.["."]).toBeUndefined();
});

test("a number that is said to stand for a missing value does so in the others, too", async () => {
  const { app } = toyApp({});
  await beginAdding(app, { files: Object.entries(TABLES).map(([name, text]) => [name, new File([text], name)]) });
  await settled(app);
  meanCode(app, fileOf(app, "d.csv").id, "-9", "suppressed");
  await settled(app);
  answerAlike(app, fileOf(app, "d.csv").id);
  await settled(app);
  expect(fileOf(app, "e.csv").draft?.anlaufpunkt.missing).toEqual({ "-9": "suppressed" });
  expect(fileOf(app, "e.csv").answered).toContain("codes");
});
