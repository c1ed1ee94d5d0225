/** What can be asked for, and what its record says beside function and variable. */
export const formRows = [
  { value: "", label: "The derivative", layouts: true },
  { value: "hessian", label: "The Hessian" },
  { value: "differential", label: "The differential" },
  { value: "vec", label: "The derivative in vec form", layouts: true },
  { value: "index", label: "A formula for one entry", more: "indices: [i]" },
  { value: "value", label: "The derivative at a point, in numbers", more: "at: { x: [1, 2] }", layouts: true },
  { value: "stationary", label: "The stationary point" },
  { value: "set", label: "The subdifferential at a point", more: "at: { x: 0 }" },
  { value: "shape", label: "The shape of the derivative", layouts: true },
  { value: "choice", label: "A choice", more: "options:\n  a: $2x$\n  b: $x^2$\ncorrect: [a]" },
  { value: "steps", label: "A derivation, line by line" },
  { value: "table", label: "A trace in a table", more: "at: { x: [2, 3] }\ncells:\n  v1: { value: x_1*x_2 }" },
] as const;

interface FormRow {
  readonly value: string;
  readonly label: string;
  /** An example for the rest of the record. */
  readonly more?: string;
  readonly layouts?: boolean;
}

export function formRow(form: string): FormRow {
  return formRows.find(({ value }) => value === form) ?? formRows[0];
}

/** Answers of several lines, and how they are typed. */
export const longAnswers: Readonly<Record<string, string>> = {
  steps: "One line of the derivation a line, from the function to its derivative.",
  table: "One cell a line, as v1 = 6.",
};
