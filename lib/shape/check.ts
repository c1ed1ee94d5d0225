import { type Complaint, fail, ok, type Result, type Span } from "../base";
import type { Expr, Subscript } from "../expr";
import { blockMatrix } from "./blocks";
import { type Bare, Context, Misfit, misfit } from "./context";
import type { Scope } from "./declarations";
import { shapeRules, spread } from "./rules";
import { isRow, isScalar, isVector, printShape, type Shape, type ShapedExpr } from "./shaped";
import { fixedSize, isOpen, one, type Size, sameSize, size, substitute } from "./size";
import { sizeArgument, wholeExpression } from "./whole";

const scalarShape: Shape = { rows: one, cols: one };

/** Reads the tree from the leaves up and gives every node its shape. */
class Checker {
  constructor(private readonly context: Context) {}

  check(expr: Expr): ShapedExpr {
    const node = this.node(expr);
    return this.context.resolved({ ...node, start: expr.start, end: expr.end });
  }

  private number(expr: Expr): ShapedExpr {
    return this.context.settled(this.check(expr));
  }

  private node(expr: Expr): Bare {
    switch (expr.kind) {
      case "number":
        return this.literal(expr.text);
      case "pi":
        return { op: "pi", args: [], ...scalarShape };
      case "variable":
        return this.variable(expr.name);
      case "size":
        return { op: "size", args: [], value: size(expr.name), ...scalarShape };
      case "index":
        return this.index(expr);
      case "identity":
        return this.identity(expr);
      case "apply":
        return this.apply(expr);
      case "matrix":
        return blockMatrix(
          this.context,
          expr.rows.map((row) => row.map((block) => this.check(block))),
        );
      case "entry":
        return this.entry(expr);
      case "sum":
        return this.sum(expr);
      case "call":
        return this.call(expr);
      case "cases":
        return this.cases(expr);
    }
  }

  private literal(text: string): Bare {
    if (Number(text) === 0 && /^0+$/.test(text))
      return { op: "zeros", args: [], rows: this.context.fresh(), cols: this.context.fresh() };
    return { op: "literal", text, args: [], ...scalarShape };
  }

  private variable(name: string): Bare {
    const shape = this.context.scope.variables.get(name)?.shape ?? [];
    return { op: "variable", name, args: [], rows: size(shape[0] ?? 1), cols: size(shape[1] ?? 1) };
  }

  private index(expr: Expr & { kind: "index" }): Bare {
    const found = this.context.index(expr.name);
    if (!found) return misfit("index-not-here", { name: expr.name }, expr);
    return { op: "index", name: found.unique, value: found.range, args: [], ...scalarShape };
  }

  private identity(expr: Expr & { kind: "identity" }): Bare {
    const n = expr.size ? sizeArgument(this.context, expr.size) : this.context.fresh();
    if (!expr.size) this.context.identities.push({ size: n, span: expr });
    return { op: "identity", args: [], rows: n, cols: n };
  }

  private apply(expr: Expr & { kind: "apply" }): Bare {
    const { op, args } = expr;
    switch (op) {
      case "ones":
      case "zeros": {
        if (args.length === 0) return this.openOnes(expr);
        const [rows, cols] = args.map((a) => sizeArgument(this.context, a));
        return { op, args: [], rows: rows ?? one, cols: cols ?? one };
      }
      case "unit": {
        const [k, n] = args as [Expr, Expr];
        const rows = sizeArgument(this.context, n);
        return { op, args: [this.place(k, rows, k)], rows, cols: one };
      }
      case "delta":
        return this.delta(args as [Expr, Expr]);
      default:
        return shapeRules[op](
          this.context,
          args.map((a) => this.check(a)),
          expr,
          op,
        );
    }
  }

  /** `ones()`: a column whose length follows from where it stands. */
  private openOnes(span: Span): Bare {
    const rows = this.context.fresh();
    this.context.identities.push({ size: rows, span });
    return { op: "ones", args: [], rows, cols: one };
  }

  private delta(args: readonly [Expr, Expr]): Bare {
    const places = args.map((a) => {
      if (a.kind !== "index" && !wholeExpression(a)) misfit("bad-size", { text: this.context.text(a) }, a);
      return this.check(a);
    });
    const [a, b] = places.map((p) => p.value);
    if (a && b) this.context.pairs.push([a, b]);
    return { op: "delta", args: places, ...scalarShape };
  }

  /** A subscript that must lie in 1..range: an index takes its range from here, a number must not pass it. */
  private place(expr: Expr, range: Size, of: Expr): ShapedExpr {
    if (expr.kind === "index") {
      const node = this.check(expr);
      if (!this.context.unify(node.value as Size, range)) {
        const [one, other] = [node.value as Size, range].map((s) =>
          printShape({ rows: this.context.resolve(s), cols: size(1) }),
        );
        misfit(
          "index-two-ranges",
          { name: expr.name, one: (one ?? "").replace("×1", ""), other: (other ?? "").replace("×1", "") },
          expr,
        );
      }
      return node;
    }
    const whole = wholeExpression(expr);
    if (!whole) return misfit("bad-size", { text: this.context.text(expr) }, expr);
    const [value, length] = [fixedSize(whole), fixedSize(this.context.resolve(range))];
    const outside = value !== undefined && (value < 1 || (length !== undefined && value > length));
    if (outside) {
      const printed = printShape({ rows: this.context.resolve(range), cols: size(2) }).replace("×2", "");
      misfit("entry-outside", { text: this.context.text(of), at: String(value), size: printed }, expr);
    }
    return { op: "size", args: [], value: whole, ...scalarShape, start: expr.start, end: expr.end };
  }

  private entry(expr: Expr & { kind: "entry" }): Bare {
    const of = this.number(expr.of);
    if (expr.at.length === 1 && (isVector(of) || isRow(of))) return this.lineEntry(of, expr, expr.at[0] as Subscript);
    if (expr.at.length !== 2) {
      return misfit(
        "wrong-subscripts",
        { text: this.context.text(expr.of), shape: printShape(of), got: expr.at.length },
        expr,
      );
    }
    const [i, j] = expr.at as [Subscript, Subscript];
    if (i === "all" && j === "all") return of;
    if (i === "all")
      return { op: "column", args: [of, this.place(j as Expr, of.cols, expr)], rows: of.rows, cols: one };
    if (j === "all") return { op: "row", args: [of, this.place(i, of.rows, expr)], rows: one, cols: of.cols };
    return { op: "entry", args: [of, this.place(i, of.rows, expr), this.place(j, of.cols, expr)], ...scalarShape };
  }

  private lineEntry(of: ShapedExpr, expr: Expr, k: Subscript): Bare {
    if (k === "all") return of;
    const first: ShapedExpr = { op: "size", args: [], value: one, ...scalarShape, start: expr.start, end: expr.end };
    const place = this.place(k, isVector(of) ? of.rows : of.cols, expr);
    return { op: "entry", args: isVector(of) ? [of, place, first] : [of, first, place], ...scalarShape };
  }

  private sum(expr: Expr & { kind: "sum" }): Bare {
    const range = expr.range ? sizeArgument(this.context, expr.range) : this.context.fresh();
    return this.context.bind(expr.index, range, expr, (unique) => {
      const body = this.number(expr.body);
      return { op: "sum", name: unique, value: range, args: [body], rows: body.rows, cols: body.cols };
    });
  }

  private call(expr: Expr & { kind: "call" }): Bare {
    const declared = this.context.scope.functions.get(expr.name);
    const argument = this.number(expr.argument);
    const count = expr.derivative ? [1] : [0];
    const node = { op: "call", name: expr.name, count, args: [argument] } as const;
    if (!declared || "elementwise" in declared) return { ...node, rows: argument.rows, cols: argument.cols };
    const want: Shape = { rows: size(declared.from[0] ?? 1), cols: size(declared.from[1] ?? 1) };
    if (!this.context.unifyShapes(want, argument)) {
      misfit(
        "wrong-function-argument",
        { name: expr.name, want: printShape(want), got: printShape(argument) },
        expr.argument,
      );
    }
    const to: Shape = { rows: size(declared.to[0] ?? 1), cols: size(declared.to[1] ?? 1) };
    return expr.derivative ? { ...node, rows: to.rows, cols: want.rows } : { ...node, ...to };
  }

  private cases(expr: Expr & { kind: "cases" }): Bare {
    const values = expr.branches.map((b) => this.check(b.value));
    const conditions = expr.branches.map((b) => b.condition && this.number(b.condition));
    const known = [...values, ...conditions].find((v) => v && !this.context.isLoose(v) && !isScalar(v));
    const shape = known ? this.context.resolved(known) : scalarShape;
    const fitted = (part: ShapedExpr): ShapedExpr => {
      if (this.context.unifyShapes(part, shape)) return this.context.resolved(part);
      if (isScalar(part) && (isVector(shape) || isRow(shape))) return spread(part, shape);
      return misfit("ragged-rows", { want: printShape(shape), got: printShape(part) }, part);
    };
    const args = values.flatMap((v, k) => {
      const condition = conditions[k];
      return condition ? [fitted(v), fitted(condition)] : [fitted(v)];
    });
    return { op: "cases", args, rows: shape.rows, cols: shape.cols };
  }
}

/** What is known of the place where an expression stands. */
export interface Wanted {
  /** The shapes that a right answer can have: numerator layout first. */
  readonly shapes?: readonly Shape[];
  /** Free indices with their ranges. */
  readonly indices?: ReadonlyMap<string, Size>;
  /** Leaves the size of a lone `I` open, where the truth is not known (the live preview). */
  readonly lenient?: boolean;
}

/** A checked answer. `fits` says how a whole answer `0` or `I` stands to the shapes that were wanted. */
export interface Checked {
  readonly expr: ShapedExpr;
  /** `0` alone: it has whatever shape is wanted. `I` alone where the truth is not square: it has none of them. */
  readonly fits: "as-shaped" | "any" | "none";
}

function settleIndices(context: Context): void {
  for (let pass = 0; pass < 2; pass++)
    for (const [a, b] of context.pairs)
      if (isOpen(context.resolve(a)) || isOpen(context.resolve(b))) context.unify(a, b);
  for (const { name, range, span } of context.ranges)
    if (isOpen(context.resolve(range))) misfit("index-no-range", { name }, span);
}

/** The one size that the wanted shapes are made of, apart from 1. */
function onlySize(shapes: readonly Shape[]): Size | undefined {
  const sizes = new Map(shapes.flatMap((s) => [s.rows, s.cols]).map((s) => [s.key, s]));
  if (sizes.size > 1) sizes.delete(one.key);
  return sizes.size === 1 ? [...sizes.values()][0] : undefined;
}

/** Finds the sizes of `I` that nothing inside the answer gives: from the truth's shape, if it gives exactly one. */
function settleIdentities(context: Context, root: ShapedExpr, wanted: Wanted): void {
  const open = (): boolean => context.identities.some((i) => isOpen(context.resolve(i.size)));
  if (!open() || wanted.lenient) return;
  const shapes = wanted.shapes ?? [];
  const fitting = shapes.filter((shape) => context.attempt(() => context.unifyShapes(root, shape)));
  const outcomeOf = (shape: Shape): string => {
    context.unifyShapes(root, shape);
    return identityKey(context);
  };
  const outcomes = new Set(fitting.map((shape) => context.attempt(() => outcomeOf(shape))));
  if (fitting[0] && outcomes.size === 1) context.unifyShapes(root, fitting[0]);
  const fallback = onlySize(shapes);
  for (const { size: unknown, span } of context.identities) {
    if (isOpen(context.resolve(unknown)) && !(fallback && context.unify(unknown, fallback)))
      misfit("identity-size", {}, span);
  }
}

const identityKey = (context: Context): string => context.identities.map((i) => context.resolve(i.size).key).join();

function finish(context: Context, root: ShapedExpr, wanted: Wanted): Checked {
  settleIndices(context);
  if (context.isLoose(root)) {
    const shape = wanted.shapes?.[0] ?? scalarShape;
    context.unifyShapes(root, shape);
    return { expr: context.finish(root), fits: wanted.shapes ? "any" : "as-shaped" };
  }
  const squares = wanted.shapes?.some((s) => sameSize(s.rows, s.cols));
  if (context.isOpenIdentity(root) && wanted.shapes && !squares) {
    context.unify(root.rows, one);
    return { expr: context.finish(root), fits: "none" };
  }
  settleIdentities(context, root, wanted);
  const expr = closeZeros(context, context.finish(root));
  return { expr, fits: "as-shaped" };
}

/** A zero whose shape nothing ever asked for is the number. */
function closeZeros(context: Context, node: ShapedExpr): ShapedExpr {
  const close = (s: Size): Size =>
    isOpen(s) ? [...s.terms.keys()].filter((m) => m.startsWith("?")).reduce((r, m) => substitute(r, m, one), s) : s;
  if (node.op === "identity") return node;
  const args = node.args.map((a) => closeZeros(context, a));
  return isOpen(node.rows) || isOpen(node.cols)
    ? { ...node, args, rows: close(node.rows), cols: close(node.cols) }
    : { ...node, args };
}

/**
 * Checks that the parts of a tree fit together, with dimension names as independent symbols, and gives every node
 * its shape. `source` is the text that was read, for messages.
 */
export function checkShapes(expr: Expr, scope: Scope, source: string, wanted: Wanted = {}): Result<Checked, Complaint> {
  const context = new Context(scope, source);
  for (const [name, range] of wanted.indices ?? []) context.declareFree(name, range);
  try {
    return ok(finish(context, new Checker(context).check(expr), wanted));
  } catch (error) {
    if (error instanceof Misfit) return fail(error.complaint);
    throw error;
  }
}
