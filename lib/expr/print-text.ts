import { binding, operators } from "./operators";
import type { Expr, Subscript } from "./tree";

interface Piece {
  readonly text: string;
  readonly binds: number;
}

const whole = (text: string): Piece => ({ text, binds: 6 });
const loose = (text: string, binds: number): Piece => ({ text, binds });
const fit = (piece: Piece, least: number): string => (piece.binds >= least ? piece.text : `(${piece.text})`);
const place = (s: Subscript): string => (s === "all" ? ":" : toText(s));

function applied(e: Expr & { kind: "apply" }): Piece {
  const row = operators[e.op];
  const args = e.args.map(print);
  const [a, b] = args as [Piece, Piece];
  if (e.op === "bars") return whole(a.text.includes("|") ? `|(${a.text})|` : `|${a.text}|`);
  switch (row.form) {
    case "infix": {
      if (row.binds === binding.power) return loose(`${fit(a, 6)}${row.symbol}${fit(b, 6)}`, binding.power);
      const tight = row.binds === binding.compare ? binding.sum : row.binds;
      return loose(`${fit(a, tight)} ${row.symbol} ${fit(b, row.binds + 1)}`, row.binds);
    }
    case "prefix":
      return loose(`${row.symbol}${fit(a, row.binds)}`, row.binds);
    case "postfix":
      return loose(`${fit(a, binding.power)}${row.symbol}`, binding.power);
    case "function":
      return whole(`${row.names[0]}(${args.map(({ text }) => text).join(", ")})`);
  }
}

function print(e: Expr): Piece {
  switch (e.kind) {
    case "number":
      return whole(e.text);
    case "pi":
      return whole("pi");
    case "variable":
    case "size":
    case "index":
      return whole(e.name);
    case "identity":
      return whole(e.size ? `eye(${toText(e.size)})` : "I");
    case "apply":
      return applied(e);
    case "matrix":
      return whole(`[${e.rows.map((row) => row.map(toText).join(", ")).join("; ")}]`);
    case "entry":
      return whole(`${e.of.kind === "variable" ? e.of.name : `(${toText(e.of)})`}[${e.at.map(place).join(", ")}]`);
    case "sum":
      return whole(`sum(${e.index}${e.range ? `:${toText(e.range)}` : ""}, ${toText(e.body)})`);
    case "call":
      return whole(`${e.derivative ? `D(${e.name})` : e.name}(${toText(e.argument)})`);
    case "cases":
      return whole(
        e.branches
          .map((b) => `${toText(b.value)}${b.condition ? ` if ${toText(b.condition)}` : " otherwise"}`)
          .join("; "),
      );
  }
}

/** The tree in the text form of the language: reading it gives the same tree back. */
export function toText(e: Expr): string {
  return print(e).text;
}
