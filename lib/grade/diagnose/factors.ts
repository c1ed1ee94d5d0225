import type { ShapedExpr } from "../../shape";
import type { Fraction } from "./rational";
import type { Repair, Slip } from "./repair";
import { applied, dimension, literal, negated, nodes, pi, reciprocal, scaled } from "./rewrite";

/** A number that is forgotten or put in by mistake, and its value where that is always the same. */
interface Unit {
  readonly expr: ShapedExpr;
  readonly value?: number;
}

const withInverse = (expr: ShapedExpr, value?: number): Unit[] => [
  { expr, ...(value !== undefined && { value }) },
  { expr: reciprocal(expr), ...(value !== undefined && { value: 1 / value }) },
];

const constants: readonly Unit[] = [
  ...withInverse(pi, Math.PI),
  ...withInverse(applied("sqrt", literal(2)), Math.SQRT2),
  ...withInverse(applied("sqrt", literal(3)), Math.sqrt(3)),
  ...withInverse(applied("sqrt", pi), Math.sqrt(Math.PI)),
  ...withInverse(applied("log", literal(2)), Math.LN2),
  ...withInverse(applied("log", literal(10)), Math.LN10),
  ...withInverse(applied("exp", literal(1)), Math.E),
];

export function fractionExpr({ top, bottom }: Fraction): ShapedExpr {
  const size = Math.abs(top);
  const positive = bottom === 1 ? literal(size) : scaled(reciprocal(literal(bottom)), literal(size));
  return top < 0 ? negated(positive) : positive;
}

const inverted = ({ top, bottom }: Fraction): Fraction =>
  top < 0 ? { top: -bottom, bottom: -top } : { top: bottom, bottom: top };

/** Within a hundredth of 1: rather a rounded number than a forgotten one. */
const nearOne = (factor: number): boolean => Math.abs(factor - 1) < 0.01;

/** The answer divided by c·unit, for the fractions c that one point gives. */
function divided({ truth, answer, trial }: Slip, { expr, value }: Unit): Repair[] {
  return trial.ratios(truth, answer, expr).map((ratio) => ({
    facts: value === undefined ? {} : { factor: (value * ratio.top) / ratio.bottom },
    truth,
    answer: scaled(scaled(fractionExpr(inverted(ratio)), reciprocal(expr)), answer),
  }));
}

const whole: Unit = { expr: literal(1), value: 1 };

export function* sign({ truth, answer }: Slip): Generator<Repair> {
  yield { facts: {}, truth, answer: negated(answer) };
}

const hasDecimals = (answer: ShapedExpr): boolean =>
  [...nodes(answer)].some(({ node }) => node.op === "literal" && /[.e]/i.test(node.text ?? ""));

/** The truth times a fraction, a dimension or a well-known constant. */
export function* constantFactor(slip: Slip): Generator<Repair> {
  const sizes = [...slip.truth.scope.dimensions].flatMap((name) => withInverse(dimension(name)));
  const rounded = hasDecimals(slip.answer);
  for (const unit of [whole, ...sizes, ...constants]) {
    for (const repair of divided(slip, unit)) {
      const { factor } = repair.facts;
      const told = factor === -1 || (rounded && factor !== undefined && nearOne(factor));
      if (!told) yield repair;
    }
  }
}

/** The truth times a fraction close to 1, by an answer that has decimals. */
export function* nearlyOne(slip: Slip): Generator<Repair> {
  if (!hasDecimals(slip.answer)) return;
  for (const repair of divided(slip, whole)) if (nearOne(repair.facts.factor ?? 0)) yield { ...repair, facts: {} };
}
