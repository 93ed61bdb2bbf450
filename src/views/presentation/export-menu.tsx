import { Download } from "lucide-react";
import { Button, Menu, MenuItem, MenuTrigger, Popover, Text } from "react-aria-components";
import { copyLink } from "../../commands/copy-link.ts";
import { exportPdf } from "../../commands/export-pdf.ts";
import { exportPicture } from "../../commands/export-picture.ts";
import { exportCoverageTable } from "../../commands/export-table.ts";
import { exportTexts } from "../../i18n/export-texts.ts";
import { useApp, useLanguage } from "../app-context.tsx";
import buttonStyles from "../controls/button.module.css";
import styles from "./export-menu.module.css";

interface ExportMenuProps {
  /** Saves the table of the view; the coverage table without it. */
  readonly onTable?: (() => void) | undefined;
}

/** What one can take away of a view with a map: picture, page, table, link. */
export function ExportMenu({ onTable }: ExportMenuProps) {
  const app = useApp();
  const texts = exportTexts[useLanguage()];
  const items = [
    { id: "picture", title: texts.picture, detail: texts.pictureDetail, act: () => void exportPicture(app) },
    { id: "page", title: texts.page, detail: texts.pageDetail, act: () => void exportPdf(app) },
    {
      id: "table",
      title: texts.table,
      detail: texts.tableDetail,
      act: onTable ?? (() => void exportCoverageTable(app)),
    },
    { id: "link", title: texts.link, detail: texts.linkDetail, act: () => void copyLink(app) },
  ];
  return (
    <MenuTrigger>
      <Button className={buttonStyles.icon ?? ""} aria-label={texts.menu}>
        <Download size={18} aria-hidden />
      </Button>
      <Popover className={styles.popover ?? ""} placement="bottom end">
        <Menu className={styles.menu ?? ""} onAction={(key) => items.find(({ id }) => id === key)?.act()}>
          {items.map(({ id, title, detail }) => (
            <MenuItem key={id} id={id} textValue={title} className={styles.item ?? ""}>
              <Text slot="label" className={styles.name}>
                {title}
              </Text>
              <Text slot="description" className={styles.detail}>
                {detail}
              </Text>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
