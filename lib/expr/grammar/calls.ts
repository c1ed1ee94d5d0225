import { cover, type Span } from "../../base";
import { refuse } from "../cursor";
import { canonicalName } from "../names";
import { functionNames, type Operator, operators } from "../operators";
import type { Token } from "../tokens";
import type { Expr } from "../tree";
import { argumentList, checkCount, functionPower } from "./arguments";
import { derivativeCall } from "./declared";
import type { Factors, Reader } from "./reader";
import { indexFollows, indexSum } from "./sums";

/** A function of the language, behind whose name the argument, or a power and then the argument, follows. */
export function functionCall(reader: Reader, name: string, at: Span): Factors {
  if (name === "D") return [derivativeCall(reader, at)];
  const power = functionPower(reader, name);
  const [call, ...rest] = reader.cursor.is("(") ? parenthesisedCall(reader, name, at) : bareCall(reader, name, at);
  return [power ? reader.binary("power", call, power) : call, ...rest];
}

function parenthesisedCall(reader: Reader, name: string, at: Span): Factors {
  if (name === "sum" && indexFollows(reader)) return [indexSum(reader, at)];
  const { args, closing } = argumentList(reader);
  return [call(reader, name, args, cover(at, closing))];
}

/** Functions whose bare argument a set space ends: `\det X\,X^{-T}` is (det X)·X⁻ᵀ. */
const endedBySpace: ReadonlySet<string> = new Set(["det", "logdet"]);

/** `sin x`, `tr A B`: the factors that follow, up to the next operator or function. */
function bareCall(reader: Reader, name: string, at: Span): Factors {
  if (!reader.startsOperand()) refuse("syntax", "needs-argument", { name }, at);
  const [first, ...rest] = reader.nested(() => reader.powered());
  let argument = reader.multiply(first, rest);
  const ends = ({ kind, spaced }: Token): boolean => kind === "number" || (spaced === true && endedBySpace.has(name));
  while (reader.startsOperand() && !functionAhead(reader) && !ends(reader.cursor.token)) {
    argument = reader.multiply(argument, reader.powered());
  }
  return [call(reader, name, [argument], cover(at, argument))];
}

function functionAhead({ cursor: { token }, vocabulary }: Reader): boolean {
  if (token.kind !== "word") return false;
  const name = canonicalName(token.text);
  return (functionNames.has(name) || vocabulary.functions.has(name)) && !vocabulary.variables.has(name);
}

function call(reader: Reader, name: string, args: readonly Expr[], span: Span): Expr {
  const special = specialCall(reader, name, args, span);
  if (special) return special;
  const op = functionNames.get(name) as Operator;
  const row = operators[op];
  const [least, most] = row.form === "function" ? row.arity : [2, 2];
  checkCount(name, args, least, most, span);
  return reader.apply(op, args, span);
}

/** Functions that are not in the operator table, or not as functions. */
function specialCall(reader: Reader, name: string, args: readonly Expr[], span: Span): Expr | undefined {
  switch (name) {
    case "transpose":
      checkCount(name, args, 1, 1, span);
      return reader.apply("transpose", args, span);
    case "kron":
      checkCount(name, args, 2, 2, span);
      return reader.apply("kron", args, span);
    case "eye":
      checkCount(name, args, 1, 1, span);
      return reader.node({ kind: "identity", size: args[0] as Expr, start: span.start, end: span.end });
    default:
      return undefined;
  }
}
