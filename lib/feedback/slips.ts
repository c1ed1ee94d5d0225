import type { Diagnosis, DiagnosisCode } from "../grade";

type Slips = { readonly [C in DiagnosisCode]: (facts: Diagnosis) => string };

/** Where in the answer, if that is known. */
const inside = (part: string | undefined): string => (part ? ` in \`${part}\`` : "");

const multiples: Readonly<Record<string, string>> = {
  "2": "twice the derivative",
  "3": "three times the derivative",
  "4": "four times the derivative",
  "0.5": "half the derivative",
  "0.25": "a quarter of the derivative",
};

/** A whole number, a simple fraction or six digits. */
function numberInWords(value: number): string {
  for (let bottom = 1; bottom <= 60; bottom++) {
    const top = Math.round(value * bottom);
    if (top !== 0 && Math.abs(top / bottom - value) < 1e-12 * Math.abs(value))
      return bottom === 1 ? String(top) : `${top}/${bottom}`;
  }
  return String(Number(value.toPrecision(6)));
}

/** A factor as a reader would say it; the factor that is not always the same number has none. */
function multipleInWords(factor: number | undefined): string {
  if (factor === undefined) return "the derivative times or over something that does not depend on the point";
  return multiples[String(factor)] ?? `${numberInWords(factor)} times the derivative`;
}

/** Where a power or a product brings a factor down, and where a constant gets lost. */
function factorHint(factor: number | undefined): string {
  if (factor === undefined) return "Is a dimension missing, or one too many?";
  if (factor === 0.5) return "Which rule brings a 2 down?";
  if (factor === 2) return "Is a 2 counted twice, or a 1/2 lost?";
  return "Check the constant in front.";
}

/** The sentence for every slip: what the answer is and what to look at, without giving the right one away. */
export const slips: Slips = {
  transposed: ({ layout }) =>
    layout
      ? `This is right in the other layout; in ${layout} layout it is transposed.`
      : "This is right in the other layout.",
  "constant-factor": ({ factor }) => `Your answer is ${multipleInWords(factor)}. ${factorHint(factor)}`,
  sign: () => "Your answer is minus the derivative: one minus sign is missing or too many.",
  "missed-occurrence": ({ part }) =>
    part
      ? `One place of the variable was held constant: what does the one in \`${part}\` contribute?`
      : "The variable stands in more than one place, and not all were differentiated: by the product rule each contributes a term.",
  "missing-inner-derivative": ({ part }) =>
    part
      ? `The chain rule asks for one more factor: the derivative of \`${part}\`, which stands inside.`
      : "The chain rule asks for one more factor: the derivative of what stands inside.",
  "assumed-symmetric": ({ part }) =>
    part
      ? `This holds only where \`${part}\` is symmetric, and that is not given: keep \`${part}\` and \`${part}'\` apart.`
      : "This holds only where the matrices are symmetric, and that is not given: keep each and its transpose apart.",
  "product-order": ({ part }) =>
    `The factors are the right ones, but two have changed places${inside(part)}: matrix products do not commute.`,
  "missing-transpose": ({ part }) =>
    part ? `One transpose is missing or too many, at \`${part}\`.` : "One transpose is missing or too many.",
  "elementwise-product": ({ part }) => `An entry-by-entry product and a matrix product are mixed up${inside(part)}.`,
  "not-differentiated": () => "This is the function itself: it has yet to be differentiated.",
  "wrong-shape": ({ got, want }) => `Your answer is ${got}, and the derivative is ${want}.`,
  "rounded-constant": ({ part }) =>
    `${part ? `\`${part}\` was` : "A number was"} rounded: write it exactly, as a fraction or with \`pi\`, \`sqrt\`, \`log\`, \`exp\`.`,
  undefined: () => "Your answer has no value at points where the derivative has one: look at its domain.",
};
