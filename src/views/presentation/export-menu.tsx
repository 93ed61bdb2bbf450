import { Download } from "lucide-react";
import { Button, MenuTrigger } from "react-aria-components";
import { copyLink } from "../../commands/copy-link.ts";
import { exportPdf } from "../../commands/export-pdf.ts";
import { exportPicture } from "../../commands/export-picture.ts";
import { exportCoverageTable } from "../../commands/export-table.ts";
import type { TableFileFormat } from "../../domain/saved-table.ts";
import { exportTexts } from "../../i18n/export-texts.ts";
import { useApp, useAppState, useLanguage } from "../app-context.tsx";
import { ActionMenu } from "../controls/action-menu.tsx";
import buttonStyles from "../controls/button.module.css";

interface ExportMenuProps {
  /** Saves the table of the view; that of Versorgung is known here. */
  readonly onTable?: ((format: TableFileFormat) => void) | undefined;
}

/** What one can take away of a view: a link, its table where it has one, picture and page where it has a map. */
export function ExportMenu({ onTable }: ExportMenuProps) {
  const app = useApp();
  const texts = exportTexts[useLanguage()];
  const view = useAppState((state) => state.view.view);
  const onMap = view === "versorgung" || view === "vergleich";
  const saveTable =
    onTable ?? (view === "versorgung" ? (format: TableFileFormat) => void exportCoverageTable(app, format) : undefined);
  const items = [
    {
      id: "picture",
      title: texts.picture,
      detail: texts.pictureDetail,
      act: onMap ? () => void exportPicture(app) : undefined,
    },
    { id: "page", title: texts.page, detail: texts.pageDetail, act: onMap ? () => void exportPdf(app) : undefined },
    { id: "table", title: texts.table, detail: texts.tableDetail, act: saveTable && (() => saveTable("csv")) },
    {
      id: "workbook",
      title: texts.workbook,
      detail: texts.workbookDetail,
      act: saveTable && (() => saveTable("xlsx")),
    },
    { id: "link", title: texts.link, detail: texts.linkDetail, act: () => void copyLink(app) },
  ].filter((item) => item.act !== undefined);
  return (
    <MenuTrigger>
      <Button className={buttonStyles.icon ?? ""} aria-label={texts.menu}>
        <Download size={18} aria-hidden />
      </Button>
      <ActionMenu items={items} onAction={(id) => items.find((item) => item.id === id)?.act?.()} />
    </MenuTrigger>
  );
}
