import { z } from "zod";
import { type Form, forms, type ProblemInput, problemSchema } from "../grade";
import { withShapes } from "./fill";
import { hasLayouts } from "./record";

const text = z.string().trim().min(1, "this text is empty");
const { variables, functions, where, at, tolerance, indices, cells } = problemSchema.shape;

/** Variables as a record has them, or shorter, by their shape alone. */
const shortVariables = z.preprocess(withShapes, variables.unwrap());

/** What the formulas of a block are about; in a solution the problem's own stand in where they are left out. */
const setting = { variables: shortVariables.optional(), functions, where };

/** What a row may say beside its function, as in a problem record. */
const details = {
  form: z.enum(forms).optional(),
  at,
  indices,
  tolerance,
  cells,
  /** A clause that says why. */
  why: text.optional(),
};

const answer = z.union([text, z.array(text), z.record(z.string(), text)]);

/** `function` differentiated by `wrt` is this. */
const derivativeRow = z
  .strictObject({
    function: text,
    wrt: text.optional(),
    ...details,
    numerator: text.optional(),
    denominator: text.optional(),
    answer: answer.optional(),
  })
  .superRefine((row, context) => {
    const complain = (message: string) => context.addIssue({ code: "custom", message });
    if (row.answer !== undefined) {
      if (row.numerator !== undefined || row.denominator !== undefined) complain("a row has answer or the two layouts");
    } else if (!hasLayouts(row.form)) complain(`the form ${row.form} has no layouts: write answer`);
    else if (row.numerator === undefined || row.denominator === undefined)
      complain("a row has numerator and denominator, or answer where they are equal");
  });

/** A formula that is false: it must be graded wrong in both layouts. */
const slipRow = z.strictObject({ function: text, wrt: text.optional(), ...details, slip: answer });

/** Two expressions that are always equal. */
const identityRow = z.strictObject({ equal: text, to: text, why: text.optional() });

const rowOf = (value: unknown): z.ZodType =>
  typeof value === "object" && value !== null && "equal" in value
    ? identityRow
    : typeof value === "object" && value !== null && "slip" in value
      ? slipRow
      : derivativeRow;

export type DerivativeRow = z.infer<typeof derivativeRow>;
export type SlipRow = z.infer<typeof slipRow>;
export type IdentityRow = z.infer<typeof identityRow>;
export type ClaimRow = DerivativeRow | SlipRow | IdentityRow;

/** Each row is read as what it says it is, so that a complaint is about that. */
const row = z.unknown().transform((value, context): ClaimRow => {
  const read = rowOf(value).safeParse(value);
  if (read.success) return read.data as ClaimRow;
  for (const { path, message } of read.error.issues) context.addIssue({ code: "custom", path, message });
  return z.NEVER;
});

/** A `claims` block: rows of formulas that the grader checks. */
export const claimsBlock = z.strictObject({ ...setting, rows: z.array(row).min(1, "a claims block has rows") });

/** A `derivation` block: lines that follow one from the other, from a function to its derivative. */
export const derivationBlock = z
  .strictObject({
    ...setting,
    function: text.optional(),
    wrt: text.optional(),
    lines: z.array(text).min(2, "a derivation has two lines or more"),
    /** A clause for each line. */
    why: z.array(z.string()).optional(),
  })
  .refine(({ lines, why }) => !why || why.length <= lines.length, "why has more clauses than there are lines");

/** A `figure` block: the fields of its kind are read where figures are drawn. */
export const figureBlock = z.looseObject({ kind: text, title: text });

type Setting = Pick<z.infer<typeof claimsBlock>, "variables" | "functions" | "where">;

/** What a solution's blocks may leave out. */
export type Surroundings = Setting & { readonly function?: string; readonly wrt?: string };

function settingOf(block: Setting, around: Surroundings): Pick<ProblemInput, "variables" | "functions" | "where"> {
  const functions = block.functions ?? (block.variables ? undefined : around.functions);
  const where = block.where ?? (block.variables ? undefined : around.where);
  return {
    variables: block.variables ?? around.variables ?? {},
    ...(functions && { functions }),
    ...(where && { where }),
  };
}

/** The problem record that a row of a `claims` block is graded against. */
export function recordOfRow(
  row: ClaimRow,
  block: z.infer<typeof claimsBlock>,
  around: Surroundings = {},
): ProblemInput & { readonly form: Form } {
  const base = settingOf(block, around);
  if ("equal" in row) return { ...base, form: "derivative", reference: row.to };
  const { form = "derivative", at, indices, tolerance, cells } = row;
  const wrt = row.wrt ?? around.wrt;
  const given = Object.entries({ wrt, at, indices, tolerance, cells }).filter(([, value]) => value !== undefined);
  return { ...base, function: row.function, form, ...Object.fromEntries(given) };
}

/** The problem record that the lines of a `derivation` block are graded against. */
export function recordOfDerivation(
  block: z.infer<typeof derivationBlock>,
  around: Surroundings = {},
): ProblemInput & { readonly form: Form } {
  const source = block.function ?? around.function;
  const wrt = block.wrt ?? around.wrt;
  return { ...settingOf(block, around), form: "steps", ...(source && { function: source }), ...(wrt && { wrt }) };
}
