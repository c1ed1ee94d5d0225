import { describe, expect, it } from "vitest";
import type { Sizes } from "../evaluate";
import { ask } from "./ask";
import { assignmentsOf, isAffordable } from "./assignments";
import { readProblem } from "./grade";
import { readAnswer } from "./judge";
import { fittingLayouts } from "./layouts";
import type { Question } from "./question";

const variables = {
  X: { shape: ["m", "n"] },
  A: { shape: ["n", "n"] },
  x: { shape: ["n"] },
  t: { shape: [] },
  k: { shape: [], assume: ["integer"] },
};

function questionOf(problem: object, typed: string): Question {
  const key = readProblem({ variables, ...problem });
  if (!key.ok || !key.value.truth) throw new Error(JSON.stringify(problem));
  const { truth, where } = key.value;
  const answer = readAnswer({ text: typed, syntax: "text" }, truth);
  if (!answer.ok) throw new Error(typed);
  return ask(truth, answer.value.expr, where, fittingLayouts(answer.value.expr, truth.shapes));
}

const seeds = ["a", "b", "c", "d", "e", "f", "g", "h"];
const drawn = (reference: string, typed = reference): Sizes[][] =>
  seeds.map((seed) => assignmentsOf(questionOf({ reference }, typed), seed));
const sizeIn = (sizes: Sizes, name: string): number => sizes.get(name) as number;

describe("the choices of sizes for a question", () => {
  it.each([
    ["X*inv(X'*X)*X'", "m", "n"],
    ["inv(X*X')", "n", "m"],
    ["1/det(X'*X)", "m", "n"],
    ["logdet(X*X')", "n", "m"],
    ["det(X'*X)^(-1)", "m", "n"],
    ["(X'*X)^(-2)", "m", "n"],
  ])("are such that %s has a value: %s is at least %s", (reference, larger, smaller) => {
    for (const choices of drawn(reference)) {
      expect(choices.length).toBe(2);
      for (const sizes of choices) expect(sizeIn(sizes, larger)).toBeGreaterThanOrEqual(sizeIn(sizes, smaller));
    }
  });

  it("are two where no size is a number", () => {
    for (const sizes of drawn("X'*X")) expect(sizes.length).toBe(2);
  });

  it.each([
    ["t/n", "t/n"],
    ["A", "n*A/n"],
    ["tr(I_n)*A", "n*A"],
    ["sum(ones(n))*A", "n*A"],
    ["ones(n)'*ones(n)*A", "n*A"],
    ["norm(ones(n))^2*A", "n*A"],
    ["det(2*I_n)*A", "2^n*A"],
  ])("reach from 2 upwards where one is: in %s and %s", (reference, typed) => {
    for (const choices of drawn(reference, typed)) {
      const sizes = choices.map((choice) => sizeIn(choice, "n"));
      expect(Math.min(...sizes)).toBe(2);
      expect(Math.max(...sizes)).toBeGreaterThan(7);
      expect(choices.length).toBeGreaterThanOrEqual(5);
    }
  });

  it.each(["A + e_i(1, n)*e_i(2, n)'", "A*A[1, 2]", "sum(i, x_i)*A", "A + I_n"])(
    "do not where sizes only say how large something is: in %s",
    (reference) => {
      for (const choices of drawn(reference)) expect(choices.length).toBe(2);
    },
  );

  it("are at least as large as the entries that are used", () => {
    for (const choices of drawn("x_7*A + x[5]*A"))
      for (const choice of choices) expect(sizeIn(choice, "n")).toBeGreaterThanOrEqual(7);
    for (const choices of drawn("X[6, :]*x"))
      for (const choice of choices) expect(sizeIn(choice, "m")).toBeGreaterThanOrEqual(6);
    for (const choices of drawn("X[:, 6]"))
      for (const choice of choices) expect(sizeIn(choice, "n")).toBeGreaterThanOrEqual(6);
    for (const choices of drawn("X[2, 8]"))
      for (const choice of choices) expect(sizeIn(choice, "n")).toBeGreaterThanOrEqual(8);
    for (const choices of drawn("e_i(9, m)"))
      for (const choice of choices) expect(sizeIn(choice, "m")).toBeGreaterThanOrEqual(9);
    for (const choices of drawn("x", "x*x_6"))
      for (const choice of choices) expect(sizeIn(choice, "n")).toBeGreaterThanOrEqual(6);
  });

  it("run through every value of a whole exponent", () => {
    for (const choices of drawn("A^k*t"))
      expect([...new Set(choices.map((choice) => sizeIn(choice, "k")))].sort((a, b) => a - b)).toEqual([
        -2, -1, 0, 1, 2, 3, 4, 5,
      ]);
  });

  it("follow from the seed, and change with it", () => {
    const [first, again] = [drawn("X"), drawn("X")];
    expect(first).toEqual(again);
    expect(new Set(first.map((choices) => JSON.stringify(choices.map((choice) => [...choice])))).size).toBeGreaterThan(
      2,
    );
  });

  it("are asked of the same question once for each seed", () => {
    const question = questionOf({ reference: "X" }, "X");
    expect(assignmentsOf(question, "a")).toBe(assignmentsOf(question, "a"));
    const other = seeds.map((seed) => assignmentsOf(question, seed));
    expect(other[0]).toEqual(assignmentsOf(question, "a"));
  });
});

describe("a question that can be paid for", () => {
  it.each([
    ["A*A", 5, true],
    ["kron(A, kron(A, A))", 3, true],
    ["kron(A, kron(A, A))", 10, false],
    ["det(A)*A", 40, true],
    ["A^5", 30, true],
    ["inv(kron(A, A))", 12, false],
  ])("%s at n = %d: %s", (reference, n, want) => {
    expect(isAffordable(questionOf({ reference }, reference), new Map([["n", n]]))).toBe(want);
  });

  it("costs more for a derivative by each entry", () => {
    const sizes = new Map([["n", 24]]);
    expect(isAffordable(questionOf({ reference: "tr(A*A*A)" }, "0"), sizes)).toBe(true);
    expect(isAffordable(questionOf({ function: "tr(A*A*A)", wrt: "A" }, "A"), sizes)).toBe(false);
  });
});
