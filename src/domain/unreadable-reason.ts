/** Why a file cannot be read; each has its words in both languages (i18n/unreadable-texts.ts). `context.detail` says more. */
export type UnreadableReason =
  /** Bytes that do not fit together; `detail` is what the reader met. */
  | "broken"
  /** It ends in the middle. */
  | "truncated"
  | "html-page"
  /** XML that defines entities of its own: never needed here, and a way to make a reader work without end. */
  | "xml-definitions"
  | "xml-broken"
  /** A service answered with an error instead of data; `detail` is what it said. */
  | "service-error"
  | "no-features"
  | "json-too-deep"
  | "zip-broken"
  | "zip-too-large"
  | "zip-encrypted"
  /** Packed by a method other than Deflate. */
  | "zip-method"
  /** A zip in which nothing of the format lies. */
  | "zip-without-layer"
  /** `detail` names the layer that is not there. */
  | "layer-missing"
  /** An SQLite database that describes no layers. */
  | "no-geopackage"
  /** `detail` names a layer that is computed by the database itself. */
  | "layer-computed"
  /** Neither a zip nor a compound file of Microsoft with a workbook in it. */
  | "no-workbook"
  /** `detail` = the most that are read. */
  | "too-many-rows"
  | "too-many-columns"
  | "too-many-cells"
  /** More bytes than are read of its format; `detail` = the most. */
  | "file-too-large"
  | "no-parquet"
  /** Unpacked it would be larger than memory. */
  | "too-large"
  /** `detail` names the compression. */
  | "compression"
  /** The server answered otherwise; `detail` = the status. */
  | "http-status"
  /** A version of the format that is not read. */
  | "version";
