import { describe, expect, it } from "vitest";
import { lower } from "../../evaluate";
import { type Double, doubleDouble, type Matrix } from "../../matrix";
import { readAuthored, readDeclarations } from "../problem";
import { coordinate, slopesAlong } from "./one-sided";

/** The slopes of an expression in x at a point, along a direction. */
function slopes(source: string, x: readonly number[], direction: readonly number[]): number[] | undefined {
  const declared = readDeclarations({ variables: { x: { shape: [x.length] } } });
  if (!declared.ok) throw new Error(source);
  const expr = readAuthored("function", source, declared.value.scope);
  if (!expr.ok) throw new Error(expr.error.what);
  const program = lower(expr.value, new Map(), declared.value.scope);
  if (!program.ok) throw new Error(program.error);
  const value: Matrix<Double> = { rows: x.length, cols: 1, data: x.map((v) => doubleDouble.number(v)) };
  return slopesAlong(program.value, new Map([["x", value]]), "x", direction);
}

describe("a one-sided slope", () => {
  it.each([
    ["abs(x_1)", [0, 0], [1, 0], 1],
    ["abs(x_1)", [0, 0], [-1, 0], 1],
    ["abs(x_1)", [0, 0], [-3, 0], 3],
    ["relu(x_1)", [0, 0], [-1, 0], 0],
    ["max(x_1, x_2)", [1, 1], [1, -1], 1],
    ["max(x_1, x_2)", [1, 1], [-1, -2], -1],
    ["x_1^3", [2, 5], [1, 0], 12],
    ["x_1^3", [2, 5], [0, 1], 0],
    ["exp(x_1)", [3, 0], [1, 0], Math.exp(3)],
    ["sin(1e4*x_1)", [0.1, 0], [1, 0], 1e4 * Math.cos(1000)],
    ["x_1^2", [1e6, 0], [1, 0], 2e6],
    ["x_1^2", [1e-6, 0], [1, 0], 2e-6],
    ["1/x_1", [1e-5, 1e5], [1, 0], -1e10],
    ["1/x_1 + x_2", [1e-5, 1e5], [1, 1], 1 - 1e10],
    ["x_1*x_2", [3, 4], [1, 1], 7],
    ["abs(x_1 - 0.5)", [0.5, 1], [1, 0], 1],
  ])("of %s at %j along %j is %d, to 12 digits", (source, x, direction, want) => {
    const [slope = Number.NaN] = slopes(source, x, direction) ?? [];
    expect(Math.abs(slope - want)).toBeLessThanOrEqual(1e-12 * (1 + Math.abs(want)));
  });

  it.each([
    ["exp(x_1)", [0, 1], [1, 0], 1],
    ["exp(x_1)/3", [0, 1], [1, 0], 1 / 3],
    ["exp(x_1)/3 + x_2", [0, 1e4], [1, 0], 1 / 3],
    ["cos(x_1) + x_1", [0, 5], [1, 1], 1],
    ["x_1", [3, 1], [1, 0], 1],
    ["x_1", [0.3, 1], [1, 0], 1],
    ["x_1 + 7*x_2", [100, 3], [1, 1], 8],
    ["5*x_1", [11, 3], [-1, 1], -5],
  ])("of %s at %j along %j is %d, to the last digit", (source, x, direction, want) => {
    expect(slopes(source, x, direction)).toEqual([want]);
  });

  it.each([
    ["log(x_1)", [0, 1], [1, 0]],
    ["log(x_1)", [-1, 1], [1, 0]],
    ["sqrt(x_1)", [0, 1], [-1, 0]],
    ["1/x_1", [0, 1], [1, 0]],
  ])("of %s at %j along %j is none", (source, x, direction) => {
    expect(slopes(source, x, direction)).toBeUndefined();
  });

  it.each([0.01, 0.3, 3, 7, 13, 30, 100, 555, 1e3, 1e5, 1e6])("is exact where a function is linear, at %d", (x) => {
    expect(slopes("[x_1; 3*x_1; x_1/3]", [x], [1])).toEqual([1, 3, 1 / 3]);
  });

  it("has a value for each entry", () => {
    expect(slopes("[x_1^2; abs(x_2)]", [3, 0], [1, -1])?.map((v) => Math.round(v * 1e9) / 1e9)).toEqual([6, 1]);
  });

  it("goes along a coordinate", () => {
    expect([coordinate(3, 1, 1), coordinate(2, 0, -1)]).toEqual([
      [0, 1, 0],
      [-1, 0],
    ]);
  });
});
