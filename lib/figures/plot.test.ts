import { describe, expect, it } from "vitest";
import type { LevelCurves, TangentLine } from "./figure";
import { plainLabel } from "./label";
import { type PlotRequest, plotFunction } from "./plot";

const scalar = { shape: [] };

function plotted(request: PlotRequest): TangentLine | LevelCurves {
  const plot = plotFunction(request);
  if (!plot?.ok) throw new Error(JSON.stringify(plot));
  return plot.value;
}

describe("the plot of a function that somebody typed", () => {
  it("of one number of any name is its graph with the tangent at the point", () => {
    const figure = plotted({ function: "t^3 - t", variables: { t: scalar }, at: { t: [2] } }) as TangentLine;
    expect(figure.kind).toBe("tangent-line");
    expect(figure.at).toEqual([2, 6]);
    expect(figure.slope).toBeCloseTo(11, 12);
    expect(plainLabel(figure.axis ?? [])).toBe("t");
  });

  it("of two numbers are level curves, one of them through the point, with the gradient there", () => {
    const variables = { a: scalar, b: scalar };
    const rosenbrock = "(1 - a)^2 + 100*(b - a^2)^2";
    const figure = plotted({ function: rosenbrock, variables, at: { a: [0], b: [0.5] } }) as LevelCurves;
    expect(figure.curves.map(({ level }) => level)).toContain(26);
    expect(figure.curves.length).toBeGreaterThan(5);
    expect(figure.arrows[0]).toMatchObject({ from: [0, 0.5], vector: [-2, 100] });
    expect(figure.axes?.map(plainLabel)).toEqual(["a", "b"]);
  });

  it("of a vector with two entries is one over those entries", () => {
    const figure = plotted({ function: "w'*w", variables: { w: { shape: [2] } }, at: { w: [1, -1] } }) as LevelCurves;
    expect(figure.arrows[0]?.vector).toEqual([2, -2]);
    expect(figure.axes?.map(plainLabel)).toEqual(["w_1", "w_2"]);
  });

  it("takes Greek names as they were typed", () => {
    const figure = plotted({ function: "sin(θ)", variables: { θ: scalar }, at: { θ: [0] } }) as TangentLine;
    expect(figure.slope).toBe(1);
  });

  it.each([
    [{ x: { shape: ["n"] } }],
    [{ X: { shape: [2, 2] } }],
    [{ a: scalar, b: scalar, c: scalar }],
    [{ a: scalar, x: { shape: [2] } }],
    [{}],
  ])("is none for the variables %j", (variables) => {
    expect(plotFunction({ function: "1", variables, at: {} })).toBeUndefined();
  });

  it.each([
    ["abs(t)", { t: [0] }, "no slope"],
    ["log(t)", { t: [-1] }, "no value"],
    ["t*ones(2)", { t: [1] }, "a number is wanted"],
    ["t", {}, "not known"],
  ])("of %s at %j is refused in words: %s", (source, at, words) => {
    const plot = plotFunction({ function: source, variables: { t: scalar }, at });
    expect(plot?.ok === false && JSON.stringify(plot.error.facts)).toContain(words);
  });

  it.each(["log(a*b)", "sqrt(a - b)", "a/b", "1"])("of %s is drawn where it has values", (source) => {
    const figure = plotted({ function: source, variables: { a: scalar, b: scalar }, at: { a: [2], b: [1] } });
    expect(figure.kind).toBe("level-curves");
  });
});
