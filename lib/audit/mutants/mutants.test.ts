import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { random } from "../../base";
import { readProblem } from "../../grade";
import { problemInstance } from "../../problems";
import { assumptions } from "../../shape";
import { mutantsOf } from ".";
import { drawPlain } from "./values";

function slipsOf(answer: string | string[] | Record<string, string>, problem: Record<string, unknown>) {
  const key = readProblem(problem);
  if (!key.ok) throw new Error(JSON.stringify(key.error));
  const layouts = ["derivative", "vec", "value", "shape", undefined].includes(problem.form as string | undefined);
  const instance = problemInstance.parse({
    id: "one",
    topic: "one",
    title: "One",
    skills: ["one"],
    difficulty: 1,
    sources: ["own"],
    policy: "either",
    statement: "One.",
    problem,
    ...(layouts ? { answers: { numerator: answer, denominator: answer } } : { answer }),
    spoiled: [
      { answer: "x", slip: "One." },
      { answer: "x", slip: "Two." },
    ],
    solution: "One.",
  });
  return mutantsOf(answer, instance, key.value);
}

const A = { shape: ["n", "n"] };
const x = { shape: ["n"] };

describe("wrong answers made of right ones", () => {
  it("are of every kind that an answer leaves room for", () => {
    const mutants = slipsOf("2*x'*A'*A", { variables: { A, x }, function: "x'*A'*A*x", wrt: "x" });
    expect(mutants.map(({ slip }) => slip)).toEqual([
      "sign",
      "constant-factor",
      "missing-transpose",
      "product-order",
      "elementwise-product",
      "missing-inner-derivative",
      "assumed-symmetric",
      "not-differentiated",
      "wrong-shape",
      "rounded-constant",
      "undefined",
    ]);
  });

  it("leave no place out of a sum untried", () => {
    const mutants = slipsOf("x'*(A + A')", { variables: { A, x }, function: "x'*A*x", wrt: "x" });
    expect(mutants).toContainEqual({ slip: "missed-occurrence", answer: "x' * A" });
    expect(mutants).toContainEqual({ slip: "assumed-symmetric", answer: "x' * (A + A)" });
  });

  it("do not change what changes nothing", () => {
    const symmetric = { ...A, assume: ["symmetric"] };
    const mutants = slipsOf("2*x'*A'", { variables: { A: symmetric, x }, function: "x'*A*x", wrt: "x" });
    const slips = mutants.map(({ slip }) => slip);
    expect(slips).not.toContain("assumed-symmetric");
    expect(mutants).not.toContainEqual(expect.objectContaining({ answer: "2 * x' * A" }));
  });

  it("leave a derivative alone that is its own function", () => {
    const mutants = slipsOf("exp(x)", { variables: { x: { shape: [] } }, function: "exp(x)", wrt: "x" });
    expect(mutants.map(({ slip }) => slip)).not.toContain("not-differentiated");
  });

  it("keep to values of the variable at which the function is not flat", () => {
    const variables = { a: { shape: [] }, x: { shape: [] } };
    const mutants = slipsOf("a", { variables, form: "stationary", function: "(x^2 - a^2)^2", wrt: "x" });
    expect(mutants.map(({ slip }) => slip)).not.toContain("sign");
    expect(mutants.map(({ slip }) => slip)).toContain("constant-factor");
  });

  it("keep numbers out of the tolerance", () => {
    const at = { x: 2 };
    const mutants = slipsOf("12", { variables: { x: { shape: [] } }, form: "value", function: "x^3", wrt: "x", at });
    expect(mutants.map(({ slip }) => slip)).toEqual(["sign", "constant-factor", "wrong-shape", "undefined"]);
  });

  it("swap sizes, miss options, move ends, spoil lines and cells", () => {
    const shape = slipsOf("n x m", {
      variables: { x: { shape: ["m"] }, y: { shape: ["n"] } },
      form: "shape",
      function: "y",
      wrt: "x",
    });
    expect(shape.map(({ answer }) => answer)).toEqual(["n x m x 7", "m x n", "m"]);
    const options = { a: "one", b: "two", c: "three" };
    const choice = slipsOf("a, b", { variables: {}, form: "choice", options, correct: ["a", "b"] });
    expect(choice.map(({ answer }) => answer)).toEqual(["c", "b", "a, b, c"]);
    const corner = { variables: { x: { shape: [] } }, form: "set", function: "abs(x)", wrt: "x", at: { x: 0 } };
    expect(slipsOf("[-1, 1]", corner).map(({ answer }) => answer)).toEqual(["[0, 1]", "[-1, 2]", "-1"]);
    const lines = slipsOf(["x^2", "2*x"], {
      variables: { x: { shape: [] } },
      form: "steps",
      function: "x^2",
      wrt: "x",
    });
    expect(lines.map(({ answer }) => answer)).toEqual([
      ["-(x^2)", "2*x"],
      ["x^2", "2*(2*x)"],
    ]);
    const cells = { v: { value: "x^2" }, w: { value: "x - 2" } };
    const table = { variables: { x: { shape: [] } }, form: "table", function: "x^2 + (x - 2)", at: { x: 2 }, cells };
    expect(slipsOf({ v: "4", w: "0" }, table).map(({ answer }) => answer)).toEqual([
      { v: "2*(4)", w: "0" },
      { v: "4", w: "1" },
    ]);
  });
});

describe("values drawn for the comparison", () => {
  const entry = (data: readonly number[], n: number, i: number, j: number): number => data[i * n + j] ?? Number.NaN;
  const close = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9;

  it("keep the assumptions", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...assumptions), fc.integer({ min: 2, max: 5 }), (seed, assume, n) => {
        const square = ["symmetric", "skew", "diagonal", "orthogonal", "positive-definite", "invertible"].includes(
          assume,
        );
        const { data } = drawPlain(random(seed), n, square ? n : 1, [assume]);
        const all = (of: (a: number, i: number, j: number) => boolean): boolean =>
          data.every((a, k) => of(a, Math.floor(k / n), k % n));
        const total = data.reduce((sum, a) => sum + a, 0);
        const squares = data.reduce((sum, a) => sum + a * a, 0);
        const kept: Record<(typeof assumptions)[number], () => boolean> = {
          symmetric: () => all((a, i, j) => close(a, entry(data, n, j, i))),
          skew: () => all((a, i, j) => close(a, -entry(data, n, j, i))),
          diagonal: () => all((a, i, j) => i === j || a === 0),
          orthogonal: () => close(squares, n),
          "positive-definite": () => all((a, i, j) => close(a, entry(data, n, j, i)) && (i !== j || a > 0)),
          invertible: () => all((a) => a !== 0),
          positive: () => data.every((a) => a > 0),
          nonnegative: () => data.every((a) => a >= 0),
          nonzero: () => data.every((a) => a !== 0),
          unit: () => close(squares, 1),
          simplex: () => close(total, 1) && data.every((a) => a > 0),
          "one-hot": () => total === 1 && squares === 1,
          integer: () => data.every(Number.isInteger),
        };
        expect(kept[assume](), assume).toBe(true);
      }),
    );
  });
});
