import { describe, expect, it } from "vitest";
import { float64 } from "../matrix";
import { anchorsOf } from "./anchors";
import { ask } from "./ask";
import { readProblem } from "./grade";
import { readAnswer } from "./judge";
import { kinkPoints } from "./kinks";
import type { Sides } from "./question";

const variables = {
  t: { shape: [] },
  u: { shape: [], assume: ["positive"] },
  k: { shape: [], assume: ["integer"] },
  x: { shape: [3] },
  r: { shape: [1, 3] },
  X: { shape: [2, 3] },
  y: { shape: [3], assume: ["one-hot"] },
  Q: { shape: [3, 3], assume: ["orthogonal"] },
};

function sidesOf(reference: string, typed: string): Sides {
  const key = readProblem({ variables, reference });
  if (!key.ok || !key.value.truth) throw new Error(reference);
  const { truth, where } = key.value;
  const answer = readAnswer({ text: typed, syntax: "text" }, truth);
  if (!answer.ok) throw new Error(typed);
  const sides = ask(truth, answer.value.expr, where, ["numerator"]).at(new Map());
  if (!sides.ok) throw new Error(sides.error);
  return sides.value;
}

/** The values of a variable at the points next to the kinks of two expressions, one list an entry. */
function valuesAt(name: string, reference: string, typed = reference, seed = "kinks"): number[][] {
  const sides = sidesOf(reference, typed);
  const points = kinkPoints(sides, anchorsOf(sides), seed).map(
    (at) =>
      at(float64)
        .get(name)
        ?.data.map((a) => a.v) ?? [],
  );
  return (points[0] ?? []).map((_, k) => points.map((values) => values[k] as number));
}

const seeds = Array.from({ length: 6 }, (_, k) => `kinks ${k}`);
const near = (values: readonly number[], place: number, side: 1 | -1): boolean =>
  values.some((v) => (v - place) * side > 0 && Math.abs(v - place) < 1e-3 * (1 + Math.abs(place)));

describe("the points next to kinks", { timeout: 60_000 }, () => {
  it.each([
    ["abs(t - 2.5)", [2.5]],
    ["sign(t - 2.5)", [2.5]],
    ["relu(t + 2.5)", [-2.5]],
    ["step(3*t - 7.5)", [2.5]],
    ["max(t, 40)", [40]],
    ["min(t, -40)", [-40]],
    ["(t > 700)", [700]],
    ["(700 >= 2*t)", [350]],
    ["sqrt((t - 7.25)^2)", [7.25]],
    ["((t + 7.25)^2)^0.5", [-7.25]],
    ["acos(1 - tanh(t)^2)", [0]],
    ["asin(1 - tanh(t)^2)", [0]],
    ["acos(tanh(t)^2 - 1)", [0]],
    ["abs(t^3 - 10)", [Math.cbrt(10)]],
    ["abs(exp(t) - 1000)", [Math.log(1000)]],
    ["abs(exp(-t) - 1000)", [-Math.log(1000)]],
    ["relu(exp(t) - 1e6)", [Math.log(1e6)]],
    ["relu(exp(exp(t)) - 1e6)", [Math.log(Math.log(1e6))]],
    ["abs(t - 1)*abs(t - 1.01)", [1, 1.01]],
    ["abs(t - 300) + max(t, 301) + step(t + 302)", [300, 301, -302]],
  ])("of %s lie close to %j, on both sides", (source, places) => {
    for (const seed of seeds) {
      const [values = []] = valuesAt("t", source, "t", seed);
      for (const place of places) {
        expect([near(values, place, -1), near(values, place, 1)], `${seed}: ${place}`).toEqual([true, true]);
        expect(values).not.toContain(place);
      }
    }
  });

  it("lie next to the kinks of the answer too", () => {
    const [values = []] = valuesAt("t", "t", "abs(t - 2.5)");
    expect([near(values, 2.5, -1), near(values, 2.5, 1)]).toEqual([true, true]);
  });

  it.each([
    ["x", "abs(x)", 3],
    ["r", "abs(r)", 3],
    ["X", "abs(X)", 6],
    ["x", "sqrt(x.^2)", 3],
    ["r", "sqrt(r.^2)", 3],
    ["X", "relu(X)", 6],
  ])("lie next to those of every entry of %s in %s", (name, source, entries) => {
    const values = valuesAt(name, source);
    expect(values.length).toBe(entries);
    for (const entry of values) expect([near(entry, 0, -1), near(entry, 0, 1)]).toEqual([true, true]);
  });

  it("lie half-way between neighbouring kinks", () => {
    const [values = []] = valuesAt("t", "abs(t - 300)*abs(t - 300.5)");
    expect(values.some((t) => Math.abs(t - 300.25) < 1e-6)).toBe(true);
  });

  it("are none where there is no kink", () => {
    for (const smooth of ["t^2", "exp(t)", "asin(tanh(t)/2)", "abs(2)*t"]) expect(valuesAt("t", smooth)).toEqual([]);
  });

  it("keep what is declared", () => {
    for (const seed of seeds) {
      const at = (name: string, source: string): number[] => valuesAt(name, source, source, seed).flat();
      const values = at("u", "abs(u - 2)*t + relu(t)");
      expect(values.length).toBeGreaterThan(0);
      expect(Math.min(...values)).toBeGreaterThan(0);
      for (const k of at("k", "abs(t - k)")) expect(Number.isInteger(k)).toBe(true);
      for (const entry of at("y", "relu(x - y)")) expect([0, 1]).toContain(entry);
      const Q = valuesAt("Q", "norm1(Q*x)", "sum(x)", seed);
      expect(Q.length).toBe(9);
      const squares = (Q[0] as number[]).map((_, k) => Q.reduce((sum, entry) => sum + (entry[k] as number) ** 2, 0));
      for (const sum of squares) expect(sum).toBeCloseTo(3, 9);
    }
  });
});
