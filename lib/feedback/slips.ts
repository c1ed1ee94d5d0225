import type { Diagnosis, DiagnosisCode } from "../grade";

type Slips = { readonly [C in DiagnosisCode]: (facts: Diagnosis) => string };

const about = (part: string | undefined): string => (part ? ` Look at \`${part}\`.` : "");

/** A factor as a reader would say it. */
function factorInWords(factor: number): string {
  const known: Readonly<Record<string, string>> = {
    "2": "twice",
    "0.5": "half",
    "3": "three times",
    "4": "four times",
    "0.25": "a quarter of",
  };
  return known[String(factor)] ?? `${Number(factor.toPrecision(6))} times`;
}

/** The sentence for every slip: what the answer is, without giving the right one away. */
export const slips: Slips = {
  transposed: () => "This is right in the other layout: transpose it.",
  "constant-factor": ({ factor }) =>
    `Your answer is ${factorInWords(factor ?? 1)} the derivative: check the constant factor.`,
  sign: () => "Your answer is minus the derivative: check the sign.",
  "missed-occurrence": ({ part }) =>
    `The variable stands in more than one place, and only some of them were differentiated: by the product rule each contributes a term.${about(part)}`,
  "missing-inner-derivative": ({ part }) =>
    `The chain rule asks for one more factor, the derivative of what stands inside.${about(part)}`,
  "assumed-symmetric": ({ part }) => `This holds only if \`${part ?? "the matrix"}\` is symmetric, which is not given.`,
  "product-order": ({ part }) =>
    `The factors are the right ones, but not in this order: matrix products do not commute.${about(part)}`,
  "missing-transpose": ({ part }) => `One transpose is missing or too many.${about(part)}`,
  "elementwise-product": ({ part }) => `An entry-by-entry product and a matrix product were mixed up.${about(part)}`,
  "not-differentiated": () => "This is the function itself, not its derivative.",
  "wrong-shape": ({ got, want }) => `Your answer is ${got}, and the derivative is ${want}.`,
  "rounded-constant": ({ part }) =>
    `A number was rounded: write it exactly, as a fraction or with \`pi\`, \`sqrt\`, \`exp\`.${about(part)}`,
  undefined: () => "Your answer has no value at points where the derivative has one.",
};
