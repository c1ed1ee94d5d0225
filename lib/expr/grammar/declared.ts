import { cover, type Span } from "../../base";
import { refuse } from "../cursor";
import { canonicalName } from "../names";
import type { Expr } from "../tree";
import { argumentList, checkCount, functionPower } from "./arguments";
import type { Factors, Reader } from "./reader";

/** A declared function: `f(x)`, `f'(x)`, `f^2(x)`. */
export function declaredCall(reader: Reader, name: string, at: Span): Factors {
  const { cursor } = reader;
  const derivative = cursor.accept("'");
  if (cursor.is("'")) refuse("syntax", "unexpected-token", { found: "'" }, cursor.token);
  const power = functionPower(reader, name);
  if (!cursor.is("(")) refuse("syntax", "needs-argument", { name }, at);
  const call = applied(reader, name, derivative, at);
  return [power ? reader.binary("power", call, power) : call];
}

/** `D(f)(x)`, the derivative of a declared function. */
export function derivativeCall(reader: Reader, at: Span): Expr {
  const { cursor } = reader;
  const opening = cursor.token;
  if (!cursor.accept("(")) refuse("syntax", "needs-argument", { name: "D" }, at);
  const word = cursor.take();
  const name = canonicalName(word.text);
  if (!reader.vocabulary.functions.has(name)) reader.unknownName({ name: word.text, suggestion: "" }, word);
  cursor.close(")", opening);
  if (!cursor.is("(")) refuse("syntax", "needs-argument", { name: `D(${word.text})` }, cover(at, word));
  return applied(reader, name, true, at);
}

function applied(reader: Reader, name: string, derivative: boolean, at: Span): Expr {
  const { args, closing } = argumentList(reader);
  const span = cover(at, closing);
  checkCount(name, args, 1, 1, span);
  return reader.node({ kind: "call", name, derivative, argument: args[0] as Expr, ...span });
}
