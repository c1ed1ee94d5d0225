import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { run, type Values } from "../evaluate";
import { parse } from "../expr";
import { arithmetic, float64, type Matrix, type Tracked, transpose } from "../matrix";
import { checkShapes } from "../shape";
import { readSlips } from "./diagnose/testing/table";
import { type AnswerKey, grade, readProblem } from "./grade";
import { toGrid } from "./grid";
import type { ProblemInput } from "./problem";
import type { Graded, Grid, Witness } from "./verdict";

const M = arithmetic(float64);
const slips = readSlips(readFileSync(new URL("./diagnose/slips.txt", import.meta.url), "utf8"));
const cases = slips.filter(({ problem }) => Object.keys(problem.functions ?? {}).length === 0);

function keyOf(problem: ProblemInput): AnswerKey {
  const key = readProblem(problem);
  if (!key.ok) throw new Error(JSON.stringify(key.error));
  return key.value;
}

function witnessOf(problem: ProblemInput, text: string, seed = "witness"): Witness | undefined {
  return (grade({ text, syntax: "text" }, keyOf(problem), seed) as Graded).witness;
}

const seeds = Array.from({ length: 40 }, (_, k) => `witness ${k}`);

const toMatrix = (grid: Grid): Matrix<Tracked> => ({
  rows: grid.length,
  cols: grid[0]?.length ?? 0,
  data: grid.flat().map((v) => float64.number(v)),
});

/** Truth and answer evaluated again at the values of a witness. */
function again(
  { problem: { variables = {} }, truth }: AnswerKey,
  text: string,
  { at, layout }: Witness,
): [Grid, Grid | null] {
  if (!truth) throw new Error("no truth");
  const sizes = new Map<string, number>();
  for (const [name, { shape }] of Object.entries(variables))
    shape.forEach((side, k) => {
      const grid = at[name] as Grid;
      if (typeof side === "string") sizes.set(side, k === 0 ? grid.length : (grid[0]?.length ?? 0));
    });
  const values: Values<Tracked> = new Map(Object.entries(at).map(([name, grid]) => [name, toMatrix(grid)]));
  const tree = parse(text, "text", truth.scope.vocabulary);
  const checked = tree.ok ? checkShapes(tree.value, truth.scope, text, { shapes: truth.shapes }) : tree;
  const there = truth.at(sizes);
  const program = checked.ok && there.ok ? there.value.answer(checked.value.expr) : undefined;
  if (!there.ok || !program?.ok) throw new Error("not readable");
  const value = there.value.value(M, values);
  const answer = run(program.value, M, values);
  const defined = answer.data.every((a) => float64.state(a) === "value");
  return [toGrid(layout === "numerator" ? value : transpose(value)), defined ? toGrid(answer) : null];
}

const numbersIn = (witness: Witness): number[] => Object.values(witness.at).flat(2);

describe("a witness", { timeout: 60_000 }, () => {
  it.each(cases)("of $problem.function, $answer shows two different values", ({ problem, answer }) => {
    const witness = witnessOf(problem, answer);
    if (!witness) {
      expect(["I", "2*x + 1e-9"]).toContain(answer);
      return;
    }
    expect(again(keyOf(problem), answer, witness)).toEqual([witness.truth, witness.answer]);
    expect(witness.answer).not.toEqual(witness.truth);
    expect(Object.keys(witness.at).sort()).toEqual(Object.keys(problem.variables ?? {}).sort());
  });

  it("is as small as can be", () => {
    for (const { problem, answer } of cases) {
      const witness = witnessOf(problem, answer);
      if (!witness) continue;
      for (const value of numbersIn(witness)) {
        expect(Number.isInteger(value), answer).toBe(true);
        expect(Math.abs(value), answer).toBeLessThanOrEqual(3);
      }
      const sides = Object.values(witness.at).flatMap((grid) => [grid.length, grid[0]?.length ?? 0]);
      expect(Math.max(...sides), answer).toBeLessThanOrEqual(3);
    }
  });

  it("of 2*A*x for the gradient of x'*A*x is a 2×2 matrix of small whole numbers", () => {
    const variables = { x: { shape: ["n"] }, A: { shape: ["n", "n"] } };
    const witness = witnessOf({ variables, function: "x'*A*x", wrt: "x" }, "2*A*x");
    expect(witness?.layout).toBe("denominator");
    expect(witness?.at.A?.map((row) => row.length)).toEqual([2, 2]);
    expect(witness?.at.A?.[0]?.[1]).not.toBe(witness?.at.A?.[1]?.[0]);
  });

  it("keeps the assumptions", () => {
    const square = (...assume: string[]): ProblemInput =>
      ({
        variables: { x: { shape: ["n"] }, A: { shape: ["n", "n"], assume } },
        function: "x'*A*x",
        wrt: "x",
      }) as ProblemInput;
    const drawn = (...assume: string[]): Grid => witnessOf(square(...assume), "3*A*x + x")?.at.A as Grid;
    const turned = (grid: Grid): number[][] => (grid[0] ?? []).map((_, j) => grid.map((row) => row[j] as number));
    expect(drawn("symmetric")).toEqual(turned(drawn("symmetric")));
    expect(drawn("positive-definite")).toEqual(turned(drawn("positive-definite")));
    const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = drawn("positive-definite");
    expect(a > 0 && a * d - b * c > 0).toBe(true);
    const D = drawn("diagonal");
    expect([D[0]?.[1], D[1]?.[0]]).toEqual([0, 0]);
    expect(
      drawn("positive")
        .flat()
        .every((v) => v > 0),
    ).toBe(true);
    const S = drawn("skew");
    expect([S[0]?.[0], (S[0]?.[1] ?? 0) + (S[1]?.[0] ?? 0)]).toEqual([0, 0]);
  });

  it("keeps inequalities and fixed sizes", () => {
    const tall = {
      variables: { A: { shape: ["m", "n"] }, x: { shape: ["n"] }, b: { shape: [3] } },
      where: ["m > n"],
      function: "norm(A*x)^2",
      wrt: "x",
    };
    const at = witnessOf(tall, "A'*A*x")?.at;
    expect(at?.A?.length).toBeGreaterThan(at?.x?.length ?? 0);
    expect(at?.b?.length).toBe(3);
  });

  it("is not given where a drawn function would have to be shown", () => {
    const problem: ProblemInput = {
      variables: { x: { shape: ["n"] } },
      functions: { f: { elementwise: true } },
      function: "f(x)",
      wrt: "x",
    };
    expect(witnessOf(problem, "diag(f(x))")).toBeUndefined();
  });

  const scalars = (k: string): ProblemInput => ({ variables: { [k]: { shape: [] } }, function: `${k}^2`, wrt: k });

  it("says where the answer has no value", () => {
    const witness = witnessOf(scalars("t"), "2*t/(t - t)");
    expect(witness?.answer).toBe(null);
    expect(witness?.truth[0]?.[0]).toBe(2 * (witness?.at.t?.[0]?.[0] as number));
  });

  it("shows values that tell: no variable is zero, nor the truth", () => {
    for (const answer of ["3*t", "t", "t^2 + t", "2*t*abs(t) + 1", "2*t + 1/t"]) {
      const witness = witnessOf(scalars("t"), answer);
      expect(witness?.at.t?.[0]?.[0], answer).not.toBe(0);
      expect(witness?.truth, answer).not.toEqual([[0]]);
    }
  });

  it("shows an answer with a value where it has one", () => {
    for (const answer of ["2*t + 1/(t - 1)", "2*t + 1/(t - 2)", "t/(t - 1)"])
      for (const seed of seeds) expect(witnessOf(scalars("t"), answer, seed)?.answer, answer).not.toBe(null);
  });

  it("falls back on a truth of zero where it is never anything else", () => {
    const witness = witnessOf({ variables: { t: { shape: [] } }, reference: "t - t" }, "t");
    expect(witness?.truth).toEqual([[0]]);
    expect(witness?.answer).toEqual(witness?.at.t);
  });

  it("looks on both sides of zero", () => {
    const shown = seeds.map((seed) => witnessOf(scalars("t"), "2*abs(t)", seed)?.at.t?.[0]?.[0] as number);
    for (const t of shown) expect(t).toBeLessThan(0);
    expect(shown.filter((t) => t === -1).length).toBeGreaterThan(0.65 * seeds.length);
  });

  it("may have any entry of a one-hot vector for its one", () => {
    const problem = { variables: { x: { shape: ["n"], assume: ["one-hot"] } }, reference: "2*x" } as ProblemInput;
    const places = seeds.map((seed) => witnessOf(problem, "3*x", seed)?.at.x?.flat().indexOf(1));
    expect(new Set(places)).toEqual(new Set([0, 1]));
  });

  const det = (grid: Grid): number => {
    const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = grid;
    return a * d - b * c;
  };
  const spread = (grid: Grid): number[] => grid.flat();
  const held: readonly (readonly [string[], (grid: Grid) => boolean])[] = [
    [["invertible"], (X) => det(X) !== 0],
    [["nonzero"], (X) => !spread(X).includes(0)],
    [["integer", "nonzero"], (X) => spread(X).every((v) => v !== 0 && Number.isInteger(v))],
    [["integer", "nonnegative"], (X) => spread(X).every((v) => v >= 0 && Number.isInteger(v))],
    [["integer", "positive"], (X) => spread(X).every((v) => v >= 1 && Number.isInteger(v))],
    [["nonnegative"], (X) => spread(X).every((v) => v >= 0)],
    [["orthogonal"], (X) => Math.abs(Math.abs(det(X)) - 1) < 1e-5],
    [["orthogonal", "positive-definite"], (X) => JSON.stringify(X) === "[[1,0],[0,1]]"],
    [["diagonal", "positive-definite"], (X) => X[0]?.[1] === 0 && spread(X).every((v) => v >= 0) && det(X) > 0],
    [["positive-definite", "positive"], (X) => spread(X).every((v) => v > 0) && det(X) > 0],
    [["positive-definite"], (X) => X[0]?.[1] === X[1]?.[0] && det(X) > 0],
    [["symmetric", "integer"], (X) => X[0]?.[1] === X[1]?.[0]],
    [["diagonal", "invertible"], (X) => X[0]?.[1] === 0 && det(X) !== 0],
  ];
  const answers = ["3*A*X", "X*A + A", "A*X'*X", "X*A*A", "A*A*X - X"];

  it.each(held)("keeps a matrix that is %j so", (assume, holds) => {
    const problem = {
      variables: { X: { shape: ["n", "n"], assume }, A: { shape: ["n", "n"] } },
      reference: "2*X*A",
    } as ProblemInput;
    const shown = answers.flatMap((answer) => witnessOf(problem, answer)?.at.X ?? []);
    expect(shown.length).toBeGreaterThan(4);
    for (const answer of answers) {
      const X = witnessOf(problem, answer)?.at.X;
      if (X?.length === 2) expect(holds(X), `${answer}: ${JSON.stringify(X)}`).toBe(true);
    }
  });

  const lines: readonly (readonly [string, (v: readonly number[]) => boolean])[] = [
    ["unit", (v) => Math.abs(v.reduce((sum, a) => sum + a * a, 0) - 1) < 1e-4],
    ["simplex", (v) => Math.abs(v.reduce((sum, a) => sum + a, 0) - 1) < 1e-4 && v.every((a) => a >= 0)],
    ["one-hot", (v) => v.filter((a) => a === 1).length === 1 && v.filter((a) => a === 0).length === v.length - 1],
  ];

  it.each(lines)("keeps a vector that is %s so", (assume, holds) => {
    const problem = { variables: { x: { shape: ["n"], assume: [assume] } }, reference: "2*x" } as ProblemInput;
    for (const answer of ["3*x", "x", "x + ones(n)", "2*x - 1"]) {
      const x = witnessOf(problem, answer)?.at.x?.flat() ?? [];
      expect(holds(x), `${answer}: ${x}`).toBe(true);
    }
  });

  const B: ProblemInput = {
    variables: { B: { shape: ["m", "n"] }, x: { shape: ["n"] }, y: { shape: ["m"] } },
    function: "B*x",
    wrt: "x",
  };

  it.each([
    ["x", "denominator"],
    ["y", "numerator"],
    ["x'", "numerator"],
    ["y'", "denominator"],
    ["x*y'*2", "denominator"],
    ["y*x'", "numerator"],
    ["ones(3)", "numerator"],
  ])("sets %s beside the %s form, which has more of its sides", (answer, layout) => {
    expect(witnessOf(B, answer)?.layout).toBe(layout);
  });

  it("sets an answer that fits both layouts beside the nearer one", () => {
    const square: ProblemInput = { variables: { A: { shape: ["n", "n"] } }, reference: "A" };
    expect(witnessOf(square, "A + 1e-3*ones(n, n)")?.layout).toBe("numerator");
    expect(witnessOf(square, "A' + 1e-3*ones(n, n)")?.layout).toBe("denominator");
  });

  it.each([
    [{ function: "x'*x", wrt: "x", form: "hessian" }, "I", true],
    [{ function: "x'*x", wrt: "x", form: "differential" }, "x'*dx", true],
    [{ function: "x", wrt: "x", form: "vec" }, "2*I", true],
    [{ function: "x'*x", wrt: "x", form: "index", indices: ["i"] }, "x_i", false],
  ])("of %j for %s: %s", (problem, answer, given) => {
    const asked = { variables: { x: { shape: ["n"] } }, ...problem } as ProblemInput;
    expect(witnessOf(asked, answer) !== undefined).toBe(given);
  });

  it.each([
    ["n > 3", 4],
    ["n >= 8", 8],
    ["n > 8", undefined],
  ])("takes the least size under %s: %s", (inequality, least) => {
    const problem: ProblemInput = { variables: { x: { shape: ["n"] } }, where: [inequality], reference: "2*x" };
    expect(witnessOf(problem, "x")?.at.x?.length).toBe(least);
  });

  it("takes sizes from which an answer differs, and with which its shape can be seen", () => {
    const problem: ProblemInput = { variables: { x: { shape: ["n"] } }, reference: "x" };
    expect(witnessOf(problem, "x*(n < 4)")?.at.x?.length).toBe(4);
    expect(witnessOf(problem, "[x_1; x_2]")?.at.x?.length).toBe(3);
  });

  it("gives whole exponents as whole numbers", () => {
    const problem: ProblemInput = {
      variables: { x: { shape: [] }, k: { shape: [], assume: ["integer"] } },
      function: "x^k",
      wrt: "x",
    };
    const witness = witnessOf(problem, "x^(k - 1)");
    expect(Number.isInteger(witness?.at.k?.[0]?.[0])).toBe(true);
    expect(again(keyOf(problem), "k*x^(k - 1)", witness as Witness)[0]).toEqual(witness?.truth);
  });
});
