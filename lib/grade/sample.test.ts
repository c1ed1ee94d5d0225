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

const shown = (problem: object): TruthSample => {
  const found = sampleOf(problem);
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
    [{ form: "choice", options: { a: "1" }, correct: ["a"] }, "no truth"],
    [{ form: "shape", function: "A*x", wrt: "x" }, "no truth"],
  ])("of %j is nothing: %s", (problem, words) => {
    expect(sampleOf(problem)).toContain(words);
  });
});
