import { chooseColumns } from "../../../commands/ask-server.ts";
import { crsTitle, parseCrs } from "../../../geo/crs.ts";
import { parquetTexts } from "../../../i18n/parquet-texts.ts";
import type { ChosenLayer } from "../../../state/server-talk.ts";
import { useApp, useFormats, useLanguage } from "../../app-context.tsx";
import { CheckList } from "../../controls/check-list.tsx";
import { Note } from "../../controls/note.tsx";
import styles from "./file-facts.module.css";

/** What the end of a Parquet file says of it, and which of its columns shall be loaded. */
export function FileFacts({ chosen }: { readonly chosen: ChosenLayer }) {
  const app = useApp();
  const texts = parquetTexts[useLanguage()];
  const formats = useFormats();
  const { layer } = chosen;
  if (layer.isRanged === false) return <Note>{texts.noRanges}</Note>;
  if (!layer.columns || layer.count === undefined) return null;
  const { columns: all, geometry } = layer;
  const columns = chosen.columns ?? all;
  const [system] = layer.systems;
  const crs = system === undefined ? undefined : parseCrs(system);
  const place =
    geometry === undefined
      ? texts.unplaced
      : system === undefined
        ? texts.placedSomewhere
        : texts.placed(crs === undefined ? system : `${crsTitle(crs)} (${crs})`);
  return (
    <>
      <Note>{`${texts.rows(formats.count(layer.count))} · ${place}`}</Note>
      {all.length > 1 ? (
        <details className={styles.part}>
          <summary>{texts.chosen(formats.count(columns.length), formats.count(all.length))}</summary>
          <div className={styles.list}>
            <CheckList
              label={texts.columns}
              values={columns}
              options={all.map((name) => ({
                id: name,
                label: name,
                ...(name === geometry ? { figure: texts.places } : {}),
              }))}
              onChange={(values) =>
                chooseColumns(
                  app,
                  all.filter((name) => values.includes(name)),
                )
              }
            />
          </div>
        </details>
      ) : null}
    </>
  );
}
