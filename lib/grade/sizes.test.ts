import { describe, expect, it } from "vitest";
import { random } from "../base";
import { drawLargerSizes, drawSizes, drawSmallestSizes, type Inequality, type SizeRules, satisfied } from "./sizes";

/** `m n | m > n, n >= 4 | x_5` as rules: the dimensions, the inequalities, and the least sizes `n:5`. */
function rulesOf(text: string): SizeRules {
  const [names = "", where = "", least = ""] = text.split("|").map((part) => part.trim());
  const side = (s: string): string | number => (/^\d+$/.test(s) ? Number(s) : s);
  return {
    dimensions: names.split(" ").filter(Boolean),
    where: where
      .split(", ")
      .filter(Boolean)
      .map((inequality) => {
        const [left, relation, right] = inequality.split(" ") as [string, Inequality["relation"], string];
        return { left: side(left), relation, right: side(right) };
      }),
    least: new Map(
      least
        .split(", ")
        .filter(Boolean)
        .map((pair) => pair.split(":"))
        .map(([name, k]) => [name as string, Number(k)]),
    ),
    counted: true,
  };
}

const sizesOf = (text: string): Map<string, number> =>
  new Map(text.split(" ").map((pair) => [pair.split("=")[0] as string, Number(pair.split("=")[1])]));

describe("an inequality between dimensions", () => {
  it.each([
    ["m n | m > n", "m=4 n=3", true],
    ["m n | m > n", "m=3 n=3", false],
    ["m n | m > n", "m=2 n=3", false],
    ["m n | m < n", "m=2 n=3", true],
    ["m n | m < n", "m=3 n=3", false],
    ["m n | m < n", "m=4 n=3", false],
    ["m n | m >= n", "m=3 n=3", true],
    ["m n | m >= n", "m=2 n=3", false],
    ["m n | m <= n", "m=3 n=3", true],
    ["m n | m <= n", "m=4 n=3", false],
    ["m n | 4 > n", "m=4 n=3", true],
    ["m n | n > 3", "m=4 n=3", false],
    ["m n | m > n, n > 3", "m=4 n=3", false],
    ["n | | n:3", "n=3", true],
    ["n | | n:4", "n=3", false],
    ["m n | | m:2, n:4", "m=3 n=3", false],
  ])("%s at %s: %s", (rules, sizes, holds) => {
    expect(satisfied(sizesOf(sizes), rulesOf(rules))).toBe(holds);
  });
});

const seeds = Array.from({ length: 25 }, (_, k) => `sizes|${k}`);

describe("two choices of sizes", () => {
  const drawn = (rules: SizeRules, seed: string): number[][] =>
    drawSizes(rules, random(seed), 2).map((sizes) => rules.dimensions.map((name) => sizes.get(name) as number));

  it.each(["n", "m n", "m n p", "m n p q r", "m n | m > n", "m n | m >= 6", "m n | | n:7"])(
    "differ within and between them, in parity too: %s",
    (text) => {
      const rules = rulesOf(text);
      for (const seed of seeds) {
        const [first, second, ...more] = drawn(rules, seed) as [number[], number[], ...number[][]];
        expect(more).toEqual([]);
        for (const sizes of [first, second]) {
          expect(new Set(sizes).size).toBe(sizes.length);
          expect(Math.min(...sizes)).toBeGreaterThanOrEqual(3);
        }
        if (rules.dimensions.length < 3)
          expect(first.map((size, k) => Math.abs(size - (second[k] as number)) % 2)).toEqual(first.map(() => 1));
        expect(first).not.toEqual(second);
      }
    },
  );

  it("stay small where nothing asks for more", () => {
    for (const seed of seeds) {
      expect(Math.max(...drawn(rulesOf("n"), seed).flat())).toBeLessThanOrEqual(5);
      expect(Math.max(...drawn(rulesOf("m n"), seed).flat())).toBeLessThanOrEqual(6);
    }
  });

  it("come in every order", () => {
    const first = seeds.map((seed) => drawn(rulesOf("m n"), seed)[0] as [number, number]);
    expect(first.some(([m, n]) => m > n)).toBe(true);
    expect(first.some(([m, n]) => m < n)).toBe(true);
  });

  it.each([
    ["n | n <= 2", [[2]]],
    ["n | n < 2", []],
    ["m n | m > n, n > m", []],
    ["", [[]]],
  ])("are what the rules leave: %s", (text, want) => {
    expect(drawn(rulesOf(text), "left")).toEqual(want);
  });

  it.each(["n | n > 20", "m n | m > 8, n > m", "n | | n:25"])("reach as far as the rules ask: %s", (text) => {
    for (const seed of seeds.slice(0, 5)) {
      const both = drawn(rulesOf(text), seed);
      expect(both.length).toBe(2);
      expect(both[0]).not.toEqual(both[1]);
    }
  });
});

describe("smaller and larger sizes", () => {
  const n = rulesOf("n");

  const smallest = (text: string): string[] => {
    const rules = rulesOf(text);
    const found = seeds.flatMap((seed) => drawSmallestSizes(rules, random(seed)));
    return [...new Set(found.map((sizes) => rules.dimensions.map((name) => sizes.get(name)).join()))].sort();
  };

  it.each([
    ["n", ["2"]],
    ["m n", ["2,2", "2,3", "3,2"]],
    ["m n | m > n", ["3,2"]],
    ["m n | m >= n", ["2,2", "3,2"]],
    ["m n | | n:3", ["2,3", "3,3"]],
    ["m n | | n:4", ["4,4"]],
    ["n | n > 2", []],
    ["m n | n > 4", []],
  ])("begin at 2, apart and all alike, where the rules let them: %s", (text, want) => {
    expect(smallest(text)).toEqual(want);
  });

  it("are found where the rules leave only a few", () => {
    for (const seed of seeds) {
      const found = drawLargerSizes(rulesOf("n | n <= 10"), random(seed), () => true);
      expect(found.length, seed).toBeGreaterThan(0);
      for (const sizes of found) expect(sizes.get("n")).toBeLessThanOrEqual(10);
    }
  });

  it("reach as far up as can be paid for", () => {
    const upTo = (most: number): number[] =>
      seeds.flatMap((seed) =>
        drawLargerSizes(n, random(seed), (sizes) => (sizes.get("n") as number) <= most).map(
          (sizes) => sizes.get("n") as number,
        ),
      );
    expect(upTo(5)).toEqual([]);
    const [some, all] = [upTo(14), upTo(1000)];
    expect(all.length).toBe(2 * seeds.length);
    expect(Math.min(...some)).toBeGreaterThanOrEqual(6);
    expect(Math.max(...some)).toBeLessThanOrEqual(14);
    expect(Math.max(...some)).toBeGreaterThan(9);
    expect(Math.max(...all)).toBeGreaterThan(40);
  });
});
