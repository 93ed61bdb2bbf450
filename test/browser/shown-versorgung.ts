import type { Actor } from "./stage.ts";

/** What the view „Versorgung“ says at this moment, as a person reads it (every kind of space is a space). */
export interface ShownVersorgung {
  readonly headline: string;
  readonly people: string;
  /** Counts of the legend by their labels. */
  readonly legend: Readonly<Record<string, number>>;
  /** Names, statuses and figures of the gap list from above to below. */
  readonly list: readonly { readonly name: string; readonly status: string; readonly unreached: number }[];
}

export async function shownVersorgung({ page }: Actor): Promise<ShownVersorgung> {
  const raw = await page.evaluate(() => {
    const text = (element: Element | null | undefined) => (element?.textContent ?? "").replace(/\s/g, " ").trim();
    const heading = document.querySelector("main h1");
    // Lines of a swatch, a label and a count: only the legend has them.
    const legend = [...document.querySelectorAll("main li")].filter(
      (line) => line.children.length === 3 && text(line.children[0]) === "" && /^[\d.,]+$/.test(text(line.children[2])),
    );
    return {
      headline: text(heading),
      people: text(heading?.nextElementSibling),
      legend: legend.map((line) => [text(line.children[1]), text(line.children[2])] as const),
      list: [...document.querySelectorAll("main tr[data-status]")].map((row) => ({
        name: text(row.querySelector("button")),
        status: row.getAttribute("data-status") ?? "",
        unreached: text(row.querySelector("td")),
      })),
    };
  });
  return {
    ...raw,
    legend: Object.fromEntries(raw.legend.map(([label, count]) => [label, germanNumber(count)])),
    list: raw.list.map((row) => ({ ...row, unreached: germanNumber(row.unreached) })),
  };
}

/** The rows of a table of the panel on the right, cell by cell; every kind of space is a space. */
export function rowsOf({ page }: Actor, caption: string): Promise<string[][]> {
  return page
    .getByRole("region", { name: "Ergebnis" })
    .getByRole("table", { name: caption })
    .locator("tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => (cell.textContent ?? "").replace(/\s/g, " ").trim())),
    );
}

/** „975.141“ → 975141 */
export const germanNumber = (text: string) => Number(text.replaceAll(".", "").replace(",", "."));

/** The keys of the app's address. */
export const addressOf = (actor: Actor) => new URL(actor.page.url()).searchParams;
