import { cover, type Span } from "../../base";
import { refuse } from "../cursor";
import type { Operator } from "../operators";
import type { Token } from "../tokens";
import type { Expr } from "../tree";
import type { Reader } from "./reader";

const norms: ReadonlyMap<string, Operator> = new Map([
  ["1", "norm1"],
  ["2", "norm2"],
  ["F", "normF"],
]);

/** `|a|`, `||a||`, `‖a‖`, the norms with the mark `_1`, `_2` or `_F` behind. */
export function barred(reader: Reader): Expr {
  const { cursor } = reader;
  const opening = cursor.take();
  const inside = reader.barred(opening.text, () => reader.comparison());
  if (opening.text === "|" && cursor.is("||")) cursor.split(1);
  const closing = cursor.close(opening.text, opening);
  return betweenBars(reader, opening.text === "|", inside, cover(opening, closing));
}

/**
 * `\lvert a\rvert`, `\lVert a\rVert`: like brackets, an opening one cannot be taken for a closing one. Two single ones
 * with nothing between are the double one.
 */
export function fenced(reader: Reader): Expr {
  const opening = reader.cursor.take();
  const single = opening.text === "\\lvert";
  const second = reader.cursor.is("\\lvert");
  const inside = reader.bracketed(() => reader.comparison());
  const closing = reader.cursor.close(single ? "\\rvert" : "\\rVert", opening);
  const span = cover(opening, closing);
  if (single && second && inside.kind === "apply" && inside.op === "bars")
    return betweenBars(reader, false, inside.args[0] as Expr, span);
  return betweenBars(reader, single, inside, span);
}

function betweenBars(reader: Reader, single: boolean, inside: Expr, span: Span): Expr {
  if (single) return reader.apply("bars", [inside], span);
  const { op, end } = normKind(reader);
  return reader.apply(op, [inside], end ? cover(span, end) : span);
}

function normKind({ cursor }: Reader): { readonly op: Operator; readonly end?: Token } {
  if (!cursor.is("_")) return { op: "norm" };
  const braced = cursor.isAhead(1, "{") ? 1 : 0;
  const name = cursor.peek(1 + braced);
  const op = norms.get(name.text);
  if (!op) return refuse("syntax", "unexpected-token", { found: `_${name.text}` }, name);
  for (let k = 0; k < 1 + braced; k++) cursor.take();
  const end = cursor.take();
  return { op, end: braced ? cursor.close("}", end) : end };
}
