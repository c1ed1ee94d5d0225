import { describe, expect, it } from "vitest";
import { verdictOn } from "./testing/said";
import type { Diagnosis, Graded } from "./verdict";

const variables = {
  x: { shape: ["n"] },
  y: { shape: ["m"] },
  A: { shape: ["n", "n"] },
  B: { shape: ["m", "n"] },
  t: { shape: [] },
};

const graded = (problem: object, answer: string): Graded => {
  const verdict = verdictOn({ variables, ...problem }, answer);
  if (verdict.status !== "graded") throw new Error(JSON.stringify(verdict));
  return verdict;
};

/** What is said of an answer, in few words. */
const remarks = ({ diagnosis = [] }: Graded): string[] =>
  diagnosis.map(({ code, layout, got, want }: Diagnosis) =>
    [code, layout, got && `${got} for ${want}`].filter(Boolean).join(" "),
  );

describe("an answer that is right in one layout", () => {
  const gradient = { function: "x'*A*x", wrt: "x" };
  const jacobian = { function: "B*x", wrt: "x" };
  const bySize = { function: "t*x", wrt: "t" };
  it.each([
    [gradient, "either", "(A + A')*x", []],
    [gradient, "numerator", "(A + A')*x", ["transposed numerator"]],
    [gradient, "denominator", "(A + A')*x", []],
    [gradient, "mixed", "(A + A')*x", []],
    [gradient, "numerator", "x'*(A + A')", []],
    [gradient, "denominator", "x'*(A + A')", ["transposed denominator"]],
    [gradient, "mixed", "x'*(A + A')", ["transposed denominator"]],
    [jacobian, "mixed", "B", []],
    [jacobian, "mixed", "B'", ["transposed numerator"]],
    [jacobian, "denominator", "B", ["transposed denominator"]],
    [bySize, "mixed", "x", []],
    [bySize, "mixed", "x'", ["transposed numerator"]],
    [{ reference: "x'" }, "mixed", "x", []],
    [{ reference: "x'" }, "mixed", "x'", ["transposed denominator"]],
    [{ reference: "B" }, "mixed", "B", []],
    [{ reference: "B" }, "mixed", "B'", ["transposed numerator"]],
    [{ reference: "x'*x" }, "mixed", "x'*x", []],
    [{ function: "tr(A*A)", wrt: "A" }, "mixed", "2*A'", []],
    [{ function: "tr(A*A)", wrt: "A" }, "mixed", "2*A", ["transposed denominator"]],
  ])("of %j where the policy is %s: %s is told %j", (problem, layout, answer, want) => {
    expect(remarks(graded({ ...problem, layout }, answer))).toEqual(want);
  });
});

describe("a verdict by algebra in a field", () => {
  const known = (problem: object, answer: string): unknown[] => {
    const { exact, bound } = graded(problem, answer);
    return [exact, bound === undefined ? undefined : bound === 0 ? "certain" : bound <= 2 ** -60];
  };

  it.each([
    ["x'*A*x", "(A + A')*x", [true, true]],
    ["x'*A*x", "2*A*x", [true, "certain"]],
    ["x'*A*x", "x'*(A + A')", [true, true]],
    ["logdet(A)", "inv(A)", [true, true]],
    ["logdet(A)", "A", [true, "certain"]],
    ["norm(x)", "x/norm(x)", [undefined, undefined]],
    ["norm(x)", "2*x/norm(x)", [undefined, undefined]],
    ["x'*A*x", "ones(n, n)", [undefined, undefined]],
    ["x'*A*x", "(A + A')*x/(t - t)", [undefined, undefined]],
  ])("of the derivative of %s: %s says so, with the chance of an error: %j", (source, answer, want) => {
    const wrt = source === "logdet(A)" ? "A" : "x";
    expect(known({ function: source, wrt }, answer)).toEqual(want);
  });

  it("stays below the promised chance for large degrees and for drawn sets", () => {
    const assume = { Q: { shape: ["n", "n"], assume: ["orthogonal"] } };
    for (const [reference, answer] of [
      ["A^12", "A^6*A^6"],
      ["det(A)^4", "det(A^4)"],
      ["inv(A)^3", "inv(A^3)"],
      ["(Q*A*Q')^3", "Q*A^3*Q'"],
    ] as const) {
      const { numerator, exact, bound = 1 } = graded({ variables: { ...variables, ...assume }, reference }, answer);
      expect([numerator, exact], reference).toEqual([true, true]);
      expect(bound, reference).toBeGreaterThan(0);
      expect(bound, reference).toBeLessThanOrEqual(2 ** -60);
    }
  });
});

describe("the chance of an error", () => {
  it("is larger where what is drawn are fractions of high degree", () => {
    const chance = (...assume: string[]): number =>
      graded({ variables: { Q: { shape: ["n", "n"], assume } }, reference: "Q*Q" }, "Q^2").bound ?? 1;
    // Four trials; the degree is six times as large or more, the primes at most twice.
    expect(chance("orthogonal")).toBeGreaterThan(2 ** 4 * chance());
    expect(chance("symmetric")).toBeLessThan(2 ** 4 * chance());
  });
});

describe("an answer that is wrong", () => {
  it.each([
    ["x'*A*x", "x", "ones(m)", ["wrong-shape m×1 for 1×n or n×1"]],
    ["x'*A*x", "x", "A", ["wrong-shape n×n for 1×n or n×1"]],
    ["B*x", "x", "x", ["wrong-shape n×1 for m×n or n×m"]],
    ["t^2", "t", "x", ["wrong-shape n×1 for scalar"]],
    ["t^2", "t", "2*t/(t - t)", ["undefined"]],
    ["exp(t)", "t", "log(-1 - t^2)", ["undefined"]],
    ["x'*x", "x", "2*x/(t - t)", ["undefined"]],
    ["t^2", "t", "-2*t", ["sign"]],
    ["x'*A*x", "x", "0", []],
  ])("for the derivative of %s by %s: %s is told %j", (source, wrt, answer, want) => {
    const verdict = graded({ function: source, wrt }, answer);
    expect([verdict.numerator, verdict.denominator]).toEqual([false, false]);
    expect(remarks(verdict)).toEqual(want);
  });

  it("is told two things at most", () => {
    for (const answer of ["x*exp(x)", "-exp(x)", "-x*exp(x)", "exp(x)/2"]) {
      const problem = { variables: { x: { shape: [] } }, function: "x*exp(x)", wrt: "x" };
      expect(remarks(graded(problem, answer)).length, answer).toBeLessThanOrEqual(2);
    }
  });
});

describe("a zero that stands for any shape", () => {
  it("is right in both layouts or in none", () => {
    expect(graded({ function: "t*t", wrt: "x" }, "0")).toMatchObject({ numerator: true, denominator: true });
    expect(graded({ function: "x'*y_1*x", wrt: "x" }, "0")).toMatchObject({ numerator: false, denominator: false });
  });
});
