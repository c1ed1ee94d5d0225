import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "../expr";
import { scopeOf } from "./declarations";
import {
  fixedSize,
  isOpen,
  isUnknown,
  namesIn,
  plus,
  printSize,
  type Size,
  sameSize,
  size,
  sizeValue,
  solve,
  substitute,
  times,
} from "./size";
import { wholeExpression } from "./whole";

const { vocabulary } = scopeOf({ variables: { X: { shape: ["m", "n"] }, Y: { shape: ["p", "q"] } } });

/** `m*n + 2` as a size; `?` stands for the unknown size 1, `??` for 2. */
function sizeOf(text: string): Size {
  const plain = text.replaceAll("??", "q").replaceAll("?", "p");
  const tree = parse(plain, "text", vocabulary);
  const read = tree.ok ? wholeExpression(tree.value) : undefined;
  if (!read) throw new Error(text);
  return text.includes("?") ? substitute(substitute(read, "p", size("?1")), "q", size("?2")) : read;
}

describe("a size", () => {
  it.each([
    ["m", "m"],
    ["2*n", "2·n"],
    ["n*m + 1", "m·n + 1"],
    ["1 + m", "m + 1"],
    ["m - 1", "m - 1"],
    ["m - m", "0"],
    ["m + m", "2·m"],
    ["(m + 1)*(m - 1)", "m·m - 1"],
    ["m*n - n*m + 3", "3"],
    ["n^2", "n·n"],
    ["n^0", "1"],
    ["2*3", "6"],
    ["-1 + m", "m - 1"],
    ["m^3*n", "m·m·m·n"],
    ["m*1", "m"],
    ["1*n", "n"],
    ["m*0", "0"],
    ["n - m", "-1·m + n"],
  ])("typed as %s is printed as %s", (typed, want) => {
    expect(printSize(sizeOf(typed))).toBe(want);
  });

  it.each(["n/2", "n^(-1)", "n^5", "n^m", "2.5", "10^7", "1000000", "x"])("is not typed as %s", (typed) => {
    const tree = parse(typed, "text", vocabulary);
    expect(tree.ok && wholeExpression(tree.value)).toBeFalsy();
  });

  it.each([
    ["m*n", "n*m", true],
    ["m + n", "n + m", true],
    ["m*n", "p", false],
    ["m*m", "m", false],
    ["2*m", "m", false],
    ["m", "3", false],
  ])("%s is the same as %s: %s", (a, b, same) => {
    expect(sameSize(sizeOf(a), sizeOf(b))).toBe(same);
  });

  it.each([
    ["3", 3, []],
    ["m - m", 0, []],
    ["m", undefined, ["m"]],
    ["m*n + n", undefined, ["m", "n"]],
    ["m*m + 1", undefined, ["m"]],
  ])("%s is the number %s, or made of %j", (text, value, names) => {
    expect(fixedSize(sizeOf(text))).toBe(value);
    expect([...namesIn(sizeOf(text))].sort()).toEqual(names);
  });

  it.each([
    ["?", true, true],
    ["2*?", true, false],
    ["? + 1", true, false],
    ["?*??", true, false],
    ["m", false, false],
    ["3", false, false],
  ])("%s is open: %s, and not known at all: %s", (text, open, unknown) => {
    expect([isOpen(sizeOf(text)), isUnknown(sizeOf(text))]).toEqual([open, unknown]);
  });
});

const polynomials = fc
  .array(fc.tuple(fc.integer({ min: -3, max: 3 }), fc.array(fc.constantFrom("m", "n", "p"), { maxLength: 3 })), {
    maxLength: 4,
  })
  .map((terms) => terms.reduce((sum, [c, names]) => plus(sum, names.map(size).reduce(times, size(c))), size(0)));
const values = new Map([
  ["m", 3],
  ["n", 5],
  ["p", 7],
]);
const numberOf = (a: Size): number => sizeValue(a, values) + 0;

describe("sizes are polynomials", () => {
  it("that add, subtract and multiply as their values do, in any order", () => {
    fc.assert(
      fc.property(polynomials, polynomials, (a, b) => {
        expect(numberOf(plus(a, b))).toBe(numberOf(a) + numberOf(b) + 0);
        expect(numberOf(plus(a, b, -1))).toBe(numberOf(a) - numberOf(b) + 0);
        expect(numberOf(times(a, b))).toBe(numberOf(a) * numberOf(b) + 0);
        expect(times(a, b).key).toBe(times(b, a).key);
        expect(plus(a, b).key).toBe(plus(b, a).key);
        expect(plus(plus(a, b), b, -1).key).toBe(a.key);
      }),
      { seed: 31, numRuns: 200 },
    );
  });

  it("in which another can be put for a name", () => {
    fc.assert(
      fc.property(polynomials, polynomials, (a, b) => {
        const put = sizeValue(a, new Map(values).set("n", numberOf(b)));
        expect(numberOf(substitute(a, "n", b))).toBe(put + 0);
      }),
      { seed: 32, numRuns: 200 },
    );
  });

  it("that have no value where a name has none", () => {
    expect(() => sizeValue(size("k"), values)).toThrow("no size for k");
  });
});

describe("an equation between sizes", () => {
  const fresh = (): Size => size("?9");
  const told = (a: string, b: string): string => {
    const found = solve(sizeOf(a), sizeOf(b), fresh);
    return found?.map(({ name, value }) => `${name} = ${value.key}`).join(", ") ?? "none";
  };

  it.each([
    ["?", "m", "?1 = 1·m"],
    ["m", "?", "?1 = 1·m"],
    ["?", "3", "?1 = 3"],
    ["?", "m*n + 1", "?1 = 1+1·m·n"],
    ["?*m", "m*n", "?1 = 1·n"],
    ["?*m", "n", "none"],
    ["?*m", "m", "?1 = 1"],
    ["2*?", "6", "?1 = 3"],
    ["2*?", "3", "none"],
    ["2*?", "4*n", "?1 = 2·n"],
    ["? + 1", "n + 1", "?1 = 1·n"],
    ["? + 1", "4", "?1 = 3"],
    ["? + 1", "1", "none"],
    ["? + 2", "1", "none"],
    ["? + m", "n*m", "none"],
    ["? + m", "m", "none"],
    ["?*?", "m", "none"],
    ["m", "n", "none"],
    ["?", "??", "?1 = 1·?2"],
    ["2*?", "??", "?2 = 2·?1"],
    ["?", "3*??", "?1 = 3·?2"],
    ["?*m", "??", "?2 = 1·?1·m"],
    ["?*m", "??*m", "?1 = 1·?2"],
    ["?*m", "??*n", "?1 = 1·?9·n, ?2 = 1·?9·m"],
    ["2*?", "3*??", "?1 = 3·?9, ?2 = 2·?9"],
    ["4*?", "6*??", "?1 = 3·?9, ?2 = 2·?9"],
    ["6*?", "2*??", "?2 = 3·?1"],
    ["?", "-??", "none"],
    ["? + 1", "??", "none"],
    ["?*??", "m", "none"],
    ["?*??", "?*m", "none"],
    ["?*m", "?*??", "none"],
  ])("%s = %s has the solution %s", (a, b, want) => {
    expect(told(a, b)).toBe(want);
  });
});
