import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isScalarFunction, type Random, random, scalarFunctions } from "../base";
import { lower, type Program, run, type Sizes, type Values } from "../evaluate";
import { parse } from "../expr";
import { arithmetic, doubleDouble, float64, type Matrix, matrix } from "../matrix";
import { checkShapes, type Scope, scopeOf } from "../shape";
import { rules } from "./rules";
import { hessian, jacobian, trace } from "./tangent";

const f64 = arithmetic(float64);
const precise = arithmetic(doubleDouble);

/** So small that f(x + hD) − f(x − hD) over 2h is the derivative to some twenty digits in higher precision. */
const h = 2 ** -40;

/** Names with their shapes: `u` has positive entries, `w` entries between −1 and 1, the others both signs. */
const declared = {
  s: [],
  t: [],
  x: ["n"],
  y: ["n"],
  u: ["n"],
  w: ["n"],
  A: ["m", "n"],
  B: ["m", "n"],
  S: ["n", "n"],
  T: ["n", "n"],
} as const;

const scope: Scope = scopeOf({
  variables: Object.fromEntries(Object.entries(declared).map(([name, shape]) => [name, { shape: [...shape] }])),
  functions: { f: { elementwise: true }, g: { from: ["n"], to: ["m"] } },
});

/** Every operator of the language, and the variable it is differentiated by. */
const operators: readonly (readonly [source: string, by: string])[] = [
  ["x + 2*y - 3*x", "x"],
  ["-(x + s)", "s"],
  ["s*A", "s"],
  ["A*S*T", "S"],
  ["x*y'", "y"],
  ["A .* B .* A", "A"],
  ["A ./ (B .* B + ones(m,n))", "B"],
  ["s/(t*t + 1)", "t"],
  ["x.^3", "x"],
  ["u.^-2", "u"],
  ["u.^s", "u"],
  ["u.^s", "s"],
  ["u.^x", "x"],
  ["S^3", "S"],
  ["S^-2", "S"],
  ["inv(S)*x", "S"],
  ["inv(S*T)", "T"],
  ["det(S)", "S"],
  ["det(S*T) + det(S)^2", "S"],
  ["logdet(S'*S)", "S"],
  ["tr(S*T*S)", "S"],
  ["sum(A)", "A"],
  ["norm(x)", "x"],
  ["norm(A)^3", "A"],
  ["norm1(x)", "x"],
  ["kron(A, S)*kron(x, y)", "x"],
  ["kron(A, B)", "A"],
  ["vec(A*S)", "A"],
  ["diag(x)*y", "x"],
  ["diag(S*T)", "T"],
  ["[S, x; y', s]", "x"],
  ["A[1,:]*x + A[:,1]'*A[:,1]", "A"],
  ["S[1,1]*x[1]", "S"],
  ["max(x, y)", "x"],
  ["min(x, y)", "y"],
  ["(x > y) .* x", "x"],
  ["(x >= y) .* y", "y"],
  ["logsumexp(x)", "x"],
  ["softmax(x)", "x"],
  ["softmax(A*x)", "A"],
  ["sum(i, x[i]*A[:,i])", "x"],
  ["f(x)", "x"],
  ["f'(x) .* x", "x"],
  ["g(x)", "x"],
  ["D(g)(x)*x", "x"],
  ["tanh(A*relu(S*x))", "S"],
  ["pi*x + 2.5*y", "x"],
  ...scalarFunctions.map((name): readonly [string, string] => {
    if (name === "log" || name === "sqrt") return [`${name}(u)`, "u"];
    return name === "asin" || name === "acos" ? [`${name}(w)`, "w"] : [`${name}(x)`, "x"];
  }),
  ["|x|", "x"],
];

function programOf(source: string, sizes: Sizes): Program {
  const tree = parse(source, "text", scope.vocabulary);
  if (!tree.ok) throw new Error(`${source}: ${tree.error.what}`);
  const shaped = checkShapes(tree.value, scope, source);
  if (!shaped.ok) throw new Error(`${source}: ${shaped.error.what}`);
  const program = lower(shaped.value.expr, sizes, scope);
  if (!program.ok) throw new Error(source);
  return program.value;
}

/** x² where x > y, x elsewhere: what `cases` is lowered to. */
const piecewise: Program = {
  steps: [
    { op: "variable", name: "x", rows: 2, cols: 1, args: [] },
    { op: "variable", name: "y", rows: 2, cols: 1, args: [] },
    { op: "greater", rows: 2, cols: 1, args: [0, 1] },
    { op: "whole", exponent: 2, rows: 2, cols: 1, args: [0] },
    { op: "select", rows: 2, cols: 1, args: [2, 3, 0] },
  ],
  rows: 2,
  cols: 1,
  work: 6,
};

/** Plain float64 entries away from zero. */
function draw(rng: Random, name: string, rows: number, cols: number): Matrix<number> {
  const entry = (): number => {
    const size = 0.2 + 1.3 * rng.next();
    if (name === "u") return size;
    if (name === "w") return (rng.next() - 0.5) * 1.8;
    return rng.next() < 0.5 ? size : -size;
  };
  return matrix(rows, cols, Array.from({ length: rows * cols }, entry));
}

type Point = ReadonlyMap<string, Matrix<number>>;

function drawAll(program: Program, rng: Random): Point {
  const steps = program.steps.filter((s) => s.op === "variable");
  return new Map(steps.map((s) => [s.name, draw(rng, s.name, s.rows, s.cols)]));
}

function lifted<T>(M: { readonly scalars: { number(v: number): T } }, at: Point): Values<T> {
  return new Map([...at].map(([name, A]) => [name, { ...A, data: A.data.map((v) => M.scalars.number(v)) }]));
}

const sizesFrom = (rng: Random): Sizes =>
  new Map([
    ["n", rng.int(1, 4)],
    ["m", rng.int(1, 4)],
  ]);

/** (f(x + hD) − f(x − hD)) / 2h in higher precision. */
function quotient(program: Program, at: Point, by: string, D: Matrix<number>): number[] {
  const S = doubleDouble;
  const moved = (sign: number) => {
    const point = new Map(lifted(precise, at));
    const x = point.get(by) as Matrix<(typeof S)["zero"]>;
    const step = D.data.map((d) => S.mul(S.number(sign * h), S.number(d)));
    point.set(by, { ...x, data: x.data.map((v, k) => S.add(v, step[k] as typeof v)) });
    return run(program, precise, point);
  };
  const gap = precise.sub(moved(1), moved(-1));
  return gap.data.map((g) => S.toNumber(S.mul(g, S.number(0.5 / h))));
}

function expectClose(got: readonly number[], want: readonly number[], tolerance: number): void {
  const scale = Math.max(1e-6, ...want.map(Math.abs));
  expect(got.length).toBe(want.length);
  got.forEach((value, k) => {
    expect(Math.abs(value - (want[k] as number)) / scale).toBeLessThan(tolerance);
  });
}

const seeds = fc.integer({ min: 0, max: 2 ** 30 });

describe("a derivative by automatic differentiation", () => {
  it.each(operators)("of %s by %s agrees with central differences in random directions", (source, by) => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const rng = random(`ad|${source}|${seed}`);
        const program = programOf(source, sizesFrom(rng));
        const at = drawAll(program, rng);
        const x = at.get(by) as Matrix<number>;
        const D = draw(rng, "x", x.rows, x.cols);
        const zero = new Array<number>(program.rows * program.cols).fill(0);
        const along = trace(program, precise, lifted(precise, at)).along(
          by,
          (lifted(precise, new Map([[by, D]])) as Values<never>).get(by) as never,
        );
        expectClose(
          along ? along.data.map((a) => doubleDouble.toNumber(a)) : zero,
          quotient(program, at, by, D),
          1e-13,
        );
      }),
      { numRuns: 8, seed: 1 },
    );
  });

  it.each(operators)("of %s by %s stays within the error bound that float64 states", (source, by) => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const rng = random(`bound|${source}|${seed}`);
        const program = programOf(source, sizesFrom(rng));
        const at = drawAll(program, rng);
        const x = at.get(by) as Matrix<number>;
        const rough = jacobian(trace(program, f64, lifted(f64, at)), f64, by, x);
        const fine = jacobian(trace(program, precise, lifted(precise, at)), precise, by, x);
        rough.data.forEach((a, k) => {
          const b = fine.data[k] as (typeof fine.data)[number];
          expect(Math.abs(a.v - b.hi - b.lo)).toBeLessThanOrEqual(a.e + b.e);
        });
      }),
      { numRuns: 8, seed: 2 },
    );
  });

  it("has a rule for every operation, and all of them are tried here", () => {
    const tried = new Set<string>();
    const functions = new Set<string>();
    const sizes = new Map([
      ["n", 3],
      ["m", 2],
    ]);
    const programs = [...operators.map(([source]) => programOf(source, sizes)), piecewise];
    for (const step of programs.flatMap((program) => program.steps)) {
      tried.add(step.op);
      if (step.op === "apply" && isScalarFunction(step.fn)) functions.add(step.fn);
    }
    expect(Object.keys(rules).filter((op) => !tried.has(op))).toEqual([]);
    expect(scalarFunctions.filter((name) => !functions.has(name))).toEqual([]);
  });

  it("of a choice between pieces is that of the piece that holds", () => {
    const at = new Map([
      ["x", matrix(2, 1, [1.5, -0.7])],
      ["y", matrix(2, 1, [0.4, 0.9])],
    ]);
    const J = jacobian(trace(piecewise, f64, lifted(f64, at)), f64, "x", { rows: 2, cols: 1 });
    expect(J.data.map((a) => a.v)).toEqual([3, 0, 0, 1]);
  });

  it.each([
    ["inv(S)", "S"],
    ["inv(S)*inv(S')", "S"],
    ["S^-1*T", "S"],
    ["logdet(S'*S)", "S"],
    ["det(S)", "S"],
    ["inv(S'*S + T'*T)", "T"],
  ])("of %s holds next to a singular matrix", (source, by) => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(1e-2, 1e-4, 1e-6), (seed, gap) => {
        const rng = random(`near|${source}|${seed}`);
        const n = rng.int(2, 4);
        const program = programOf(
          source,
          new Map([
            ["n", n],
            ["m", 2],
          ]),
        );
        const at = new Map(drawAll(program, rng));
        const A = at.get(by) as Matrix<number>;
        const data = A.data.map((a, k) => (k < n ? (A.data[k + n] as number) + gap * a : a));
        at.set(by, { ...A, data });
        const D = draw(rng, "x", n, n);
        const along = trace(program, precise, lifted(precise, at)).along(
          by,
          lifted(precise, new Map([[by, D]])).get(by) as never,
        );
        expectClose(
          (along as Matrix<typeof doubleDouble.zero>).data.map((a) => doubleDouble.toNumber(a)),
          quotient(program, at, by, D),
          1e-7,
        );
      }),
      { numRuns: 20, seed: 3 },
    );
  });

  it("of a determinant holds at a singular matrix", () => {
    const program = programOf("det(S)", new Map([["n", 3]]));
    const at = new Map([["S", matrix(3, 3, [1, 2, 3, 2, 4, 6, 1, 0, 1])]]);
    const J = jacobian(trace(program, f64, lifted(f64, at)), f64, "S", { rows: 3, cols: 3 });
    expect(J.data.map((a) => a.v)).toEqual([4, 4, -4, -2, -2, 2, 0, 0, 0]);
  });
});

describe("a second derivative", () => {
  const scalars = [
    "x'*S*x",
    "norm(x)^3",
    "norm(A*x)",
    "logsumexp(x)",
    "sum(exp(x) .* sin(x))",
    "sum(f(x))",
    "sum(tanh(A*x))",
    "sum(sigmoid(x)) + sum(softplus(x))",
    "log(1 + exp(y'*x))",
    "sum(relu(x).^3) + norm1(x)",
    "1/(1 + x'*x)",
    "(x'*S*x)/(x'*x)",
    "det(S + x*x')",
    "y'*inv(S + x*x')*y",
    "logdet(S'*S + x*x')",
    "sum(atan(x)) + sum(cosh(x)) + sum(cos(x))",
    "sum(max(x.^2, y.^2))",
    "sum((x.^2).^s)",
    "sum(asin(x/(2*norm(x))))",
  ];

  it.each(scalars)("of %s agrees with central differences of the first", (source) => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const rng = random(`second|${source}|${seed}`);
        const program = programOf(source, sizesFrom(rng));
        const at = drawAll(program, rng);
        const x = at.get("x") as Matrix<number>;
        const H = hessian(program, precise, lifted(precise, at), "x");
        const S = doubleDouble;
        const gradient = (sign: number, k: number) => {
          const point = new Map(lifted(precise, at));
          const data = x.data.map((v, i) => (i === k ? S.add(S.number(v), S.number(sign * h)) : S.number(v)));
          point.set("x", { ...x, data });
          return jacobian(trace(program, precise, point), precise, "x", x);
        };
        const rows = x.data.flatMap((_, k) =>
          precise.sub(gradient(1, k), gradient(-1, k)).data.map((g) => S.toNumber(S.mul(g, S.number(0.5 / h)))),
        );
        expectClose(
          H.data.map((a) => S.toNumber(a)),
          rows,
          1e-9,
        );
      }),
      { numRuns: 8, seed: 4 },
    );
  });
});
