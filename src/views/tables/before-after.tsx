import type { Provenance } from "../../domain/provenance.ts";
import { tableTexts } from "../../i18n/table-texts.ts";
import { useFormats, useLanguage } from "../app-context.tsx";
import { Figure } from "../controls/figure.tsx";
import { FigureTable } from "./figure-table.tsx";

interface BeforeAfterRow {
  readonly id: string;
  readonly title: string;
  readonly kind: "count" | "share" | "metres";
  /** NaN = not known. */
  readonly before: number;
  readonly after: number;
  readonly provenance: () => Provenance;
}

interface BeforeAfterProps {
  readonly caption: string;
  readonly before: string;
  readonly after: string;
  readonly rows: readonly BeforeAfterRow[];
}

/** Two measurements beside each other, and what lies between them. */
export function BeforeAfter({ caption, before, after, rows }: BeforeAfterProps) {
  const formats = useFormats();
  const texts = tableTexts[useLanguage()];
  const write = (kind: BeforeAfterRow["kind"], value: number) =>
    Number.isNaN(value) ? texts.missing : formats[kind](value);
  const between = ({ kind, before, after }: BeforeAfterRow) => {
    const value = after - before;
    if (kind === "share" && !Number.isNaN(value)) {
      return texts.points(formats.fixed(Math.abs(value) * 100, 1), value);
    }
    return `${value > 0 ? "+" : ""}${write(kind, value)}`;
  };
  return (
    <FigureTable
      caption={caption}
      look="compared"
      columns={[
        { id: "row", title: undefined },
        { id: "before", title: before },
        { id: "after", title: after },
        { id: "difference", title: texts.difference },
      ]}
      rows={rows.map((row) => ({
        id: row.id,
        head: row.title,
        cells: [
          write(row.kind, row.before),
          <Figure
            key="after"
            text={write(row.kind, row.after)}
            label={`${after}: ${row.title}`}
            provenance={row.provenance}
          />,
          between(row),
        ],
      }))}
    />
  );
}
