import {
  columnFilteringFeature,
  createFilteredRowModel,
  createSortedRowModel,
  globalFilteringFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { ArrowDown, ArrowUp } from "lucide-react";
import { type ReactNode, useEffect, useEffectEvent, useMemo, useRef } from "react";
import { tableTexts } from "../../i18n/table-texts.ts";
import { useFormats, useLanguage } from "../app-context.tsx";
import type { DataColumn, DataSort } from "./data-column.ts";
import { DataRow } from "./data-row.tsx";
import styles from "./data-table.module.css";
import { TableFilter } from "./table-filter.tsx";
import { useGridKeys } from "./use-grid-keys.ts";

interface DataTableProps<Row> {
  /** Says what the rows are; heading and caption at once. */
  readonly title: string;
  /** A quieter line beside the title, e.g. period and unit. */
  readonly detail?: string | undefined;
  readonly rows: readonly Row[];
  readonly columns: readonly DataColumn<Row>[];
  readonly keyOf: (row: Row) => string;
  readonly sort: DataSort;
  /** Enter or click on the header of a row. */
  readonly onActivate?: ((row: Row) => void) | undefined;
  /** Key of the row that is selected. */
  readonly selected?: string | undefined;
  /** Keys of rows that are marked, e.g. because they are compared. */
  readonly marked?: ReadonlySet<string> | undefined;
  /** Buttons at the right end of the line above the table. */
  readonly actions?: ReactNode;
  /** Shown instead of the rows when there are none at all. */
  readonly empty?: ReactNode;
  /** The row that is brought before the eyes, anew for each new object. */
  readonly reveal?: { readonly key: string } | undefined;
}

const ROW_HEIGHT = 32;

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  columnFilteringFeature,
  globalFilteringFeature,
  filteredRowModel: createFilteredRowModel(),
});

const folded = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/**
 * A table for any number of rows: sorted by a click on a header (missing values stay last), filtered by a text, walked through with
 * the arrow keys, only the rows in sight drawn.
 */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { title, rows, columns, keyOf, sort, onActivate, selected, marked } = props;
  const texts = tableTexts[useLanguage()];
  const formats = useFormats();
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);

  const definitions = useMemo(
    () =>
      columns.map((column) => ({
        id: column.id,
        accessorFn: (row: Row) => {
          const value = column.value(row);
          return typeof value === "number" && Number.isNaN(value) ? undefined : value;
        },
        sortUndefined: "last" as const,
        sortDescFirst: column.isNumber === true && !column.smallestFirst,
        sortFn: (a: Sorted, b: Sorted, id: string) => {
          const [left, right] = [a.getValue(id), b.getValue(id)];
          if (typeof left === "number" && typeof right === "number") return left - right;
          return formats.compare(String(left), String(right));
        },
      })),
    [columns, formats],
  );
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);

  const table = useTable({
    features,
    data: rows,
    columns: definitions,
    getRowId: keyOf,
    enableSortingRemoval: false,
    enableMultiSort: false,
    getColumnCanGlobalFilter: () => true,
    globalFilterFn: (row: { original: Row }, id: string, wanted: string) =>
      folded(byId.get(id)?.text(row.original) ?? "").includes(folded(wanted)),
    initialState: { sorting: [{ id: sort.column, desc: sort.descending }], globalFilter: "" },
  });
  const shown = table.getRowModel().rows;
  const filter = String(table.state.globalFilter ?? "");

  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => shown[index]?.id ?? index,
    overscan: 12,
    scrollPaddingStart: ROW_HEIGHT + 8,
  });
  const drawn = virtualizer.getVirtualItems();
  const above = drawn[0]?.start ?? 0;
  const below = virtualizer.getTotalSize() - (drawn.at(-1)?.end ?? 0);
  const keys = useGridKeys(body, shown.length, columns.length, (row) => virtualizer.scrollToIndex(row));
  const { reveal } = props;
  const showRevealed = useEffectEvent((key: string) => {
    const index = shown.findIndex((row) => row.id === key);
    if (index >= 0) keys.goTo(index);
  });
  useEffect(() => {
    if (reveal) showRevealed(reveal.key);
  }, [reveal]);
  // Tab leads to the cell that was left; where that is scrolled away, to the first row in sight.
  const tabRow = drawn.some(({ index }) => index === keys.active.row) ? keys.active.row : virtualizer.range?.startIndex;

  return (
    <div className={styles.frame}>
      <div className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        {props.detail ? <p className={styles.detail}>{props.detail}</p> : null}
        <p className={styles.count} role="status">
          {filter === ""
            ? texts.rows(formats.count(rows.length))
            : texts.shown(formats.count(shown.length), formats.count(rows.length))}
        </p>
        <TableFilter value={filter} onChange={(text) => table.setGlobalFilter(text)} />
        {props.actions}
      </div>
      <div ref={scroller} className={styles.scroller}>
        <table
          className={styles.table}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: allowed by ARIA in HTML, and its cells are walked through.
          role="grid"
          aria-label={title}
          aria-rowcount={shown.length + 1}
          aria-colcount={columns.length}
          style={{ minWidth: columns.reduce((sum, column) => sum + column.width, 0) }}
        >
          <caption className="visually-hidden">{`${title}. ${texts.keys}`}</caption>
          <colgroup>
            {columns.map((column, index) => (
              <col key={column.id} style={index === 0 && !column.isNumber ? undefined : { width: column.width }} />
            ))}
          </colgroup>
          <thead>
            <tr aria-rowindex={1}>
              {columns.map((column) => {
                const state = table.getColumn(column.id);
                const sorted = state?.getIsSorted() ?? false;
                const next = state?.getNextSortingOrder() === "desc" ? texts.sortDown : texts.sortUp;
                return (
                  <th
                    key={column.id}
                    scope="col"
                    aria-sort={sorted === "asc" ? "ascending" : sorted === "desc" ? "descending" : "none"}
                    data-number={column.isNumber || undefined}
                  >
                    <button
                      type="button"
                      title={column.hint ?? next(column.title)}
                      onClick={() => {
                        state?.toggleSorting();
                        virtualizer.scrollToOffset(0);
                      }}
                    >
                      <span>{column.title}</span>
                      {sorted === "asc" ? <ArrowUp size={13} aria-hidden /> : null}
                      {sorted === "desc" ? <ArrowDown size={13} aria-hidden /> : null}
                    </button>
                    {column.below}
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody ref={body} onKeyDown={keys.onKeyDown}>
            {above > 0 ? <Spacer height={above} columns={columns.length} /> : null}
            {drawn.map((item) => {
              const row = shown[item.index];
              if (!row) return null;
              return (
                <DataRow
                  key={row.id}
                  row={row.original}
                  columns={columns}
                  index={item.index}
                  height={ROW_HEIGHT}
                  activeColumn={tabRow === item.index ? keys.active.column : undefined}
                  isSelected={row.id === selected}
                  isMarked={marked?.has(row.id) ?? false}
                  onActivate={onActivate}
                  onFocus={(column) => keys.activate(item.index, column)}
                />
              );
            })}
            {below > 0 ? <Spacer height={below} columns={columns.length} /> : null}
          </tbody>
        </table>
        {rows.length === 0 ? <div className={styles.empty}>{props.empty}</div> : null}
        {rows.length > 0 && shown.length === 0 ? <p className={styles.empty}>{texts.nothing(filter)}</p> : null}
      </div>
    </div>
  );
}

interface Sorted {
  getValue(id: string): unknown;
}

/** Keeps the place of the rows that are not drawn. */
function Spacer({ height, columns }: { height: number; columns: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in an empty row takes the focus.
    <tr aria-hidden="true" className={styles.spacer} style={{ height }}>
      <td colSpan={columns} />
    </tr>
  );
}
