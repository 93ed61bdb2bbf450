import { describe, expect, test } from "vitest";
import type { CityForData, ResourceDraft } from "../../../src/domain/data-draft.ts";
import { inspectFile } from "../../../src/ingest/inspect/inspect-file.ts";
import { previewDraft } from "../../../src/ingest/inspect/preview-draft.ts";

const CITY: CityForData = {
  levels: [
    {
      level: "stadtteil",
      title: "Stadtteil",
      areas: [
        { id: "01", name: "Altstadt" },
        { id: "02", name: "St. Pauli" },
        { id: "03", name: "Neustadt" },
      ],
    },
  ],
  box: [9.9, 53.5, 10.1, 53.6],
  indicators: [],
  names: [],
  paths: [],
};

const bytes = (text: string) => new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;

async function draftOf(name: string, text: string): Promise<ResourceDraft> {
  const { draft } = await inspectFile(name, bytes(text), CITY);
  if (!draft) throw new Error("nothing understood");
  return draft;
}

function withKeys(draft: ResourceDraft, change: Partial<ResourceDraft["anlaufpunkt"]>): ResourceDraft {
  return { ...draft, anlaufpunkt: { ...draft.anlaufpunkt, ...change } };
}

describe("the preview of a draft", () => {
  const text = "Gebiet;WBS 2020\nAltstadt;12\nSankt Pauli;.\nNeustatt;9\nGesamt;40";

  test("keeps the rows whose Sozialraum is found, names the others with what comes nearest, and follows each repair", async () => {
    const draft = await draftOf("wbs.csv", text);
    const first = await previewDraft(draft, bytes(text), CITY);
    expect(first.join).toMatchObject({ by: "name", matched: 3, withoutRow: ["03"] });
    expect(first.join?.unmatched.map(({ raw, candidates }) => [raw, candidates.map(({ id }) => id)])).toEqual([
      ["Neustatt", ["03"]],
    ]);
    expect([first.kept, first.rejected]).toEqual([3, 1]);
    const repaired = withKeys(draft, { sozialraumMatches: { Neustatt: "03", Gesamt: "*" } });
    const second = await previewDraft(repaired, bytes(text), CITY);
    expect([second.kept, second.rejected, second.join?.unmatched]).toEqual([4, 0, []]);
  });

  test("shows where places lie, in the system of the draft", async () => {
    const table = "Name;X;Y\nTreff;3565000;5934000\nHaus;3566000;5935000";
    const draft = await draftOf("treffs.csv", table);
    const { place, kept } = await previewDraft(draft, bytes(table), CITY);
    expect(kept).toBe(0);
    expect(place?.insideCity).toBe(1);
    const other = await previewDraft(withKeys(draft, { crs: "EPSG:31468" }), bytes(table), CITY);
    expect(other.place?.insideCity ?? 0).toBe(0);
    const withKind = await previewDraft(withKeys(draft, { kind: "beratungsstelle" }), bytes(table), CITY);
    expect(withKind.kept).toBe(2);
  });

  test("says what is wrong with a draft and keeps nothing, and never throws", async () => {
    const draft = await draftOf("wbs.csv", text);
    const gone = await previewDraft({ ...draft, format: "dwg" }, bytes(text), CITY);
    expect(gone.kept).toBe(0);
    const unmapped = await previewDraft(withKeys(draft, { columns: {} }), bytes(text), CITY);
    expect(unmapped.issues.map(({ code }) => code)).toContain("column-missing");
  });
});

describe("dates and boundaries in the preview", () => {
  const dated = (dates: readonly string[]) => `id;Art;Datum\n${dates.map((date, i) => `${i};fest;${date}`).join("\n")}`;
  const termine = (dateFormat?: ResourceDraft["anlaufpunkt"]["dateFormat"]): ResourceDraft => ({
    ...{ name: "t", path: "t.csv", title: "t", format: "csv" },
    anlaufpunkt: { role: "termine", columns: { id: "id", kind: "Art", date: "Datum" }, dateFormat },
  });

  test("a date that could be either is said with its readings, and read as the user says", async () => {
    const text = dated(["03/04/2021", "05/06/2021"]);
    const open = await previewDraft(termine(), bytes(text), CITY);
    expect(open.columns[2]?.dates).toEqual({
      formats: ["DD/MM/YYYY", "MM/DD/YYYY"],
      examples: ["03/04/2021", "05/06/2021"],
    });
    expect(open.kept).toBe(0);
    expect((await previewDraft(termine("DD/MM/YYYY"), bytes(text), CITY)).kept).toBe(2);
  });

  test("a format that alone reads the column is part of the draft, an ambiguous one never", async () => {
    const clear = await inspectFile("termine.csv", bytes(dated(["31.12.2020", "1.2.2021"])), CITY, { role: "termine" });
    expect(clear.draft?.anlaufpunkt.dateFormat).toBe("DD.MM.YYYY");
    const open = await inspectFile("termine.csv", bytes(dated(["03/04/2021"])), CITY, { role: "termine" });
    expect(open.draft?.anlaufpunkt.columns?.date).toBe("Datum");
    expect(open.draft?.anlaufpunkt.dateFormat).toBeUndefined();
  });

  test("a boundary that crosses itself is said with the change of its repair, which is made only when it is chosen", async () => {
    const bow = [9.95, 53.52, 9.97, 53.54, 9.97, 53.52, 9.95, 53.54, 9.95, 53.52];
    const ring = Array.from({ length: 5 }, (_, i) => [bow[2 * i], bow[2 * i + 1]]);
    const properties = { id: "x", name: "Schleife" };
    const features = [{ type: "Feature", properties, geometry: { type: "Polygon", coordinates: [ring] } }];
    const text = JSON.stringify({ type: "FeatureCollection", features });
    const draft: ResourceDraft = {
      ...{ name: "a", path: "a.geojson", title: "a", format: "geojson" },
      anlaufpunkt: { role: "sozialraeume", level: "viertel", columns: { id: "id", name: "name" } },
    };
    const found = await previewDraft(draft, bytes(text), CITY);
    expect(found.rings).toHaveLength(1);
    expect(found.rings?.[0]?.line).toBe(1);
    expect(Math.abs(found.rings?.[0]?.squareMetres ?? 0)).toBeGreaterThan(1e5);
    expect(found.issues.map(({ code }) => code)).not.toContain("geometry-repaired");
    const cut = await previewDraft(withKeys(draft, { repairs: [{ repair: "make-valid" }] }), bytes(text), CITY);
    expect(cut.issues.map(({ code }) => code)).toContain("geometry-repaired");
    expect(cut.rings).toEqual(found.rings);
  });
});

test("a column of ours that stands for nothing is not read from the column of that name", async () => {
  const text = "id;kind;date\n1;fest;2021-01-01";
  const draft = (columns: Record<string, string>): ResourceDraft => ({
    ...{ name: "t", path: "t.csv", title: "t", format: "csv" },
    anlaufpunkt: { role: "termine", columns },
  });
  expect((await previewDraft(draft({}), bytes(text), CITY)).kept).toBe(1);
  expect((await previewDraft(draft({ date: "" }), bytes(text), CITY)).kept).toBe(0);
});
