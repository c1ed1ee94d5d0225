import { binding } from "../expr";
import type { Form } from "../grade";
import {
  type ClaimRow,
  type ClaimsPart,
  type DerivativeRow,
  recordOfRow,
  type SlipRow,
  type Surroundings,
} from "../problems";
import type { Declarations } from "../shape";
import type { ClaimView } from "./content-views";
import { formulaTex, operandTex, pointTex, withDifferential } from "./formulas";

type AnswerText = SlipRow["slip"];

/** What a row of formulas says, as TeX. */
export function claimView(row: ClaimRow, block: ClaimsPart, around: Surroundings): ClaimView {
  const { variables = {}, functions } = recordOfRow(row, block, around);
  const names: Declarations = { variables, ...(functions && { functions }) };
  const why = row.why ?? null;
  if ("equal" in row) {
    return equation(formulaTex(row.equal, names), formulaTex(row.to, names), null, why);
  }
  const wrt = row.wrt ?? around.wrt ?? "";
  const claim = claimTex(row, wrt, names);
  const at = row.at ? pointTex(row.at, names).join(",\\quad ") : null;
  const answer = (text: AnswerText) => answerTex(text, row, wrt, names);
  if ("slip" in row) return { kind: "slip", claim, answer: answer(row.slip), at, why };
  if (row.answer !== undefined) return equation(claim, answer(row.answer), at, why);
  const [numerator, denominator] = [answer(row.numerator ?? ""), answer(row.denominator ?? "")];
  return { kind: "layouts", claim, numerator, denominator, at, why };
}

function equation(claim: string, answer: string, at: string | null, why: string | null): ClaimView {
  return { kind: "equation", claim, answer, at, why };
}

type Row = DerivativeRow | SlipRow;

/** How what is asked for is written, by form. */
const written: { readonly [F in Form]?: (fraction: string, f: string, x: string, row: Row) => string } = {
  hessian: (_, f, x) => `\\frac{\\partial^2 ${f}}{\\partial ${x}\\,\\partial ${x}^\\top}`,
  differential: (_, f) => `\\mathrm{d}${f}`,
  vec: (_, f, x) => `\\frac{\\partial \\operatorname{vec}${inBrackets(f)}}{\\partial \\operatorname{vec}(${x})^\\top}`,
  index: (fraction, _f, _x, { indices = [] }) => `\\left[${fraction}\\right]_{${indices.join(",")}}`,
  stationary: (fraction) => `${fraction} = 0 \\text{ at}`,
  shape: (fraction) => `\\text{shape of } ${fraction}`,
  set: (_, f) => `\\partial ${f}`,
};

function claimTex(row: Row, wrt: string, names: Declarations): string {
  const x = formulaTex(wrt, names);
  const fraction = `\\frac{\\partial ${operandTex(row.function, names, binding.product)}}{\\partial ${x}}`;
  const operand = operandTex(row.function, names, binding.power);
  return written[row.form ?? "derivative"]?.(fraction, operand, x, row) ?? fraction;
}

function inBrackets(tex: string): string {
  return tex.startsWith("\\left(") ? tex : `\\left(${tex}\\right)`;
}

function answerTex(text: AnswerText, { form, indices }: Row, wrt: string, names: Declarations): string {
  if (typeof text !== "string")
    return Object.values(text)
      .map((line) => formulaTex(line, names))
      .join(",\\; ");
  if (form === "shape") return text.replace(/\s*[x×]\s*/g, " \\times ");
  const known = form === "differential" ? withDifferential(names, wrt) : names;
  const tex = formulaTex(text, known, indices);
  return form === "stationary" ? `${formulaTex(wrt, names)} = ${tex}` : tex;
}
