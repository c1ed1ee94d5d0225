import type { Form, Graded } from "../grade";

/** What is said of an answer that is right, where its form has no layouts. */
export const right = "Right.";

/** What is said of an answer that is wrong, by what was asked for. */
const wrong: { readonly [F in Form]: (verdict: Graded) => string } = {
  derivative: () => "Not the derivative, in either layout.",
  vec: () => "Not the derivative in vec form, in either layout.",
  value: () => "Not the derivative at this point, in either layout.",
  shape: () => "Not the shape of the derivative, in either layout.",
  hessian: () => "Not the Hessian.",
  differential: () => "Not the differential.",
  index: () => "Not this entry of the derivative.",
  stationary: () => "The derivative is not zero there.",
  set: () => "Not the subdifferential.",
  choice: () => "Not the right choice.",
  steps: ({ first_wrong }) => (first_wrong ? `Line ${first_wrong} does not follow.` : "This is not a derivation."),
  table: ({ cells = {} }) => aboutCells(Object.values(cells)),
};

function aboutCells(cells: readonly boolean[]): string {
  const left = cells.filter((good) => !good).length;
  if (left === cells.length) return "No cell is right yet.";
  return left === 1 ? "One cell is not right yet." : `${left} cells are not right yet.`;
}

export function wrongTitle(form: Form, verdict: Graded): string {
  return wrong[form](verdict);
}

const withoutLayouts: readonly Form[] = ["hessian", "differential", "index", "stationary", "set", "choice", "table"];

/** True where numerator and denominator layout are told apart. */
export function hasLayouts(form: Form): boolean {
  return !withoutLayouts.includes(form);
}
