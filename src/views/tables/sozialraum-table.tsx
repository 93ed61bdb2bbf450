import { X } from "lucide-react";
import type { ReactNode } from "react";
import { changeView } from "../../commands/change-view.ts";
import { showSozialraum } from "../../commands/show-on-map.ts";
import type { TableFileFormat } from "../../domain/saved-table.ts";
import { shellTexts } from "../../i18n/shell-texts.ts";
import { useApp, useAppState, useLanguage } from "../app-context.tsx";
import { IconButton } from "../controls/button.tsx";
import type { DataColumn, DataSort } from "./data-column.ts";
import { DataTable } from "./data-table.tsx";
import { SaveTable } from "./save-table.tsx";

interface SozialraumTableProps<Row> {
  readonly title: string;
  readonly detail?: string | undefined;
  readonly rows: readonly Row[];
  readonly columns: readonly DataColumn<Row>[];
  readonly sort: DataSort;
  readonly marked?: ReadonlySet<string> | undefined;
  /** Buttons before the two that every table has. */
  readonly actions?: ReactNode;
  /** Saves all rows as a file. */
  readonly onSave: (format: TableFileFormat) => void;
}

/** All Sozialräume below the map: the chosen one is marked, Enter or a click chooses another, the table can be saved and closed. */
export function SozialraumTable<Row extends { readonly id: string }>({
  actions,
  onSave,
  ...table
}: SozialraumTableProps<Row>) {
  const app = useApp();
  const { closeTable } = shellTexts[useLanguage()];
  const chosen = useAppState((state) => state.view.sozialraum);
  return (
    <DataTable
      {...table}
      keyOf={(row) => row.id}
      selected={chosen}
      onActivate={(row) => showSozialraum(app, row.id)}
      actions={
        <>
          {actions}
          <SaveTable onSave={onSave} />
          <IconButton label={closeTable} onPress={() => changeView(app, { table: false })}>
            <X size={18} aria-hidden />
          </IconButton>
        </>
      }
    />
  );
}
