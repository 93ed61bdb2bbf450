import type { LayerPreview } from "../../../domain/server.ts";
import { parquetTexts } from "../../../i18n/parquet-texts.ts";
import { serverTexts } from "../../../i18n/server-texts.ts";
import { useFormats, useLanguage } from "../../app-context.tsx";
import styles from "./preview-rows.module.css";

/** The first rows as the server sends them. */
export function PreviewRows({ preview }: { readonly preview: LayerPreview }) {
  const language = useLanguage();
  const texts = serverTexts[language];
  const formats = useFormats();
  const { columns, rows, matched, leftOut } = preview;
  if (rows.length === 0) return <p>{texts.noPreviewRows}</p>;
  return (
    <div className={styles.part}>
      <p className={styles.caption} id="server-preview">
        {texts.preview}
        {matched === undefined ? "" : ` · ${texts.countSaid(formats.count(matched))}`}
        {leftOut === undefined ? "" : ` · ${parquetTexts[language].leftOut(formats.count(leftOut), leftOut === 1)}`}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
      <section className={styles.scroll} tabIndex={0} aria-labelledby="server-preview">
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name, and never move.
              <tr key={i}>
                {columns.map((column, c) => (
                  <td key={column}>{row[c]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
