import { type Complaint, complain, cover, type Span } from "../base";
import { type Cursor, refuse } from "./cursor";
import { limits } from "./limits";
import { canonicalName, isKnown, subscriptCount, suggestName, type Vocabulary } from "./names";
import { functionNames, type Operator, operators } from "./operators";
import { type Piece, splitRun, transposeLetterIsFree } from "./runs";
import type { Token } from "./tokens";
import type { Branch, Expr, Subscript } from "./tree";

const comparisons: Readonly<Record<string, Operator>> = {
  ">": "greater",
  "<": "less",
  ">=": "atLeast",
  "<=": "atMost",
};
const sums: Readonly<Record<string, Operator>> = { "+": "add", "-": "subtract" };
const products: Readonly<Record<string, Operator>> = {
  "*": "multiply",
  "·": "multiply",
  "/": "divide",
  ".*": "entryTimes",
  "⊙": "entryTimes",
  "./": "entryDivide",
  "⊗": "kron",
  "×": "cross",
};
const norms: ReadonlyMap<string, Operator> = new Map([
  ["1", "norm1"],
  ["2", "norm2"],
  ["F", "normF"],
]);
const inverseNames: Readonly<Record<string, string>> = { sin: "asin", cos: "acos", tan: "atan" };

/** Marks with which an operand can begin, so that one behind another multiplies. */
const operandMarks: ReadonlySet<string> = new Set([
  ...["(", "[", "{", "|", "||", "‖", "√"],
  ...["\\cases", "\\sum", "\\lvert", "\\lVert"],
]);

/** Fences of LaTeX that know their side. */
const sidedFences: ReadonlyMap<string, string> = new Map([
  ["\\lvert", "\\rvert"],
  ["\\lVert", "\\rVert"],
]);

/**
 * Reads tokens into a tree: a Pratt reader, one method a level of binding, loosest first. A run of letters gives
 * several factors, of which the last takes the postfixes; so an operand is a list of factors.
 */
export class Reader {
  /** The first unknown name, reported only once the syntax is found to be right. */
  unknown: Complaint | undefined;
  private depth = 0;
  private count = 0;
  private bars: string[] = [];
  private vocabulary: Vocabulary;

  constructor(
    private readonly cursor: Cursor,
    vocabulary: Vocabulary,
  ) {
    this.vocabulary = vocabulary;
  }

  whole(): Expr {
    const first = this.cursor.token;
    if (first.kind === "end") refuse("syntax", "empty", {}, first);
    const expr = this.expression();
    return this.cursor.finished() ? expr : this.cursor.unexpected();
  }

  private nested<T>(read: () => T): T {
    if (++this.depth > limits.depth) refuse("limit", "too-deep", { limit: limits.depth }, this.cursor.token);
    const result = read();
    this.depth--;
    return result;
  }

  /** Inside brackets, bars that are open outside do not close. */
  private bracketed<T>(read: () => T): T {
    const outside = this.bars;
    this.bars = [];
    const result = this.nested(read);
    this.bars = outside;
    return result;
  }

  private node<E extends Expr>(expr: E): E {
    if (++this.count > limits.parts) refuse("limit", "too-many-parts", { limit: limits.parts }, expr);
    return expr;
  }

  private apply(op: Operator, args: readonly Expr[], span: Span): Expr {
    return this.node({ kind: "apply", op, args, start: span.start, end: span.end });
  }

  private binary(op: Operator, a: Expr, b: Expr): Expr {
    return this.apply(op, [a, b], cover(a, b));
  }

  expression(): Expr {
    return this.nested(() => this.comparison());
  }

  private comparison(): Expr {
    const left = this.sum();
    const op = this.cursor.token.kind === "mark" ? comparisons[this.cursor.token.text] : undefined;
    if (!op) return left;
    this.cursor.take();
    const right = this.sum();
    if (this.cursor.is(">", "<", ">=", "<=")) refuse("syntax", "chained-comparison", {}, this.cursor.token);
    return this.binary(op, left, right);
  }

  private sum(): Expr {
    let left = this.product();
    while (this.cursor.is("+", "-")) {
      const op = sums[this.cursor.take().text] as Operator;
      left = this.binary(op, left, this.product());
    }
    return left;
  }

  private product(): Expr {
    let left = this.multiplyAll(undefined, this.signed());
    for (;;) {
      const op = this.cursor.token.kind === "mark" ? products[this.cursor.token.text] : undefined;
      if (op) {
        this.cursor.take();
        const [first, ...rest] = this.signed() as [Expr, ...Expr[]];
        left = this.multiplyAll(this.binary(op, left, first), rest);
      } else if (this.startsOperand()) {
        if (this.cursor.token.kind === "number") {
          refuse("syntax", "number-after-factor", { found: this.cursor.token.text }, this.cursor.token);
        }
        left = this.multiplyAll(left, this.powered());
      } else return left;
    }
  }

  private multiplyAll(left: Expr | undefined, factors: readonly Expr[]): Expr {
    let result = left;
    for (const factor of factors) result = result ? this.binary("multiply", result, factor) : factor;
    return result as Expr;
  }

  private startsOperand(): boolean {
    const { token } = this.cursor;
    if (token.kind === "word" || token.kind === "number") return true;
    return token.kind === "mark" && operandMarks.has(token.text) && !this.closesBars();
  }

  private closesBars(): boolean {
    const open = this.bars[this.bars.length - 1];
    if (open === undefined) return false;
    return this.cursor.is(open) || (open === "|" && this.cursor.is("||"));
  }

  /** A factor with signs before it. */
  private signed(): Expr[] {
    if (!this.cursor.is("-", "+")) return this.powered();
    const sign = this.cursor.take();
    const [first, ...rest] = this.nested(() => this.signed()) as [Expr, ...Expr[]];
    return [sign.text === "-" ? this.apply("negate", [first], cover(sign, first)) : first, ...rest];
  }

  /** An operand with everything that binds tightly behind it. */
  private powered(): Expr[] {
    const factors = this.operand();
    const last = factors.pop() as Expr;
    return [...factors, ...this.postfixed(last)];
  }

  private postfixed(base: Expr): Expr[] {
    let expr = base;
    for (;;) {
      if (this.cursor.is("'")) expr = this.apply("transpose", [expr], cover(expr, this.cursor.take()));
      else if (this.cursor.is("[") && this.subscriptFollows(expr)) expr = this.bracketSubscript(expr);
      else if (this.cursor.is("_") && this.cursor.isAhead(1, "{")) expr = this.bracedSubscript(expr);
      else if (this.cursor.is(".^")) {
        this.cursor.take();
        const [exponent, ...rest] = this.exponent() as [Expr, ...Expr[]];
        expr = this.binary("entryPower", expr, exponent);
        if (rest.length > 0) return [expr, ...rest];
      } else if (this.cursor.is("^")) {
        const rest = this.raise(expr);
        expr = rest.shift() as Expr;
        if (rest.length > 0) return [expr, ...rest.slice(0, -1), ...this.postfixed(rest[rest.length - 1] as Expr)];
      } else return [expr];
    }
  }

  /** `^` with what stands behind it: a transpose, an inverse transpose, or a power. */
  private raise(base: Expr): Expr[] {
    const caret = this.cursor.take();
    const transposed = this.transposeMark();
    if (transposed) {
      const inner = transposed.inverse ? this.apply("inverse", [base], cover(base, transposed.span)) : base;
      return [this.apply("transpose", [inner], cover(base, transposed.span))];
    }
    if (this.cursor.token.kind === "end") refuse("syntax", "missing-operand", { operator: "^" }, caret);
    const [exponent, ...rest] = this.exponent() as [Expr, ...Expr[]];
    return [this.binary("power", base, exponent), ...rest];
  }

  /** `T`, `⊤`, `{T}`, `(T)`, `-T`, `{-T}` behind a `^`. */
  private transposeMark(): { readonly inverse: boolean; readonly span: Span } | undefined {
    const { cursor } = this;
    const bracket = cursor.is("{", "(") ? 1 : 0;
    const sign = cursor.isAhead(bracket, "-") ? 1 : 0;
    const letter = cursor.peek(bracket + sign);
    const named = this.isTransposeLetter(letter);
    if (!(named && (bracket === 0 || letter.text === "T")) && !(letter.kind === "mark" && letter.text === "⊤"))
      return undefined;
    if (bracket && !cursor.isAhead(bracket + sign + 1, cursor.is("{") ? "}" : ")")) return undefined;
    const start = cursor.token;
    for (let k = 0; k < bracket + sign; k++) cursor.take();
    if (named && letter.text.length > 1) cursor.split(1);
    let end = cursor.take();
    if (bracket) end = cursor.take();
    return { inverse: sign === 1, span: cover(start, end) };
  }

  /** What stands behind `^` or `.^`: tightly bound, right to left. */
  private exponent(): Expr[] {
    return this.nested(() => {
      const factors = this.exponentOperand();
      if (factors.length === 1 && (this.cursor.is("^") || this.cursor.is(".^")) && !this.transposeAhead()) {
        const op = this.cursor.take().text === "^" ? "power" : "entryPower";
        const [next, ...rest] = this.exponent() as [Expr, ...Expr[]];
        return [this.binary(op, factors[0] as Expr, next), ...rest];
      }
      return factors;
    });
  }

  private transposeAhead(): boolean {
    const next = this.cursor.peek(1);
    const bracket = next.text === "{" || next.text === "(" ? 1 : 0;
    const letter = this.cursor.peek(1 + bracket);
    return letter.text === "⊤" || this.isTransposeLetter(letter);
  }

  /** A `T` alone where none is declared, or before other names where none of them begins with T. */
  private isTransposeLetter(token: Token): boolean {
    if (token.kind !== "word" || !token.text.startsWith("T")) return false;
    return token.text === "T" ? !isKnown(this.vocabulary, "T") : transposeLetterIsFree(this.vocabulary);
  }

  private exponentOperand(): Expr[] {
    const { cursor } = this;
    if (cursor.is("-", "+")) {
      const sign = cursor.take();
      const [first, ...rest] = this.nested(() => this.exponentOperand()) as [Expr, ...Expr[]];
      return [sign.text === "-" ? this.apply("negate", [first], cover(sign, first)) : first, ...rest];
    }
    const factors = this.operand();
    const base = factors[0] as Expr;
    if (factors.length === 1 && cursor.is("[") && this.subscriptFollows(base)) return [this.bracketSubscript(base)];
    return factors;
  }

  private operand(): Expr[] {
    const { token } = this.cursor;
    if (token.kind === "number") {
      this.cursor.take();
      return [this.node({ kind: "number", text: token.text, start: token.start, end: token.end })];
    }
    if (token.kind === "word") return this.word();
    if (this.cursor.is("(", "{")) return [this.parenthesis()];
    if (this.cursor.is("[")) return [this.matrixLiteral()];
    if (this.cursor.is("|", "||", "‖")) return [this.barred()];
    if (this.cursor.is("√")) return [this.root()];
    if (this.cursor.is("\\lvert", "\\lVert")) return [this.fenced()];
    if (this.cursor.is("\\sum")) return [this.prefixSum()];
    if (this.cursor.is("\\cases")) return [this.cases()];
    return this.missingOperand();
  }

  private missingOperand(): never {
    const { token } = this.cursor;
    if (token.kind === "end") return refuse("syntax", "unexpected-end", {}, token);
    return refuse("syntax", "unexpected-token", { found: token.text }, token);
  }

  private parenthesis(): Expr {
    const opening = this.cursor.take();
    const inside = this.bracketed(() => this.comparison());
    const closing = this.cursor.close(opening.text === "(" ? ")" : "}", opening);
    return { ...inside, ...cover(opening, closing) };
  }

  private root(): Expr {
    const sign = this.cursor.take();
    const factors = this.nested(() => this.powered());
    const argument = factors[0] as Expr;
    const root = this.apply("sqrt", [argument], cover(sign, argument));
    return this.multiplyAll(root, factors.slice(1));
  }

  private matrixLiteral(): Expr {
    const opening = this.cursor.take();
    const rows: Expr[][] = [[]];
    this.bracketed(() => {
      for (;;) {
        (rows[rows.length - 1] as Expr[]).push(this.comparison());
        if (this.cursor.accept(";")) {
          if (this.cursor.is("]")) return;
          rows.push([]);
        } else if (!this.cursor.accept(",")) return;
      }
    });
    const closing = this.cursor.close("]", opening);
    return this.node({ kind: "matrix", rows, ...cover(opening, closing) });
  }

  /** `|a|`, `||a||`, `‖a‖`, the norms with the mark `_1`, `_2` or `_F` behind. */
  private barred(): Expr {
    const opening = this.cursor.take();
    this.bars = [...this.bars, opening.text];
    const inside = this.nested(() => this.comparison());
    if (opening.text === "|" && this.cursor.is("||")) this.cursor.split(1);
    const closing = this.cursor.close(opening.text, opening);
    this.bars = this.bars.slice(0, -1);
    return this.betweenBars(opening.text === "|", inside, cover(opening, closing));
  }

  /** `\lvert a\rvert`, `\lVert a\rVert`: like brackets, an opening one cannot be taken for a closing one. */
  private fenced(): Expr {
    const opening = this.cursor.take();
    const inside = this.bracketed(() => this.comparison());
    const closing = this.cursor.close(sidedFences.get(opening.text) as string, opening);
    return this.betweenBars(opening.text === "\\lvert", inside, cover(opening, closing));
  }

  private betweenBars(single: boolean, inside: Expr, span: Span): Expr {
    if (single) return this.apply("bars", [inside], span);
    const { op, end } = this.normKind();
    return this.apply(op, [inside], end ? cover(span, end) : span);
  }

  private normKind(): { readonly op: Operator; readonly end?: Token } {
    const { cursor } = this;
    if (!cursor.is("_")) return { op: "norm" };
    const braced = cursor.isAhead(1, "{") ? 1 : 0;
    const name = cursor.peek(1 + braced);
    const op = norms.get(name.text);
    if (!op) return refuse("syntax", "unexpected-token", { found: `_${name.text}` }, name);
    for (let k = 0; k < 1 + braced; k++) cursor.take();
    const end = cursor.take();
    return { op, end: braced ? cursor.close("}", end) : end };
  }

  /** Lines of a definition by cases, as the LaTeX reader lays them out: value `,` condition `;` … `]`. */
  private cases(): Expr {
    const opening = this.cursor.take();
    const branches: Branch[] = [];
    this.bracketed(() => {
      do {
        if (this.cursor.is("]")) return;
        const value = this.comparison();
        const condition = this.cursor.accept(",") ? this.condition() : null;
        branches.push({ value, condition });
      } while (this.cursor.accept(";"));
    });
    const closing = this.cursor.close("]", opening);
    return this.node({ kind: "cases", branches, ...cover(opening, closing) });
  }

  private condition(): Expr | null {
    if (this.cursor.accept("\\otherwise")) return null;
    return this.comparison();
  }

  private subscriptFollows(base: Expr): boolean {
    if (base.kind === "number") return false;
    let level = 0;
    for (let k = 0; ; k++) {
      const token = this.cursor.peek(k);
      if (token.kind === "end") return true;
      if (token.kind !== "mark") continue;
      if ("([{".includes(token.text)) level++;
      if (")]}".includes(token.text) && --level === 0) return true;
      if (token.text === ";" && level === 1) return false;
    }
  }

  private bracketSubscript(of: Expr): Expr {
    const opening = this.cursor.take();
    const at: Subscript[] = this.bracketed(() => this.list(() => this.subscript()));
    const closing = this.cursor.close("]", opening);
    return this.node({ kind: "entry", of, at, ...cover(of, closing) });
  }

  private subscript(): Subscript {
    return this.cursor.accept(":") ? "all" : this.comparison();
  }

  private list<T>(read: () => T): T[] {
    const items = [read()];
    while (this.cursor.accept(",")) items.push(read());
    return items;
  }

  /** `X_{1,2}`, `X_{12}`, `X_{ij}`, `X_{i:}`, `(A x)_{k}`. */
  private bracedSubscript(of: Expr): Expr {
    const mark = this.cursor.take();
    const opening = this.cursor.take();
    const inside = this.cursor.token;
    const packed = this.packedSubscript(of);
    const at = packed ?? this.bracketed(() => this.subscripts());
    const closing = this.cursor.close("}", opening);
    if (of.kind === "identity" && of.size === null && at.length === 1 && at[0] !== "all") {
      return this.node({ ...of, size: at[0] as Expr, ...cover(of, closing) });
    }
    if (at.length === 0) refuse("syntax", "bad-subscript", { name: inside.text }, mark);
    return this.node({ kind: "entry", of, at, ...cover(of, closing) });
  }

  /** Subscripts between commas, which need not stand beside a `:`. */
  private subscripts(): Subscript[] {
    const items = [this.subscript()];
    while (this.cursor.accept(",") || this.cursor.is(":") || (items.length === 1 && this.afterAll(items[0]))) {
      items.push(this.subscript());
    }
    return items;
  }

  private afterAll(last: Subscript | undefined): boolean {
    return last === "all" && !this.cursor.is("}");
  }

  /** Two subscripts written without a comma: digits or indices, `12`, `ij`. */
  private packedSubscript(of: Expr): Subscript[] | undefined {
    const { token } = this.cursor;
    if (!this.cursor.isAhead(1, "}") || token.letters.length < 2) return undefined;
    if (of.kind === "variable" && subscriptCount(this.vocabulary, of.name) === 1 && token.kind === "number")
      return undefined;
    const pieces = token.letters.map((letter): Subscript | undefined => {
      const span = { start: letter.start, end: letter.end };
      if (/\d/.test(letter.value)) return this.node({ kind: "number", text: letter.value, ...span });
      return this.vocabulary.indices.has(letter.value)
        ? this.node({ kind: "index", name: letter.value, ...span })
        : undefined;
    });
    if (pieces.some((p) => p === undefined)) return undefined;
    this.cursor.take();
    return pieces as Subscript[];
  }

  // ── words ─────────────────────────────────────────────────────────────────

  private word(): Expr[] {
    const token = this.cursor.take();
    if (token.letters.length > limits.run)
      refuse("limit", "too-long", { length: token.letters.length, limit: limits.run }, token);
    const pieces = splitRun(token.letters, this.vocabulary, this.argumentFollows(token));
    if (!pieces) return [this.unknownWord(token)];
    const factors = pieces.slice(0, -1).map((piece) => this.plainPiece(piece));
    const last = pieces[pieces.length - 1] as Piece;
    if (last.kind === "function") return [...factors, ...this.functionCall(last.name, last)];
    if (last.kind === "declared") return [...factors, ...this.declaredCall(last.name, last)];
    return [...factors, this.plainPiece(last)];
  }

  /** A function name can only be meant where an argument can follow. */
  private argumentFollows(token: Token): boolean {
    if (this.cursor.is("(", "^", "'", "{", "√", "[", "\\lvert", "\\lVert", "\\cases", "\\sum")) return true;
    const next = this.cursor.token;
    if (this.cursor.is("|", "||", "‖")) return !this.closesBars();
    return (next.kind === "word" || next.kind === "number") && next.start >= token.end;
  }

  private unknownWord(token: Token): Expr {
    const name = token.text;
    const bare = functionNames.has(canonicalName(name));
    if (bare) refuse("syntax", "needs-argument", { name }, token);
    this.unknown ??= complain(
      "unknown-name",
      "unknown-name",
      { name, suggestion: suggestName(this.vocabulary, name) },
      token,
    );
    if (this.cursor.is("(")) this.argumentList();
    return this.node({ kind: "number", text: "0", start: token.start, end: token.end });
  }

  private plainPiece(piece: Piece): Expr {
    const span = { start: piece.start, end: piece.end };
    switch (piece.kind) {
      case "pi":
        return this.node({ kind: "pi", ...span });
      case "identity":
        return this.node({
          kind: "identity",
          size: piece.size === null ? null : this.shortSubscript(piece.size, span),
          ...span,
        });
      case "entry": {
        const of = this.node({ kind: "variable" as const, name: piece.name, ...span });
        return this.node({ kind: "entry", of, at: piece.at.map((part) => this.shortSubscript(part, span)), ...span });
      }
      case "variable":
      case "size":
      case "index":
        return this.node({ kind: piece.kind, name: piece.name, ...span });
      default:
        return refuse("syntax", "needs-argument", { name: piece.name }, piece);
    }
  }

  private shortSubscript(text: string, span: Span): Expr {
    if (/^\d+$/.test(text)) return this.node({ kind: "number", text, ...span });
    return this.node({ kind: this.vocabulary.indices.has(text) ? "index" : "size", name: text, ...span });
  }

  private argumentList(): { readonly args: Expr[]; readonly closing: Token } {
    const opening = this.cursor.take();
    const args = this.cursor.is(")") ? [] : this.bracketed(() => this.list(() => this.comparison()));
    return { args, closing: this.cursor.close(")", opening) };
  }

  /** A function behind whose name the argument, or a power and then the argument, follows. */
  private functionCall(name: string, at: Span): Expr[] {
    if (name === "D") return [this.derivativeCall(at)];
    const power = this.functionPower(name);
    const call = this.cursor.is("(") ? [this.parenthesisedCall(name, at)] : this.bareCall(name, at);
    if (power) call[0] = this.binary("power", call[0] as Expr, power);
    return call;
  }

  /** `sin^2(x)` is `sin(x)^2`. */
  private functionPower(name: string): Expr | undefined {
    if (!this.cursor.is("^")) return undefined;
    const caret = this.cursor.take();
    const power = this.exponent()[0] as Expr;
    const negative = power.kind === "apply" && power.op === "negate";
    if (negative)
      refuse("syntax", "inverse-function", { name, inverse: inverseNames[name] ?? "" }, cover(caret, power));
    return power;
  }

  private parenthesisedCall(name: string, at: Span): Expr {
    if (name === "sum" && this.indexFollows()) return this.indexSum(at);
    const { args, closing } = this.argumentList();
    return this.call(name, args, cover(at, closing));
  }

  /** `sin x`, `tr A B`: the factors that follow, up to the next operator or function. */
  private bareCall(name: string, at: Span): Expr[] {
    if (!this.startsOperand()) refuse("syntax", "needs-argument", { name }, at);
    let argument = this.multiplyAll(
      undefined,
      this.nested(() => this.powered()),
    );
    while (this.startsOperand() && !this.functionAhead()) {
      if (this.cursor.token.kind === "number") break;
      argument = this.multiplyAll(argument, this.powered());
    }
    return [this.call(name, [argument], cover(at, argument))];
  }

  private functionAhead(): boolean {
    const { token } = this.cursor;
    if (token.kind !== "word") return false;
    const name = canonicalName(token.text);
    return (functionNames.has(name) || this.vocabulary.functions.has(name)) && !this.vocabulary.variables.has(name);
  }

  private call(name: string, args: readonly Expr[], span: Span): Expr {
    const special = this.specialCall(name, args, span);
    if (special) return special;
    const op = functionNames.get(name) as Operator;
    const row = operators[op];
    const [least, most] = row.form === "function" ? row.arity : [2, 2];
    this.checkCount(name, args, least, most, span);
    return this.apply(op, args, span);
  }

  private specialCall(name: string, args: readonly Expr[], span: Span): Expr | undefined {
    if (name === "transpose") {
      this.checkCount(name, args, 1, 1, span);
      return this.apply("transpose", args, span);
    }
    if (name === "kron") {
      this.checkCount(name, args, 2, 2, span);
      return this.apply("kron", args, span);
    }
    if (name === "eye") {
      this.checkCount(name, args, 1, 1, span);
      return this.node({ kind: "identity", size: args[0] as Expr, start: span.start, end: span.end });
    }
    return undefined;
  }

  private checkCount(name: string, args: readonly Expr[], least: number, most: number, span: Span): void {
    if (args.length >= least && args.length <= most) return;
    const want = least === most ? String(least) : `${least} or ${most}`;
    refuse("syntax", "wrong-argument-count", { name, want, got: args.length }, span);
  }

  /** `sum(k, …)`: the first word is no variable and a comma follows. */
  private indexFollows(): boolean {
    const word = this.cursor.peek(1);
    return (
      word.kind === "word" &&
      (this.cursor.isAhead(2, ",") || this.cursor.isAhead(2, ":")) &&
      !this.vocabulary.functions.has(word.text)
    );
  }

  private indexSum(at: Span): Expr {
    const opening = this.cursor.take();
    const word = this.cursor.take();
    const name = canonicalName(word.text);
    const range = this.cursor.accept(":") ? this.bracketed(() => this.comparison()) : null;
    if (!this.cursor.accept(",")) this.cursor.unexpected();
    const body = this.withIndex(word, () => this.bracketed(() => this.comparison()));
    const closing = this.cursor.close(")", opening);
    return this.node({ kind: "sum", index: name, range, body, ...cover(at, closing) });
  }

  /** `\sum_{k}` and `\sum_{k=1}^{n}`, over the product that follows. */
  private prefixSum(): Expr {
    const sign = this.cursor.take();
    const word = this.cursor.take();
    const range = this.cursor.is("{") ? this.parenthesis() : null;
    const body = this.withIndex(word, () => this.nested(() => this.product()));
    return this.node({ kind: "sum", index: canonicalName(word.text), range, body, ...cover(sign, body) });
  }

  /** Reads where the word is an index. */
  private withIndex<T>(word: Token, read: () => T): T {
    const name = canonicalName(word.text);
    if (this.vocabulary.variables.has(name)) refuse("syntax", "index-is-variable", { name: word.text }, word);
    const outside = this.vocabulary;
    this.vocabulary = { ...outside, indices: new Set([...outside.indices, name]) };
    const result = read();
    this.vocabulary = outside;
    return result;
  }

  // ── declared functions ────────────────────────────────────────────────────

  /** `f(x)`, `f'(x)`, `f^2(x)`. */
  private declaredCall(name: string, at: Span): Expr[] {
    let derivative = false;
    while (this.cursor.is("'")) {
      if (derivative) refuse("syntax", "unexpected-token", { found: "'" }, this.cursor.token);
      this.cursor.take();
      derivative = true;
    }
    const power = this.functionPower(name);
    if (!this.cursor.is("(")) refuse("syntax", "needs-argument", { name }, at);
    const call = this.applied(name, derivative, at);
    return [power ? this.binary("power", call, power) : call];
  }

  private applied(name: string, derivative: boolean, at: Span): Expr {
    const { args, closing } = this.argumentList();
    const span = cover(at, closing);
    this.checkCount(name, args, 1, 1, span);
    return this.node({ kind: "call", name, derivative, argument: args[0] as Expr, ...span });
  }

  /** `D(f)(x)`. */
  private derivativeCall(at: Span): Expr {
    const opening = this.cursor.token;
    if (!this.cursor.accept("(")) refuse("syntax", "needs-argument", { name: "D" }, at);
    const word = this.cursor.take();
    const name = canonicalName(word.text);
    if (!this.vocabulary.functions.has(name)) {
      this.unknown ??= complain("unknown-name", "unknown-name", { name: word.text, suggestion: "" }, word);
    }
    this.cursor.close(")", opening);
    if (!this.cursor.is("(")) refuse("syntax", "needs-argument", { name: `D(${word.text})` }, cover(at, word));
    return this.applied(name, true, at);
  }
}
