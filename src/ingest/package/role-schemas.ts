import { isPeriod } from "../../domain/period.ts";
import { z } from "./zod-without-eval.ts";

/** Contract: `"…"` or `{ "de": "…", "en": "…" }`. */
export const textSchema = z
  .union([
    z.string().min(1),
    z.looseObject({ de: z.string(), en: z.string().optional() }),
    z.looseObject({ de: z.string().optional(), en: z.string() }),
  ])
  .meta({ description: "Text, or the same text in German and English" });

const pluralSchema = textSchema.optional().meta({ description: "What several of them are called; default: the title" });

/** Contract: a text as above, with the name of several beside it where the package knows one. */
const kindSchema = z
  .union([
    z.string().min(1),
    z.looseObject({ de: z.string(), en: z.string().optional(), plural: pluralSchema }),
    z.looseObject({ de: z.string().optional(), en: z.string(), plural: pluralSchema }),
  ])
  .meta({ description: "Title of a kind, in one language or both, and what several of them are called" });

const periodSchema = z.string().refine(isPeriod).meta({
  description: "YYYY, YYYY-Qn, YYYY-MM or YYYY-MM-DD",
  pattern: "^\\d{4}(-(Q[1-4]|(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?))?$",
});

const characterSchema = z.string().length(1);
const columnsSchema = z.record(z.string(), z.string()).meta({
  description: "From the names of the contract to the names in the file",
});
const valuesSchema = z.record(z.string(), z.record(z.string(), z.string())).meta({
  description: "Per column of the contract: what stands in the file → the value of the contract",
});
const missingSchema = z
  .record(z.string(), z.enum(["not-stated", "suppressed", "not-applicable"]))
  .meta({ description: "What stands in a cell instead of a number, and what it means" });

const repairSchema = z.union([
  z.object({ repair: z.literal("make-valid") }),
  z.object({ repair: z.literal("cut-overlaps"), share: z.number().min(0).max(1) }),
  z.object({ repair: z.literal("drop-duplicates") }),
  z.object({ repair: z.literal("leave-out"), lines: z.array(z.number().int().positive()) }),
  z.object({
    repair: z.literal("set-value"),
    line: z.number().int().positive(),
    column: z.string(),
    value: z.string(),
  }),
  z.object({
    repair: z.literal("set-position"),
    line: z.number().int().positive(),
    lon: z.number().min(-180).max(180),
    lat: z.number().min(-90).max(90),
    address: z.string().optional(),
    from: z
      .object({ file: z.string(), line: z.number().int().positive(), match: z.enum(["exact", "approximate"]) })
      .optional(),
  }),
]);

const every = {
  period: periodSchema.optional(),
  columns: columnsSchema.optional(),
  values: valuesSchema.optional(),
  missing: missingSchema.optional(),
  zero: z.array(z.string()).optional().meta({ description: "What stands in a cell for exactly nothing" }),
  decimalChar: characterSchema.optional(),
  groupChar: z.union([characterSchema, z.literal("")]).optional(),
  listSeparator: z.string().min(1).optional().meta({ description: "Splits lists in a cell; default ;" }),
  dateFormat: z.enum(["DD.MM.YYYY", "DD.MM.YY", "DD/MM/YYYY", "MM/DD/YYYY"]).optional().meta({
    description: "How dates are written that are not written as the contract does",
  }),
  repairs: z
    .array(repairSchema)
    .optional()
    .meta({ description: "Changes that somebody has agreed to; the file stays" }),
};
const place = {
  crs: z.string().optional().meta({
    description: "Reference system of the coordinates; default: what the file says, else EPSG:4326",
  }),
  axisOrder: z.literal("yx").optional().meta({ description: "The northing stands before the easting" }),
};
/** For rows that name their Sozialraum. */
const joined = {
  sozialraumBy: z.enum(["id", "name"]).optional().meta({ description: "How rows name their Sozialraum; default id" }),
  sozialraumMatches: z.record(z.string(), z.string()).optional().meta({
    description: "What stands in the file → id of the Sozialraum; empty: of none, left out on purpose",
  }),
};

const sozialraeumeSchema = z.looseObject({
  role: z.literal("sozialraeume"),
  ...every,
  ...place,
  level: z.string().min(1),
  levelTitle: textSchema.optional(),
  parentLevel: z.string().min(1).optional(),
});

const anlaufpunkteSchema = z.looseObject({
  role: z.literal("anlaufpunkte"),
  ...every,
  ...place,
  kind: z.string().min(1).optional().meta({ description: "The kind of all places of this file" }),
  kinds: z.record(z.string(), kindSchema).optional().meta({ description: "Names of own kinds" }),
});

export const AGE_GROUP = /^(\d{1,3})-(\d{1,3})?$/;

const populationSchema = z.looseObject({
  role: z.literal("population"),
  ...every,
  ...joined,
  ...place,
  groups: z
    .record(z.string().regex(AGE_GROUP), z.string())
    .optional()
    .meta({ description: "Age group (lower bound included, upper not; open above) → column" }),
  cellSizeMetres: z.number().positive().optional(),
  basis: z.enum(["cells", "blocks", "addresses"]).optional().meta({
    description: "What a row is; default: cells where a size of cells is known, else blocks",
  }),
});

const indicatorsSchema = z.looseObject({ role: z.literal("indicators"), ...every });

const observationsSchema = z.looseObject({
  role: z.literal("observations"),
  ...every,
  ...joined,
  indicators: z
    .array(
      z.looseObject({
        id: z.string().min(1),
        title: textSchema,
        unit: z.string().optional(),
        kind: z.enum(["count", "share", "rate", "index", "mean", "class"]).optional(),
        direction: z.enum(["more-is-better", "more-is-worse", "neutral"]).optional(),
      }),
    )
    .optional()
    .meta({ description: "Indicators that no resource of role indicators defines" }),
  level: z.string().min(1).optional(),
  periods: z.record(z.string(), periodSchema).optional().meta({
    description: "What stands in the column of periods → the period that it means",
  }),
  sozialraum: z.literal("*").optional().meta({
    description: "What all rows are about where no column says it: the whole city",
  }),
  values: z
    .record(
      z.string(),
      z.union([
        z.string().min(1),
        z.looseObject({ indicator: z.string().min(1), period: periodSchema.optional() }),
        z.record(z.string(), z.string()),
      ]),
    )
    .optional()
    .meta({ description: "Wide form: column → indicator, or → { indicator, period }" }),
});

const goalsSchema = z.looseObject({
  role: z.literal("goals"),
  ...every,
  catalogue: z.string().min(1).optional(),
});
const vorhabenSchema = z.looseObject({ role: z.literal("vorhaben"), ...every, ...joined });
const termineSchema = z.looseObject({ role: z.literal("termine"), ...every, ...joined });
const akteureSchema = z.looseObject({ role: z.literal("akteure"), ...every, ...joined });
const networkSchema = z.looseObject({ role: z.literal("network"), ...every, ...place });
const networkNodesSchema = z.looseObject({ role: z.literal("network-nodes"), ...every, ...place });
const addressesSchema = z.looseObject({ role: z.literal("addresses"), ...every, ...place });
const scenariosSchema = z.looseObject({ role: z.literal("scenarios"), ...every });
const slidesSchema = z.looseObject({ role: z.literal("slides"), ...every });
const workspaceSchema = z.looseObject({ role: z.literal("workspace"), ...every });
const backgroundSchema = z.looseObject({
  role: z.literal("background"),
  ...every,
  ...place,
  layer: z
    .enum(["water", "green", "built", "rail", "street", "label"])
    .optional()
    .meta({ description: "The layer of all features of this file" }),
  schema: z.literal("openmaptiles").optional().meta({ description: "Schema of the vector tiles" }),
  maxzoom: z.number().int().min(0).max(24).optional(),
});

export const ROLE_SCHEMAS = {
  sozialraeume: sozialraeumeSchema,
  anlaufpunkte: anlaufpunkteSchema,
  population: populationSchema,
  indicators: indicatorsSchema,
  observations: observationsSchema,
  goals: goalsSchema,
  vorhaben: vorhabenSchema,
  termine: termineSchema,
  akteure: akteureSchema,
  network: networkSchema,
  "network-nodes": networkNodesSchema,
  addresses: addressesSchema,
  scenarios: scenariosSchema,
  slides: slidesSchema,
  workspace: workspaceSchema,
  background: backgroundSchema,
};
