import { cover } from "../../base";
import { refuse } from "../cursor";
import type { Expr } from "../tree";
import { barred, fenced } from "./bars";
import { cases, matrixLiteral, parenthesis } from "./brackets";
import type { Factors, Reader } from "./reader";
import { prefixSum } from "./sums";
import { word } from "./words";

const readers: ReadonlyMap<string, (reader: Reader) => Expr> = new Map([
  ["(", parenthesis],
  ["{", parenthesis],
  ["[", matrixLiteral],
  ["|", barred],
  ["||", barred],
  ["‖", barred],
  ["\\lvert", fenced],
  ["\\lVert", fenced],
  ["√", root],
  ["\\sum", prefixSum],
  ["\\cases", cases],
]);

/** A number, a run of letters, or what a mark opens. */
export function operand(reader: Reader): Factors {
  const { token } = reader.cursor;
  if (token.kind === "number") {
    reader.cursor.take();
    return [reader.node({ kind: "number", text: token.text, start: token.start, end: token.end })];
  }
  if (token.kind === "word") return word(reader);
  const read = token.kind === "mark" ? readers.get(token.text) : undefined;
  return read ? [read(reader)] : missingOperand(reader);
}

function missingOperand({ cursor: { token } }: Reader): never {
  if (token.kind === "end") return refuse("syntax", "unexpected-end", {}, token);
  return refuse("syntax", "unexpected-token", { found: token.text }, token);
}

function root(reader: Reader): Expr {
  const sign = reader.cursor.take();
  const [argument, ...rest] = reader.nested(() => reader.powered());
  return reader.multiply(reader.apply("sqrt", [argument], cover(sign, argument)), rest);
}
