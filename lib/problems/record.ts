import { z } from "zod";
import { type Form, forms, problemSchema } from "../grade";

/** The fields of a problem that the grader reads; a field that it does not know is a slip of the author's. */
const fields = problemSchema.extend({ form: z.enum(forms).optional() }).strict();

/** What a form needs beside the function, so that a record without it is refused where it stands. */
const needs: Partial<Record<Form, readonly (keyof z.infer<typeof fields>)[]>> = {
  index: ["indices"],
  value: ["at"],
  set: ["at"],
  choice: ["options", "correct"],
  table: ["at", "cells"],
};

/** Forms whose function is not differentiated by one variable. */
const withoutVariable: ReadonlySet<Form> = new Set(["choice", "table"]);

/** Forms whose answer is laid out one way or the other. */
const laidOut: ReadonlySet<Form> = new Set(["derivative", "vec", "value", "shape"]);

/** Whether numerator and denominator layout make a difference in a form. */
export function hasLayouts(form: Form = "derivative"): boolean {
  return laidOut.has(form);
}

/**
 * A problem as the grading contract has it. This checks the fields; whether the function can be read and its shapes fit
 * is for `readProblem` of the grader to say.
 */
export const problemRecord = fields.superRefine((record, context) => {
  const complain = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
  const form = record.form ?? "derivative";

  if (form !== "choice") {
    if (record.reference !== undefined) {
      if (record.function !== undefined) complain("reference", "a problem has a function or a reference, not both");
    } else {
      if (record.function === undefined) complain("function", "the function is missing");
      if (record.wrt === undefined && !withoutVariable.has(form)) {
        complain("wrt", "the variable of differentiation is missing");
      }
    }
  }
  if (record.wrt !== undefined && !Object.hasOwn(record.variables, record.wrt)) {
    complain("wrt", `${record.wrt} is not among the variables`);
  }
  for (const field of needs[form] ?? []) {
    if (record[field] === undefined) complain(field, `the form ${record.form} needs ${field}`);
  }
});

export type ProblemRecord = z.infer<typeof problemRecord>;
