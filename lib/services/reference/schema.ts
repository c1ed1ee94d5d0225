import { z } from "zod";
import { assumptions } from "../../shape";

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "an id is lower-case words joined by hyphens");
const text = z.string().trim().min(1, "this text is empty");
const shape = z.array(z.union([z.string(), z.int().min(1)])).max(2);

/** A variable: its shape alone, or with what is known of it. */
const variable = z.union([
  shape.transform((sides) => ({ shape: sides })),
  z.strictObject({ shape, assume: z.array(z.enum(assumptions)).optional() }),
]);

const declaredFunction = z.union([
  z.strictObject({ elementwise: z.literal(true) }),
  z.strictObject({ from: shape, to: shape }),
]);

/** A false formula of a source, or one that is right in the other layout than the source says. */
const erratum = z.strictObject({
  source: text,
  /** What the source says, in the text form of the language. */
  says: text,
  /** The layout that the source claims, where the formula is right in the other one. */
  layout: z.enum(["numerator", "denominator"]).optional(),
  note: text,
});

const hasLayouts = (form: string): boolean => form === "derivative" || form === "vec";

const row = z
  .strictObject({
    id,
    name: text,
    variables: z.record(z.string(), variable),
    functions: z.record(z.string(), declaredFunction).optional(),
    where: z.array(text).optional(),
    form: z.enum(["derivative", "vec", "differential", "hessian", "stationary"]).default("derivative"),
    function: text,
    wrt: text,
    numerator: text.optional(),
    denominator: text.optional(),
    /** For the forms without layouts. */
    answer: text.optional(),
    /** d function, beside the forms with layouts. */
    differential: text.optional(),
    /** Other ways in which one would look it up. */
    typed: z.array(text).default([]),
    note: text.optional(),
    /** Sections of sources.yaml, or `own`. */
    sources: z.array(text).min(1),
    errata: z.array(erratum).default([]),
  })
  .superRefine((given, { addIssue }) => {
    const wanted = hasLayouts(given.form) ? (["numerator", "denominator"] as const) : (["answer"] as const);
    const derivative = hasLayouts(given.form) ? (["differential"] as const) : [];
    for (const field of [...wanted, ...derivative]) {
      if (given[field] === undefined) addIssue({ code: "custom", path: [field], message: "this is missing" });
    }
  });

/** One formula of the sheet: a function, the variable, and its derivative in every form that it has. */
export type SheetRow = z.infer<typeof row>;

export type SheetErratum = z.infer<typeof erratum>;

const group = z.strictObject({ id, title: text, rows: z.array(row).min(1) });

/** Formulas of one kind, under one heading. */
export type SheetGroup = z.infer<typeof group>;

/** The whole sheet; no two rows have one id. */
export const sheetSchema = z.array(group).superRefine((groups, { addIssue }) => {
  const seen = new Set<string>();
  for (const [at, { rows }] of groups.entries()) {
    for (const [place, { id: rowId }] of rows.entries()) {
      if (seen.has(rowId)) addIssue({ code: "custom", path: [at, "rows", place, "id"], message: `${rowId} is taken` });
      seen.add(rowId);
    }
  }
});
