import type { Random } from "../../base";

/** A size: 1 or the name of a dimension. */
export type Dim = "1" | "n" | "m";

/** An expression made for a test: what it means is known without reading it. */
export interface Tree {
  readonly op: TreeOp;
  readonly args: readonly Tree[];
  readonly rows: Dim;
  readonly cols: Dim;
  /** `leaf`: as typed. `apply`: the function. */
  readonly text?: string;
}

export type TreeOp =
  | "leaf"
  | "add"
  | "sub"
  | "neg"
  | "scale"
  | "product"
  | "entry"
  | "transpose"
  | "inverse"
  | "trace"
  | "det"
  | "total"
  | "square"
  | "over"
  | "apply";

/** Two variables of every shape; a row is written as the transpose of a column. */
export const variables: Readonly<Record<string, readonly Dim[]>> = {
  s: [],
  t: [],
  x: ["n"],
  y: ["n"],
  u: ["m"],
  v: ["m"],
  A: ["n", "n"],
  B: ["n", "n"],
  C: ["m", "m"],
  D: ["m", "m"],
  E: ["m", "n"],
  F: ["m", "n"],
  G: ["n", "m"],
  H: ["n", "m"],
};

const wrappings: { readonly [Op in Exclude<TreeOp, "leaf">]: (args: readonly string[], text: string) => string } = {
  add: ([a, b]) => `(${a} + ${b})`,
  sub: ([a, b]) => `(${a} - ${b})`,
  neg: ([a]) => `(-${a})`,
  scale: ([a, b]) => `(${a}*${b})`,
  product: ([a, b]) => `(${a}*${b})`,
  entry: ([a, b]) => `(${a} .* ${b})`,
  transpose: ([a]) => `${a}'`,
  inverse: ([a]) => `inv(${a})`,
  trace: ([a]) => `tr(${a})`,
  det: ([a]) => `det(${a})`,
  total: ([a]) => `sum(${a})`,
  square: ([a]) => `(${a}^2)`,
  over: ([a, b]) => `(${a}/(1 + ${b}^2))`,
  apply: ([a], f) => `${f}(${a})`,
};

/** The tree as a learner would type it, with every bracket. */
export function print(tree: Tree): string {
  if (tree.op === "leaf") return tree.text as string;
  return wrappings[tree.op](tree.args.map(print), tree.text ?? "");
}

const node = (op: TreeOp, args: readonly Tree[], rows: Dim, cols: Dim, text?: string): Tree => ({
  op,
  args,
  rows,
  cols,
  ...(text !== undefined && { text }),
});

const same = (op: TreeOp, like: Tree, ...args: readonly Tree[]): Tree => node(op, args, like.rows, like.cols);

export const smooth = ["exp", "sin", "cos", "tanh", "sigmoid", "softplus", "atan"] as const;

function leaf(rng: Random, rows: Dim, cols: Dim): Tree {
  if (rows === "1" && cols !== "1") return node("transpose", [leaf(rng, cols, "1")], rows, cols);
  const shape = [rows, cols].filter((d) => d !== "1").join();
  const fitting = Object.keys(variables).filter((name) => (variables[name] as readonly Dim[]).join() === shape);
  const constants = shape === "" ? ["2", "3", "0.5", "n"] : [];
  return node("leaf", [], rows, cols, rng.pick([...fitting, ...fitting, ...constants]));
}

/** A random tree of a wanted shape; a rational one has no function of one number in it. */
export function grow(rng: Random, rows: Dim, cols: Dim, depth: number, rational: boolean): Tree {
  if (depth === 0) return leaf(rng, rows, cols);
  const again = (r: Dim, c: Dim): Tree => grow(rng, r, c, depth - 1 - rng.int(0, 1) * (depth > 1 ? 1 : 0), rational);
  const side = (): Dim => rng.pick(["n", "m"] as const);
  const make = (op: TreeOp, ...args: readonly Tree[]): Tree => node(op, args, rows, cols);
  const choices: (() => Tree)[] = [
    () => make("add", again(rows, cols), again(rows, cols)),
    () => make("sub", again(rows, cols), again(rows, cols)),
    () => make("neg", again(rows, cols)),
    () => make("scale", again("1", "1"), again(rows, cols)),
    () => make("over", again(rows, cols), again("1", "1")),
  ];
  const inner = (): Tree => {
    const k = rng.pick(rows === "1" && cols === "1" ? (["n", "m"] as const) : (["1", "n", "m"] as const));
    return rows !== "1" || cols !== "1" || k !== "1"
      ? make(k === "1" && (rows === "1" || cols === "1") ? "scale" : "product", ...factors(k))
      : leaf(rng, rows, cols);
  };
  const factors = (k: Dim): [Tree, Tree] => {
    if (k === "1" && cols === "1") return [again("1", "1"), again(rows, cols)];
    return [again(rows, k), again(k, cols)];
  };
  choices.push(inner, inner);
  if (rows === "1" && cols === "1") {
    const n = side();
    choices.push(
      () => make("trace", again(n, n)),
      () => make("total", again(n, side())),
      () => make("square", again("1", "1")),
      () => make("det", leaf(rng, n, n)),
    );
  } else {
    choices.push(
      () => make("transpose", again(cols, rows)),
      () => make("entry", again(rows, cols), again(rows, cols)),
    );
  }
  if (rows === cols && rows !== "1") choices.push(() => make("inverse", leaf(rng, rows, cols)));
  if (!rational)
    choices.push(
      () => node("apply", [again(rows, cols)], rows, cols, rng.pick(smooth)),
      () => node("apply", [again(rows, cols)], rows, cols, rng.pick(["relu", "abs"] as const)),
    );
  return rng.pick(choices)();
}

const isScalar = (tree: Tree): boolean => tree.rows === "1" && tree.cols === "1";
const turn = (tree: Tree): Tree => node("transpose", [tree], tree.cols, tree.rows);
const two = (tree: Tree): [Tree, Tree] => tree.args as unknown as [Tree, Tree];

const slopes: Readonly<Record<string, (a: Tree, y: Tree) => Tree>> = {
  exp: (_, y) => y,
  sin: (a) => ({ ...a, op: "apply", text: "cos", args: [a] }),
  cos: (a) => same("neg", a, { ...a, op: "apply", text: "sin", args: [a] }),
  softplus: (a) => ({ ...a, op: "apply", text: "sigmoid", args: [a] }),
  relu: (a) => ({ ...a, op: "apply", text: "step", args: [a] }),
  abs: (a) => ({ ...a, op: "apply", text: "sign", args: [a] }),
};

/** The slopes that are polynomials in the value: of tanh 1 − y², of the sigmoid y − y², of atan cos² y. */
function applied(y: Tree, a: Tree, da: Tree): Tree {
  const slope = slopes[y.text as string];
  if (slope) return same("entry", y, slope(a, y), da);
  const twice = same("entry", y, y, same("entry", y, y, da));
  if (y.text === "tanh") return same("sub", y, da, twice);
  if (y.text === "sigmoid") return same("sub", y, same("entry", y, y, da), twice);
  const c: Tree = { ...y, text: "cos", args: [y] };
  return same("entry", y, c, same("entry", y, c, da));
}

/** The differential of a tree by one variable, by the rules of a textbook; nothing where it is zero. */
export function differential(e: Tree, by: string): Tree | undefined {
  const [a, b] = two(e);
  const [da, db] = e.args.map((x) => differential(x, by));
  const both = (x: Tree | undefined, y: Tree | undefined): Tree | undefined =>
    x && y ? same("add", e, x, y) : (x ?? y);
  switch (e.op) {
    case "leaf":
      return e.text === by ? { ...e, text: `d${by}` } : undefined;
    case "sub":
      return both(da, db && same("neg", e, db));
    case "add":
      return both(da, db);
    case "scale":
    case "product":
    case "entry":
      return both(da && { ...e, args: [da, b] }, db && { ...e, args: [a, db] });
    case "over": {
      const spread = same("over", e, same("over", e, a, b), b);
      const slope = db && node("scale", [b, node("scale", [node("leaf", [], "1", "1", "2"), db], "1", "1")], "1", "1");
      return both(da && same("over", e, da, b), slope && same("neg", e, same("scale", e, slope, spread)));
    }
    case "inverse":
      return da && same("neg", e, same("product", e, e, same("product", e, da, e)));
    case "det":
      return da && same("scale", e, e, same("trace", e, same("product", a, same("inverse", a, a), da)));
    case "square":
      return da && same("scale", e, node("leaf", [], "1", "1", "2"), same("scale", e, a, da));
    case "apply":
      return da && applied(e, a, da);
    default:
      return da && { ...e, args: [da] };
  }
}

/** Ways of writing the same function otherwise; a row answers where it fits. */
export const rewrites: readonly ((tree: Tree, rng: Random) => Tree | undefined)[] = [
  (e) => (e.op === "add" ? { ...e, args: [...e.args].reverse() } : undefined),
  (e) => (e.op === "sub" ? same("neg", e, same("sub", e, two(e)[1], two(e)[0])) : undefined),
  (e) => (isScalar(e) ? undefined : turn(turn(e))),
  (e) => same("neg", e, same("neg", e, e)),
  (e, rng) => {
    const more = leaf(rng, e.rows, e.cols);
    return same("sub", e, same("add", e, e, more), more);
  },
  (e) => (e.op === "product" ? turn(node("product", [turn(two(e)[1]), turn(two(e)[0])], e.cols, e.rows)) : undefined),
  (e) => {
    if (e.op !== "product" || two(e)[1].op !== "add") return undefined;
    const [a, sum] = two(e);
    return same("add", e, same("product", e, a, two(sum)[0]), same("product", e, a, two(sum)[1]));
  },
  (e) => {
    if (e.op !== "product" || two(e)[0].op !== "product") return undefined;
    const [ab, c] = two(e);
    const [a, b] = two(ab);
    if (isScalar(a) || isScalar(b) || isScalar(c) || ab.cols === "1" || a.cols === "1") return undefined;
    return same("product", e, a, node("product", [b, c], b.rows, c.cols));
  },
  (e) => (e.op === "trace" ? same("trace", e, turn(two(e)[0])) : undefined),
  (e) => (e.op === "det" ? same("det", e, turn(two(e)[0])) : undefined),
  (e) => (e.op === "inverse" ? turn(node("inverse", [turn(two(e)[0])], e.rows, e.cols)) : undefined),
  (e) => (e.op === "square" ? same("scale", e, two(e)[0], two(e)[0]) : undefined),
  (e) => (e.op === "entry" ? { ...e, args: [...e.args].reverse() } : undefined),
];

/** Slips: most of them change the function, and whether one did is for another evaluation to say. */
export const slips: readonly ((tree: Tree, rng: Random) => Tree | undefined)[] = [
  (e, rng) => (e.op === "leaf" ? leaf(rng, e.rows, e.cols) : undefined),
  (e) => (e.op === "add" ? { ...e, op: "sub" } : e.op === "sub" ? { ...e, op: "add" } : undefined),
  (e) => same("neg", e, e),
  (e) => (e.rows === e.cols && !isScalar(e) ? turn(e) : undefined),
  (e) =>
    e.op === "product" && e.args.every((a) => a.rows === a.cols) ? { ...e, args: [...e.args].reverse() } : undefined,
  (e) =>
    e.op === "product" && e.args.every((a) => a.rows === e.rows && a.cols === e.cols)
      ? { ...e, op: "entry" }
      : undefined,
  (e) => same("scale", e, node("leaf", [], "1", "1", "2"), e),
  (e) => same("scale", e, node("leaf", [], "1", "1", "1.000001"), e),
  (e) => (e.op === "inverse" ? two(e)[0] : undefined),
  (e) => (e.op === "trace" ? { ...e, op: "total" } : undefined),
  (e) => (e.op === "apply" ? two(e)[0] : undefined),
  (e) => (e.op === "apply" ? { ...e, text: e.text === "tanh" ? "atan" : "tanh" } : undefined),
  (e, rng) => (isScalar(e) ? same("add", e, e, node("leaf", [], "1", "1", rng.pick(["1e-6", "s"]))) : undefined),
];

/** The tree with one random subtree changed by a rule that fits there. */
export function changed(
  tree: Tree,
  rng: Random,
  rules: readonly ((tree: Tree, rng: Random) => Tree | undefined)[],
): Tree {
  if (tree.args.length > 0 && rng.next() < 0.6) {
    const at = rng.int(0, tree.args.length - 1);
    return { ...tree, args: tree.args.map((a, k) => (k === at ? changed(a, rng, rules) : a)) };
  }
  for (let k = 0; k < 12; k++) {
    const result = rng.pick(rules)(tree, rng);
    if (result) return result;
  }
  return tree;
}
