import { greekNames } from "./names";
import { binding, type Operator, operators } from "./operators";
import type { Expr, Subscript } from "./tree";

/** TeX with how tightly it holds together: a name or a bracket is `whole`. */
interface Piece {
  readonly tex: string;
  readonly binds: number;
}

const whole = (tex: string): Piece => ({ tex, binds: 6 });
const loose = (tex: string, binds: number): Piece => ({ tex, binds });

const bracket = (tex: string): string => `\\left(${tex}\\right)`;

/** The piece, in brackets where it holds less tightly than its place needs. */
function fit(piece: Piece, least: number): string {
  return piece.binds >= least ? piece.tex : bracket(piece.tex);
}

function letterTex(letter: string): string {
  if (!greekNames.has(letter)) return letter.length === 1 ? letter : `\\mathrm{${letter}}`;
  return letter === "omicron" ? "o" : `\\${letter}`;
}

/** A name as it is typeset: Greek as Greek, what follows `_` or a trailing number as a subscript. */
function nameTex(name: string): string {
  const differential = /^d(.+)$/.exec(name);
  if (differential && (greekNames.has(differential[1] as string) || /^[A-Z]$/.test(differential[1] as string))) {
    return `\\mathrm{d}${letterTex(differential[1] as string)}`;
  }
  const [, base = name, mark = ""] = /^(\p{L}+)_?(.*)$/u.exec(name) ?? [];
  return mark ? `${letterTex(base)}_{${mark.split("_").map(letterTex).join(",")}}` : letterTex(base);
}

const numberTex = (text: string): string => {
  const [, digits = text, exponent] = /^(.*?)[eE]([+-]?\d+)$/.exec(text) ?? [];
  return exponent === undefined ? digits : `${digits}\\cdot 10^{${Number(exponent)}}`;
};

/** Fences that are written instead of a function's name. */
const fences: { readonly [Op in Operator]?: readonly [open: string, close: string] } = {
  norm: ["\\left\\lVert ", "\\right\\rVert"],
  norm1: ["\\left\\lVert ", "\\right\\rVert_{1}"],
  norm2: ["\\left\\lVert ", "\\right\\rVert_{2}"],
  normF: ["\\left\\lVert ", "\\right\\rVert_{F}"],
  bars: ["\\left\\lvert ", "\\right\\rvert"],
  sqrt: ["\\sqrt{", "}"],
};

/** Writes trees as TeX. Nothing is rearranged: what was typed is what is shown. */
class Printer {
  print(e: Expr): Piece {
    switch (e.kind) {
      case "number":
        return /e/i.test(e.text) ? loose(numberTex(e.text), binding.product) : whole(e.text);
      case "pi":
        return whole("\\pi");
      case "variable":
      case "size":
      case "index":
        return whole(nameTex(e.name));
      case "identity":
        return whole(e.size ? `I_{${this.print(e.size).tex}}` : "I");
      case "matrix":
        return whole(
          this.grid(
            "bmatrix",
            e.rows.map((row) => row.map((x) => this.print(x).tex)),
          ),
        );
      case "entry":
        return whole(`${this.subscripted(e.of)}_{${e.at.map((s) => this.subscript(s)).join(",")}}`);
      case "sum": {
        const range = e.range ? `_{${nameTex(e.index)}=1}^{${this.print(e.range).tex}}` : `_{${nameTex(e.index)}}`;
        return loose(`\\sum${range} ${fit(this.print(e.body), binding.product)}`, binding.sum);
      }
      case "call":
        return whole(`${nameTex(e.name)}${e.derivative ? "'" : ""}${bracket(this.print(e.argument).tex)}`);
      case "cases":
        return whole(
          this.grid(
            "cases",
            e.branches.map((b) => this.branch(b.value, b.condition)),
          ),
        );
      case "apply":
        return this.applied(e);
    }
  }

  private grid(environment: string, rows: readonly (readonly string[])[]): string {
    return `\\begin{${environment}}${rows.map((row) => row.join(" & ")).join(" \\\\ ")}\\end{${environment}}`;
  }

  private branch(value: Expr, condition: Expr | null): string[] {
    return [this.print(value).tex, condition ? `\\text{if } ${this.print(condition).tex}` : "\\text{otherwise}"];
  }

  private subscripted(of: Expr): string {
    const piece = this.print(of);
    return of.kind === "variable" && !piece.tex.includes("_") ? piece.tex : bracket(piece.tex);
  }

  private subscript(s: Subscript): string {
    return s === "all" ? ":" : this.print(s).tex;
  }

  private applied(e: Expr & { kind: "apply" }): Piece {
    const special = this.special(e);
    if (special) return special;
    const row = operators[e.op];
    const [a, b] = e.args as [Expr, Expr];
    switch (row.form) {
      case "infix": {
        const chained = row.binds === binding.compare ? binding.sum : row.binds;
        return loose(`${fit(this.print(a), chained)} ${row.tex} ${fit(this.print(b), row.binds + 1)}`, row.binds);
      }
      case "prefix":
        return loose(`${row.tex}${fit(this.print(a), row.binds)}`, row.binds);
      case "postfix":
        return loose(`${this.base(a)}${row.tex}`, binding.power);
      case "function":
        return whole(`${row.tex}${bracket(e.args.map((x) => this.print(x).tex).join(", "))}`);
    }
  }

  /** What stands under an exponent: a name or something in brackets. */
  private base(a: Expr): string {
    return fit(this.print(a), 6);
  }

  private special(e: Expr & { kind: "apply" }): Piece | undefined {
    const [a, b] = e.args as [Expr, Expr];
    const fence = fences[e.op];
    if (fence) return whole(`${fence[0]}${this.fenced(e.op, a)}${fence[1]}`);
    switch (e.op) {
      case "multiply":
        return this.product(a, /^[\d.]/.test(this.print(b).tex) ? "\\cdot" : "\\,", b);
      case "divide":
        return whole(`\\frac{${this.print(a).tex}}{${this.print(b).tex}}`);
      case "power":
        return loose(`${this.base(a)}^{${this.print(b).tex}}`, binding.power);
      case "entryPower":
        return loose(`${this.base(a)}^{\\circ ${fit(this.print(b), 6)}}`, binding.power);
      case "inverse":
        return loose(`${this.base(a)}^{-1}`, binding.power);
      case "transpose":
        return this.transpose(a);
      case "ones":
      case "zeros":
        if (e.args.length === 0) return whole(operators[e.op].tex);
        return whole(`${operators[e.op].tex}_{${e.args.map((x) => this.print(x).tex).join(" \\times ")}}`);
      case "unit":
        return whole(`e_{${this.print(a).tex}}^{(${this.print(b).tex})}`);
      case "delta":
        return whole(`\\delta_{${this.print(a).tex},${this.print(b).tex}}`);
      default:
        return undefined;
    }
  }

  /** Bars straight inside bars would be a norm. */
  private fenced(op: Operator, a: Expr): string {
    const { tex } = this.print(a);
    return op === "bars" && a.kind === "apply" && a.op === "bars" ? bracket(tex) : tex;
  }

  private transpose(a: Expr): Piece {
    if (a.kind === "apply" && a.op === "inverse")
      return loose(`${this.base(a.args[0] as Expr)}^{-\\top}`, binding.power);
    return loose(`${this.base(a)}^{\\top}`, binding.power);
  }

  private product(a: Expr, dot: string, b: Expr): Piece {
    const right = this.print(b);
    const held = right.binds > binding.product && !right.tex.startsWith("-") ? right.tex : bracket(right.tex);
    return loose(`${fit(this.print(a), binding.product)} ${dot} ${held}`, binding.product);
  }
}

/** The tree as TeX, as it was typed and nothing simplified. */
export function toTex(expr: Expr): string {
  return new Printer().print(expr).tex;
}
