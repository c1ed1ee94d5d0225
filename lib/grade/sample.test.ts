import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readProblem } from "./grade";
import { describeTruth, type TruthSample } from "./sample";

const variables = { x: { shape: ["n"] }, A: { shape: ["m", "n"] }, S: { shape: ["n", "n"] }, t: { shape: [] } };

function sampleOf(problem: object, seed = "sample"): TruthSample | string {
  const key = readProblem({ variables, ...problem });
  if (!key.ok) throw new Error(JSON.stringify(key.error));
  const found = describeTruth(key.value, seed);
  return found.ok ? found.value : String((found.error.facts as { detail: string }).detail);
}

const shown = (problem: object, seed?: string): TruthSample => {
  const found = sampleOf(problem, seed);
  if (typeof found === "string") throw new Error(found);
  return found;
};
const sides = (grid: readonly (readonly number[])[]): string => `${grid.length}×${grid[0]?.length}`;
const turned = (grid: readonly (readonly number[])[]): number[][] =>
  (grid[0] ?? []).map((_, j) => grid.map((row) => row[j] as number));

describe("what an author is shown of a truth", () => {
  it.each([
    [{ function: "x'*S*x", wrt: "x" }, "1×n", "n×1"],
    [{ function: "A*x", wrt: "x" }, "m×n", "n×m"],
    [{ function: "t^3", wrt: "t" }, "scalar", "scalar"],
    [{ reference: "A" }, "m×n", "n×m"],
    [{ form: "hessian", function: "x'*S*x", wrt: "x" }, "n×n", "n×n"],
    [{ form: "differential", function: "A*x", wrt: "x" }, "m×1", "m×1"],
  ])("of %j are the shapes %s and %s, and a sample in each", (problem, numerator, denominator) => {
    const truth = shown(problem);
    expect([truth.numerator.shape, truth.denominator.shape]).toEqual([numerator, denominator]);
    const one = numerator === denominator && numerator !== "scalar";
    expect(truth.denominator.sample).toEqual(one ? truth.numerator.sample : turned(truth.numerator.sample));
  });

  it("is the derivative at the values that stand beside it", () => {
    const { numerator, at } = shown({ function: "x'*x", wrt: "x" });
    expect(sides(numerator.sample)).toBe(`1×${at.x?.length}`);
    for (const [k, [v]] of (at.x ?? []).entries()) expect(numerator.sample[0]?.[k]).toBeCloseTo(2 * (v as number), 4);
  });

  it("holds the declared variables, and none that the grader draws for itself", () => {
    const functions = { f: { elementwise: true } };
    const { at } = shown({ functions, function: "f(x)", wrt: "x" });
    expect(Object.keys(at)).toEqual(["x"]);
  });

  it("follows from the seed", () => {
    const problem = { function: "A*x", wrt: "x" };
    expect(sampleOf(problem)).toEqual(sampleOf(problem));
    expect(sampleOf(problem)).not.toEqual(sampleOf(problem, "another"));
  });

  it("is taken where the function has a value", () => {
    const { at } = shown({ function: "log(t - 20)", wrt: "t" });
    expect(at.t?.[0]?.[0]).toBeGreaterThan(20);
  });

  it("takes sizes at which the function has a value", () => {
    const { at } = shown({ reference: "inv(A'*A)" });
    expect(at.A?.length).toBeGreaterThan(at.A?.[0]?.length ?? 99);
  });

  it.each([
    [{ function: "log(-1 - t^2)", wrt: "t" }, "no point"],
    [{ variables: { X: { shape: [40, 40] } }, function: "det(X)", wrt: "X" }, "too large"],
    [{ form: "vec", variables: { X: { shape: [5, 5] } }, function: "kron(kron(X,X),X)", wrt: "X" }, "too large"],
    [{ form: "choice", options: { a: "1" }, correct: ["a"] }, "no truth"],
    [{ form: "shape", function: "A*x", wrt: "x" }, "no truth"],
  ])("of %j is nothing: %s", (problem, words) => {
    expect(sampleOf(problem)).toContain(words);
  });

  it.each([
    [
      {
        x: [1, 2],
        S: [
          [1, 2],
          [3, 4],
        ],
      },
      [[12, 21]],
    ],
    [
      {
        x: [0, 1],
        S: [
          [2, 0],
          [0, 5],
        ],
      },
      [[0, 10]],
    ],
  ])("is the derivative at the point %j that the problem names", (at, rows) => {
    const problem = { variables: { x: variables.x, S: variables.S }, function: "x'*S*x", wrt: "x", at };
    const { numerator, denominator, value } = shown(problem);
    expect(numerator.sample).toEqual(rows);
    expect(denominator.sample).toEqual(turned(rows));
    expect(value).toEqual([[rows[0]?.reduce((sum, d, k) => sum + (d * (at.x[k] as number)) / 2, 0)]]);
  });

  it.each([
    [{ variables: { t: { shape: [] } }, function: "log(t)", wrt: "t", at: { t: -1 } }, "no value at this point"],
    [{ variables: { t: { shape: [] } }, function: "sqrt(t)", wrt: "t", at: { t: 0 } }, "no value at this point"],
    [{ variables: { t: { shape: [] } }, function: "exp(t)", wrt: "t", at: { t: 1000 } }, "too large or too small"],
    [{ function: "x'*x", wrt: "x", at: { x: [1, 2] } }, "A is missing"],
  ])("of %j is nothing, and it says why: %s", (problem, words) => {
    expect(sampleOf(problem)).toContain(words);
  });
});

describe("the same derivative by central differences", () => {
  it.each([
    ["x'*S*x", "x"],
    ["A*x", "x"],
    ["sum(A*x)", "A"],
    ["x'*A'", "x"],
    ["logdet(S)", "S"],
    ["tr(inv(S))", "S"],
    ["t*S*S", "t"],
    ["softmax(x)", "x"],
    ["exp(t*x)", "t"],
    ["norm(A*x)^2", "x"],
    ["t^3 + sin(t)", "t"],
    ["relu(x)", "x"],
  ])("agrees in both layouts for %s by %s, wherever it is taken", (source, wrt) => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const { numerator, denominator, differences } = shown({ function: source, wrt }, String(seed));
        expect(differences?.gap).toBeLessThan(1e-6);
        for (const [truth, estimate] of [
          [numerator.sample, differences?.numerator],
          [denominator.sample, differences?.denominator],
        ] as const) {
          expect(estimate?.length).toBe(truth.length);
          expect(estimate?.[0]?.length).toBe(truth[0]?.length);
        }
        expect(differences?.denominator).toEqual(turned(differences?.numerator ?? []));
      }),
      { numRuns: 12 },
    );
  });

  it.each([
    { form: "vec", function: "A*S", wrt: "A" },
    { form: "hessian", function: "exp(t)*norm(x)^2 + sum(x.^3)", wrt: "x" },
    { form: "differential", function: "tr(S*S)", wrt: "S" },
  ])("agrees for %j", (problem) => {
    const { numerator, differences } = shown(problem);
    expect(differences?.gap).toBeLessThan(1e-6);
    expect(sides(differences?.numerator ?? [])).toBe(sides(numerator.sample));
  });

  it("differs from the grader's derivative at a corner", () => {
    const { differences } = shown({ variables: { t: { shape: [] } }, function: "relu(t)", wrt: "t", at: { t: 0 } });
    expect(differences?.numerator).toEqual([[0.5]]);
    expect(differences?.gap).toBe(0.5);
  });

  it("is not taken where no function is differentiated", () => {
    expect(shown({ reference: "A" }).differences).toBeUndefined();
    expect(shown({ reference: "A" }).value).toBeUndefined();
  });
});
