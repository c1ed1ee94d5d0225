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
import { formulaSpeech, formulaTex, operandTex, pointTex, withDifferential } from "./formulas";

type AnswerText = SlipRow["slip"];

/** What a row of formulas says, as TeX. */
export function claimView(row: ClaimRow, block: ClaimsPart, around: Surroundings): ClaimView {
  const { variables = {}, functions } = recordOfRow(row, block, around);
  const names: Declarations = { variables, ...(functions && { functions }) };
  const why = row.why ?? null;
  if ("equal" in row) {
    const [claim, said] = [formulaTex(row.equal, names), formulaSpeech(row.equal, names)];
    return { kind: "equation", claim, said, answer: formulaTex(row.to, names), at: null, why };
  }
  const wrt = row.wrt ?? around.wrt ?? "";
  const head = { claim: claimTex(row, wrt, names), said: claimSpeech(row, wrt, names), why };
  const at = row.at ? pointTex(row.at, names).join(",\\quad ") : null;
  const answer = (text: AnswerText) => answerTex(text, row, wrt, names);
  if ("slip" in row) return { kind: "slip", ...head, answer: answer(row.slip), at };
  if (row.answer !== undefined) return { kind: "equation", ...head, answer: answer(row.answer), at };
  const [numerator, denominator] = [answer(row.numerator ?? ""), answer(row.denominator ?? "")];
  return { kind: "layouts", ...head, numerator, denominator, at };
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
  const operand = operandTex(row.function, names, binding.power);
  const fraction = `\\frac{\\partial ${operand}}{\\partial ${x}}`;
  return written[row.form ?? "derivative"]?.(fraction, operand, x, row) ?? fraction;
}

/** What a claim is about, by form, as a sentence says it. */
const said: { readonly [F in Form]?: string } = {
  hessian: "The Hessian of",
  differential: "The differential of",
  vec: "The derivative in vec form of",
  index: "An entry of the derivative of",
  stationary: "The stationary point of",
  shape: "The shape of the derivative of",
  set: "The subdifferential of",
};

function claimSpeech({ form = "derivative", function: source }: Row, wrt: string, names: Declarations): string {
  const about = said[form] ?? "The derivative of";
  return `${about} ${formulaSpeech(source, names)} by ${formulaSpeech(wrt, names)}`;
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
