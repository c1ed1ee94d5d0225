import { type Operator, operators } from "./operators";
import type { Expr, Subscript } from "./tree";

/** Operators said behind what they are applied to. */
const behind: { readonly [Op in Operator]?: string } = { transpose: "transpose" };

const powers: Readonly<Record<string, string>> = { "2": "squared", "3": "cubed" };

const isPlain = (e: Expr): boolean =>
  ["number", "pi", "variable", "size", "index", "identity", "entry"].includes(e.kind);

/** Says a part; what has several parts of its own is called a quantity, so that nothing is read across its end. */
function grouped(e: Expr): string {
  const said = toSpeech(e);
  const selfContained = isPlain(e) || (e.kind === "apply" && e.op === "transpose" && isPlain(e.args[0] as Expr));
  return selfContained ? said : `the quantity ${said}, end quantity,`;
}

const place = (s: Subscript): string => (s === "all" ? "all" : toSpeech(s));

function sayPower(base: Expr, exponent: Expr): string {
  const known = exponent.kind === "number" ? powers[exponent.text] : undefined;
  if (known) return `${grouped(base)} ${known}`;
  const inverse = exponent.kind === "apply" && exponent.op === "negate" && (exponent.args[0] as Expr).kind === "number";
  if (inverse && (exponent.args[0] as Expr as { text?: string }).text === "1") return `${grouped(base)} inverse`;
  return `${grouped(base)} to the power ${grouped(exponent)}`;
}

/** A factor: sums and the like need their bounds said. */
function factor(e: Expr): string {
  const sum =
    e.kind === "apply" && ["add", "subtract", "negate", "greater", "less", "atLeast", "atMost"].includes(e.op);
  return sum ? grouped(e) : toSpeech(e);
}

function sayApplied(e: Expr & { kind: "apply" }): string {
  const row = operators[e.op];
  const [a, b] = e.args as [Expr, Expr];
  if (e.op === "power") return sayPower(a, b);
  if (behind[e.op]) return `${grouped(a)} ${behind[e.op]}`;
  switch (row.form) {
    case "infix": {
      const tight = !["add", "subtract"].includes(e.op);
      return `${tight ? factor(a) : toSpeech(a)} ${row.say} ${tight || b.kind === "apply" ? factor(b) : toSpeech(b)}`;
    }
    case "prefix":
      return `${row.say} ${factor(a)}`;
    case "postfix":
      return `${grouped(a)} ${row.say}`;
    case "function":
      return `${row.say} of ${e.args.map((x) => (e.args.length > 1 ? grouped(x) : toSpeech(x))).join(" and ")}`;
  }
}

function sayMatrix(rows: readonly (readonly Expr[])[]): string {
  const size = `${rows.length} by ${(rows[0] as readonly Expr[]).length}`;
  const lines = rows.map((row, k) => `row ${k + 1}: ${row.map((x) => toSpeech(x)).join(", ")}`);
  return `the ${size} matrix, ${lines.join("; ")}; end matrix`;
}

/** The tree in plain English, for listening: "the trace of A times X transpose". */
export function toSpeech(e: Expr): string {
  switch (e.kind) {
    case "number":
      return e.text;
    case "pi":
      return "pi";
    case "variable":
    case "size":
    case "index":
      return e.name.replaceAll("_", " ");
    case "identity":
      return e.size ? `the identity of size ${toSpeech(e.size)}` : "the identity";
    case "apply":
      return sayApplied(e);
    case "matrix":
      return sayMatrix(e.rows);
    case "entry":
      return `${grouped(e.of)} sub ${e.at.map(place).join(" ")}`;
    case "sum":
      return `the sum over ${e.index}${e.range ? ` from 1 to ${toSpeech(e.range)}` : ""} of ${factor(e.body)}`;
    case "call":
      return `${e.name}${e.derivative ? " prime" : ""} of ${toSpeech(e.argument)}`;
    case "cases":
      return e.branches
        .map((b) => `${toSpeech(b.value)} ${b.condition ? `if ${toSpeech(b.condition)}` : "otherwise"}`)
        .join("; ");
  }
}
