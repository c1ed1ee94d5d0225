import { cover } from "../../base";
import type { Branch, Expr } from "../tree";
import type { Reader } from "./reader";

export function parenthesis(reader: Reader): Expr {
  const opening = reader.cursor.take();
  const inside = reader.bracketed(() => reader.comparison());
  const closing = reader.cursor.close(opening.text === "(" ? ")" : "}", opening);
  return { ...inside, ...cover(opening, closing) };
}

/** `[a, b; c, d]`, the last line with or without a `;`. */
export function matrixLiteral(reader: Reader): Expr {
  const opening = reader.cursor.take();
  const rows: Expr[][] = [];
  reader.bracketed(() => {
    do {
      if (rows.length > 0 && reader.cursor.is("]")) return;
      rows.push(reader.list(() => reader.comparison()));
    } while (reader.cursor.accept(";"));
  });
  const closing = reader.cursor.close("]", opening);
  return reader.node({ kind: "matrix", rows, ...cover(opening, closing) });
}

/** Lines of a definition by cases, as the LaTeX reader lays them out: value `,` condition `;` … `]`. */
export function cases(reader: Reader): Expr {
  const opening = reader.cursor.take();
  const branches: Branch[] = [];
  reader.bracketed(() => {
    do {
      if (reader.cursor.is("]")) return;
      const value = reader.comparison();
      branches.push({ value, condition: reader.cursor.accept(",") ? condition(reader) : null });
    } while (reader.cursor.accept(";"));
  });
  const closing = reader.cursor.close("]", opening);
  return reader.node({ kind: "cases", branches, ...cover(opening, closing) });
}

function condition(reader: Reader): Expr | null {
  return reader.cursor.accept("\\otherwise") ? null : reader.comparison();
}
