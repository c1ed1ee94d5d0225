import { describe, expect, it } from "vitest";
import { random } from "../base";
import type { Assumption } from "../shape";
import { scopeOf } from "../shape";
import { readProblem } from "./grade";
import { said } from "./testing/said";
import { wholeExponents, withWholes } from "./wholes";

describe("the whole exponents of an expression", () => {
  const variables = {
    x: { shape: [] },
    A: { shape: ["n", "n"] },
    k: { shape: [], assume: ["integer"] },
    p: { shape: [], assume: ["integer", "positive"] },
    r: { shape: [] },
    v: { shape: ["n"], assume: ["integer"] },
  } as const;
  const found = (reference: string, wrt?: string): string[] => {
    const key = readProblem({ variables, reference });
    if (!key.ok || !key.value.truth) throw new Error(reference);
    return wholeExponents([key.value.truth.source], key.value.scope, wrt);
  };

  it.each([
    ["x^k", ["k"]],
    ["A^k", ["k"]],
    ["x^(k + 1)", ["k"]],
    ["A^(k + p)*x^k", ["k", "p"]],
    ["x^r", []],
    ["k*x", []],
    ["k^2", []],
    ["k^p", ["p"]],
    ["2.^v", []],
    ["x^p + A_{1,1}^k", ["k", "p"]],
  ])("%s are %j", (reference, want) => {
    expect(found(reference)).toEqual(want);
  });

  it("leave out the variable of the derivative", () => {
    expect(found("x^k*2^p", "k")).toEqual(["p"]);
  });
});

describe("the values of whole exponents", () => {
  const drawn = (...assume: Assumption[]): number[] => {
    const scope = scopeOf({ variables: { k: { shape: [], assume: ["integer", ...assume] } } });
    return Array.from({ length: 8 }, (_, round) =>
      withWholes(new Map([["n", 3]]), ["k"], scope, random(`wholes|${round}`), round).get("k"),
    ) as number[];
  };

  it.each([
    [[], [-2, -1, 0, 1, 2, 3, 4, 5]],
    [["positive"], [1, 2, 3, 4, 5]],
    [["nonnegative"], [0, 1, 2, 3, 4, 5]],
    [["nonzero"], [-2, -1, 1, 2, 3, 4, 5]],
    [
      ["nonnegative", "nonzero"],
      [1, 2, 3, 4, 5],
    ],
  ] as const)("run through all that %j allows, moderate ones first", (assume, want) => {
    const values = drawn(...assume);
    expect([...new Set(values)].sort((a, b) => a - b)).toEqual(want);
    expect(values.slice(0, 2)).toEqual([3, 2]);
  });

  it("differ between two exponents in some round, and leave the sizes alone", () => {
    const integer = { shape: [], assume: ["integer"] } as const;
    const scope = scopeOf({ variables: { j: integer, k: integer } });
    const rng = random("two");
    const pairs = Array.from({ length: 12 }, (_, round) => {
      const sizes = withWholes(new Map([["n", 4]]), ["j", "k"], scope, rng, round);
      expect(sizes.get("n")).toBe(4);
      return [sizes.get("j"), sizes.get("k")];
    });
    expect(pairs.filter(([j, k]) => j !== k).length).toBeGreaterThan(8);
    expect(new Set(pairs.map(([j, k]) => (j as number) - (k as number))).size).toBeGreaterThan(3);
  });
});

describe("an answer with whole exponents", () => {
  const integer = { shape: [], assume: ["integer"] };
  const problem = (reference: string, ...assume: string[]): object => ({
    variables: {
      x: { shape: [] },
      A: { shape: ["n", "n"] },
      k: { shape: [], assume: ["integer", ...assume] },
      j: integer,
    },
    reference,
  });

  it.each([
    ["x^k", [], "x^k", "both"],
    ["x^k", [], "abs(x)^k", "neither"],
    ["x^(2*k)", [], "abs(x)^(2*k)", "both"],
    ["(-1)^k", [], "cos(pi*k)", "both"],
    ["x^k", [], "x^abs(k)", "neither"],
    ["x^k", ["positive"], "x^abs(k)", "both"],
    ["x^k", ["nonnegative"], "x^abs(k)", "both"],
    ["k*x", ["nonnegative"], "abs(k)*x", "both"],
    ["x^k", [], "x^j", "neither"],
    ["A^k*A^j", [], "A^(j + k)", "numerator"],
    ["A^k*A^j", [], "A^(j - k)", "neither"],
    ["A^k", [], "A^j", "neither"],
    ["x^k", ["nonnegative"], "x^k*(1 - (k <= 0)) ", "neither"],
    ["x^k", ["positive"], "x^k*(1 - (k <= 0))", "both"],
    ["x^k", ["nonnegative", "nonzero"], "x^k*(1 - (k <= 0))", "both"],
    ["x^k", ["nonzero"], "x^k*(1 - (k >= 0)*(k <= 0))", "both"],
    ["x^k", [], "x^k*(1 - (k >= 0)*(k <= 0))", "neither"],
  ])("to %s with k integer and %j: %s is right in %s", (reference, assume, answer, want) => {
    expect(said(problem(reference, ...assume), answer.trim())).toBe(want);
  });
});
