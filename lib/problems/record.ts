import { z } from "zod";
import { type Form, forms } from "../grade";
import { assumptions } from "../shape";

const name = z.string().regex(/^\p{L}[\p{L}\p{N}_]*$/u, "a name is a letter followed by letters, digits or _");
const expression = z.string().trim().min(1, "an expression is missing");
const dimension = z.union([z.int().positive(), name]);
const shape = z.array(dimension).max(2, "a shape has at most two sizes");

const variable = z.strictObject({ shape, assume: z.array(z.enum(assumptions)).optional() });

const declaredFunction = z.union([
  z.strictObject({ elementwise: z.literal(true) }),
  z.strictObject({ from: shape, to: shape }),
]);

/** Numbers at a point: a scalar, a vector or a matrix by rows. */
const numbers = z.union([z.number(), z.array(z.number()), z.array(z.array(z.number()))]);
const point = z.record(name, numbers);

const cell = z.union([
  z.strictObject({ value: expression }),
  z.strictObject({ tangent: expression, seed: point }),
  z.strictObject({ adjoint: expression }),
]);

/** The fields of a problem that the grader reads: what is differentiated, by what, and in which form the answer comes. */
const fields = z.strictObject({
  variables: z.record(name, variable),
  functions: z.record(name, declaredFunction).optional(),
  where: z.array(z.string()).optional(),
  function: expression.optional(),
  wrt: name.optional(),
  reference: expression.optional(),
  form: z.enum(forms).optional(),
  indices: z.array(name).min(1).optional(),
  at: point.optional(),
  tolerance: z.number().positive().optional(),
  options: z.record(z.string(), z.string()).optional(),
  correct: z.array(z.string()).min(1).optional(),
  cells: z.record(name, cell).optional(),
});

/** What a form needs beside the function, so that a record without it is refused where it stands. */
const needs: Partial<Record<Form, readonly (keyof z.infer<typeof fields>)[]>> = {
  index: ["indices"],
  value: ["at"],
  set: ["at"],
  choice: ["options", "correct"],
  table: ["at", "cells"],
};

/**
 * A problem as the grading contract has it. This checks the fields; whether the function can be read and its shapes fit
 * is for `readProblem` of the grader to say.
 */
export const problemRecord = fields.superRefine((record, context) => {
  const complain = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });

  if (record.form !== "choice") {
    if (record.reference !== undefined) {
      if (record.function !== undefined) complain("reference", "a problem has a function or a reference, not both");
    } else {
      if (record.function === undefined) complain("function", "the function is missing");
      if (record.wrt === undefined) complain("wrt", "the variable of differentiation is missing");
    }
  }
  if (record.wrt !== undefined && !Object.hasOwn(record.variables, record.wrt)) {
    complain("wrt", `${record.wrt} is not among the variables`);
  }
  for (const field of needs[record.form ?? "derivative"] ?? []) {
    if (record[field] === undefined) complain(field, `the form ${record.form} needs ${field}`);
  }
});

export type ProblemRecord = z.infer<typeof problemRecord>;
