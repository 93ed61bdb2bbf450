import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

const [STYLES, TABLE, ORIGIN] = ["xl/styles.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"] as const;

/** The time of every file inside: the same table makes the same bytes. */
const TIME = new Date(1980, 0, 1);

/**
 * Gives a workbook of two sheets what the library that wrote it does not write: the first line of the table stays in sight and is
 * bold, as are the labels of the second sheet, whose texts are wrapped. Then it is packed.
 * @throws Error when the workbook is not as the library writes it
 */
export function dressWorkbook(plain: Uint8Array): Uint8Array<ArrayBuffer> {
  const files = unzipSync(plain);
  const change = (path: string, by: (xml: string) => string) => {
    const before = strFromU8(files[path] ?? new Uint8Array());
    files[path] = strToU8(by(before));
  };
  let first = 0;
  change(STYLES, (xml) => {
    first = Number(/<cellXfs count="(\d+)"/.exec(xml)?.[1]);
    if (!(first > 0)) throw new Error("the workbook has no looks of cells");
    return withStyles(xml, first);
  });
  const [bold, wrapped] = [first, first + 1];
  change(TABLE, (xml) => styled(withFrozenHeader(xml), /^[A-Z]+1$/, bold));
  change(ORIGIN, (xml) => styled(styled(xml, /^A\d+$/, bold), /^B\d+$/, wrapped));
  return zipSync(files, { level: 6, mtime: TIME }) as Uint8Array<ArrayBuffer>;
}

/** Adds a bold font, and two looks of texts (format 49 = „Text“), both at the top of their cell: bold, and wrapped. */
function withStyles(xml: string, count: number): string {
  const look = (font: number, wrap: string) =>
    `<xf numFmtId="49" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top"${wrap}/></xf>`;
  return xml
    .replace(/<fonts count="1">(<font>.*?<\/font>)<\/fonts>/s, (_, font: string) => {
      return `<fonts count="2">${font}${font.replace("<font>", "<font><b/>")}</fonts>`;
    })
    .replace(`<cellXfs count="${count}"`, `<cellXfs count="${count + 2}"`)
    .replace("</cellXfs>", `${look(1, "")}${look(0, ' wrapText="1"')}</cellXfs>`);
}

function withFrozenHeader(xml: string): string {
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const frozen = xml.replace(/<sheetView ([^>]*)\/>/, `<sheetView $1>${pane}</sheetView>`);
  if (frozen === xml) throw new Error("the workbook has no view of its table");
  return frozen;
}

function styled(xml: string, cells: RegExp, style: number): string {
  return xml.replace(/<c r="([A-Z]+\d+)"(?: s="\d+")?/g, (whole, cell: string) =>
    cells.test(cell) ? `<c r="${cell}" s="${style}"` : whole,
  );
}
