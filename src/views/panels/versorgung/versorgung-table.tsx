import { useMemo } from "react";
import { exportCoverageTable } from "../../../commands/export-table.ts";
import type { CoverageRow } from "../../../domain/coverage-row.ts";
import { versorgungTexts } from "../../../i18n/versorgung-texts.ts";
import { coverageRows } from "../../../state/selectors/coverage-rows.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { later } from "../../controls/later.tsx";
import { Swatch } from "../../map/swatch.tsx";
import type { DataColumn } from "../../tables/data-column.ts";
import { numberColumn } from "../../tables/number-column.ts";
import { SozialraumTable } from "../../tables/sozialraum-table.tsx";
import { type CoverageFigure, coverageProvenance } from "./coverage-provenance.ts";
import { STATUS_FILLS, STATUS_ORDER } from "./status-classes.ts";

const START = { column: "residents_unreached", descending: true };

const ProvisionTable = later("provision-table", () =>
  import("../angebot/provision-table.tsx").then((part) => part.ProvisionTable),
);
const WegeTable = later("wege-table", () => import("../wege/wege-table.tsx").then((part) => part.WegeTable));

/** The map in words and numbers. */
export function VersorgungTable() {
  const panel = useAppState((state) => state.view.panel);
  if (panel === "distance") return <WegeTable />;
  return panel === "provision" ? <ProvisionTable /> : <CoverageTable />;
}

/** All Sozialräume with all measures of the coverage. */
function CoverageTable() {
  const app = useApp();
  const language = useLanguage();
  const formats = useFormats();
  const texts = versorgungTexts[language];
  const rows = useAppState(coverageRows);

  const columns = useMemo((): DataColumn<CoverageRow>[] => {
    const figure = (
      id: CoverageFigure,
      value: (row: CoverageRow) => number | undefined,
      format: (value: number) => string,
      width: number,
    ) =>
      numberColumn<CoverageRow>({
        id,
        title: texts.columns[id],
        hint: texts.metrics[id],
        value,
        format,
        provenance: (row) => coverageProvenance(app.store.getState(), id, row),
        width,
      });
    return [
      {
        id: "sozialraum",
        title: texts.columns.sozialraum,
        value: (row) => row.name,
        text: (row) => row.name,
        width: 170,
      },
      {
        id: "status",
        title: texts.columns.status,
        value: (row) => STATUS_ORDER.indexOf(row.status),
        text: (row) => texts.statusShort[row.status],
        mark: (row) => <Swatch {...STATUS_FILLS[row.status]} />,
        width: 128,
      },
      figure("residents_unreached", (row) => row.residentsUnreached, formats.count, 100),
      figure("reached_share", (row) => row.reachedShare, formats.share, 76),
      figure("nearest_median_m", (row) => row.nearestMedianMetres, formats.metres, 80),
      figure("nearest_p90_m", (row) => row.nearestP90Metres, formats.metres, 80),
      figure("residents", (row) => row.residents, formats.count, 104),
      figure("residents_reached", (row) => row.residentsReached, formats.count, 84),
      figure("anlaufpunkte_inside", (row) => row.anlaufpunkteInside, formats.count, 96),
      figure(
        "per_10000",
        (row) => row.per10000,
        (value) => formats.fixed(value, 1),
        84,
      ),
      {
        id: "basis",
        title: texts.columns.basis,
        value: (row) => row.basis,
        text: (row) => texts.basis[row.basis ?? "none"],
        width: 120,
      },
    ];
  }, [app, texts, formats]);

  if (!rows) return null;
  return (
    <SozialraumTable
      title={texts.tableTitle}
      rows={rows}
      columns={columns}
      sort={START}
      onSave={(format) => void exportCoverageTable(app, format)}
    />
  );
}
