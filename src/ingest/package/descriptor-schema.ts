import { ROLE_SCHEMAS, textSchema } from "./role-schemas.ts";
import { z } from "./zod-without-eval.ts";

const licenceSchema = z.looseObject({
  name: z
    .string()
    .regex(/^[-a-zA-Z0-9._]+$/)
    .optional(),
  title: z.string().optional(),
  path: z.string().optional(),
});

const dataSourceSchema = z.looseObject({
  title: z.string().optional(),
  path: z.string().optional(),
  email: z.string().optional(),
  version: z.string().optional(),
});

const missingValueSchema = z.union([z.string(), z.looseObject({ value: z.string(), label: z.string().optional() })]);

/** The part of a Table Schema that the app honours. */
export const tableSchemaSchema = z.looseObject({
  fields: z
    .array(
      z.looseObject({
        name: z.string(),
        type: z.string().optional(),
        decimalChar: z.string().length(1).optional(),
        groupChar: z.string().max(1).optional(),
        missingValues: z.array(missingValueSchema).optional(),
      }),
    )
    .optional(),
  missingValues: z.array(missingValueSchema).optional(),
});

const rowNumbers = z.array(z.number().int().positive());

/** Part of the Table Dialect of Frictionless that the app honours. */
export const dialectSchema = z.looseObject({
  delimiter: z.string().min(1).optional(),
  quoteChar: z.string().length(1).optional(),
  escapeChar: z.string().length(1).optional(),
  header: z.boolean().optional(),
  headerRows: rowNumbers.optional().meta({ description: "Lines that make the header; what stands above is no row" }),
  headerJoin: z
    .string()
    .optional()
    .meta({ description: "Joins the parts of a header of several lines; default: a space" }),
  commentRows: rowNumbers.optional().meta({ description: "Lines that are no rows: titles, remarks, sums" }),
  sheetName: z.string().optional().meta({ description: "Sheet of a workbook; default: the first" }),
  table: z.string().optional().meta({ description: "Table or layer of a database; default: the first" }),
});

/** A resource without its role: what Frictionless says of it. */
export const resourceSchema = z.looseObject({
  name: z.string().min(1),
  path: z.string().min(1),
  format: z.string().optional().meta({
    description: "csv, tsv, geojson; pmtiles (background); osm.pbf (network). Default: the ending of the path",
  }),
  mediatype: z.string().optional(),
  encoding: z.string().optional(),
  dialect: dialectSchema.optional(),
  schema: tableSchemaSchema.optional(),
  title: z.string().optional(),
  description: z.string().optional(),
  licenses: z.array(licenceSchema).optional(),
  sources: z.array(dataSourceSchema).optional(),
});

export const packageKeySchema = z.looseObject({
  version: z.literal(1),
  locale: z.string().optional().meta({ description: "BCP 47, default de-DE" }),
  suppressBelow: z.number().int().positive().optional().meta({
    description: "Counts of people below this number are kept secret",
  }),
  invented: textSchema.optional().meta({
    description: "Set when the data are invented: the app shows this text wherever it shows the data",
  }),
});

const root = {
  name: z.string().min(1),
  title: z.string().optional(),
  version: z.string().optional(),
  created: z.string().optional(),
  licenses: z.array(licenceSchema).optional(),
  sources: z.array(dataSourceSchema).optional(),
};

/** The root as the app reads it: resources are looked at one by one, so that one bad resource does not take the others along. */
export const rootSchema = z.looseObject({ ...root, resources: z.array(z.unknown()) });

const [firstRole, ...otherRoles] = Object.values(ROLE_SCHEMAS).map((role) =>
  resourceSchema.extend({ anlaufpunkt: role }),
);

/** The whole contract in one schema: what data/datapackage.schema.json is generated from. Other resources may stand beside ours. */
export const descriptorSchema = z
  .looseObject({
    ...root,
    created: z.iso.datetime({ offset: true }).optional(),
    anlaufpunkt: packageKeySchema,
    resources: z
      .array(
        z.union([
          firstRole as NonNullable<typeof firstRole>,
          ...otherRoles,
          resourceSchema.extend({ anlaufpunkt: z.never().optional() }),
        ]),
      )
      .min(1),
  })
  .meta({
    title: "Anlaufpunkt data package, version 1",
    description: "Extends the Frictionless Data Package 2.0 by the key anlaufpunkt; see data/README.md",
  });
