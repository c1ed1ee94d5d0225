import { cover } from "../../base";
import { subscriptCount } from "../names";
import type { Expr, Subscript } from "../tree";
import type { Reader } from "./reader";

/** Whether the `[` here holds places of the base, not the rows of a matrix that multiplies it. */
export function subscriptFollows({ cursor }: Reader, base: Expr): boolean {
  if (!cursor.is("[") || base.kind === "number") return false;
  let level = 0;
  for (let k = 0; ; k++) {
    const token = cursor.peek(k);
    if (token.kind === "end") return true;
    if (token.kind !== "mark") continue;
    if ("([{".includes(token.text)) level++;
    if (")]}".includes(token.text) && --level === 0) return true;
    if (token.text === ";" && level === 1) return false;
  }
}

/** `x[k]`, `X[i, j]`, `X[i, :]`. */
export function bracketSubscript(reader: Reader, of: Expr): Expr {
  const opening = reader.cursor.take();
  const at = reader.bracketed(() => reader.list(() => subscript(reader)));
  const closing = reader.cursor.close("]", opening);
  return reader.node({ kind: "entry", of, at, ...cover(of, closing) });
}

function subscript(reader: Reader): Subscript {
  return reader.cursor.accept(":") ? "all" : reader.comparison();
}

/** `X_{1,2}`, `X_{12}`, `X_{ij}`, `X_{i:}`, `(A x)_{k}`. */
export function bracedSubscript(reader: Reader, of: Expr): Expr {
  reader.cursor.take();
  const opening = reader.cursor.take();
  const at = packedSubscript(reader, of) ?? reader.bracketed(() => subscripts(reader));
  const span = cover(of, reader.cursor.close("}", opening));
  if (of.kind === "identity" && of.size === null && at.length === 1 && at[0] !== "all") {
    return reader.node({ ...of, size: at[0] as Expr, ...span });
  }
  return reader.node({ kind: "entry", of, at, ...span });
}

/** Subscripts between commas, which need not stand beside a `:`. */
function subscripts(reader: Reader): Subscript[] {
  const { cursor } = reader;
  const items = [subscript(reader)];
  const afterAll = (): boolean => items.length === 1 && items[0] === "all" && !cursor.is("}");
  while (cursor.accept(",") || cursor.is(":") || afterAll()) items.push(subscript(reader));
  return items;
}

/** Two subscripts written without a comma: digits or indices, `12`, `ij`. */
function packedSubscript(reader: Reader, of: Expr): Subscript[] | undefined {
  const { cursor, vocabulary } = reader;
  const { token } = cursor;
  if (!cursor.isAhead(1, "}") || token.letters.length < 2) return undefined;
  if (of.kind === "variable" && subscriptCount(vocabulary, of.name) === 1 && token.kind === "number") return undefined;
  const pieces: Subscript[] = [];
  for (const { value, start, end } of token.letters) {
    if (/\d/.test(value)) pieces.push(reader.node({ kind: "number", text: value, start, end }));
    else if (vocabulary.indices.has(value)) pieces.push(reader.node({ kind: "index", name: value, start, end }));
    else return undefined;
  }
  cursor.take();
  return pieces;
}
