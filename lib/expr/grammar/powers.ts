import { cover } from "../../base";
import { refuse } from "../cursor";
import type { Expr } from "../tree";
import { operand } from "./operands";
import type { Factors, Reader } from "./reader";
import { bracedSubscript, bracketSubscript, subscriptFollows } from "./subscripts";
import { transposeAhead, transposeMark } from "./transposes";

/** An operand with everything that binds tightly behind it. */
export function powered(reader: Reader): Factors {
  const factors = operand(reader);
  const last = factors.pop() as Expr;
  return [...factors, ...postfixed(reader, last)] as Factors;
}

function postfixed(reader: Reader, base: Expr): Factors {
  const expr = marked(reader, base);
  if (!reader.cursor.is("^", ".^")) return [expr];
  const powers = reader.cursor.is("^") ? raise(reader, expr) : raiseEntries(reader, expr);
  const last = powers.pop() as Expr;
  return [...powers, ...postfixed(reader, last)] as Factors;
}

/** Primes and subscripts behind a base. */
function marked(reader: Reader, base: Expr): Expr {
  const { cursor } = reader;
  let expr = base;
  for (;;) {
    if (cursor.is("'")) expr = reader.apply("transpose", [expr], cover(expr, cursor.take()));
    else if (subscriptFollows(reader, expr)) expr = bracketSubscript(reader, expr);
    else if (cursor.is("_") && cursor.isAhead(1, "{")) expr = bracedSubscript(reader, expr);
    else return expr;
  }
}

/** `.^` with what stands behind it. */
function raiseEntries(reader: Reader, base: Expr): Factors {
  reader.cursor.take();
  const [exponent, ...rest] = reader.exponent();
  return [reader.binary("entryPower", base, exponent), ...rest];
}

/** `^` with what stands behind it: a transpose, an inverse transpose, or a power. */
function raise(reader: Reader, base: Expr): Factors {
  const caret = reader.cursor.take();
  const transposed = transposeMark(reader);
  if (transposed) {
    const span = cover(base, transposed.span);
    const inner = transposed.inverse ? reader.apply("inverse", [base], span) : base;
    return [reader.apply("transpose", [inner], span)];
  }
  if (reader.cursor.finished()) refuse("syntax", "missing-operand", { operator: "^" }, caret);
  const [exponent, ...rest] = reader.exponent();
  return [reader.binary("power", base, exponent), ...rest];
}

/** What stands behind `^` or `.^`: tightly bound, right to left; a sign is of all that follows, as in `2^-x^2`. */
export function exponent(reader: Reader): Factors {
  return reader.nested(() => {
    const { cursor } = reader;
    if (cursor.is("-", "+")) {
      const sign = cursor.take();
      const [first, ...rest] = exponent(reader);
      return [sign.text === "-" ? reader.apply("negate", [first], cover(sign, first)) : first, ...rest];
    }
    const factors = exponentOperand(reader);
    const raisedAgain = factors.length === 1 && cursor.is("^", ".^") && !transposeAhead(reader);
    if (!raisedAgain) return factors;
    const op = cursor.take().text === "^" ? "power" : "entryPower";
    const [next, ...rest] = exponent(reader);
    return [reader.binary(op, factors[0], next), ...rest];
  });
}

function exponentOperand(reader: Reader): Factors {
  const factors = operand(reader);
  const single = factors.length === 1 && subscriptFollows(reader, factors[0]);
  return single ? [bracketSubscript(reader, factors[0])] : factors;
}
