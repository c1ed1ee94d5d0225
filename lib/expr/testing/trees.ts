import fc from "fast-check";
import type { Vocabulary } from "../names";
import { type Operator, operators } from "../operators";
import { type Branch, type Expr, parts, type Subscript, withParts } from "../tree";

/** The names that generated trees use: Greek, with subscripts, differentials, and one declared function. */
export const vocabulary: Vocabulary = {
  variables: new Map<string, readonly (string | number)[]>([
    ["x", ["n"]],
    ["theta", ["n"]],
    ["x_hat", ["n"]],
    ["c", []],
    ["A", ["n", "n"]],
    ["Sigma", ["n", "n"]],
    ["X", ["m", "n"]],
    ["W_1", ["m", "n"]],
    ["W2", ["m", "n"]],
    ["dX", ["m", "n"]],
  ]),
  dimensions: new Set(["m", "n"]),
  indices: new Set(["i", "j"]),
  functions: new Set(["f"]),
};

type Bare = Expr extends infer E ? (E extends Expr ? Omit<E, "start" | "end"> : never) : never;

/** A tree that was never typed: every part spans nothing. */
export const node = (bare: Bare): Expr => ({ ...bare, start: 0, end: 0 }) as Expr;

/** The tree with every place forgotten, so that two readings can be compared. */
export function placeless(expr: Expr): Expr {
  return { ...withParts(expr, parts(expr).map(placeless)), start: 0, end: 0 };
}

const vectors = ["x", "theta", "x_hat"];
const matrices = ["A", "Sigma", "X", "W_1", "W2"];

const variable = (name: string): Expr => node({ kind: "variable", name });
const index = (name: string): Expr => node({ kind: "index", name });
const apply = (op: Operator, args: readonly Expr[]): Expr => node({ kind: "apply", op, args });

const number = fc.constantFrom("0", "1", "2", "7", "12", "2.5", "0.1").map((text) => node({ kind: "number", text }));
const size = fc.constantFrom("m", "n").map((name) => node({ kind: "size", name }));
const freeIndex = fc.constantFrom("i", "j").map(index);
const name = fc.constantFrom(...vocabulary.variables.keys()).map(variable);
const identity = fc.option(size, { nil: null }).map((s) => node({ kind: "identity", size: s }));

const place: fc.Arbitrary<Subscript> = fc.oneof(
  fc.constantFrom("1", "2", "3").map((text) => node({ kind: "number", text })),
  freeIndex,
  size,
);
const places = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(place, place) },
  fc.tuple(place, fc.constant<Subscript>("all")),
  fc.tuple(fc.constant<Subscript>("all"), place),
);
const vectorEntry = fc
  .tuple(fc.constantFrom(...vectors), place)
  .map(([of, at]) => node({ kind: "entry", of: variable(of), at: [at] }));
const matrixEntry = fc
  .tuple(fc.constantFrom(...matrices), places)
  .map(([of, at]) => node({ kind: "entry", of: variable(of), at }));

const sized = fc.oneof(
  fc.tuple(fc.constantFrom<Operator>("ones", "zeros"), fc.array(size, { minLength: 1, maxLength: 2 })),
  fc.tuple(fc.constant<Operator>("unit"), fc.tuple(place as fc.Arbitrary<Expr>, size)),
  fc.tuple(fc.constant<Operator>("delta"), fc.tuple(freeIndex, freeIndex)),
);
const constant = sized.map(([op, args]) => apply(op, args));

const leaf = fc.oneof(
  { weight: 6, arbitrary: name },
  { weight: 3, arbitrary: number },
  { weight: 2, arbitrary: vectorEntry },
  { weight: 2, arbitrary: matrixEntry },
  identity,
  size,
  freeIndex,
  constant,
  fc.constant(node({ kind: "pi" })),
);

const withOwnSizes: ReadonlySet<string> = new Set(["ones", "zeros", "unit", "delta"]);
const arityOf = (op: Operator): number => {
  const row = operators[op];
  return row.form === "function" ? row.arity[0] : row.form === "infix" ? 2 : 1;
};
const applicable = (Object.keys(operators) as Operator[]).filter((op) => !withOwnSizes.has(op));

const { tree } = fc.letrec<{ tree: Expr; inner: Expr }>((tie) => {
  const inner = tie("inner");
  const application = fc
    .constantFrom(...applicable)
    .chain((op) => fc.array(inner, { minLength: arityOf(op), maxLength: arityOf(op) }).map((args) => apply(op, args)));
  const grid = fc
    .tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 3 }))
    .chain(([rows, cols]) =>
      fc.array(fc.array(inner, { minLength: cols, maxLength: cols }), { minLength: rows, maxLength: rows }),
    );
  const branch = fc.record<Branch>({ value: inner, condition: inner });
  return {
    tree: fc.oneof(
      { weight: 12, arbitrary: application },
      { weight: 2, arbitrary: grid.map((rows) => node({ kind: "matrix", rows })) },
      { weight: 1, arbitrary: inner.map((body) => node({ kind: "sum", index: "k", range: null, body })) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.boolean(), inner)
          .map(([derivative, argument]) => node({ kind: "call", name: "f", derivative, argument })),
      },
      {
        weight: 1,
        arbitrary: fc.tuple(tie("tree"), places).map(([of, at]) => node({ kind: "entry", of, at })),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(branch, inner)
          .map(([first, value]) => node({ kind: "cases", branches: [first, { value, condition: null }] })),
      },
    ),
    inner: fc.oneof({ maxDepth: 4, depthSize: "small" }, leaf, tie("tree")),
  };
});

/** Random trees as the reader could have made them; whether their shapes fit is not looked at. */
export const trees: fc.Arbitrary<Expr> = fc.oneof(leaf, { weight: 9, arbitrary: tree });

/** Whether some part of the tree is of the kind. */
export function contains(expr: Expr, holds: (part: Expr) => boolean): boolean {
  return holds(expr) || parts(expr).some((part) => contains(part, holds));
}
