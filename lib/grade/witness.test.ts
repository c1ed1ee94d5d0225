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
const cases = readSlips(readFileSync(new URL("./diagnose/slips.txt", import.meta.url), "utf8"));

function keyOf(problem: ProblemInput): AnswerKey {
  const key = readProblem(problem);
  if (!key.ok) throw new Error(JSON.stringify(key.error));
  return key.value;
}

function witnessOf(problem: ProblemInput, text: string): Witness | undefined {
  return (grade({ text, syntax: "text" }, keyOf(problem), "witness") as Graded).witness;
}

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
});
