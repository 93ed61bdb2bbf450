import { useMemo } from "react";
import { exportTable } from "../../../commands/export-table.ts";
import { distanceTexts } from "../../../i18n/distance-texts.ts";
import { type BandRow, bandRows, shownBands } from "../../../state/selectors/band-rows.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import type { DataColumn } from "../../tables/data-column.ts";
import { numberColumn } from "../../tables/number-column.ts";
import { SozialraumTable } from "../../tables/sozialraum-table.tsx";
import { bandsProvenance } from "./bands-provenance.ts";
import { savedBands } from "./saved-bands.ts";
import { useLimitWords } from "./use-limit-words.ts";

const START = { column: "beyond-share", descending: true };

/** All Sozialräume with all bands. */
export function WegeTable() {
  const app = useApp();
  const language = useLanguage();
  const formats = useFormats();
  const texts = distanceTexts[language];
  const words = useLimitWords();
  const limits = useAppState((state) => shownBands(state)?.bands.limits);
  const rows = useAppState(bandRows);

  const columns = useMemo((): DataColumn<BandRow>[] => {
    if (!limits || !rows) return [];
    const last = words.at(-1) ?? "";
    const known = (row: BandRow, value: number | undefined) => (row.residents === undefined ? undefined : value);
    const number = (
      id: string,
      title: string,
      value: (row: BandRow) => number | undefined,
      format: (value: number) => string = formats.count,
    ) =>
      numberColumn<BandRow>({
        id,
        title,
        value,
        format,
        provenance: ({ id: sozialraum }) =>
          bandsProvenance(app.store.getState(), {
            title: (each) => `${each.bandsLegend}: ${title}`,
            formula: id === "beyond-share" ? "formulaBeyond" : "formulaBand",
            rules: ["C3", "C16"],
            limit: title,
            sozialraum,
          }),
        width: 104,
      });
    const some = (pick: (row: BandRow) => number) => rows.some((row) => pick(row) > 0);
    return [
      { id: "sozialraum", title: texts.sozialraum, value: (row) => row.name, text: (row) => row.name, width: 190 },
      number("beyond-share", texts.areasDetail(last), (row) => row.beyondShare, formats.share),
      ...limits.map((_, band) =>
        number(`band-${band}`, texts.upTo(words[band] ?? ""), (row) => known(row, row.bands[band])),
      ),
      number("beyond", texts.beyond(last), (row) => known(row, row.beyond)),
      ...(some(({ noPlace }) => noPlace) ? [number("no-place", texts.noPlace, (row) => known(row, row.noPlace))] : []),
      ...(some(({ unknown }) => unknown) ? [number("unknown", texts.unknown, (row) => known(row, row.unknown))] : []),
      number("residents", texts.tableResidents, (row) => row.residents),
    ];
  }, [app, limits, words, rows, texts, formats]);

  if (!rows || !limits) return null;
  return (
    <SozialraumTable
      title={texts.tableTitle}
      rows={rows}
      columns={columns}
      sort={START}
      onSave={(format) => void exportTable(app, savedBands, format)}
    />
  );
}
