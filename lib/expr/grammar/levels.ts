import { cover } from "../../base";
import { refuse } from "../cursor";
import type { Operator } from "../operators";
import type { Expr } from "../tree";
import { exponent, powered } from "./powers";
import type { Factors, Levels, Reader } from "./reader";

const comparisons: ReadonlyMap<string, Operator> = new Map([
  [">", "greater"],
  ["<", "less"],
  [">=", "atLeast"],
  ["<=", "atMost"],
]);
const products: ReadonlyMap<string, Operator> = new Map([
  ["*", "multiply"],
  ["·", "multiply"],
  ["/", "divide"],
  [".*", "entryTimes"],
  ["⊙", "entryTimes"],
  ["./", "entryDivide"],
  ["⊗", "kron"],
  ["×", "cross"],
]);

/** Takes the operator that stands here, if it is one of this level. */
function operator({ cursor }: Reader, level: ReadonlyMap<string, Operator>): Operator | undefined {
  const op = cursor.token.kind === "mark" ? level.get(cursor.token.text) : undefined;
  if (op) cursor.take();
  return op;
}

function comparison(reader: Reader): Expr {
  const left = sum(reader);
  const op = operator(reader, comparisons);
  if (!op) return left;
  const right = sum(reader);
  if (reader.cursor.is(...comparisons.keys())) refuse("syntax", "chained-comparison", {}, reader.cursor.token);
  return reader.binary(op, left, right);
}

function sum(reader: Reader): Expr {
  let left = product(reader);
  while (reader.cursor.is("+", "-")) {
    const op = reader.cursor.take().text === "+" ? "add" : "subtract";
    left = reader.binary(op, left, product(reader));
  }
  return left;
}

function product(reader: Reader): Expr {
  const [first, ...rest] = signed(reader);
  let left = reader.multiply(first, rest);
  for (;;) {
    const op = operator(reader, products);
    if (op) {
      const [next, ...others] = signed(reader);
      left = reader.multiply(reader.binary(op, left, next), others);
    } else if (reader.startsOperand()) left = beside(reader, left);
    else return left;
  }
}

/** A factor that stands beside another without an operator. A number behind a number or a script could be meant otherwise. */
function beside(reader: Reader, left: Expr): Expr {
  const { token, before } = reader.cursor;
  const unclear = before?.kind === "number" || before?.text === "}";
  if (token.kind === "number" && unclear) refuse("syntax", "number-after-factor", { found: token.text }, token);
  return reader.multiply(left, reader.powered());
}

/** A factor with signs before it. */
function signed(reader: Reader): Factors {
  if (!reader.cursor.is("-", "+")) return reader.powered();
  const sign = reader.cursor.take();
  const [first, ...rest] = reader.nested(() => signed(reader));
  return [sign.text === "-" ? reader.apply("negate", [first], cover(sign, first)) : first, ...rest];
}

/** The levels of binding, loosest first. */
export const levels: Levels = { comparison, product, powered, exponent };

/** Reads all the tokens as one expression: a Pratt reader, one function a level of binding. */
export function whole(reader: Reader): Expr {
  const { cursor } = reader;
  if (cursor.finished()) refuse("syntax", "empty", {}, cursor.token);
  const expr = reader.nested(() => comparison(reader));
  return cursor.finished() ? expr : cursor.unexpected();
}
