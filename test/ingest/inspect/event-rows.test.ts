import { describe, expect, test } from "vitest";
import type { ResourceDraft } from "../../../src/domain/data-draft.ts";
import { inspectFile } from "../../../src/ingest/inspect/inspect-file.ts";
import { previewDraft } from "../../../src/ingest/inspect/preview-draft.ts";

const AREAS = ["Altstadt", "Nord", "Hafen"].map((name, i) => ({ id: `0${i + 1}`, name }));
const CITY = {
  levels: [{ level: "stadtteil", title: "Stadtteile", areas: AREAS }],
  ...{ indicators: [], names: [], paths: [] },
};

async function inspected(lines: readonly string[]) {
  const bytes = new TextEncoder().encode(lines.join("\n"));
  const { draft, clues } = await inspectFile("liste.csv", bytes, CITY);
  const role = clues.find(({ key }) => key === "role");
  return { bytes, draft: draft as ResourceDraft, role };
}

describe("a table of a kind and a day", () => {
  test("is proposed as events, asked, and read as such", async () => {
    const lines = ["Nr;Art;Datum", "1;Beratung;13.03.2024", "2;Beratung;14.03.2024", "3;Elterncafé;20.03.2024"];
    const { bytes, draft, role } = await inspected(lines);
    expect(role).toMatchObject({ value: "termine", basis: "ask" });
    expect(draft.anlaufpunkt).toMatchObject({
      columns: { id: "Nr", kind: "Art", date: "Datum" },
      dateFormat: "DD.MM.YYYY",
    });
    expect(await previewDraft(draft, bytes, CITY)).toMatchObject({ kept: 3, rejected: 0, issues: [] });
  });

  test("with where it was and how many came is joined to its Sozialräume, several events in each", async () => {
    const { bytes, draft } = await inspected([
      "Veranstaltungsart;Tag;Stadtteil;Anzahl Teilnehmende",
      "Beratung;2024-03-13;Nord;12",
      "Beratung;2024-03-13;Hafen;9",
      "Lesung;2024-04-02;Nord;31",
    ]);
    expect(draft.anlaufpunkt).toMatchObject({
      role: "termine",
      columns: { kind: "Veranstaltungsart", date: "Tag", sozialraum: "Stadtteil", participants: "Anzahl Teilnehmende" },
      sozialraumBy: "name",
    });
    expect(await previewDraft(draft, bytes, CITY)).toMatchObject({ kept: 3, join: { matched: 2, unmatchedCount: 0 } });
  });

  test("is none of events where something else is measured, where there is no day, or where rows have a title or an address", async () => {
    const roleOf = async (...lines: readonly string[]) => (await inspected(lines)).draft.anlaufpunkt.role;
    expect(await roleOf("Haushaltstyp;Datum;Anzahl", "Paare;2024-01-01;3", "Ledige;2024-01-01;4")).not.toBe("termine");
    expect(await roleOf("Art;Datum", "Beratung;2023", "Lesung;2024")).not.toBe("termine");
    expect(await roleOf("Titel;Art;Datum", "Spielplatz;Umbau;2024-03-13", "Kita;Neubau;2024-05-01")).not.toBe(
      "termine",
    );
    expect(await roleOf("Art;Datum;Adresse", "Beratung;2024-03-13;Hafenweg 1", "Lesung;2024-03-14;Am Markt 3")).toBe(
      "anlaufpunkte",
    );
  });
});
