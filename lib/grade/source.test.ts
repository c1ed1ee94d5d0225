import { describe, expect, it } from "vitest";
import { random } from "../base";
import { float64 } from "../matrix";
import { type EntryKind, type Mood, moodOf, realSource } from "./source";

const moods = Array.from({ length: 12 }, (_, k) => moodOf(k, []));
const draw = (mood: Mood, kind: EntryKind, count = 200): number[] => {
  const source = realSource(float64, random(`source|${mood.scale}|${mood.side}`), mood);
  return Array.from({ length: count }, () => source.entry(kind).v);
};
const sizes = (values: readonly number[]): [number, number] => {
  const absolute = values.map(Math.abs);
  return [Math.min(...absolute), Math.max(...absolute)];
};

describe("the moods of points", () => {
  it("go from a thousandth to a thousand, on both sides and on either", () => {
    const scales = moods.map(({ scale }) => scale);
    expect([Math.min(...scales), Math.max(...scales)]).toEqual([0.001, 1000]);
    expect(new Set(moods.map(({ side }) => side))).toEqual(new Set(["both", "positive", "negative"]));
  });

  it("begin at moderate size on both sides, and come again", () => {
    expect(moodOf(0, [])).toEqual({ scale: 1, side: "both", anchors: [] });
    expect(moodOf(12, [])).toEqual(moodOf(0, []));
    expect(moodOf(17, [])).toEqual(moodOf(5, []));
  });

  it("are anchored in every third attempt", () => {
    const anchored = [0, 1, 2, 3, 4, 5, 6, 7, 8].filter((k) => moodOf(k, [50]).anchors.length > 0);
    expect(anchored).toEqual([2, 5, 8]);
  });
});

describe("an entry", () => {
  it.each(moods)("has the size of its mood, and its side: $scale, $side", (mood) => {
    const values = draw(mood, "any");
    const [least, most] = sizes(values);
    expect(least).toBeGreaterThanOrEqual(0.2 * mood.scale);
    expect(most).toBeLessThanOrEqual(1.8 * mood.scale);
    expect(most / least).toBeGreaterThan(4);
    expect(values.some((v) => v > 0)).toBe(mood.side !== "negative");
    expect(values.some((v) => v < 0)).toBe(mood.side !== "positive");
  });

  it.each(moods)("that is to be positive is so: $scale, $side", (mood) => {
    expect(Math.min(...draw(mood, "positive"))).toBeGreaterThan(0);
  });

  it("next to an anchor lies close to it on both sides, and not always", () => {
    const values = draw({ scale: 1, side: "both", anchors: [50] }, "any");
    const beside = values.filter((v) => Math.abs(v - 50) < 20);
    expect(beside.length).toBeGreaterThan(80);
    expect(beside.length).toBeLessThan(160);
    expect(beside.some((v) => v > 50 && v < 50.001)).toBe(true);
    expect(beside.some((v) => v < 50 && v > 49.999)).toBe(true);
    expect(beside.some((v) => Math.abs(v - 50) > 1)).toBe(true);
    expect(beside).not.toContain(50);
  });

  it("next to zero keeps its distance small", () => {
    const values = draw({ scale: 1, side: "both", anchors: [0] }, "any").map(Math.abs);
    expect(values.filter((v) => v < 2e-6 && v > 0).length).toBeGreaterThan(10);
  });

  const whole = (kind: EntryKind, scale = 1): number[] => [
    ...new Set(draw({ scale, side: "both", anchors: [] }, kind, 2000)),
  ];

  it.each([
    ["integer", -5, 6],
    ["nonzero-integer", -6, 6],
    ["natural", 0, 6],
    ["positive-integer", 1, 7],
  ] as const)("that is %s runs from %d to %d", (kind, least, most) => {
    const values = whole(kind);
    expect(values.every(Number.isInteger)).toBe(true);
    expect([Math.min(...values), Math.max(...values)]).toEqual([least, most]);
    expect(values.length).toBe(kind === "nonzero-integer" ? 12 : most - least + 1);
    expect(sizes(whole(kind, 30))[1]).toBeGreaterThan(40);
  });

  it("that is whole meets a number of the expressions and its neighbours, within its kind", () => {
    const at = (kind: EntryKind, anchor: number): number[] => {
      const values = draw({ scale: 1, side: "both", anchors: [anchor] }, kind, 300);
      expect(values.every(Number.isInteger)).toBe(true);
      return values;
    };
    for (const near of [49, 50, 51]) expect(at("integer", 50)).toContain(near);
    expect(at("integer", 50).filter((v) => v === 50).length).toBeGreaterThan(60);
    expect(at("nonzero-integer", 0)).not.toContain(0);
    expect(at("nonzero-integer", 0)).toContain(1);
    expect(Math.min(...at("natural", -1))).toBe(0);
    expect(Math.min(...at("positive-integer", 0))).toBe(1);
    expect(at("positive-integer", 30)).toContain(30);
  });

  it("that is whole is a small one half of the time", () => {
    const values = draw({ scale: 30, side: "both", anchors: [] }, "integer", 1000);
    expect(values.filter((v) => Math.abs(v) <= 2).length).toBeGreaterThan(450);
    expect(values.filter((v) => Math.abs(v) > 2).length).toBeGreaterThan(350);
  });

  it("that is whole keeps to the side of its mood", () => {
    expect(Math.min(...draw({ scale: 1, side: "positive", anchors: [] }, "integer"))).toBeGreaterThanOrEqual(0);
    expect(Math.max(...draw({ scale: 1, side: "negative", anchors: [] }, "nonzero-integer"))).toBeLessThan(0);
  });
});

describe("a pivot", () => {
  const pivots = (scale: number, positive: boolean): number[] => {
    const source = realSource(float64, random("pivot"), { scale, side: "both", anchors: [] });
    return Array.from({ length: 300 }, () => source.pivot(positive).v);
  };

  it.each([
    [1, 0.5, 2],
    [8, 4, 16],
    [0.05, 0.025, 0.1],
    [0.001, 0.005, 0.02],
    [1000, 25, 100],
  ])("of scale %d keeps away from zero, from %d to %d", (scale, least, most) => {
    const [low, high] = sizes(pivots(scale, false));
    expect(low).toBeGreaterThanOrEqual(least);
    expect(low).toBeLessThan(1.1 * least);
    expect(high).toBeLessThanOrEqual(most);
    expect(high).toBeGreaterThan(0.9 * most);
  });

  it("has either sign, or is positive where it must be", () => {
    expect(pivots(1, false).some((v) => v < 0)).toBe(true);
    expect(pivots(1, false).some((v) => v > 0)).toBe(true);
    expect(pivots(1, true).every((v) => v > 0)).toBe(true);
  });
});

describe("a source of real numbers", () => {
  const source = (mood: Mood) => realSource(float64, random("real"), mood);

  it("draws entry by entry where entries are to be one-sided or next to an anchor", () => {
    expect(source({ scale: 1, side: "both", anchors: [] }).plain).toBe(false);
    expect(source({ scale: 1, side: "positive", anchors: [] }).plain).toBe(true);
    expect(source({ scale: 1, side: "both", anchors: [1] }).plain).toBe(true);
  });

  it("turns by angles on both sides of zero, and chooses among all", () => {
    const here = source({ scale: 1, side: "both", anchors: [] });
    const angles = Array.from({ length: 200 }, () => here.angle().v);
    expect(Math.max(...angles)).toBeGreaterThan(0.7);
    expect(Math.min(...angles)).toBeLessThan(-0.7);
    expect(sizes(angles)[1]).toBeLessThanOrEqual(0.8);
    expect(new Set(Array.from({ length: 100 }, () => here.choice(3)))).toEqual(new Set([0, 1, 2]));
  });
});
