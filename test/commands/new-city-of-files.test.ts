import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { beginAdding, changeKeys, takeAdded } from "../../src/commands/add-data.ts";
import { answerAlike } from "../../src/commands/answer-alike.ts";
import { meanCode } from "../../src/commands/answer-codes.ts";
import { type App, changeTransient } from "../../src/commands/app.ts";
import { cityBeside } from "../../src/commands/city-beside.ts";
import { cityNameOf } from "../../src/commands/city-name.ts";
import type { AddingFile } from "../../src/state/app-state.ts";
import { openQuestions } from "../../src/state/selectors/adding-questions.ts";
import { sameAnswers } from "../../src/state/selectors/same-answer.ts";
import { readWholePackage } from "../ingest/read-whole-package.ts";
import { hasSharedData, sharedData } from "../shared-data.ts";
import { settled } from "./settled-files.ts";
import { toyApp } from "./toy-app.ts";

const FLENSBURG = "flensburg";
const TABLE = /^fl_.*\.csv$/;

/** Files dropped together into a city of their own; returns when all of them are understood. */
async function dropped(names: readonly string[], isNewCity = true): Promise<App> {
  const { app } = toyApp({});
  Object.assign(app.services, { clock: { now: () => new Date("2026-01-01T00:00:00Z") } });
  if (isNewCity) changeTransient(app, { adding: { files: [], shown: 0, isNewCity } });
  const files = names.map(
    (name) => [name, new File([readFileSync(sharedData(`${FLENSBURG}/${name}`))], name)] as const,
  );
  await beginAdding(app, { files });
  await settled(app);
  return app;
}

const filesOf = (app: App): readonly AddingFile[] => app.store.getState().transient.adding?.files ?? [];
const fileOf = (app: App, name: string) => filesOf(app).find((file) => file.name === name);
const keysOf = (app: App, name: string) => fileOf(app, name)?.draft?.anlaufpunkt;
const questionsOf = (app: App, file: AddingFile) => openQuestions(file, cityBeside(app, file.id));

async function taken(app: App) {
  takeAdded(app);
  const source = app.store.getState().document.package?.source;
  if (!source) throw new Error("nothing was taken");
  return readWholePackage(source);
}

describe.skipIf(!hasSharedData)("a city made of the files of its statistics office", () => {
  const tables = hasSharedData ? readdirSync(sharedData(FLENSBURG)).filter((name) => TABLE.test(name)) : [];

  test("has its two levels, all of its tables, and asks only what nobody could know", async () => {
    const app = await dropped([...tables, "flensburg_stadtteile.zip", "flensburg_stadtbezirke.zip"]);
    expect(cityNameOf(filesOf(app).flatMap(({ draft }) => draft ?? []))).toBe("Flensburg");
    expect(keysOf(app, "flensburg_stadtbezirke.zip")).toMatchObject({
      ...{ levelTitle: "Statistische Bezirke", parentLevel: "stadtteile" },
      columns: { id: "AREA_ID", name: "AREA_NAME", parent: "PARENT_ARE" },
    });
    // The tables write 3 for STGT03.
    expect(keysOf(app, "fl_births_by_district.csv")).toMatchObject({
      ...{ level: "stadtteile", columns: { sozialraum: "district_id", period: "year" } },
      sozialraumMatches: { "1": "STGT01", "13": "STGT13" },
    });
    const asked = Object.fromEntries(
      filesOf(app)
        .map((file) => [file.name, questionsOf(app, file)] as const)
        .filter(([name, keys]) => TABLE.test(name) && keys.some((key) => key !== "codes")),
    );
    // Numbers of types of households are no numbers of areas: it is proposed that they are of the whole city, and asked.
    expect(asked).toEqual({ "fl_debt_counseling_residents.csv": ["role", "areas", "codes"] });
    expect(keysOf(app, "fl_debt_counseling_residents.csv")).toMatchObject({
      ...{ sozialraum: "*", columns: { period: "year", indicator: "household_type_id", value: "residents" } },
    });
    const { map, records, issues } = await taken(app);
    expect(map.levels.map(({ id, sozialraeume }) => [id, sozialraeume.length])).toEqual([
      ["statistische-bezirke", 41],
      ["stadtteile", 13],
    ]);
    expect(map.levels[0]?.sozialraeume.every(({ parent }) => /^STGT\d\d$/.test(parent ?? ""))).toBe(true);
    const { indicators, observations } = records;
    const titles = indicators.map(({ title }) => title.de);
    expect(new Set(titles).size).toBe(titles.length);
    // „residents“ stands in eleven tables, and means something else in each.
    expect(titles).toEqual(
      expect.arrayContaining(["Housing benefit – Residents", "Unemployed residents", "Residents"]),
    );
    expect(titles.filter((title) => /^(Male|Residents|Total|Quotient|Age \d.*)$/i.test(title))).toEqual(["Residents"]);
    const at = (indicator: string, sozialraum: string, period: string) =>
      observations.indicator.findIndex(
        (id, i) => id === indicator && observations.sozialraum[i] === sozialraum && observations.period[i] === period,
      );
    expect(observations.value[at("births", "STGT01", "2012")]).toBe(46);
    expect(observations.value[at("asylum-seeker", "*", "2017")]).toBe(424);
    // Age groups are the same indicators in the districts and in the city.
    expect(observations.value[at("age-groups-age-under-18", "STGT01", "2022")]).toBe(403);
    expect(observations.value[at("age-groups-age-under-18", "*", "2011")]).toBe(13401);
    // What is suppressed is missing, not nothing.
    expect(observations.status[at("action-for-eviction", "STGT01", "2021")]).toBe("not-stated");
    expect(indicators.find(({ id }) => id === "birth-rate")?.kind).toBe("rate");
    // Rows that name no district are told, each; nothing else is wrong, and no value is there twice.
    expect([...new Set(issues.map(({ code }) => code))].sort()).toEqual(["value-missing-required"]);
  });

  test("keeps its indicators when the level is called otherwise, and joins by the key of the areas that the tables use", async () => {
    const names = ["fl_births_by_district.csv", "fl_residents_by_district.csv", "stadtteile.geojson"];
    const app = await dropped(names);
    expect(keysOf(app, "stadtteile.geojson")).toMatchObject({ columns: { id: "district_id", name: "AREA_NAME" } });
    expect(keysOf(app, "fl_births_by_district.csv")?.sozialraumMatches).toBeUndefined();
    const areas = fileOf(app, "stadtteile.geojson");
    changeKeys(app, areas?.id ?? 0, { level: "viertel-der-stadt", levelTitle: "Viertel der Stadt" }, "level");
    await settled(app);
    // Another table comes later, and names areas by the same keys: what was said of the areas holds.
    const late = "fl_housing_benefit_by_district.csv";
    await beginAdding(app, { files: [[late, new File([readFileSync(sharedData(`${FLENSBURG}/${late}`))], late)]] });
    await settled(app);
    expect(keysOf(app, "stadtteile.geojson")?.levelTitle).toBe("Viertel der Stadt");
    for (const name of [...names.slice(0, 2), late]) expect(keysOf(app, name)?.level).toBe("viertel-der-stadt");
    const { records, map, issues } = await taken(app);
    expect(map.levels.map(({ id }) => id)).toEqual(["viertel-der-stadt"]);
    expect(records.indicators.map(({ id }) => id).sort()).toEqual([
      ...["birth-rate", "births", "housing-benefit-residents", "residents"],
    ]);
    expect(new Set(records.observations.level)).toEqual(new Set(["viertel-der-stadt"]));
    expect(issues).toEqual([]);
  });

  test("asks once what an empty cell means: one answer is taken for all files, and can be another one in each", async () => {
    const app = await dropped([...tables, "flensburg_stadtteile.zip"]);
    const asked = () => filesOf(app).filter((file) => questionsOf(app, file).includes("codes"));
    const [first, second] = asked();
    expect(asked()).toHaveLength(8);
    if (!first || !second) throw new Error("nothing is asked");
    expect(sameAnswers(filesOf(app), first, "codes", cityBeside(app, first.id))).toHaveLength(7);
    meanCode(app, first.id, "", "suppressed");
    await settled(app);
    answerAlike(app, first.id, "codes");
    await settled(app);
    expect(asked()).toEqual([]);
    expect(new Set(filesOf(app).flatMap((file) => file.draft?.anlaufpunkt.missing?.[""] ?? []))).toEqual(
      new Set(["suppressed"]),
    );
    meanCode(app, second.id, "", "not-applicable");
    await settled(app);
    answerAlike(app, first.id, "codes");
    // What was answered holds.
    expect(fileOf(app, second.name)?.draft?.anlaufpunkt.missing).toEqual({ "": "not-applicable" });
  });

  test("is proposed while another city is open, and understood just the same", async () => {
    const names = [...tables.slice(0, 8), "flensburg_stadtteile.zip", "flensburg_stadtbezirke.zip"];
    const [own, proposed] = [await dropped(names), await dropped(names, false)];
    expect(proposed.store.getState().transient.adding).toMatchObject({ isNewCity: true, cityBy: "data" });
    for (const { name, draft } of filesOf(own)) expect(fileOf(proposed, name)?.draft).toEqual(draft);
  });
});
