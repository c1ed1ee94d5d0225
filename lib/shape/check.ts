import { type Complaint, fail, ok, type Result, type Span } from "../base";
import type { Expr } from "../expr";
import { blockMatrix } from "./blocks";
import { type Bare, Context, Misfit, misfit } from "./context";
import type { Scope } from "./declarations";
import { spread } from "./fitting";
import { entry, indexHere, place } from "./places";
import { shapeRules } from "./rules";
import { type Checked, settle, type Wanted } from "./settle";
import {
  isRow,
  isScalar,
  isVector,
  numeratorShape,
  printShape,
  type Shape,
  type ShapedExpr,
  scalarShape,
} from "./shaped";
import { one, type Size, sameSize, size } from "./size";
import { sizeArgument, wholeExpression } from "./whole";

/** A node at its place. All nodes have the same fields in the same order, which the engine rewards. */
function placed({ op, args, rows, cols, text, name, fn, value, count }: Bare, { start, end }: Span): ShapedExpr {
  return { op, args, rows, cols, text, name, fn, value, count, start, end };
}

/** Reads the tree from the leaves up and gives every node its shape. */
class Checker {
  constructor(private readonly context: Context) {}

  check(expr: Expr): ShapedExpr {
    return this.context.resolved(placed(this.node(expr), expr));
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
        return indexHere(this.context, expr);
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
        return entry(this.context, this.number(expr.of), expr);
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

  private identity(expr: Expr & { kind: "identity" }): Bare {
    const n = expr.size ? this.identitySize(expr.size) : this.context.fresh();
    if (!expr.size) this.context.identities.push({ size: n, span: expr });
    return { op: "identity", args: [], rows: n, cols: n };
  }

  /** `n`, or `n × n`, of which both must be the same. */
  private identitySize(expr: Expr): Size {
    if (expr.kind !== "apply" || expr.op !== "cross") return sizeArgument(this.context, expr);
    const [rows, cols] = expr.args.map((a) => sizeArgument(this.context, a)) as [Size, Size];
    if (!sameSize(rows, cols))
      misfit("not-square", { role: "I", text: this.context.text(expr), shape: printShape({ rows, cols }) }, expr);
    return rows;
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
        return { op, args: [place(this.context, k, rows, k)], rows, cols: one };
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
    if (!expr.derivative) return { ...node, ...to };
    const shape = numeratorShape(to, want);
    return shape
      ? { ...node, ...shape }
      : misfit("no-layout", { name: expr.name, from: printShape(want), to: printShape(to) }, expr);
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
    const decided = (condition: ShapedExpr): ShapedExpr =>
      isScalar(condition) && !isScalar(shape) ? spread(condition, shape) : fitted(condition);
    const args = values.flatMap((v, k) => {
      const condition = conditions[k];
      return condition ? [fitted(v), decided(condition)] : [fitted(v)];
    });
    return { op: "cases", args, rows: shape.rows, cols: shape.cols };
  }
}

/**
 * Checks that the parts of a tree fit together, with dimension names as independent symbols, and gives every node
 * its shape. `source` is the text that was read, for messages.
 */
export function checkShapes(expr: Expr, scope: Scope, source: string, wanted: Wanted = {}): Result<Checked, Complaint> {
  const context = new Context(scope, source);
  for (const [name, range] of wanted.indices ?? []) context.declareFree(name, range);
  try {
    return ok(settle(context, new Checker(context).check(expr), wanted));
  } catch (error) {
    if (error instanceof Misfit) return fail(error.complaint);
    throw error;
  }
}
