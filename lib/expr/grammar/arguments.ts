import { cover, type Span } from "../../base";
import { refuse } from "../cursor";
import type { Token } from "../tokens";
import type { Expr } from "../tree";
import type { Reader } from "./reader";

const inverseNames: ReadonlyMap<string, string> = new Map([
  ["sin", "asin"],
  ["cos", "acos"],
  ["tan", "atan"],
]);

/** What stands between the brackets of a call. */
export function argumentList(reader: Reader): { readonly args: Expr[]; readonly closing: Token } {
  const opening = reader.cursor.take();
  const args = reader.cursor.is(")") ? [] : reader.bracketed(() => reader.list(() => reader.comparison()));
  return { args, closing: reader.cursor.close(")", opening) };
}

export function checkCount(name: string, args: readonly Expr[], least: number, most: number, span: Span): void {
  if (args.length >= least && args.length <= most) return;
  const want = least === most ? String(least) : `${least} or ${most}`;
  refuse("syntax", "wrong-argument-count", { name, want, got: args.length }, span);
}

/** A power between the name and the argument: `sin^2(x)` is `sin(x)^2`. */
export function functionPower(reader: Reader, name: string): Expr | undefined {
  if (!reader.cursor.is("^")) return undefined;
  const caret = reader.cursor.take();
  const [power] = reader.exponent();
  const negative = power.kind === "apply" && power.op === "negate";
  if (negative)
    refuse("syntax", "inverse-function", { name, inverse: inverseNames.get(name) ?? "" }, cover(caret, power));
  return power;
}
